"""Adding a person's own weights, as a task for the engine, which checks them first."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from engine.jobs.method import RunnerCache
from engine.jobs.worker import Task
from engine.models.catalog import Entry


def import_task(path: Path) -> Task[None, Entry]:
    """A task that returns the model's entry in the catalog."""

    def task(_: RunnerCache) -> Generator[None, None, Entry]:
        from engine.models.loading import import_model

        yield
        return import_model(path)

    return task
