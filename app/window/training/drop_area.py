"""What one sees of the step Photos before there is a folder."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.window.widgets.fields import label
from app.window.widgets.theme import Theme


class DropArea(QWidget):
    """Asks for a folder of photos; ``folder`` is the button for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Drop a folder of photos here"))
        self._picture = label("")
        self.folder = QPushButton(self.tr("Choose a folder…"))
        self.folder.setProperty("kind", "main")
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(3)
        lines = (
            self._picture,
            label(self.tr("Drop a folder of your photos here"), "title"),
            label(self.tr("Fourfold learns your camera, subject or archive, and says truly whether it helped.")),
            label(self.tr("At least 8 sharp photos or 8 megapixels. Nothing leaves this computer."), "quiet"),
        )
        for line in lines:
            layout.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(4)

    def _dress(self) -> None:
        self._picture.setPixmap(self._theme.icon("graduation-cap", self._theme.tokens.secondary).pixmap(64, 64))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(colours.line), 1.5)
            pen.setDashPattern([6, 5])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
