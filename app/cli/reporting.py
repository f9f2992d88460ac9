"""What the command line says while it works: bars on a terminal, JSON lines on request, else errors and remarks."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import FourfoldError
from engine.files.batch import Gathered
from engine.geometry import Size
from engine.jobs.advice import Advice
from engine.jobs.method import Method
from engine.jobs.saving import Job, Reason, Skipped
from engine.jobs.upscaler import Progress, Saved
from engine.texts import shown, to_json

if TYPE_CHECKING:
    from rich.progress import TaskID

MOST_BARS = 6
"""Photos that are shown one by one where more are upscaled beside each other: what fits below some lines of news."""
_WHY = {Reason.FINISHED: "is finished already", Reason.EXISTS: "exists already"}


def why_skipped(skipped: Skipped) -> str:
    """Why nothing is to be done, beginning with the name of the file that is there."""
    return f"{skipped.target.name} {_WHY[skipped.reason]}"


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

    def started(self, photo: Path, job: Job, source: Size, target: Size) -> None:
        """A photo of size ``source`` is being upscaled to size ``target``; again, where a worker died over it."""

    def remarked(self, source: Path, remark: str) -> None:
        """Something that a person should know of a photo that is being upscaled."""
        print(f"{source}: {remark}", file=sys.stderr, flush=True)

    def progressed(self, source: Path, progress: Progress) -> None:
        """How far a photo is; of several that are being upscaled any may be."""

    def saved(self, source: Path, saved: Saved) -> None:
        """A photo is done."""

    def skipped(self, source: Path, skipped: Skipped) -> None:
        """Nothing is to be done for a photo."""

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

    def started(self, photo: Path, job: Job, source: Size, target: Size) -> None:
        self._say("started", photo=str(photo), target=str(job.target), size=list(source), result_size=list(target))

    def remarked(self, source: Path, remark: str) -> None:
        self._say("remark", photo=str(source), remark=remark)

    def progressed(self, source: Path, progress: Progress) -> None:
        now = time.monotonic()
        if now >= self._next_progress:
            self._next_progress = now + 0.2
            left = progress.seconds_left
            self._say("progress", photo=str(source), fraction=round(progress.fraction, 4), seconds_left=_rounded(left))

    def saved(self, source: Path, saved: Saved) -> None:
        self._say(
            "saved",
            photo=str(source),
            target=str(saved.target),
            size=list(saved.header.size),
            bytes=saved.bytes,
            seconds=_rounded(saved.seconds),
            device=saved.device,
        )

    def skipped(self, source: Path, skipped: Skipped) -> None:
        self._say("skipped", photo=str(source), reason=why_skipped(skipped))

    def failed(self, source: Path, error: FourfoldError) -> None:
        self._say("failed", photo=str(source), error=type(error).__name__, reason=str(error))

    def end(self, failures: int) -> None:
        self._say("end", failures=failures)

    def _say(self, event: str, **facts: Any) -> None:
        print(to_json({"event": event, **facts}), flush=True)


class TerminalReporter(Reporter):
    """A bar for the photo, or some that are upscaled beside each other, and one for the batch, with the time left; a
    line for every photo that ends."""

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
        self._all = self._bars.add_task("", visible=False, left="")
        self._begun = time.monotonic()
        self._parts: dict[Path, float] = {}
        self._shown: dict[Path, TaskID] = {}
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

    def started(self, photo: Path, job: Job, source: Size, target: Size) -> None:
        self._leave(photo)
        self._parts[photo] = 0.0
        if len(self._shown) < MOST_BARS:
            description = f"{photo.name}, {source} to {target} ({target.pixels / 1e6:.1f} megapixels)"
            self._shown[photo] = self._bars.add_task(shown(description), total=1, left="")

    def remarked(self, source: Path, remark: str) -> None:
        self._line(f"{source.name}: {remark}")

    def progressed(self, source: Path, progress: Progress) -> None:
        self._parts[source] = progress.fraction
        if source in self._shown:
            left = _time_left(progress.seconds_left)
            self._bars.update(self._shown[source], completed=progress.fraction, left=left)
        self._show_all()

    def saved(self, source: Path, saved: Saved) -> None:
        size = saved.bytes / 1e6
        self._line(f"{saved.target}  {saved.header.size}, {size:.1f} MB, {saved.seconds:.1f} s")
        self._end(source, done=True)

    def skipped(self, source: Path, skipped: Skipped) -> None:
        self._line(f"{source.name} skipped: {why_skipped(skipped)}")
        self._end(source, done=True)

    def failed(self, source: Path, error: FourfoldError) -> None:
        self._line(f"{source}: {error}", style="red")
        self._end(source, done=False)

    def end(self, failures: int) -> None:
        passed = f" {self._passed} passed by." if self._passed else ""
        if self._count > 1 or passed:
            self._line(f"{self._done} of {self._count} photos done.{passed}")

    def _end(self, photo: Path, *, done: bool) -> None:
        self._leave(photo)
        self._ended += 1
        self._done += done
        self._show_all()

    def _leave(self, photo: Path) -> None:
        self._parts.pop(photo, None)
        if photo in self._shown:
            self._bars.remove_task(self._shown.pop(photo))

    def _show_all(self) -> None:
        if self._count > 1 and (done := self._ended + sum(self._parts.values())):
            left = (time.monotonic() - self._begun) / done * (self._count - done)
            self._bars.update(self._all, completed=done, left=_time_left(left))

    def _line(self, text: str, style: str = "") -> None:
        self._console.print(shown(text), style=style, markup=False, soft_wrap=True)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 2)


def _time_left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s left" if minutes else f"{rest} s left"
