"""Saving one photo as a task for the engine, paused between two steps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TYPE_CHECKING

from engine.jobs.method import RunnerCache
from engine.jobs.saving import Batch, Decided, SaveOrder, Skipped
from engine.jobs.worker import Task

if TYPE_CHECKING:
    from engine.jobs.upscaler import Saved, SaveReport

PAUSE_STEP = 0.05
"""Seconds between two looks at whether a pause is over; what a person looks at gets its turn in between."""


def save_task(
    order: SaveOrder, batch: Callable[[], Batch], going: threading.Event
) -> Task[SaveReport, Saved | Skipped]:
    """The engine's task for an order of a batch, which is made on its thread, as ``upscaler.save_photo``.

    While ``going`` is not set it waits, and reports again what it reported last.
    """

    def task(cache: RunnerCache) -> Generator[SaveReport, None, Saved | Skipped]:
        from engine.jobs.upscaler import save_photo

        with closing(save_photo(order, cache, batch=batch())) as steps:
            while True:
                try:
                    report = next(steps)
                except StopIteration as stop:
                    ended: Saved | Skipped = stop.value
                    return ended
                yield report
                while not isinstance(report, Decided) and not going.wait(PAUSE_STEP):
                    yield report

    return task
