"""What the colours of a map mean, written on the pane that shows it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.window.widgets.fields import Label

LEAST, MOST = 100, 232
"""How wide it may be."""
GAP = 4


class Legend(Label):
    """Lies below the label of its pane; the mouse does not see it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__("", canvas)
        self.setProperty("kind", "pane")
        self.setWordWrap(True)
        self.setContentsMargins(10, 4, 10, 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_below(self, button: QRect, text: str, room: int, *, right: bool) -> None:
        """Say the text below the button, flush with it, in at most ``room`` pixels; nothing where it cannot be read."""
        width = min(MOST, room)
        if not text or width < LEAST:
            self.hide()
            return
        self.setText(text)
        self.setFixedSize(width, self.heightForWidth(width))
        self.move(button.right() + 1 - width if right else button.left(), button.bottom() + 1 + GAP)
        self.show()
