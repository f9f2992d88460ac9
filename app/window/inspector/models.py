"""The choice of a model, with what each does said under its name."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.window.widgets.fields import Label, SliderField, label, row, tip
from app.window.widgets.titles import model_title
from engine.files.formats import Format
from engine.jobs.assessment import Damage, Sign
from engine.models import catalog
from engine.models.catalog import Entry, Origin
from engine.texts import shown

TITLES = {catalog.PHOTO.textured: "SRGAN", catalog.PHOTO.faithful: "SRResNet"}
"""Shorter than elsewhere: the hint below says the rest."""
HINT_LINES = 2


class ModelField(QWidget):
    """The models that ship stand in pairs.

    Signals: ``changed()``, when a person chose another model or texture; ``import_asked()``, for weights of their own.
    """

    changed = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(8)
        self._list.setVerticalSpacing(4)
        self._list.setColumnStretch(0, 1)
        self._list.setColumnStretch(1, 1)
        self._damage: Damage | None = None
        self.advised = catalog.CLEAN.textured
        self.share: float | None = None
        """The share of texture that a person chose, 0 to 1; None is each model's own."""
        self.texture = SliderField(0, 100, self._own_texture(catalog.CLEAN.textured), self.tr("Texture"), " %")
        self._texture_head = label(self.tr("TEXTURE"), "head")
        self._texture_hint = label(self.tr("0 % is faithful, 100 % invents most"), "quiet")
        self._texture_hint.setWordWrap(True)
        self._lay_out()
        self.reload()
        self._group.buttonClicked.connect(self._on_change)
        self.texture.changed.connect(self._on_texture)

    def _lay_out(self) -> None:
        more = QPushButton(self.tr("Add a model…"))
        more.setProperty("kind", "link")
        more.clicked.connect(self.import_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = row(label(self.tr("MODEL"), "head"), more)
        head.setAlignment(more, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(head)
        layout.addLayout(self._list)
        layout.addSpacing(8)
        layout.addWidget(self._texture_head)
        layout.addWidget(self.texture)
        layout.addWidget(self._texture_hint)

    def reload(self) -> None:
        """Read the catalog again; the chosen model stays if it is still there."""
        chosen = self.model()
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._buttons.clear()
        cell, self.reason = self._cell(catalog.AUTO, self._reason())
        self._list.addWidget(cell, 0, 0, 1, 2)
        hints = self._hints()
        entries = _in_order(catalog.entries())
        for entry, place in zip(entries, _places([entry.id in hints for entry in entries]), strict=True):
            hint = hints.get(entry.id) or self._origin(entry.origin)
            cell, _ = self._cell(entry.id, hint, str(entry.path or ""), HINT_LINES if entry.id in hints else 1)
            self._list.addWidget(cell, *place)
        self.choose(chosen)

    def _cell(self, model: str, text: str, file: str = "", lines: int = HINT_LINES) -> tuple[QWidget, Label]:
        """A model above its hint, for which there is always room."""
        button = QRadioButton(TITLES.get(model, model_title(model)))
        button.setAccessibleName(model_title(model))
        button.setAccessibleDescription(text)
        button.setToolTip(tip(shown(file)))
        hint = label(text, "quiet")
        hint.setContentsMargins(22, 0, 0, 0)
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint.ensurePolished()
        hint.setMinimumHeight(lines * hint.fontMetrics().lineSpacing())
        self._group.addButton(button)
        self._buttons[model] = button
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(button)
        layout.addWidget(hint, 1)
        return cell, hint

    def _hints(self) -> dict[str, str]:
        """Of the models that ship, by id."""
        return {
            catalog.CLEAN.textured: self.tr("Textured, for clean photos"),
            catalog.CLEAN.faithful: self.tr("Faithful, for clean photos"),
            catalog.PHOTO.textured: self.tr("Textured, for real photos"),
            catalog.PHOTO.faithful: self.tr("Faithful, for real photos"),
            catalog.BICUBIC: self.tr("Smooth, without a network"),
            catalog.NEAREST: self.tr("The photo's pixels as squares"),
        }

    def _origin(self, origin: Origin) -> str:
        return {Origin.TRAINED: self.tr("Your own training"), Origin.FOREIGN: self.tr("Added by you")}.get(origin, "")

    def model(self) -> str:
        """The chosen model's id, or ``catalog.AUTO``."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), catalog.AUTO)

    def choose(self, model: str) -> None:
        """Choose a model, or leave it to Fourfold where that one is not there."""
        self._buttons.get(model, self._buttons[catalog.AUTO]).setChecked(True)
        self._show_texture()

    def set_share(self, share: float | None) -> None:
        """Choose a share of texture, from 0 to 1, or each model's own."""
        self.share = share
        self._show_texture()

    def focus(self) -> None:
        """Let the keyboard choose a model."""
        self._buttons[self.model()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_change(self) -> None:
        self._show_texture()
        self.changed.emit()

    def _on_texture(self, percent: int) -> None:
        self.share = None if percent == self._own_texture(self._textured()) else percent / 100
        self.changed.emit()

    def _textured(self) -> str:
        """The textured model that the slider is about: of the pair that is chosen or advised."""
        model = self.advised if self.model() == catalog.AUTO else self.model()
        return (catalog.pair_of(model) or catalog.CLEAN).textured

    def _own_texture(self, model: str) -> int:
        """In per cent."""
        return round(100 * (catalog.default_texture(model) or 0))

    def show_advice(self, advised: str = catalog.CLEAN.textured, damage: Damage | None = None) -> None:
        """Which model the automatic choice comes to for the photo shown, and why; without a photo, what it does."""
        self.advised, self._damage = advised, damage
        self.reason.setText(self._reason())
        self._show_texture()

    def _reason(self) -> str:
        """Two lines: the model and why; of one height for all photos, so that nothing below moves."""
        if self._damage is None:
            return self.tr("Looks at each photo and takes\nthe model that suits it")
        found = ", ".join(self._in_words(self._damage))
        if not found:
            return self.tr("SRGAN:\nthis photo is sharp and clean")
        if self.advised in catalog.PHOTO:
            return self.tr("SRGAN for real photos:\n{}").format(found)
        return self.tr("SRGAN, as that for real photos is missing:\n{}").format(found)

    def _in_words(self, damage: Damage) -> list[str]:
        is_webp = damage.format is Format.WEBP  # which does not tell its quality
        compressed = self.tr("compressed {}") if is_webp else self.tr("{} of quality {}")
        words = {
            Sign.COMPRESSED: compressed.format(damage.format.label, damage.quality),
            Sign.NOISY: self.tr("noise"),
            Sign.SOFT: self.tr("soft edges"),
        }
        return [words[sign] for sign in damage.signs]

    def _show_texture(self) -> None:
        pair = catalog.pair_of(self.model()) or catalog.CLEAN
        both = set(pair) <= self._buttons.keys()
        usable = both and self.model() in (catalog.AUTO, pair.textured)
        for part in (self._texture_head, self.texture, self._texture_hint):
            part.setEnabled(usable)
            part.setVisible(both)
        own = self._own_texture(self._textured())
        self.texture.set_default(own)
        with QSignalBlocker(self.texture):
            self.texture.set_value(own if self.share is None else round(100 * self.share))


def _places(in_pairs: list[bool]) -> list[tuple[int, int, int, int]]:
    """Row, column, rows and columns of each model below the first row: two beside each other, or one alone."""
    places: list[tuple[int, int, int, int]] = []
    below, beside = 1, False
    for paired in in_pairs:
        if beside and paired:
            places.append((below - 1, 1, 1, 1))
        else:
            places.append((below, 0, 1, 1 if paired else 2))
            below += 1
        beside = paired and not (beside and places[-1][1] == 1)
    return places


def _in_order(entries: list[Entry]) -> list[Entry]:
    """A person's own models first, the newest on top; the clean pair, the pair for real photos, then plain methods."""
    ranks = {Origin.SHIPPED: 1, Origin.RESAMPLING: 3}
    newest_first = entries[::-1]
    return sorted(newest_first, key=lambda entry: ranks.get(entry.origin, 0) + (entry.id in catalog.PHOTO))
