"""Step 4: whether it helped, on photos held back and on photos of other kinds, and how much to mix in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from app.window.platform.endings import Ending
from app.window.platform.errand import Errand
from app.window.training import commands, trainings
from app.window.training.film import frames_of_best
from app.window.training.runner import TrainingRunner
from app.window.training.train_on import TrainOnButton
from app.window.training.verdict_view import VerdictView
from app.window.widgets.fields import label, set_kind
from app.window.widgets.step import Step
from app.window.widgets.theme import Theme
from trainer.events import Judging, TrainerEvent
from trainer.verdict.grounds import Word
from trainer.verdict.verdict import Verdict


class VerdictStep(Step):
    """Judges what the runner holds when told to, and then lets a person decide."""

    kept = Signal(float)
    """The model is wanted, mixed from base (0) to trained (1)."""
    discarded = Signal()
    """The training is given up."""
    continued = Signal(int)
    """More training is wanted: so many steps more, or 0 for the rest of what was ordered."""
    back_asked = Signal()
    """A person wants to look at the training again."""

    def __init__(self, theme: Theme, runner: TrainingRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.verdict: Verdict | None = None
        self._errand = Errand(Verdict, self)
        self.judging = label("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(360)
        self.progress.setAccessibleName(self.tr("Judging"))
        self.view = VerdictView(theme)
        self._views = QStackedLayout()
        self.body.addLayout(self._views)  # before anything is in it, which would show as a window of its own
        self._views.addWidget(self._waiting())
        self._views.addWidget(self.view)
        self.back = self.add_button(self.tr("Back"))
        self.discard = self.add_button(self.tr("Discard"))
        self.more = self.put(TrainOnButton())
        self.keep = self.add_button(self.tr("Keep…"), "main")
        self.keep.setEnabled(False)
        self._connect()

    def _waiting(self) -> QWidget:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self.judging, self.progress):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return waiting

    def _connect(self) -> None:
        self._errand.said.connect(self._on_said)
        self._errand.answered.connect(self._on_verdict)
        self._errand.failed.connect(self._on_failed)
        self.more.wanted.connect(self.continued)
        self.back.clicked.connect(self.back_asked)
        self.view.mix.changed.connect(self._name_keeping)
        self.discard.clicked.connect(self.discarded)
        self.keep.clicked.connect(lambda: self.kept.emit(self.view.share))

    def close_threads(self) -> None:
        """Give up judging and wait until its child is gone."""
        self._errand.close()

    def cancel(self) -> None:
        """Give up judging, and what was judged."""
        self._errand.cancel()
        self.verdict = None

    def judge(self) -> None:
        """Judge the training that the runner holds, unless that was done since it made something."""
        self.cancel()
        self.more.offer(self._runner.course)
        if standing := trainings.standing_verdict(self._runner.run):
            self._on_verdict(standing)
            return
        self._views.setCurrentIndex(0)
        self.progress.setRange(0, 1)
        self.progress.reset()
        self.judging.setText(self.tr("Judging on the photos held back…"))
        self.progress.show()
        self.say("")
        self.allow(self.keep, False)
        self._errand.send(commands.verdict(self._runner.run))

    def _on_said(self, event: TrainerEvent) -> None:
        if isinstance(event, Judging):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)

    def _on_failed(self, ending: Ending) -> None:
        self.progress.hide()
        self.judging.setText(self.tr("There is no verdict."))
        self.say(ending.sentence, "bad")

    def _on_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        course = self._runner.course
        self.view.show_verdict(verdict, frames_of_best(course, verdict.measure) if course else [])
        self.say("")
        self._name_keeping()
        self._views.setCurrentIndex(1)

    def _name_keeping(self) -> None:
        """Only a model that is better, or a mix that is, stands out; what the slider says is what is kept."""
        verdict, share = self.verdict, self.view.mix.value()
        if verdict is None:
            return
        good = verdict.word is Word.BETTER or verdict.proposed is not None
        set_kind(self.keep, "main" if good else "")
        whole = self.tr("Keep…") if good else self.tr("Keep all the same…")
        self.keep.setText(whole if share in (0, 100) else self.tr("Keep {} %…").format(share))
        self.allow(self.keep, share > 0)
