"""A page with a title and a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.window.widgets.fields import label

COLUMN = 640


class Page(QScrollArea):
    """A title, a way back, and a column of content.

    Signals: ``closed()``, when a person goes back.
    """

    closed = Signal()

    def __init__(self, title: str, width: int = COLUMN) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        outer = QWidget()
        self.setWidget(outer)
        column = QWidget()
        column.setMaximumWidth(width)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(24, 32, 24, 32)
        self.column.setSpacing(12)
        back = QPushButton(self.tr("Back to the photos"))
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(title, "title"), 1)
        head.addWidget(back)
        self.column.addLayout(head)
        around = QHBoxLayout(outer)
        around.addStretch(1)
        around.addWidget(column, 8)
        around.addStretch(1)
