"""A choice of which one holds, each with a line below that says what it does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.window.widgets.fields import label


class Radios(QWidget):
    """The buttons lie in whatever layouts they are added to.

    Signals: ``changed()``, when another one holds.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._values: dict[str, QRadioButton] = {}
        self._group.buttonToggled.connect(self._on_toggled)

    def add(self, column: QVBoxLayout, value: str, title: str, hint: str) -> None:
        """Add a choice to a layout; the first one is chosen."""
        button = QRadioButton(title)
        below = label(hint, "quiet")
        below.setContentsMargins(22, 0, 0, 6)
        below.setWordWrap(True)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(button)
        both.addWidget(below)
        column.addLayout(both)
        self._values[value] = button
        self._group.addButton(button)
        if len(self._values) == 1:
            button.setChecked(True)

    def value(self) -> str:
        """The value of the button that holds; an empty text before there are any."""
        return next((value for value, button in self._values.items() if button.isChecked()), "")

    def choose(self, value: str) -> None:
        """Let that value hold."""
        self._values[value].setChecked(True)

    def _on_toggled(self, button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()
