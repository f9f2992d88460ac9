"""Kills Fourfold at any moment and looks whether something is lost: ``python -m tools.kills --exports 300``.

Exports and trainings run as a person starts them, in processes of their own, which are killed with SIGKILL. After each
kill every photo must be as it was, every file that has its name must be whole, and what was killed must go on.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
from PIL import Image

PATIENCE = 300  # seconds after which a process that nobody killed counts as hung
FORMATS = ("png", "jpeg", "tiff", "webp")
KILLS_A_TRAINING = 4  # then it is left alone until it ends
TINY = (
    *("network.blocks=1", "network.width=4", "data.batch=2", "data.patch=32", "data.late_patch=0", "content.jitter=0"),
    *("schedule.validate_every=4", "schedule.save_every=3", "schedule.warmup=2", "schedule.steps=24"),
)


@dataclass
class Outcome:
    """How many processes were killed, how many of them had ended before, and what was lost, as sentences."""

    kills: int = 0
    too_late: int = 0
    losses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lost = "".join(f"\n  {loss}" for loss in self.losses)
        return f"{self.kills} kills, {self.too_late} of them after the end, {len(self.losses)} losses{lost}"


class Exports:
    """Two photos of one folder, upscaled again and again to changing sizes and formats: over their old results, or
    where there is none."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._chance = chance
        self._in, self._out = folder / "in", folder / "out"
        self._in.mkdir(parents=True)
        save_photo(self._in / "a.png", 320, 240, 1)
        save_photo(self._in / "b.jpg", 200, 260, 2)
        self._before = digests(self._in)

    def kill(self, count: int) -> Outcome:
        """Run and kill so many exports."""
        outcome, times = Outcome(), [measured(self._arguments(number)) for number in range(len(FORMATS))]
        for number in range(count):
            arguments = self._arguments(number)
            if number // len(FORMATS) % 2:
                for result in self._results():
                    result.unlink()
            old = digests(self._out)
            outcome.too_late += not killed(arguments, self._chance.uniform(0, times[number % len(FORMATS)]))
            outcome.kills += 1
            outcome.losses += [f"export {number}: {loss}" for loss in self._losses(old)]
        outcome.losses += self._rest()
        return outcome

    def _arguments(self, number: int) -> list[str]:
        choices = ["--model", "bicubic", "--format", FORMATS[number % len(FORMATS)], "--scale", str(2 + number % 3)]
        return [
            "upscale",
            str(self._in),
            "-o",
            str(self._out),
            "--if-exists",
            "overwrite",
            "--name",
            "{name}",
            *choices,
        ]

    def _results(self) -> list[Path]:
        return [path for path in self._out.iterdir() if not path.name.startswith(".")]

    def _losses(self, old: dict[str, str]) -> Iterator[str]:
        """What a kill has spoilt: a photo, an old result that no new one has replaced, a new one that is not whole."""
        from engine.files.results import is_whole, said_of_making

        if digests(self._in) != self._before:
            yield "a photo has changed"
        now = digests(self._out)
        yield from (f"{name} is gone" for name in old if name not in now)
        for name in (name for name, digest in now.items() if old.get(name) != digest):
            made = said_of_making(self._out / name)
            if made.get("source_sha256") not in self._before.values() or not is_whole(self._out / name):
                yield f"{name} is no whole result"

    def _rest(self) -> Iterator[str]:
        """What is left after one more run, which nobody kills."""
        if killed(self._arguments(0), None):
            yield "the last export did not end well"
        yield from (f"{path.name} was left behind" for path in self._out.iterdir() if path.name.startswith("."))


class Trainings:
    """Small trainings, each killed a few times, resumed, and at last compared with one that nobody killed."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._chance = folder, chance
        self._photos = folder / "photos"
        self._photos.mkdir(parents=True)
        for seed in range(6):
            save_photo(self._photos / f"{seed}.png", 96, 80, seed)
        self._before = digests(self._photos)

    def kill(self, count: int) -> Outcome:
        """Run, kill and resume until there were so many kills."""
        outcome, calm = Outcome(), self._folder / "calm"
        seconds = measured(self._arguments(calm))
        while outcome.kills < count:
            run = self._folder / f"run {outcome.kills}"
            for _ in range(min(KILLS_A_TRAINING, count - outcome.kills)):
                outcome.too_late += not killed(self._arguments(run), self._chance.uniform(0, seconds))
                outcome.kills += 1
                outcome.losses += [f"training, kill {outcome.kills}: {loss}" for loss in self._losses(run)]
            if killed(self._arguments(run), None):
                outcome.losses.append(f"training, kill {outcome.kills}: it could not be resumed")
            elif weights_of(run) != weights_of(calm):
                outcome.losses.append(f"training, kill {outcome.kills}: the weights are not those of a calm training")
        return outcome

    def _arguments(self, run: Path) -> list[str]:
        if (run / "order.json").exists():
            return ["train", "--json", "--threads", "1", "--resume", str(run)]
        settings = [word for setting in TINY for word in ("--set", setting)]
        return ["train", "--json", "--threads", "1", "--photos", str(self._photos), "--out", str(run), *settings]

    def _losses(self, run: Path) -> Iterator[str]:
        """What a kill has spoilt: a photo, or a file of the run."""
        from engine.errors import FourfoldError
        from engine.models.weights import load_weights
        from trainer.run_folder import RunFolder
        from trainer.train.checkpoint import is_whole

        if digests(self._photos) != self._before:
            yield "a photo has changed"
        try:
            if (run / "order.json").exists():
                RunFolder(run).order()
            for path in run.glob("weights/*.safetensors"):
                load_weights(path)
        except FourfoldError as error:
            yield str(error)
        yield from (f"{path.name} is damaged" for path in run.glob("checkpoints/*.checkpoint") if not is_whole(path))


def weights_of(run: Path) -> str:
    """A digest of what a training has learnt, without what its card says of time."""
    from engine.models.weights import load_weights

    state = load_weights(run / "weights" / "srresnet.safetensors").state
    return hashlib.sha256(b"".join(state[name].numpy().tobytes() for name in sorted(state))).hexdigest()


def save_photo(path: Path, width: int, height: int, seed: int) -> None:
    """A photo with shapes and grain, sharp enough to learn from."""
    chance = np.random.default_rng(seed)
    coarse = Image.fromarray(chance.integers(0, 256, (height // 8, width // 8, 3), np.uint8))
    pixels = np.asarray(coarse.resize((width, height), Image.Resampling.NEAREST)) + chance.normal(
        0, 6, (height, width, 3)
    )
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)


def digests(folder: Path) -> dict[str, str]:
    """The files of a folder that are not hidden, and the SHA-256 of each."""
    if not folder.is_dir():
        return {}
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def measured(arguments: Sequence[str]) -> float:
    """How long a run takes that nobody kills. Raises RuntimeError where it does not end well."""
    killed(["models"], None)  # the first process waits for what is loaded for all
    begin = time.monotonic()
    if killed(arguments, None):
        raise RuntimeError(f"{arguments[0]} does not work even without a kill")
    return time.monotonic() - begin


def killed(arguments: Sequence[str], seconds: float | None) -> bool:
    """Run ``fourfold`` and kill it after so many seconds, or never; whether it ended otherwise than well by itself."""
    process = _started(list(arguments))
    process.join(PATIENCE if seconds is None else seconds)
    process.kill()
    process.join()
    return process.exitcode != 0


def _started(arguments: list[str]) -> BaseProcess:
    """A process that begins with torch loaded where the system can do that, so that a kill meets the work."""
    if os.name != "posix":
        process: BaseProcess = multiprocessing.get_context("spawn").Process(target=_fourfold, args=(arguments,))
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(
            ["engine.jobs.upscaler", "engine.jobs.stages", "app.cli.parser", "trainer.train.preparation"]
        )
        process = context.Process(target=_fourfold, args=(arguments,))
    process.start()
    return process


def _fourfold(arguments: list[str]) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    from app.__main__ import main

    sys.exit(main(arguments))


def run(exports: int, trainings: int, seed: int) -> list[Outcome]:
    """That many kills of each kind, in a folder that goes again."""
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="fourfold-kills-") as folder:
        if exports:
            outcomes.append(Exports(Path(folder) / "exports", random.Random(seed)).kill(exports))
        if trainings:
            outcomes.append(Trainings(Path(folder) / "trainings", random.Random(seed)).kill(trainings))
    return outcomes


def main() -> int:
    """From the words of the command line; 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tools.kills", description=(__doc__ or "").splitlines()[0])
    for name, usual, what in (("--exports", 24, "kills"), ("--trainings", 6, "kills"), ("--seed", 0, "which moments")):
        parser.add_argument(name, type=int, default=usual, help=f"{what} ({usual})")
    outcomes = run(**vars(parser.parse_args()))
    print(*outcomes, sep="\n")
    return int(any(outcome.losses for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
