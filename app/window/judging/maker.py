"""The child that makes a study."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.window.judging import studies
from app.window.judging.wish import StudyWish
from app.window.platform.endings import Ending
from app.window.platform.errand import Errand
from trainer.events import ImagesMade, StudyMade, TrainerEvent


class StudyMaker(QObject):
    """Makes one study at a time. What is given up is removed."""

    progressed = Signal(int, int)
    """How many pictures there are, and will be."""
    made = Signal(Path)
    """The folder of the study."""
    failed = Signal(str)
    """Why there is none, in the person's language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._errand = Errand(StudyMade, self)
        self._errand.said.connect(self._on_said)
        self._errand.answered.connect(self._on_made)
        self._errand.failed.connect(self._on_failed)

    @property
    def is_running(self) -> bool:
        """Whether a study is being made."""
        return self._errand.is_running

    def make(self, wish: StudyWish) -> None:
        """Begin."""
        self.close()
        studies.purge()
        self._folder = studies.new_folder()
        self._errand.send(wish.command(self._folder))

    def close(self) -> None:
        """Give it up, and wait until its child is gone."""
        self._errand.close()
        if self._folder:
            studies.remove(self._folder)
            self._folder = None

    def _on_said(self, event: TrainerEvent) -> None:
        if isinstance(event, ImagesMade):
            self.progressed.emit(event.done, event.total)

    def _on_made(self, event: StudyMade) -> None:
        self._folder = None
        self.made.emit(Path(event.path))

    def _on_failed(self, ending: Ending) -> None:
        self.close()
        self.failed.emit(ending.sentence)
