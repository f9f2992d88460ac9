"""What a worker does: looks at photos, makes results and writes them itself, under the same safety as one computer."""

from __future__ import annotations

import os
import pickle
import platform
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from distributed import get_worker

from engine.errors import FourfoldError, UnreadablePicture
from engine.files.formats import Format
from engine.files.reading import Photo, open_photo
from engine.files.writing import make_folder
from engine.geometry import Size
from engine.jobs import ahead
from engine.jobs.advice import Advice
from engine.jobs.faults import told
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Begun, Job, SaveOrder, decide, finished_results, job_for
from engine.jobs.upscaler import Progress, Saved, planned_header, save_job
from engine.sentences import Sentence

if TYPE_CHECKING:
    from engine.compute.runner import ModelRunner

SECONDS_BETWEEN_NEWS = 1.0
"""How often a worker says how far its photo is; all of it goes through the scheduler."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Seen:
    """What a look at a photo found. ``order`` has its model; ``advice`` is why that one, where it was left open.
    ``finished`` are the results of earlier runs, looked for where the order asks to resume."""

    order: SaveOrder
    advice: Advice | None
    format: Format
    size: Size
    finished: tuple[Path, ...]


@dataclass(frozen=True)
class Made:
    """A photo is done; ``remarks`` are what a person should know of it."""

    saved: Saved
    remarks: tuple[Sentence, ...]


@dataclass(frozen=True)
class GivenUp:
    """A photo failed. ``details`` is a traceback for the log, empty where the error was foreseen."""

    error: FourfoldError
    details: str = ""


@dataclass(frozen=True)
class Stopped:
    """The person stopped; nothing half done is left."""


class _SharedCache(RunnerCache):
    """The models of this process, for looks and work beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()

    def runner(self, method: Method) -> ModelRunner:
        """As the one of a single thread."""
        with self._lock:
            return super().runner(method)


CACHE = _SharedCache()
_stopped: set[str] = set()


def stop(run: str) -> None:
    """Have whatever belongs to a run end at its next step; called beside the work."""
    _stopped.add(run)


def check(method: Method) -> None:
    """Load a method's model, so that what is wrong with it is said before the first photo. Raises ModelError or
    DeviceError."""
    CACHE.runner(method)


def look(run: str, order: SaveOrder) -> Seen | GivenUp | Stopped:
    """Look at a photo: which model, what size, whether it is finished already."""
    return Stopped() if run in _stopped else _at_border(lambda: _look(order))


def make(run: str, number: int, job: Job, order: SaveOrder) -> Made | GivenUp | Stopped:
    """Carry out the job of an order, the run's with that number, and say on the topic ``run`` how it goes. A second
    try, after a worker that died, finds what the first one finished."""
    return Stopped() if run in _stopped else _at_border(lambda: _make(run, number, job, order))


def _at_border(do: Callable[[], Found]) -> Found | GivenUp:
    try:
        return do()
    except FourfoldError as error:
        return GivenUp(error)
    except Exception as error:  # noqa: BLE001 - the border: a fault of one photo must not end the batch
        return GivenUp(told(error), traceback.format_exc())


def _look(order: SaveOrder) -> Seen:
    photo = _opened(order.photo)
    decided = decide(order, photo)
    order = decided.order if decided else order
    size = photo.header.size
    finished: tuple[Path, ...] = ()
    if order.resume:
        job = job_for(order, photo.format, size)
        finished = tuple(finished_results(job, photo, CACHE.runner(order.method).model))
    return Seen(order, decided.advice if decided else None, photo.format, size, finished)


def _opened(path: Path) -> Photo:
    if not os.path.lexists(path):
        raise UnreadablePicture(
            "{path} is not there for the computer {computer}, which must reach it by the same path.",
            path=path,
            computer=platform.node(),
        )
    return open_photo(path)


def _make(run: str, number: int, job: Job, order: SaveOrder) -> Made | Stopped:
    ahead.begin_loading()
    photo = _opened(job.source)
    if not job.replace and (before := _made_before(job, photo, order.method)):
        return before
    if order.naming.folder:
        make_folder(order.naming.folder)
    with closing(save_job(job, photo, order.method, CACHE)) as steps:
        return _followed(steps, run, number)


def _made_before(job: Job, photo: Photo, method: Method) -> Made | None:
    model = CACHE.runner(method).model
    for target in finished_results(job, photo, model):
        header = planned_header(photo, job.sizing.size_for(photo.header.size), job, model)
        return Made(Saved(target, header, target.stat().st_size, 0.0, ""), ())
    return None


def _followed(steps: Generator[Begun | Progress, None, Saved], run: str, number: int) -> Made | Stopped:
    """Go through the steps of a job, tell of some, and leave them where the run is stopped."""
    remarks: tuple[Sentence, ...] = ()
    next_news = 0.0
    while run not in _stopped:
        try:
            report = next(steps)
        except StopIteration as stop:
            return Made(stop.value, remarks)
        if isinstance(report, Begun):
            remarks = report.remarks
        if isinstance(report, Begun) or time.monotonic() >= next_news:
            next_news = time.monotonic() + SECONDS_BETWEEN_NEWS
            get_worker().log_event(run, pickle.dumps((number, report)))
    return Stopped()
