"""The child that writes the report of a study."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.window.platform.child import Child
from app.window.platform.endings import Ending
from trainer.study.folder import StudyFolder

PAGE = "report.html"


class Reporter(QObject):
    """Writes one report at a time, into the folder of the study."""

    made = Signal(Path)
    """The page for a browser."""
    failed = Signal(str)
    """Why there is none, in the person's language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: Child | None = None
        self._page = Path()

    def make(self, folder: Path) -> None:
        """Begin."""
        self.close()
        self._page = StudyFolder(folder).report / PAGE
        self._child = Child(["study", "report", str(folder)], self)
        self._child.ended.connect(self._on_ended)
        self._child.start()

    def close(self) -> None:
        """Give it up, and wait until its child is gone."""
        if self._child:
            self._child.kill()
            self._child.finish()
            self._child = None

    def _on_ended(self, ending: Ending) -> None:
        assert self._child is not None
        self._child.deleteLater()
        self._child = None
        if ending.good:
            self.made.emit(self._page)
        else:
            self.failed.emit(ending.sentence)
