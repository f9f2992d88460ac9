"""Photos taken off the list and brought back, with what was, or was to be, saved of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.window.export.queue import ExportQueue
from app.window.export.stopping import may_remove
from app.window.export.tickets import Stage, Ticket
from app.window.photos.model import PhotoModel


@dataclass(frozen=True)
class _Removal:
    """Photos with the rows they had, from the top, and their tickets."""

    photos: list[tuple[int, Path]]
    tickets: list[Ticket]


class Removals(QObject):
    """Remembers all of this session, the last one is undone first."""

    def __init__(self, photos: PhotoModel, queue: ExportQueue, window: QWidget) -> None:
        super().__init__(window)
        self._photos = photos
        self._queue = queue
        self._window = window
        self._done: list[_Removal] = []

    def remove(self, paths: list[Path]) -> bool:
        """Take photos off the list and out of the queue, unless a person keeps the one that is being saved."""
        current = self._queue.current
        running = current.order.photo if current and current.stage is Stage.RUNNING else None
        if running and running in paths and not may_remove(running, self._window):
            return False
        self._done.append(_Removal(self._photos.remove(paths), self._queue.forget(paths)))
        return True

    def undo(self) -> list[Path]:
        """Bring back what was removed last, and return it; nothing where nothing was."""
        if not self._done:
            return []
        last = self._done.pop()
        for row, path in last.photos:
            self._photos.add([path], min(row, self._photos.rowCount()))
        self._queue.take_back(last.tickets)
        return [path for _, path in last.photos]
