"""The check of a folder on a thread of its own; the newest folder counts."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.window.widgets.language import localised
from engine.errors import FourfoldError
from engine.sentences import why
from trainer.data.dataset import DatasetReport, check_photos
from trainer.errors import BadPhotos
from trainer.recipes.cookbook import FINE_TUNE_FAITHFUL

SMALLEST = FINE_TUNE_FAITHFUL.data.patch
"""Least width and height of a photo in pixels."""


class CheckStopped(Exception):
    """Another folder is wanted, or none."""


class Checker(QObject):
    """Looks at all photos of a folder; nothing is told of a check after ``stop``."""

    progressed = Signal(int, int)
    """How many photos are looked at, and how many there are."""
    finished = Signal(DatasetReport)
    """What was found."""
    failed = Signal(str)
    """Why the folder cannot be checked, in the person's language."""
    _heard = Signal(object, object)  # which check, by its event, and its news; brought to the GUI's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._heard.connect(self._tell)

    @property
    def is_running(self) -> bool:
        """Whether a check is going on."""
        return self._wanted is not None

    def start(self, folder: Path) -> None:
        """Check a folder; a check that is going on is given up."""
        self.stop()
        self._wanted = threading.Event()
        self._wanted.set()
        self._thread = threading.Thread(target=self._work, args=(folder, self._wanted), name="check", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give up what is going on."""
        if self._wanted:
            self._wanted.clear()
            self._wanted = None

    def close(self) -> None:
        """Give up and wait for the thread."""
        self.stop()
        if self._thread:
            self._thread.join()

    def _work(self, folder: Path, wanted: threading.Event) -> None:
        def said(done: int, total: int) -> None:
            if not wanted.is_set():
                raise CheckStopped
            self._heard.emit(wanted, (done, total))

        try:
            self._heard.emit(wanted, check_photos(folder, smallest=SMALLEST, said=said))
        except CheckStopped:
            return
        except FourfoldError as error:
            self._heard.emit(wanted, error)
        except OSError as error:
            self._heard.emit(wanted, BadPhotos("{path} cannot be read: {reason}.", path=folder, reason=why(error)))

    def _tell(self, wanted: threading.Event, news: DatasetReport | FourfoldError | tuple[int, int]) -> None:
        if wanted is not self._wanted:
            return
        if isinstance(news, tuple):
            self.progressed.emit(*news)
            return
        self._wanted = None
        if isinstance(news, DatasetReport):
            self.finished.emit(news)
        else:
            self.failed.emit(localised(news.sentence))
