"""Step 2: what to begin from, what for, and how long, with minutes measured on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.measure.vgg19_field import Vgg19Field
from app.window.training.goal import Goal, Material
from app.window.training.length_field import LengthField
from app.window.widgets.fields import Fold, combo, label
from app.window.widgets.radios import Radios
from app.window.widgets.step import Step
from app.window.widgets.titles import model_title
from engine.models import catalog
from trainer.recipes.toml import to_toml

SCALE = 4


class GoalStep(Step):
    """Everything that is chosen here comes to one ``goal``."""

    begun = Signal(Goal)
    """A person starts the training."""
    back_asked = Signal()
    """A person wants the step before."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._material: Material | None = None
        self.base = combo(self.tr("Begin from"), {})
        self.styles = Radios()
        self.degradations = Radios()
        self.length = LengthField()
        self.teachers = combo(self.tr("Learn from"), {})
        self.features = self._features(preferences)
        self.recipe = QPlainTextEdit()
        self.recipe.setReadOnly(True)
        self.recipe.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.recipe.setMinimumHeight(220)
        self.recipe.setAccessibleName(self.tr("Recipe"))
        self._lay_out()
        self.back = self.add_button(self.tr("Back"))
        self.start = self.add_button(self.tr("Start training"), "main")
        self._connect()

    def close_threads(self) -> None:
        """Give up what is measured or downloaded, and wait until it has ended."""
        self.length.close_threads()
        self.features.close_thread()

    def show_material(self, material: Material) -> None:
        """Which photos the goal is for; the computer is timed on them."""
        self._material = material
        self.show_models()
        self._on_style()

    def show_models(self) -> None:
        """Offer what the catalog holds now."""
        networks = [entry for entry in catalog.entries() if catalog.needs_network(entry.id)]
        _fill(self.base, [entry for entry in networks if entry.card and entry.card.dimensions.scale == SCALE])
        self._offer_teachers()

    def _offer_teachers(self) -> None:
        """All but the model that is to learn."""
        learning = self.base.currentData()
        networks = [entry for entry in catalog.entries() if catalog.needs_network(entry.id)]
        _fill(self.teachers, [entry for entry in networks if entry.id != learning])

    def goal(self) -> Goal:
        """What is chosen now; there must be a model to begin from."""
        textured = self.styles.value() == "textured"
        return Goal(
            self._base_file(),
            textured,
            self.degradations.value(),
            self.length.value(),
            self.features.file if textured else None,
            self.features.file is not None,
            self.teachers.currentData() if self.styles.value() == "taught" else "",
        )

    def _base_file(self) -> Path:
        path = catalog.find(self.base.currentData()).path
        assert path is not None
        return path

    # --- making it ---

    def _features(self, preferences: Preferences) -> Vgg19Field:
        missing = self.tr(
            "Texture is judged best by VGG19, a network of {} that is not here yet. "
            "Without it, local contrast stands in, which knows less."
        )
        field = Vgg19Field(preferences, missing, self.tr("Texture is judged by VGG19."))
        field.setContentsMargins(22, 0, 0, 0)
        return field

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
        """What for, and from what."""
        column = _column(self.tr("GOAL"))
        self.styles.add(column, "faithful", self.tr("Faithful"), self.tr("The least error, nothing invented."))
        self.styles.add(column, "textured", self.tr("Textured"), self.tr("Sharper, with texture as in your photos."))
        column.addWidget(self.features)
        hint = self.tr(
            "The quick model learns what a slower one makes of your photos; import others on the page Upscale."
        )
        self.styles.add(column, "taught", self.tr("Teach what another model does"), hint)
        column.addLayout(self._teacher())
        column.addSpacing(16)
        column.addWidget(label(self.tr("BEGIN FROM"), "head"))
        column.addWidget(self.base)
        column.addSpacing(16)
        column.addWidget(label(self.tr("THE PHOTOS YOU WILL UPSCALE ARE"), "head"))
        self._add_degradations(column)
        column.addStretch(1)
        return column

    def _teacher(self) -> QHBoxLayout:
        """The model to learn from, below the goal that needs one."""
        row = QHBoxLayout()
        row.setContentsMargins(22, 0, 0, 0)
        row.addWidget(self.teachers)
        return row

    def _add_degradations(self, column: QVBoxLayout) -> None:
        texts = {
            "none": (self.tr("Clean"), self.tr("From the camera or scanned, saved well.")),
            "mild": (self.tr("A little noisy or compressed"), self.tr("From phones, the web, messengers.")),
            "strong": (self.tr("Very noisy or compressed"), self.tr("Old digital photos, saved many times.")),
        }
        for degradation, (title, hint) in texts.items():
            self.degradations.add(column, degradation, title, hint)

    def _right(self) -> QVBoxLayout:
        """How long, and the recipe that it comes to."""
        note = label(self.tr("A recipe can be changed and run by “fourfold train” on the command line."), "quiet")
        note.setWordWrap(True)
        self.expert = Fold(self.tr("Show the recipe…"), self.tr("Hide the recipe"))
        self.expert.inside.addWidget(self.recipe, 1)
        self.expert.inside.addWidget(note)
        column = _column(self.tr("HOW LONG"))
        column.addWidget(self.length)
        column.addSpacing(16)
        column.addWidget(self.expert)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.styles.changed.connect(self._on_style)
        self.base.currentIndexChanged.connect(self._on_base)
        self.features.changed.connect(self._on_change)
        self.teachers.currentIndexChanged.connect(self._on_change)
        self.degradations.changed.connect(self._on_kind)
        self.length.changed.connect(self._show_recipe)
        self.length.failed.connect(lambda sentence: self.say(sentence, "bad"))
        self.back.clicked.connect(self._go_back)
        self.start.clicked.connect(self._begin)

    # --- what happens ---

    def _on_style(self) -> None:
        textured = self.styles.value() == "textured"
        self.features.setVisible(textured)
        self.teachers.setVisible(self.styles.value() == "taught")
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

    def _of(self, pair: catalog.ModelPair) -> str:
        return pair.textured if self.styles.value() == "textured" else pair.faithful

    def _on_base(self) -> None:
        self._offer_teachers()
        self._on_change()

    def _on_change(self) -> None:
        """What decides about the time has changed."""
        self._say_photos()
        self._show_recipe()
        if self._material and self.base.currentData():
            self.length.measure(self.goal(), self._material)

    def _say_photos(self) -> None:
        """How many there are to learn from, in the place of what went wrong before."""
        if self._material:
            text = self.tr("Photos to learn from: {}. Held back for judging: {}.")
            held_out = self._material.held_out
            self.say(text.format(self._material.count - held_out, held_out))

    def _show_recipe(self) -> None:
        if self.base.currentData():
            self.recipe.setPlainText(to_toml(self.goal().recipe()))

    def _begin(self) -> None:
        self.length.stop()
        self.begun.emit(self.goal())

    def _go_back(self) -> None:
        self.length.stop()
        self.back_asked.emit()


def _fill(box: QComboBox, entries: list[catalog.Entry]) -> None:
    """Offer models, and keep the one that is chosen where it is still there."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for entry in entries:
            box.addItem(model_title(entry.id), entry.id)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def _column(head: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(head, "head"))
    return column
