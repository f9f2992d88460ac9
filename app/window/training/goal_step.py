"""Step 2: what to begin from, what for, and how long, with minutes measured on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.window.inspector.preferences import Preferences
from app.window.measure.vgg19_field import Vgg19Field
from app.window.training import commands, trainings
from app.window.training.endings import Ending
from app.window.training.errand import Errand
from app.window.training.goal import Goal, Length, Material
from app.window.training.step import Step
from app.window.widgets.fields import Fold, combo, label
from app.window.widgets.language import localised
from app.window.widgets.radios import Radios
from app.window.widgets.titles import model_title
from app.window.widgets.words import duration
from engine.errors import CannotSave
from engine.models import catalog
from trainer.recipes.toml import to_toml

SCALE = 4
_REST = 300
"""Milliseconds after the last change before the computer is timed anew."""


class GoalStep(Step):
    """``begun(goal)`` when a person starts the training, ``back_asked()``."""

    begun = Signal(object)
    back_asked = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._material: Material | None = None
        self.base = combo(self.tr("Begin from"), {})
        self.styles = Radios()
        self.degradations = Radios()
        self.lengths = Radios()
        self.minutes = {length: label("") for length in Length}
        self.device = label("", "quiet")
        self.features = Vgg19Field(
            preferences,
            self.tr(
                "Texture is judged best by VGG19, a network of {} that is not here yet. "
                "Without it, local contrast stands in, which knows less."
            ),
            self.tr("Texture is judged by VGG19."),
        )
        self.features.setContentsMargins(22, 0, 0, 0)
        self.recipe = QPlainTextEdit()
        self.recipe.setReadOnly(True)
        self.recipe.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.recipe.setMinimumHeight(220)
        self.recipe.setAccessibleName(self.tr("Recipe"))
        self._timing = Errand("timed", self)
        self._timing.answered.connect(self._on_timed)
        self._timing.failed.connect(self._on_not_timed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._time)
        self._lay_out()
        self.back = self.add_button(self.tr("Back"))
        self.start = self.add_button(self.tr("Start training"), "main")
        self._connect()

    def close_threads(self) -> None:
        self._rest.stop()
        self._timing.close()
        self.features.close_thread()

    def show_material(self, material: Material) -> None:
        """Which photos the goal is for; the computer is timed on them."""
        self._material = material
        self.show_models()
        self._on_style()

    def show_models(self) -> None:
        """Offer what the catalog holds now."""
        chosen = self.base.currentData()
        before = self.base.blockSignals(True)
        self.base.clear()
        for entry in catalog.entries():
            if entry.card and entry.card.dimensions.scale == SCALE:
                self.base.addItem(model_title(entry.id), entry.id)
        self.base.setCurrentIndex(max(0, self.base.findData(chosen)))
        self.base.blockSignals(before)

    def goal(self) -> Goal:
        textured = self.styles.value() == "textured"
        return Goal(
            self._base_file(),
            textured,
            str(self.degradations.value()),
            Length(self.lengths.value()),
            self.features.file if textured else None,
            self.features.file is not None,
        )

    def _base_file(self) -> Path:
        path = catalog.find(self.base.currentData()).path
        assert path is not None
        return path

    # --- making it ---

    def _lay_out(self) -> None:
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(48)
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addWidget(scroll)

    def _left(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(label(self.tr("GOAL"), "head"))
        self.styles.add(column, "faithful", self.tr("Faithful"), self.tr("The least error, nothing invented."))
        self.styles.add(column, "textured", self.tr("Textured"), self.tr("Sharper, with texture as in your photos."))
        column.addWidget(self.features)
        column.addSpacing(16)
        column.addWidget(label(self.tr("BEGIN FROM"), "head"))
        column.addWidget(self.base)
        column.addSpacing(16)
        column.addWidget(label(self.tr("THE PHOTOS YOU WILL UPSCALE ARE"), "head"))
        self.degradations.add(column, "none", self.tr("Clean"), self.tr("From the camera or scanned, saved well."))
        self.degradations.add(
            column, "mild", self.tr("A little noisy or compressed"), self.tr("From phones, the web, messengers.")
        )
        self.degradations.add(
            column, "strong", self.tr("Very noisy or compressed"), self.tr("Old digital photos, saved many times.")
        )
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(label(self.tr("HOW LONG"), "head"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(4)
        texts = {
            Length.QUICK: (self.tr("Quick"), self.tr("Shows whether your photos have something to teach.")),
            Length.BALANCED: (self.tr("Balanced"), self.tr("Most of what can be gained.")),
            Length.THOROUGH: (self.tr("Thorough"), self.tr("The last bit. It stops early where nothing is gained.")),
        }
        for number, (length, (title, hint)) in enumerate(texts.items()):
            place = QVBoxLayout()
            self.lengths.add(place, length, title, hint)
            grid.addLayout(place, number, 0)
            grid.addWidget(self.minutes[length], number, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self.minutes[length].setContentsMargins(0, 4, 0, 0)
        column.addLayout(grid)
        self.device.setWordWrap(True)
        column.addWidget(self.device)
        column.addSpacing(16)
        self.expert = Fold(self.tr("Show the recipe…"), self.tr("Hide the recipe"))
        self.expert.inside.addWidget(self.recipe, 1)
        note = label(self.tr("A recipe can be changed and run by “fourfold train” on the command line."), "quiet")
        note.setWordWrap(True)
        self.expert.inside.addWidget(note)
        column.addWidget(self.expert)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.styles.changed.connect(self._on_style)
        self.base.currentIndexChanged.connect(self._on_change)
        self.features.changed.connect(self._on_change)
        self.degradations.changed.connect(self._on_kind)
        self.lengths.changed.connect(self._show_recipe)
        self.back.clicked.connect(self._go_back)
        self.start.clicked.connect(self._begin)

    # --- what happens ---

    def _on_style(self) -> None:
        textured = self.styles.value() == "textured"
        self.features.setVisible(textured)
        if textured:
            self.features.refresh()
        self._on_kind()

    def _on_kind(self) -> None:
        """Begin from the model that ships for such photos, unless the person chose one of their own."""
        if catalog.pair_of(self.base.currentData()):
            pair = catalog.CLEAN if self.degradations.value() == "none" else catalog.PHOTO
            rows = [self.base.findData(self._of(each)) for each in (pair, catalog.CLEAN)]
            self.base.setCurrentIndex(next((row for row in rows if row >= 0), self.base.currentIndex()))
        self._on_change()

    def _of(self, pair: catalog.Pair) -> str:
        return pair.textured if self.styles.value() == "textured" else pair.faithful

    def _on_change(self) -> None:
        """What decides about the time has changed."""
        self._say_photos()
        self._show_recipe()
        self._timing.cancel()
        for text in self.minutes.values():
            text.setText("…")
        self.device.setText(self.tr("Timing ten steps on this computer…"))
        self._rest.start()

    def _say_photos(self) -> None:
        """How many there are to learn from, in the place of what went wrong before."""
        if self._material:
            text = self.tr("Photos to learn from: {}. Locked away to judge by: {}.")
            held_out = self._material.held_out
            self.say(text.format(self._material.count - held_out, held_out))

    def _show_recipe(self) -> None:
        if self.base.currentData():
            self.recipe.setPlainText(to_toml(self.goal().recipe()))

    def _time(self) -> None:
        if self._material is None or not self.base.currentData():
            return
        try:
            leave_out = trainings.write_leave_out(trainings.root(), self._material.leave_out)
        except CannotSave as error:
            self._on_not_timed(Ending(localised(error.sentence)))
            return
        self._timing.send(commands.time(self.goal(), self._material, leave_out))

    def _on_timed(self, event: dict[str, Any]) -> None:
        for length, text in self.minutes.items():
            text.setText(self.tr("about {}").format(_rounded(event[length.value]["minutes"])))
        device = self.tr("the CPU") if event["device"] == "cpu" else event["device"]
        self.device.setText(self.tr("Timed here, on {}. It can be paused at any time.").format(device))

    def _on_not_timed(self, ending: Ending) -> None:
        for text in self.minutes.values():
            text.setText("")
        self.device.setText("")
        self.say(ending.sentence, "bad")

    def _begin(self) -> None:
        self._settle()
        self.begun.emit(self.goal())

    def _go_back(self) -> None:
        self._settle()
        self.back_asked.emit()

    def _settle(self) -> None:
        self._rest.stop()
        self._timing.cancel()


def _rounded(minutes: float) -> str:
    """A time as exact as an estimate deserves."""
    return duration(60 * (round(minutes) if minutes >= 2 else minutes))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(4)
    return column
