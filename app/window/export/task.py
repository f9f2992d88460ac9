"""Saving one photo as a task for the engine: named when its turn comes, paused between two steps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.window.inspector.choices import Choices
from engine.errors import CannotSave
from engine.files.naming import IfExists, free_name
from engine.files.reading import Photo, open_photo
from engine.jobs.advice import advise
from engine.jobs.assessment import damage_of
from engine.models import catalog

if TYPE_CHECKING:
    from engine.jobs.upscaler import Job
    from engine.jobs.worker import Task

PAUSE_STEP = 0.05
"""Seconds between two looks at whether a pause is over; what a person looks at gets its turn in between."""


@dataclass(frozen=True)
class Order:
    """One photo to save, as it was chosen when Save was pressed."""

    photo: Path
    choices: Choices


@dataclass(frozen=True)
class Skipped:
    """There was a file of that name already, and it was to be kept."""

    target: Path


@dataclass(frozen=True)
class Decided:
    """An order whose model was left open, with the one that suits its photo."""

    order: Order


def save_task(order: Order, going: threading.Event) -> Callable[[], Task]:
    """Makes the engine's task for an order. It reports ``upscaler.Progress`` and returns ``Saved`` or ``Skipped``.

    Where the order leaves the model open, it reports ``Decided`` first. While ``going`` is not set it waits.
    """

    def task(cache: Any) -> Generator[Any, None, Any]:
        from engine.jobs.upscaler import upscale

        photo = open_photo(order.photo)
        choices = order.choices
        if choices.model == catalog.AUTO:
            choices = choices.decided(advise(damage_of(photo)).model)
            yield Decided(Order(order.photo, choices))
        job = _job(photo, choices)
        if isinstance(job, Skipped):
            return job
        method = choices.recipe.method(choices.model)
        with closing(upscale(job, cache.runner(method))) as steps:
            while True:
                try:
                    report = next(steps)
                except StopIteration as stop:
                    return stop.value
                yield report
                yield from _pause(report, going)

    return lambda: task


def _pause(report: Any, going: threading.Event) -> Iterator[Any]:
    while not going.wait(PAUSE_STEP):
        yield report


def _job(photo: Photo, choices: Choices) -> Job | Skipped:
    """What to do for a photo. Raises FourfoldError."""
    from engine.jobs.upscaler import Job

    target = choices.target(photo.path, photo.format, photo.header.size)
    if target.exists():
        if choices.if_exists is IfExists.SKIP:
            return Skipped(target)
        if choices.if_exists is not IfExists.OVERWRITE:
            target = free_name(target)
        elif target.samefile(photo.path):
            raise CannotSave("{name} is the photo itself; choose another name for the result.", name=target.name)
    return Job(photo.path, target, choices.size.sizing(), choices.options(photo.format), choices.noted())
