"""What this computer can compute on, and letting go of it, on the engine's thread."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.devices import Device
    from engine.worker import Task


def look_at_computer() -> Task:
    """A task that returns all devices, the one to prefer first."""

    def task(workshop: Any) -> Generator[None, None, list[Device]]:
        from engine.devices import devices

        yield
        return devices()

    return task


def release_models() -> Task:
    """A task that lets go of all models, for a training that needs the memory; they load again when wanted."""

    def task(workshop: Any) -> Generator[None, None, None]:
        yield
        workshop.clear()

    return task
