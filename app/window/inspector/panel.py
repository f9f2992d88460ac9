"""The inspector: all choices about results in one panel, with what they come to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.window.inspector.choices import Choices
from app.window.inspector.computing import ComputingField
from app.window.inspector.files import FileField
from app.window.inspector.models import ModelField
from app.window.inspector.outcome import Outcome, outcome
from app.window.inspector.sizes import SizeField
from app.window.widgets.fields import label, row, rule
from app.window.widgets.tokens import INSPECTOR_WIDTH
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.jobs.assessment import Damage
from engine.picture import Header


class Inspector(QWidget):
    """Made of fields, each for a part of the choices.

    Signals: ``changed(choices)``, for every change by a person (Choices); ``save_asked()``, ``save_all_asked()``,
    ``import_asked()``, by their buttons.
    """

    changed = Signal(Choices)
    save_asked = Signal()
    save_all_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(INSPECTOR_WIDTH)
        self._photo: tuple[Path, Header, Format] | None = None
        self._speed: float | None = None
        self._showing = False
        self.models = ModelField()
        self.sizes = SizeField()
        self.files = FileField()
        self.computing = ComputingField()
        self.outcome = label("", "quiet")
        self.problem = label("", "bad")
        for text in (self.outcome, self.problem):
            text.setWordWrap(True)
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "main")
        self.save_all = QPushButton(self.tr("Save all"))
        self._lay_out()
        self._connect()
        self._update()

    # --- making it ---

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._fields())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(rule())
        buttons = row(self.save, self.save_all)
        buttons.setContentsMargins(16, 12, 16, 12)
        whole.addLayout(buttons)

    def _fields(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.models)
        layout.addSpacing(8)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addWidget(label(self.tr("SIZE"), "head"))
        for part in (self.sizes, self.outcome, self.problem):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addWidget(self.files)
        layout.addWidget(self.computing)
        layout.addStretch(1)
        return inside

    def _connect(self) -> None:
        for field in (self.models, self.sizes, self.files, self.computing):
            field.changed.connect(self._on_change)
        self.models.import_asked.connect(self.import_asked)
        self.save.clicked.connect(self.save_asked)
        self.save_all.clicked.connect(self.save_all_asked)

    # --- what it holds ---

    def choices(self) -> Choices:
        """All of them; the model may be left open."""
        files = self.files
        return Choices(
            self.models.model(),
            self.computing.method(self.models.share),
            self.sizes.choice(),
            files.chosen_format(),
            files.quality.value(),
            files.bits.currentData(),
            files.metadata.isChecked(),
            files.template.text(),
            files.folder,
            IfExists(files.policy.currentData()),
        )

    def decided(self) -> Choices:
        """The choices as they come to for the photo shown."""
        return self.choices().decided(self.models.advised)

    def show_choices(self, choices: Choices) -> None:
        """Show choices kept from before."""
        self._showing = True
        self.models.set_share(choices.method.texture)
        self.models.choose(choices.model)
        self.sizes.show_choice(choices.size)
        self.files.show_choices(choices)
        self.computing.show_method(choices.method)
        self._showing = False
        self._update()

    def show_photo(self, path: Path, header: Header, format: Format, advised: str, damage: Damage) -> None:
        """The photo whose result is described, and the model advised for it, with its reason."""
        self._photo = (path, header, format)
        self.models.show_advice(advised, damage)
        self.sizes.set_photo(header.size)
        self._update()

    def show_nothing(self) -> None:
        """No photo whose result could be described."""
        self._photo = None
        self.models.show_advice()
        self._update()

    def show_count(self, count: int) -> None:
        """How many photos there are to save."""
        self.save.setEnabled(count > 0)
        self.save_all.setEnabled(count > 1)
        self.save_all.setText(self.tr("Save all {}").format(count) if count > 1 else self.tr("Save all"))

    def set_speed(self, seconds_per_megapixel: float | None) -> None:
        """How long a megapixel of the result takes on this computer."""
        self._speed = seconds_per_megapixel
        self._update()

    def refresh(self) -> None:
        """Say again what comes of the photo: a file may be there now that was not."""
        self._update()

    def choose_model(self, model: str) -> None:
        """As if a person had chosen it."""
        self.models.choose(model)
        self._on_change()

    def nudge_texture(self, step: int) -> None:
        """More texture by that many per cent, or less."""
        self.models.texture.set_value(self.models.texture.value() + step)

    def _on_change(self) -> None:
        if not self._showing:
            self._update()
            self.changed.emit(self.choices())

    # --- what it comes to ---

    def _update(self) -> None:
        choices = self.decided()
        lossy = choices.format.lossy if choices.format else self._photo is None or self._photo[2].lossy
        self.files.show_lossy(lossy)
        made = outcome(*self._photo, choices, self._speed) if self._photo else Outcome()
        for part, text in ((self.outcome, made.size), (self.problem, made.problem), (self.files.preview, made.name)):
            part.setText(text)
            part.setVisible(bool(text))
