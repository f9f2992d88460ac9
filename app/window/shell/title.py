"""The title of the window: what is being done, else the photo shown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.window.shell.photo_list import PhotoList
from engine.texts import shown

PROGRAM = "Fourfold"


class WindowTitle(QObject):
    """Follows the photo that is chosen in the list."""

    def __init__(self, window: QWidget, photos: PhotoList) -> None:
        super().__init__(window)
        self.window = window
        self._photos = photos
        self._news = ""
        photos.chosen.connect(self._write)
        self._write()

    def say(self, news: str) -> None:
        """What is going on, with how far it is; an empty text for nothing."""
        self._news = news
        self._write()

    def _write(self) -> None:
        photo = self._photos.current
        first = self._news or (shown(photo.name) if photo else "")
        title = f"{first} – {PROGRAM}" if first else PROGRAM
        self.window.setWindowTitle(title.replace("[*]", "[*][*]"))  # which Qt takes for a mark of its own
