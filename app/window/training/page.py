"""The page on which a model learns a person's photos: five steps, one after the other."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.training import trainings
from app.window.training.fate import Fate
from app.window.training.goal import Goal, Material
from app.window.training.goal_step import GoalStep
from app.window.training.model_step import ModelStep
from app.window.training.photos_step import PhotosStep
from app.window.training.run_step import RunStep
from app.window.training.runner import RunState, TrainingRunner
from app.window.training.verdict_step import VerdictStep
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from app.window.widgets.step import Step, StepBar
from app.window.widgets.theme import Theme
from app.window.widgets.words import duration, percent
from engine.errors import CannotSave
from trainer.run_folder import RunFolder

_FOOT = 56


class At(IntEnum):
    """The steps."""

    PHOTOS = 0
    GOAL = 1
    RUN = 2
    VERDICT = 3
    MODEL = 4


class TrainPage(QWidget):
    """Leads from step to step and keeps what they have in common: the material, the runner, messages."""

    starting = Signal()
    """A child will begin to train: whoever holds models lets go of them."""
    models_changed = Signal()
    """The person's models are others."""
    model_wanted = Signal(str)
    """The id of a model to upscale with."""
    told = Signal()
    """There is news of the training."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runner = TrainingRunner(self)
        self._material: Material | None = None
        self.notice = Notice(theme, self, _FOOT)
        self.fate = Fate(self.runner, self.notice, self)
        self.photos = PhotosStep(theme)
        self.goal = GoalStep(preferences)
        self.run = RunStep(theme, self.runner)
        self.verdict = VerdictStep(theme, self.runner)
        self.model = ModelStep(self.notice)
        names = [self.tr("Photos"), self.tr("Goal"), self.tr("Training"), self.tr("Verdict"), self.tr("Model")]
        self.bar = StepBar(theme, names)
        self.steps = QStackedWidget()
        self._all: tuple[Step, ...] = (self.photos, self.goal, self.run, self.verdict, self.model)
        for step in self._all:
            self.steps.addWidget(step)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.steps, 1)

    def _connect(self) -> None:
        self.photos.folder_asked.connect(self._choose_folder)
        self.photos.models_asked.connect(self.show_models)
        self.photos.chosen.connect(self._on_photos)
        self.goal.back_asked.connect(lambda: self.show_step(At.PHOTOS))
        self.goal.begun.connect(self._on_goal)
        self.run.judging_asked.connect(self._judge)
        self.run.discard_asked.connect(self._discard)
        self.run.continue_asked.connect(lambda: self._continue())
        self.fate.restored.connect(self._on_restored)
        self.fate.restored_beside_model.connect(self.model.show_training)
        self.verdict.kept.connect(self._on_wanted)
        self.verdict.discarded.connect(self._discard)
        self.verdict.continued.connect(self._continue)
        self.verdict.back_asked.connect(lambda: self.show_step(At.RUN))
        self.model.kept.connect(lambda model: self.fate.settle(model, stays=self.model.naming.stays.isChecked()))
        self.model.continued.connect(self._train_on)
        self.model.changed.connect(self._on_models)
        self.model.wanted.connect(self.model_wanted)
        self.model.left.connect(self._leave_models)
        self.runner.changed.connect(self.told)
        self.runner.told.connect(self.told)

    @property
    def at(self) -> At:
        """The step that is shown."""
        return At(self.steps.currentIndex())

    @property
    def is_training(self) -> bool:
        """Whether a child trains, or is saving to stop."""
        return self.runner.is_running

    def news(self) -> str:
        """How far the training is, in a few words; empty where none runs."""
        course = self.runner.course
        if course is None or not self.runner.is_running:
            return ""
        left = self.tr("{} left").format(duration(course.left)) if course.left is not None else ""
        return "   ".join(filter(None, [self.tr("Training {}").format(percent(course.share)), left]))

    def show_step(self, step: At) -> None:
        """Go to a step."""
        self.steps.setCurrentIndex(step)
        self.bar.show_step(step)
        self._all[step].take_focus()

    def close_threads(self) -> None:
        """Save the training that runs, and wait until all children have ended."""
        for part in (self.photos, self.goal, self.verdict, self.model):
            part.close_threads()
        self.runner.close()
        trainings.purge()

    # --- photos and goal ---

    def take(self, paths: list[Path]) -> None:
        """A folder was dropped; it is looked at unless something is on its way."""
        folder = next((path for path in paths if path.is_dir()), None)
        if self.at not in (At.PHOTOS, At.GOAL):
            self.notice.tell(self.tr("Decide about this training first; then another can begin."))
        elif folder is None:
            self.notice.tell(self.tr("Drop a folder; its photos are what is learned from."))
        else:
            self.show_step(At.PHOTOS)
            self.photos.check(folder)

    def _choose_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("A folder of your photos")):
            self.take([Path(chosen)])

    def _on_photos(self, material: Material) -> None:
        self._material = material
        self.goal.show_material(material)
        self.show_step(At.GOAL)

    def _on_goal(self, goal: Goal) -> None:
        assert self._material is not None
        self.starting.emit()
        try:
            self.runner.begin(goal, self._material)
        except CannotSave as error:
            self.goal.say(localised(error.sentence), "bad")
            return
        self.show_step(At.RUN)

    # --- the training ---

    def take_up(self) -> None:
        """Go on with the newest training that nobody has decided about, if there is one."""
        runs = trainings.undecided()
        if not runs or self.runner.course is not None:
            return
        self.show_step(At.RUN)
        self.runner.take_up(runs[0])
        if self.runner.state is RunState.PAUSED:
            self._continue()

    def _continue(self, more: int = 0) -> None:
        self.verdict.cancel()
        self.starting.emit()
        self.show_step(At.RUN)
        try:
            self.runner.go_on(more)
        except CannotSave as error:
            self.notice.warn(localised(error.sentence))

    def _judge(self) -> None:
        self.show_step(At.VERDICT)
        self.verdict.judge()

    def _discard(self) -> None:
        if self.fate.discard():
            self.verdict.cancel()
            if self._material:
                self.goal.show_material(self._material)
            self.show_step(At.GOAL if self._material else At.PHOTOS)

    def _on_restored(self, run: Path) -> None:
        """Go to a training that was brought back, unless another has begun."""
        if self.runner.course is None:
            self.goal.length.stop()
            self.show_step(At.RUN)
            self.runner.take_up(RunFolder(run))
        else:
            self.notice.tell(self.tr("It is there again, and waits until you have decided about this one."))

    # --- models ---

    def _on_wanted(self, mix: float) -> None:
        self.model.show_new(self.runner.run, self.runner.subject, mix)
        self.show_step(At.MODEL)

    def _train_on(self, run: Path, more: int) -> None:
        """Go on with the training of a model that was kept."""
        if self.runner.course is not None:
            self.notice.tell(self.tr("Decide about this training first; then another can begin."))
            return
        trainings.unmark(run)
        self.runner.hold(RunFolder(run))
        self._continue(more)

    def show_models(self) -> None:
        """All models of the person's own."""
        self.model.show_all()
        self.show_step(At.MODEL)
        self.bar.show_step(At.MODEL, came=self.runner.course is not None)

    def _on_models(self) -> None:
        self.goal.show_models()
        self.models_changed.emit()

    def _leave_models(self) -> None:
        self.show_step(At.PHOTOS if self.runner.course is None else At.VERDICT)
