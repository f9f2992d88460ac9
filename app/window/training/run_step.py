"""Step 3: the training, seen live: how far, curves, a crop of a photo held back, what it is shown, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QProgressBar, QPushButton, QStackedLayout, QWidget

from app.window.training.course import Course
from app.window.training.crop_view import CropView
from app.window.training.curves import CurvePlot
from app.window.training.film import GAP
from app.window.training.lesson_view import LessonView
from app.window.training.runner import RunState, TrainingRunner
from app.window.widgets.fields import label, set_kind, tip
from app.window.widgets.language import localised
from app.window.widgets.step import Step
from app.window.widgets.theme import Theme
from app.window.widgets.words import decimal, duration
from engine.texts import shown

CURVES_HEIGHT = 168


class RunStep(Step):
    """Shows what the runner's training has told; going on and giving up is for the page to do."""

    judging_asked = Signal()
    """The training is done, or was stopped to be judged."""
    discard_asked = Signal()
    """It is to be given up."""
    continue_asked = Signal()
    """It is paused and is to go on."""

    def __init__(self, theme: Theme, runner: TrainingRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._judging = False
        self.title = label("", "title")
        self.left = label("")
        self.facts = label("", "quiet")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Training"))
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.crop = CropView(theme)
        self.lessons = LessonView(theme)
        self._views = QStackedLayout()
        self.looks = self._make_looks()
        self.psnr = CurvePlot(theme, self.tr("Held-back photos: PSNR in dB (dashed: before)"))
        self.perceptual = CurvePlot(theme, self.tr("Held-back photos: distance to the eye (dashed: before)"))
        self.loss = CurvePlot(theme, self.tr("Loss on the photos it learns from"))
        self.discard = self.add_button(self.tr("Stop and discard"))
        self.pause = self.add_button(self.tr("Pause"))
        self.keep = self.add_button(self.tr("Stop and judge"), "main")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.left)
        curves = QHBoxLayout()
        curves.setSpacing(GAP)
        for curve in (self.psnr, self.perceptual, self.loss):
            curve.setMaximumHeight(CURVES_HEIGHT)
            curves.addWidget(curve, 1)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.facts, 1)
        for look in self.looks:
            line.addWidget(look)
        self.body.addLayout(head)
        self.body.addWidget(self.progress)
        self.body.addLayout(line)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._views, 3)
        for view in (self.crop, self.lessons):
            self._views.addWidget(view)
        self.body.addLayout(curves, 2)

    def _make_looks(self) -> list[QPushButton]:
        """What is looked at: how a photo held back comes out, or what is learned from."""
        group = QButtonGroup(self)
        looks = [QPushButton(text) for text in (self.tr("A photo held back"), self.tr("What it is shown"))]
        for number, look in enumerate(looks):
            look.setProperty("kind", "chip")
            look.setCheckable(True)
            look.setChecked(number == 0)
            look.clicked.connect(lambda _=False, number=number: self._views.setCurrentIndex(number))
            group.addButton(look)
        return looks

    def take_focus(self) -> None:
        super().take_focus()
        if self.pause.isEnabled() and not self.pause.isHidden():
            self.pause.setFocus()

    def _connect(self) -> None:
        self._runner.changed.connect(self._on_state)
        self._runner.told.connect(self._show)
        self.pause.clicked.connect(self._pause_or_go_on)
        self.keep.clicked.connect(self._stop_and_judge)
        self.discard.clicked.connect(self.discard_asked)
        self.crop.looked_at.connect(self._mark)

    # --- what a person does ---

    def _pause_or_go_on(self) -> None:
        if self._runner.state is RunState.RUNNING:
            self._runner.stop()
        else:
            self.continue_asked.emit()

    def _stop_and_judge(self) -> None:
        if self._runner.is_running:
            self._judging = True
            self._runner.stop()
        else:
            self.judging_asked.emit()

    # --- what the training tells ---

    def _on_state(self) -> None:
        state, course = self._runner.state, self._runner.course
        running = state is RunState.RUNNING
        self.pause.setText(self.tr("Pause") if self._runner.is_running else self.tr("Continue"))
        self.allow(self.pause, state is not RunState.STOPPING, visible=state is not RunState.FINISHED)
        self._allow_keeping()
        self.discard.setText(self.tr("Stop and discard") if self._runner.is_running else self.tr("Discard"))
        self.keep.setText(self.tr("Stop and judge") if self._runner.is_running else self.tr("Judge the result"))
        self._show_problem()
        self.say(self._hint() if running else "")
        if course is None:
            return
        self._show()
        if state is RunState.FINISHED or (state is RunState.PAUSED and self._judging):
            self._judging = False
            self.judging_asked.emit()
        if state in (RunState.FAILED, RunState.NONE):
            self._judging = False

    def _allow_keeping(self) -> None:
        course = self._runner.course
        judgeable = course is not None and bool(course.scores)
        self.allow(self.keep, judgeable and self._runner.state is not RunState.STOPPING)

    def _hint(self) -> str:
        course = self._runner.course
        if course and course.device.startswith("cuda"):
            return self.tr("Photos can be upscaled meanwhile; they share the graphics card, so both are slower.")
        return self.tr("Photos can be upscaled meanwhile; both share the CPU, so both are slower.")

    def _show(self) -> None:
        course = self._runner.course
        if course is None:
            return
        self._allow_keeping()
        self.title.setText(self.tr("Learning from “{}”").format(shown(self._runner.subject)))
        self.left.setText(self._time_left(course))
        self.progress.setValue(round(1000 * course.share))
        self.facts.setText(self._facts(course))
        self._show_problem()
        self._show_curves(course)
        self.crop.show_course(course)
        self.lessons.show_course(course)

    def _time_left(self, course: Course) -> str:
        match self._runner.state:
            case RunState.STOPPING:
                return self.tr("Saving…")
            case RunState.PAUSED:
                return self.tr("Paused")
            case RunState.FAILED:
                return self.tr("Broken off")
            case RunState.FINISHED:
                return self.tr("Done")
        if course.left is None:
            return self.tr("Getting ready…")
        return self.tr("{} left").format(duration(course.left))

    def _facts(self, course: Course) -> str:
        if not course.step and course.teaching:
            return self.tr("The other model upscales picture {} of {}").format(*course.teaching)
        if not course.step and course.reading:
            return self.tr("Reading photo {} of {}").format(*course.reading)
        parts = [self.tr("Step {} of {}").format(course.step, course.steps)] if course.steps else []
        gain, further = course.gain("psnr"), course.gain("perceptual")
        if gain is not None:
            parts.append(self.tr("{} dB against the base").format(decimal(gain, 2, signed=True)))
        if further is not None:
            share = 100 * further / course.scores[0]["perceptual"]
            parts.append(self.tr("distance to the eye {} %").format(decimal(share, 1, signed=True)))
        return "   ·   ".join(parts)

    def _show_problem(self) -> None:
        """Why the training has failed, or what it warns of while it goes on."""
        ending, course = self._runner.problem, self._runner.course
        text = ending.sentence or (localised(course.warning) if course else "")
        set_kind(self.problem, "bad" if ending.sentence else "warn")
        self.problem.setText(text)
        self.problem.setToolTip(tip(ending.details))
        self.problem.setVisible(bool(text))

    def _show_curves(self, course: Course) -> None:
        for curve, name in ((self.psnr, "psnr"), (self.perceptual, "perceptual")):
            curve.show_points(course.curve(name), course.steps, course.scores.get(0, {}).get(name))
        self.perceptual.setVisible(bool(course.curve("perceptual")))
        self.loss.show_points(course.losses, course.steps, noisy=True)

    def _mark(self, step: int | None) -> None:
        """Show on the curves where the crop is from."""
        for curve in (self.psnr, self.perceptual, self.loss):
            curve.look_at(step)
