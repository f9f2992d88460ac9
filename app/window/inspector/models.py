"""The choice of a model, with what each does said under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.window.inspector.fields import SliderField, label
from app.window.recipe import TEXTURED
from engine import catalog
from engine.catalog import Entry, Kind


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
        self.texture = SliderField(0, 100, 100, self.tr("Texture"), " %")
        self._texture_head = label(self.tr("TEXTURE"), "head")
        self._texture_hint = label(self.tr("0 % is faithful, 100 % invents the most detail"), "quiet")
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
        for entry in reversed(catalog.entries()):
            self._add(entry)
        self.choose(chosen)

    def _add(self, entry: Entry) -> None:
        button = QRadioButton(entry.title)
        button.setToolTip(str(entry.path) if entry.path else "")
        hint = label(self._hint(entry), "quiet")
        hint.setContentsMargins(22, 0, 0, 4)
        self._group.addButton(button)
        self._buttons[entry.id] = button
        self._list.addWidget(button)
        self._list.addWidget(hint)

    def _hint(self, entry: Entry) -> str:
        hints = {
            "srgan": self.tr("Textured: sharp, with invented detail"),
            "srresnet": self.tr("Faithful: the least error"),
            "bicubic": self.tr("Smooth, without a network"),
            "nearest": self.tr("The photo's pixels as squares"),
        }
        kinds = {Kind.TRAINED: self.tr("Your own training"), Kind.FOREIGN: self.tr("Added by you")}
        return hints.get(entry.id) or kinds.get(entry.kind, "")

    def model(self) -> str:
        """The chosen model's id; SRGAN's before any is chosen."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), TEXTURED)

    def choose(self, model: str) -> None:
        """Choose a model, or the first of the list where it is not there."""
        button = self._buttons.get(model) or next(iter(self._buttons.values()))
        button.setChecked(True)
        self._show_texture()

    def _on_change(self) -> None:
        self._show_texture()
        self.changed.emit()

    def _show_texture(self) -> None:
        both = {TEXTURED, "srresnet"} <= self._buttons.keys()
        usable = both and self.model() == TEXTURED
        for part in (self._texture_head, self.texture, self._texture_hint):
            part.setEnabled(usable)
            part.setVisible(both)
