"""What the command line says while it works: bars on a terminal, JSON lines on request, else errors and remarks."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from engine.errors import FourfoldError
from engine.files.batch import Gathered
from engine.geometry import Size
from engine.jobs.advice import Advice
from engine.jobs.method import Method
from engine.jobs.saving import Job
from engine.jobs.upscaler import Progress, Saved
from engine.texts import shown, to_json


class Reporter:
    """Hears of everything that happens in a batch, in order; this one tells errors and remarks, on standard error."""

    def __enter__(self) -> Reporter:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def begin(self, photos: int, method: Method) -> None:
        """The batch begins: so many photos, all by that method."""

    def passed(self, gathered: Gathered) -> None:
        """What lies in the folders and is not upscaled."""
        for sentence in gathered.news:
            print(sentence, file=sys.stderr, flush=True)

    def chosen(self, source: Path, advice: Advice) -> None:
        """The model of a photo was left open, and has been chosen."""

    def started(self, job: Job, source: Size, target: Size) -> None:
        """A photo of size ``source`` is being upscaled to size ``target``."""

    def remarked(self, source: Path, remark: str) -> None:
        """Something that a person should know of a photo that is being upscaled."""
        print(f"{source}: {remark}", file=sys.stderr, flush=True)

    def progressed(self, progress: Progress) -> None:
        """How far the photo is that was started last."""

    def saved(self, source: Path, saved: Saved) -> None:
        """A photo is done."""

    def skipped(self, source: Path, reason: str) -> None:
        """Nothing is to be done for a photo; ``reason`` begins with the name of the file that is there."""

    def failed(self, source: Path, error: FourfoldError) -> None:
        """A photo, or a folder that cannot be looked into, is given up."""
        print(shown(f"{source}: {error}"), file=sys.stderr, flush=True)

    def end(self, failures: int) -> None:
        """The batch is over."""


def reporter_for(*, json: bool) -> Reporter:
    """The way of reporting that fits where the output goes."""
    if json:
        return JsonReporter()
    return TerminalReporter() if sys.stderr.isatty() else Reporter()


class JsonReporter(Reporter):
    """One JSON object a line on standard output; progress at most five times a second."""

    def __init__(self) -> None:
        self._photo = ""
        self._next_progress = 0.0

    def begin(self, photos: int, method: Method) -> None:
        self._say("begin", photos=photos, model=method.model, texture=method.texture)

    def passed(self, gathered: Gathered) -> None:
        for path, error in gathered.passed:
            self._say("passed", path=str(path), reason=str(error))
        if gathered.passed or gathered.results:
            self._say("left_out", passed=len(gathered.passed), results=gathered.results)

    def chosen(self, source: Path, advice: Advice) -> None:
        self._say("chosen", photo=str(source), model=advice.model, reason=advice.sentence)

    def started(self, job: Job, source: Size, target: Size) -> None:
        self._photo = str(job.source)
        self._say("started", photo=self._photo, target=str(job.target), size=list(source), result_size=list(target))

    def remarked(self, source: Path, remark: str) -> None:
        self._say("remark", photo=str(source), remark=remark)

    def progressed(self, progress: Progress) -> None:
        now = time.monotonic()
        if now >= self._next_progress:
            self._next_progress = now + 0.2
            left = progress.seconds_left
            self._say("progress", photo=self._photo, fraction=round(progress.fraction, 4), seconds_left=_rounded(left))

    def saved(self, source: Path, saved: Saved) -> None:
        self._say(
            "saved",
            photo=str(source),
            target=str(saved.target),
            size=list(saved.header.size),
            bytes=saved.target.stat().st_size,
            seconds=_rounded(saved.seconds),
            device=saved.device,
        )

    def skipped(self, source: Path, reason: str) -> None:
        self._say("skipped", photo=str(source), reason=reason)

    def failed(self, source: Path, error: FourfoldError) -> None:
        self._say("failed", photo=str(source), error=type(error).__name__, reason=str(error))

    def end(self, failures: int) -> None:
        self._say("end", failures=failures)

    def _say(self, event: str, **facts: Any) -> None:
        print(to_json({"event": event, **facts}), flush=True)


class TerminalReporter(Reporter):
    """A bar for the photo and one for the batch, with the time left; a line for every photo that ends."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bars

        self._console = Console(stderr=True, highlight=False)
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[left]}", markup=False),
            console=self._console,
            transient=True,
        )
        self._photo = self._bars.add_task("", visible=False, left="")
        self._all = self._bars.add_task("", visible=False, left="")
        self._started = time.monotonic()
        self._done = self._ended = self._count = self._passed = 0

    def __enter__(self) -> Reporter:
        self._bars.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bars.stop()

    def begin(self, photos: int, method: Method) -> None:
        self._count = photos
        if method.ensemble:
            self._line("Best quality: every photo takes about eight times as long.")
        if photos > 1:
            self._bars.update(self._all, visible=True, total=photos, description=f"{photos} photos")

    def passed(self, gathered: Gathered) -> None:
        self._passed = len(gathered.passed)
        for sentence in gathered.news:
            self._line(sentence)

    def chosen(self, source: Path, advice: Advice) -> None:
        self._line(f"{source.name}: {advice.sentence}")

    def started(self, job: Job, source: Size, target: Size) -> None:
        description = f"{job.source.name}, {source} to {target} ({target.pixels / 1e6:.1f} megapixels)"
        self._bars.reset(self._photo, visible=True, total=1, description=shown(description), left="")

    def remarked(self, source: Path, remark: str) -> None:
        self._line(f"{source.name}: {remark}")

    def progressed(self, progress: Progress) -> None:
        left = progress.seconds_left
        self._bars.update(self._photo, completed=progress.fraction, left=_time_left(left))
        if self._count > 1:
            done = self._ended + progress.fraction
            elapsed = time.monotonic() - self._started
            self._bars.update(
                self._all, completed=done, left=_time_left(elapsed / done * (self._count - done)) if done else ""
            )

    def saved(self, source: Path, saved: Saved) -> None:
        size = saved.target.stat().st_size / 1e6
        self._line(f"{saved.target}  {saved.header.size}, {size:.1f} MB, {saved.seconds:.1f} s")
        self._done += 1
        self._ended += 1

    def skipped(self, source: Path, reason: str) -> None:
        self._line(f"{source.name} skipped: {reason}")
        self._done += 1
        self._ended += 1

    def failed(self, source: Path, error: FourfoldError) -> None:
        self._line(f"{source}: {error}", style="red")
        self._ended += 1

    def end(self, failures: int) -> None:
        passed = f" {self._passed} passed by." if self._passed else ""
        if self._count > 1 or passed:
            self._line(f"{self._done} of {self._count} photos done.{passed}")

    def _line(self, text: str, style: str = "") -> None:
        self._console.print(shown(text), style=style, markup=False, soft_wrap=True)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 2)


def _time_left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s left" if minutes else f"{rest} s left"
