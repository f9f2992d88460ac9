"""The choice of a model, with what each does said under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.window.canvas.titles import model_title
from app.window.inspector.fields import SliderField, label
from engine import catalog
from engine.catalog import Entry, Kind
from engine.damage import Damage, Sign
from engine.image_files import Format


class ModelField(QWidget):
    """``changed()`` when a person chose another model or texture, ``import_asked()`` for weights of their own."""

    changed = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._damage: Damage | None = None
        self.advised = catalog.CLEAN.textured
        self.texture = SliderField(0, 100, 100, self.tr("Texture"), " %")
        self._texture_head = label(self.tr("TEXTURE"), "head")
        self._texture_hint = label(self.tr("0 % is faithful, 100 % invents most"), "quiet")
        self._texture_hint.setWordWrap(True)
        more = QPushButton(self.tr("Add a model…"))
        more.setProperty("kind", "link")
        more.clicked.connect(self.import_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(self.tr("MODEL"), "head"))
        layout.addLayout(self._list)
        layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addWidget(self._texture_head)
        layout.addWidget(self.texture)
        layout.addWidget(self._texture_hint)
        self.reload()
        self._group.buttonClicked.connect(self._on_change)
        self.texture.changed.connect(self.changed)

    def reload(self) -> None:
        """Read the catalog again; the chosen model stays if it is still there."""
        chosen = self.model()
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._buttons.clear()
        self.reason = self._add(catalog.AUTO, self._reason())
        for entry in _in_order(catalog.entries()):
            self._add(entry.id, self._hint(entry), str(entry.path or ""))
        self.choose(chosen)

    def _add(self, model: str, text: str, file: str = "") -> QLabel:
        """A model with its hint, which is returned."""
        button = QRadioButton(model_title(model))
        button.setToolTip(file)
        hint = label(text, "quiet")
        hint.setContentsMargins(22, 0, 0, 4)
        hint.setWordWrap(True)
        self._group.addButton(button)
        self._buttons[model] = button
        self._list.addWidget(button)
        self._list.addWidget(hint)
        return hint

    def _hint(self, entry: Entry) -> str:
        hints = {
            "srgan": self.tr("Textured: sharp, with invented detail"),
            "srresnet": self.tr("Faithful: the least error"),
            "srgan-photo": self.tr("Textured, against noise and JPEG"),
            "srresnet-photo": self.tr("Faithful, against noise and JPEG"),
            "bicubic": self.tr("Smooth, without a network"),
            "nearest": self.tr("The photo's pixels as squares"),
        }
        kinds = {Kind.TRAINED: self.tr("Your own training"), Kind.FOREIGN: self.tr("Added by you")}
        return hints.get(entry.id) or kinds.get(entry.kind, "")

    def model(self) -> str:
        """The chosen model's id, or ``catalog.AUTO``."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), catalog.AUTO)

    def choose(self, model: str) -> None:
        """Choose a model, or leave it to Fourfold where that one is not there."""
        self._buttons.get(model, self._buttons[catalog.AUTO]).setChecked(True)
        self._show_texture()

    def _on_change(self) -> None:
        self._show_texture()
        self.changed.emit()

    def show_advice(self, advised: str = catalog.CLEAN.textured, damage: Damage | None = None) -> None:
        """Which model the automatic choice comes to for the photo shown, and why; without a photo, what it does."""
        self.advised, self._damage = advised, damage
        self.reason.setText(self._reason())

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
        about = damage.format is Format.WEBP
        quality = self.tr("{} of quality about {}") if about else self.tr("{} of quality {}")
        words = {
            Sign.COMPRESSED: quality.format(damage.format.label, damage.shown_quality),
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


def _in_order(entries: list[Entry]) -> list[Entry]:
    """A person's own models first, the newest on top; the clean pair, the pair for real photos, then plain methods."""
    ranks = {Kind.SHIPPED: 1, Kind.RESAMPLING: 3}
    newest_first = entries[::-1]
    return sorted(newest_first, key=lambda entry: ranks.get(entry.kind, 0) + (entry.id in catalog.PHOTO))
