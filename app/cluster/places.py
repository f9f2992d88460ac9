"""How this computer is shared between workers: its cores, and its graphics cards where it has several. No dask."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

VISIBLE_CARDS = "CUDA_VISIBLE_DEVICES"


@dataclass(frozen=True)
class Place:
    """What one worker has of the computer: so many threads, and the card of that index or name; "" for all."""

    threads: int
    card: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The variables of its process."""
        return {VISIBLE_CARDS: self.card} if self.card else {}


def plan_places(workers: int, cores: int, cards: Sequence[str] = ()) -> list[Place]:
    """A place for each worker: equal shares of the cores, at least one thread, and the cards in turn."""
    share = max(1, cores // workers)
    return [Place(share, cards[index % len(cards)] if cards else "") for index in range(workers)]


def cores_here() -> int:
    """The logical cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def cards_here(device: str | None) -> list[str]:
    """The NVIDIA cards to share out where that device is asked for: none where it is one certain card or another kind,
    which all workers then use together."""
    if device not in (None, "auto", "cuda"):
        return []
    visible = os.environ.get(VISIBLE_CARDS)
    return [card for card in visible.split(",") if card] if visible is not None else _cards_of_the_driver()


def _cards_of_the_driver() -> list[str]:
    """Indices, as ``nvidia-smi`` lists the cards; without loading torch, which the workers do."""
    try:
        listed = subprocess.run(
            ["nvidia-smi", "--query-gpu=index", "--format=csv,noheader"], capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return listed.stdout.split() if listed.returncode == 0 else []
