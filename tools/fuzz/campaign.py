"""Many damaged files, tried by some workers; what went wrong is kept."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from tools.fuzz.mutations import mutated
from tools.fuzz.worker import LIMITS, Limits, Outcome, Trial, Worker


class Finding(NamedTuple):
    """A file that went wrong, and how."""

    path: Path
    outcome: Outcome


@dataclass(frozen=True)
class Campaign:
    """``count`` files made of ``seeds`` (names to bytes) by ``seed``; what goes wrong is kept in the folder ``kept``,
    with a text beside it."""

    seeds: Mapping[str, bytes]
    trial: Trial
    count: int
    seed: int
    kept: Path
    limits: Limits = LIMITS
    workers: int = 1

    def run(self, said: Callable[[Finding], None] = lambda finding: None) -> Counter[str]:
        """Try all files; returns how often they ended how, and tells ``said`` of each finding."""
        with ThreadPoolExecutor(self.workers) as threads:
            return sum(threads.map(lambda first: self._share(first, said), range(self.workers)), Counter[str]())

    def file(self, number: int) -> tuple[str, bytes]:
        """The file of that number: its name and its bytes."""
        random = Random(f"{self.seed} {number}")
        names = sorted(self.seeds)
        name = random.choice(names)
        others = [self.seeds[other] for other in names]
        return f"{number}-{name}", mutated(random, self.seeds[name], others)

    def _share(self, first: int, said: Callable[[Finding], None]) -> Counter[str]:
        ends: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder, Worker(self.trial, self.limits) as worker:
            for number in range(first, self.count, self.workers):
                name, data = self.file(number)
                path = Path(folder) / name
                path.write_bytes(data)
                outcome = worker.tried(path, Path(folder) / "result", number)
                path.unlink()
                ends[outcome.kind] += 1
                if outcome.is_finding:
                    said(self._keep(name, data, outcome))
        return ends

    def _keep(self, name: str, data: bytes, outcome: Outcome) -> Finding:
        self.kept.mkdir(parents=True, exist_ok=True)
        path = self.kept / f"{self.seed}-{name}"
        path.write_bytes(data)
        path.with_name(path.name + ".txt").write_text(
            f"{outcome.kind} after {outcome.seconds:.1f} s\n{outcome.details}"
        )
        return Finding(path, outcome)
