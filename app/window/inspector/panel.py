"""The inspector: all choices about results in one panel, with what they come to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.window.inspector.choices import Choices, Part
from app.window.inspector.computing import ComputingField
from app.window.inspector.facts import FactsField
from app.window.inspector.files import FileField
from app.window.inspector.heads import Head, reset_link
from app.window.inspector.models import ModelField
from app.window.inspector.outcome import Outcome, outcome
from app.window.inspector.sizes import SizeField
from app.window.widgets.fields import keep_place, label, menu_button, row, rule, scrolling
from app.window.widgets.tokens import CONTROL, INSPECTOR_WIDTH, SCROLL_BAR
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.jobs.assessment import Damage
from engine.picture import Header

MARGIN = 16
TIGHT = 6
"""Pixels between the buttons at the foot."""
LINES = 4
"""There is always room for two on what a photo becomes, or for one on that and three on why it cannot."""


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
        self.outcome = label("", "quiet")
        self.problem = label("", "bad")
        self.sizes = SizeField()
        self.files = FileField()
        self.computing = ComputingField()
        self.facts = FactsField()
        self._heads = {
            Part.MODEL: Head(self.tr("MODEL"), self.tr("Reset the model and its texture")),
            Part.SIZE: Head(self.tr("SIZE"), self.tr("Reset the size")),
            Part.FILE: Head(self.tr("FILE"), self.tr("Reset the file")),
        }
        self.reset_all = reset_link(self.tr("Reset all"), self.tr("Reset all choices to those of the first start"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "main")
        self.save_all = QPushButton(self.tr("Save all"))
        self.more_ways = menu_button(self.tr("Other ways to save"), CONTROL - 4)
        keep_place(self.more_ways)
        self._lay_out()
        self._connect()
        self._update()

    # --- making it ---

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(self._fields()), 1)
        whole.addWidget(rule())
        for button in (self.save, self.save_all):
            button.setProperty("tight", True)
        buttons = row(self.save, self.save_all, self.more_ways, spacing=TIGHT)
        buttons.setContentsMargins(16, 12, 16, 12)
        whole.addLayout(buttons)

    def _told(self) -> QWidget:
        """What comes of it, and what is wrong with it."""
        told = QWidget()
        layout = QVBoxLayout(told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for text in (self.outcome, self.problem):
            text.setWordWrap(True)
        beside = row(self.outcome, self.sizes.resolution)
        beside.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        self.outcome.ensurePolished()
        told.setMinimumHeight(LINES * self.outcome.fontMetrics().lineSpacing())
        return told

    def _fields(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN - SCROLL_BAR, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self.facts)
        groups = (
            (self._heads[Part.MODEL], self.models),
            (self._heads[Part.SIZE], self.sizes, self._told()),
            (self._heads[Part.FILE], self.files, self.computing, self.reset_all),
        )
        for number, group in enumerate(groups):
            if number:
                layout.addSpacing(4)
                layout.addWidget(rule())
            for part in group:
                layout.addWidget(part)
        layout.setAlignment(self.reset_all, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return inside

    def _connect(self) -> None:
        for field in (self.models, self.sizes, self.files, self.computing):
            field.changed.connect(self._on_change)
        self.models.import_asked.connect(self.import_asked)
        for part, head in self._heads.items():
            head.reset.clicked.connect(lambda _=False, part=part: self._take(self.choices().reset(part)))
        self.computing.reset.clicked.connect(lambda: self._take(self.choices().reset(Part.COMPUTING)))
        self.reset_all.clicked.connect(lambda: self._take(Choices()))
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
            self.models.kind(),
        )

    def decided(self) -> Choices:
        """The choices as they come to for the photo shown."""
        return self.choices().decided(self.models.advised)

    def show_choices(self, choices: Choices) -> None:
        """Show choices kept from before."""
        self._showing = True
        self.models.set_share(choices.method.texture)
        self.models.choose(choices.model, choices.kind)
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
        self.facts.show_facts([])
        self.models.show_advice()
        self._update()

    def show_offer(self, selected: int, remaining: int, count: int) -> None:
        """How many photos the buttons save: the selected ones, and of all those that remain to be saved."""
        self.save.setEnabled(count > 0)
        self.more_ways.setVisible(count > 0)
        self.save_all.setEnabled(count > 1)
        several, rest = self.tr("Save {}").format(selected), self.tr("Save remaining {}")
        every = self.tr("Save all {}").format(count) if count > 1 else self.tr("Save all")
        second = max(_width(self.save_all, text) for text in (every, rest.format(count)))
        self.save_all.setMinimumWidth(second)  # whatever it says, so that nothing moves
        self.save_all.setText(rest.format(remaining) if 0 < remaining < count else every)
        room = INSPECTOR_WIDTH - 1 - 2 * (MARGIN + TIGHT) - second - self.more_ways.width()
        told = selected > 1 and _width(self.save, several) <= room
        self.save.setText(several if told else self.tr("Save"))

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

    def _take(self, choices: Choices) -> None:
        self.show_choices(choices)
        self._on_change()

    def _on_change(self) -> None:
        if not self._showing:
            self._update()
            self.changed.emit(self.choices())

    # --- what it comes to ---

    def _update(self) -> None:
        self._offer_reset(self.choices())
        choices = self.decided()
        lossy = choices.format.lossy if choices.format else self._photo is None or self._photo[2].lossy
        self.files.show_lossy(lossy)
        made = outcome(*self._photo, choices, self._speed) if self._photo else Outcome()
        self.files.preview.say(made.name)
        size = made.size.partition("\n")[0] if made.problem else made.size
        for part, text in ((self.outcome, size), (self.problem, made.problem)):
            part.setText(text)
            part.setVisible(bool(text))

    def _offer_reset(self, choices: Choices) -> None:
        for part, head in self._heads.items():
            head.reset.setVisible(choices != choices.reset(part))
        self.computing.reset.setVisible(choices != choices.reset(Part.COMPUTING))
        self.reset_all.setVisible(choices != Choices())


def _width(button: QPushButton, text: str) -> int:
    """How wide a button is that says so."""
    button.setText(text)
    return button.sizeHint().width()
