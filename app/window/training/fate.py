"""What becomes of a training in the end: given up or kept beside its model, and how either is taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.window.training import trainings
from app.window.training.runner import TrainingRunner
from app.window.widgets.asking import ask
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from engine.errors import CannotSave
from engine.texts import shown


class Fate(QObject):
    """Acts on what the runner holds, and says by the notice what was done."""

    restored = Signal(Path)
    """A training that was given up is there again, in this folder."""
    restored_beside_model = Signal()
    """The same of one that a model was kept of."""

    def __init__(self, runner: TrainingRunner, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._runner, self._notice, self._page = runner, notice, page

    def discard(self) -> bool:
        """Give it up if the person still wants that; whether it is gone."""
        if not self._may_discard():
            return False
        subject = self._runner.subject
        try:
            discarded = self._runner.discard()
        except CannotSave as error:
            self._notice.warn(localised(error.sentence))
            return False
        if discarded:
            text = self.tr("The training on “{}” was discarded.").format(shown(subject))
            self._notice.tell(text, self.tr("Undo"), lambda: self._restore(discarded), stays=True)
        return True

    def settle(self, model: str, *, stays: bool) -> None:
        """A model was kept of it: let it stay beside that, or give it up."""
        try:
            trainings.mark_kept(self._runner.run, model)
            if stays:
                self._runner.let_go()
                return
            discarded = self._runner.discard()
        except CannotSave as error:
            self._notice.warn(localised(error.sentence))
            return
        if discarded:
            text = self.tr("{} is in every list of models now; its training was discarded.").format(shown(model))
            self._notice.tell(text, self.tr("Undo"), lambda: self._restore_beside_model(discarded), stays=True)

    def _may_discard(self) -> bool:
        """Asked where steps would be lost."""
        course = self._runner.course
        if course is None or not course.step:
            return True
        question = self.tr("Discard this training?")
        consequence = self.tr("It can be brought back until you close Fourfold.")
        return ask(self._page, question, consequence, self.tr("Discard"), keep=self.tr("Keep it"))

    def _restore(self, discarded: Path) -> None:
        if run := self._brought_back(discarded):
            self.restored.emit(run)

    def _restore_beside_model(self, discarded: Path) -> None:
        if self._brought_back(discarded):
            self.restored_beside_model.emit()

    def _brought_back(self, discarded: Path) -> Path | None:
        try:
            return trainings.restore(discarded)
        except CannotSave as error:
            self._notice.warn(localised(error.sentence))
            return None
