"""What there is to tell of the computer once the engine is there: what it computes on and how quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.window.inspector.preferences import Preferences
from app.window.platform.engine_link import EngineLink, Request
from app.window.shell.bars import BottomBar
from app.window.shell.computer import look_at_computer, time_computer
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.language import tr
from app.window.widgets.words import duration, file_size
from engine.geometry import Size
from engine.models.catalog import SCALE

if TYPE_CHECKING:
    from engine.compute.devices import Device

USUAL_PHOTO = Size(4000, 3000)
FIRST_SECONDS = 2000
"""Milliseconds after the start that belong to the first photo: timing the computer would slow its opening."""


class ComputerNews(QObject):
    """Asks the engine as soon as it is ready, and tells the bar at the foot, the inspector and the empty page."""

    def __init__(
        self, link: EngineLink, preferences: Preferences, page: UpscalePage, bar: BottomBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._page = page
        self._bar = bar
        link.ready.connect(self._ask)

    def _ask(self) -> None:
        self._link.submit(Request(look_at_computer, finished=self._on_devices, urgent=True))

    def _on_devices(self, devices: list[Device]) -> None:
        self._bar.device.setText(_described(devices[0]))
        self._page.inspector.computing.show_devices([(device.id, _described(device)) for device in devices])
        if self._preferences.speed:
            self._show_speed(self._preferences.speed)
        else:
            QTimer.singleShot(FIRST_SECONDS, self, self._time)

    def _time(self) -> None:
        self._link.submit(Request(time_computer, finished=self._show_speed))

    def _show_speed(self, speed: float) -> None:
        """In seconds a megapixel of a result. What is not measured on a photo is not kept."""
        seconds = speed * USUAL_PHOTO.scaled(SCALE).pixels / 1e6
        text = self.tr("On this computer: about {} for a 12-megapixel photo")
        self._page.viewer.empty.show_speed(text.format(duration(seconds)))
        self._page.inspector.set_speed(speed)


def _described(device: Device) -> str:
    """A device by its name and memory."""
    free = tr("{} free").format(file_size(device.free_memory))
    return f"{device.name}  ·  {free}"
