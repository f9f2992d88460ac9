"""The head of a group of choices, with the way back to how they are before anybody chose."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from app.window.widgets.fields import keep_place, label, row
from app.window.widgets.language import tr


def reset_link(text: str, name: str) -> QPushButton:
    """A link that keeps its place while there is nothing to take back; ``name`` says of what it is."""
    link = QPushButton(text)
    link.setProperty("kind", "small-link")
    link.setToolTip(name)
    link.setAccessibleName(name)
    keep_place(link)
    return link


class Head(QWidget):
    """A title, and ``reset`` at the right, which shows where something of the group was chosen."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.reset = reset_link(tr("Reset"), name)
        self.setLayout(row(label(title, "head"), self.reset))
