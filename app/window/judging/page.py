"""The page on which people judge models blindly: three steps, one after the other."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.judging.choose_step import ChooseStep
from app.window.judging.methods import Offer
from app.window.judging.rate_step import RateStep
from app.window.judging.result_step import ResultStep
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from app.window.widgets.step import StepBar
from app.window.widgets.theme import Theme
from trainer.errors import BadStudy
from trainer.study.folder import StudyFolder
from trainer.study.session import Session, Stage

_FOOT = 56


class At(IntEnum):
    """The steps."""

    CHOOSE = 0
    RATE = 1
    RESULT = 2


class JudgePage(QWidget):
    """Leads from step to step; ``folder`` is the study that is judged."""

    starting = Signal()
    """A child will begin: whoever holds models lets go of them."""
    model_wanted = Signal(Offer)
    """A model to upscale with from now on."""
    closed = Signal()
    """A person goes back to the photos."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = Path()
        self.notice = Notice(theme, self, _FOOT)
        self.choose = ChooseStep(preferences)
        self.rate = RateStep(theme, preferences)
        self.result = ResultStep(theme)
        self.bar = StepBar(theme, [self.tr("Choose"), self.tr("Judge"), self.tr("Result")])
        self.steps = QStackedWidget()
        for step in (self.choose, self.rate, self.result):
            self.steps.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.steps, 1)
        self._connect()

    def _connect(self) -> None:
        self.choose.starting.connect(self.starting)
        self.choose.judging.connect(self.judge)
        self.choose.result_asked.connect(self.show_result)
        self.rate.finished.connect(lambda: self.show_result(self.folder))
        self.rate.paused.connect(self._pause)
        self.rate.failed.connect(self.notice.warn)
        self.result.model_wanted.connect(self.model_wanted)
        self.result.again_asked.connect(self._choose_again)
        self.result.told.connect(self.notice.tell)

    @property
    def at(self) -> At:
        """The step that is shown."""
        return At(self.steps.currentIndex())

    def show_step(self, step: At) -> None:
        """Go to a step."""
        self.steps.setCurrentIndex(step)
        self.bar.show_step(step)

    def show_list(self, photos: list[Path]) -> None:
        """The page is come to; the list holds these photos."""
        self.choose.show_list(photos)
        if self.at is At.CHOOSE:
            self.choose.focus()

    def take(self, paths: list[Path]) -> None:
        """Files or folders were dropped: photos to be judged, or a study that was made elsewhere."""
        if self.at is not At.CHOOSE or self.choose.maker.is_running:
            self.notice.tell(self.tr("Finish this first; then other photos can be judged."))
        elif (paths[0] / "study.json").is_file():
            self.choose.earlier.take(paths[0])
        else:
            self.choose.photos.take(paths)

    def judge(self, folder: Path) -> None:
        """Let the person at the window judge a study, from where they were."""
        try:
            study, session = StudyFolder(folder).study(), Session.begin(StudyFolder(folder), self.choose.name)
        except BadStudy as error:
            self.choose.say(localised(error.sentence), "bad")
            return
        self.folder = folder
        if session.stage is Stage.DONE:
            self.show_result(folder)
            return
        self.rate.show_session(session, study.mode)
        self.show_step(At.RATE)

    def show_result(self, folder: Path) -> None:
        """Say what a study says."""
        self.folder = folder
        self.show_step(At.RESULT)
        self.result.show_study(folder)

    def close_threads(self) -> None:
        """Wait until all threads and children have ended; what was answered is kept."""
        for part in (self.choose, self.result):
            part.close_threads()

    def _pause(self) -> None:
        """What is answered is kept, and offered again."""
        self._choose_again()
        self.closed.emit()

    def _choose_again(self) -> None:
        self.choose.refresh(self.folder)
        self.show_step(At.CHOOSE)
        self.choose.focus()
