"""Which methods are compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.window.judging.methods import USUAL, offered
from app.window.widgets.fields import label
from app.window.widgets.titles import menu_text, model_title


class MethodsField(QWidget):
    """A box for each model, and one for the photo itself.

    Signals: ``changed()``, when it is others.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._boxes)
        self.reload()
        self.original = QCheckBox(self.tr("The original"))
        self.original.toggled.connect(self.changed)
        hint = label(self.tr("All photos are then made four times smaller first, as in the paper."), "quiet")
        hint.setContentsMargins(22, 0, 0, 0)
        hint.setWordWrap(True)
        layout.addWidget(self.original)
        layout.addWidget(hint)

    @property
    def in_turn(self) -> list[QCheckBox]:
        """All boxes from the top."""
        return [*self.boxes.values(), self.original]

    def models(self) -> tuple[str, ...]:
        """The ids of those chosen."""
        return tuple(model for model, box in self.boxes.items() if box.isChecked())

    def reload(self) -> None:
        """Offer what the catalog holds now; what was chosen stays, if it is still there."""
        if list(self.boxes) == (models := offered()):
            return
        chosen = self.models() if self.boxes else USUAL
        for box in self.boxes.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {model: self._box(model) for model in models}
        for model, box in self.boxes.items():
            box.setChecked(model in chosen)
            box.toggled.connect(self.changed)
        self.changed.emit()

    def _box(self, model: str) -> QCheckBox:
        box = QCheckBox(menu_text(model_title(model)))
        box.setAccessibleName(model_title(model))
        self._boxes.addWidget(box)
        return box
