"""What this computer can compute on and how quickly, and letting go of it: tasks for the engine."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from app.window.inspector.method_choice import MethodChoice
from engine.geometry import Region, Size
from engine.jobs.method import RunnerCache
from engine.models import catalog

if TYPE_CHECKING:
    from engine.compute.devices import Device


def look_at_computer(_: RunnerCache) -> Generator[None, None, list[Device]]:
    """Returns all devices, the one to prefer first."""
    from engine.compute.devices import devices

    yield
    return devices()


TIMED = Size(128, 96)


def time_computer(cache: RunnerCache) -> Generator[None, None, float]:
    """Returns about how many seconds a megapixel of a result takes: the best of three small pictures."""
    from engine.jobs.preview import computed

    runner = cache.runner(MethodChoice().method_for(catalog.CLEAN.faithful))
    picture, result = np.zeros((TIMED.height, TIMED.width, 3), np.uint8), TIMED.scaled(catalog.SCALE)
    taken = []
    for _ in range(3):
        yield
        begun = time.perf_counter()
        computed(runner, picture, Region.of(result), result)
        taken.append(time.perf_counter() - begun)
    return min(taken) / (result.pixels / 1e6)


def release_models(cache: RunnerCache) -> Generator[None, None, None]:
    """Lets go of all models, for a training that needs the memory; they load again when wanted."""
    yield
    cache.clear()
