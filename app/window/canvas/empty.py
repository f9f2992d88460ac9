"""What one sees before there is a photo: the place to drop some."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.window.canvas.recent import RecentPhotos
from app.window.inspector.preferences import MOST_RECENT
from app.window.widgets.fields import label
from app.window.widgets.theme import Theme


class EmptyPage(QWidget):
    """A picture, two buttons, and the photos opened last.

    Signals: ``open_asked()``, ``sample_asked()``, by the buttons.
    """

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Drop photos here"))
        self._picture = label("")
        self._title = label(self.tr("Drop photos or folders here"), "title")
        self._hint = label(self.tr("They become four times as wide and high. Nothing leaves this computer."), "quiet")
        self._speed = label("", "quiet")
        self.open = QPushButton(self.tr("Open photos…"))
        self.open.setProperty("kind", "main")
        self.open.clicked.connect(self.open_asked)
        self.sample = QPushButton(self.tr("Try a sample"))
        self.sample.clicked.connect(self.sample_asked)
        self.recent = RecentPhotos(theme, MOST_RECENT)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(3)
        for part in (self._picture, self._title, self._hint):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addLayout(buttons)
        layout.addSpacing(12)
        layout.addWidget(self._speed, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        layout.addWidget(self.recent)
        layout.addStretch(4)

    def _dress(self) -> None:
        icon = self._theme.icon("image-square", self._theme.tokens.secondary)
        self._picture.setPixmap(icon.pixmap(64, 64))
        self.update()

    def show_speed(self, sentence: str) -> None:
        """One line on what this computer can do."""
        self._speed.setText(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.window))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(colours.line), 1.5)
            pen.setDashPattern([6, 5])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 12, 12)
