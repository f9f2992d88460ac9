"""What this computer can compute on and how quickly, and letting go of it, on the engine's thread."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import numpy as np

from app.window.inspector.recipe import Recipe
from engine.geometry import Region, Size
from engine.models import catalog

if TYPE_CHECKING:
    from engine.compute.devices import Device
    from engine.jobs.worker import Task


def look_at_computer() -> Task:
    """A task that returns all devices, the one to prefer first."""

    def task(cache: Any) -> Generator[None, None, list[Device]]:
        from engine.compute.devices import devices

        yield
        return devices()

    return task


TIMED = Size(128, 96)


def time_computer() -> Task:
    """A task that returns about how many seconds a megapixel of a result takes: the best of three small pictures."""

    def task(cache: Any) -> Generator[None, None, float]:
        from engine.jobs.preview import computed

        runner = cache.runner(Recipe().method(catalog.CLEAN.faithful))
        picture = np.zeros((TIMED.height, TIMED.width, 3), np.uint8)
        taken = []
        for _ in range(3):
            yield
            begun = time.perf_counter()
            computed(runner, picture, Region.of(TIMED))
            taken.append(time.perf_counter() - begun)
        return min(taken) / (TIMED.scaled(4).pixels / 1e6)

    return task


def release_models() -> Task:
    """A task that lets go of all models, for a training that needs the memory; they load again when wanted."""

    def task(cache: Any) -> Generator[None, None, None]:
        yield
        cache.clear()

    return task
