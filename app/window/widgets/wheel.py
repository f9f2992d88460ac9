"""The wheel scrolls the panel; a field takes it only while it has the keyboard focus."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

Field = TypeVar("Field", bound=QWidget)


def wheel_by_focus(field: Field) -> Field:
    """Let a slider, spin box or combo box leave the wheel to what it lies on, unless it has the focus."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel alone gives none
    field.installEventFilter(WheelByFocus(field))
    return field


class WheelByFocus(QObject):
    """The filter; its parent is the field."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        event.ignore()  # so that Qt hands it to the widget below
        return True
