"""Dropping photos on the window: while something is dragged over it, the whole window says what will happen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.window.photos.opening import pasted_image, paths_of
from app.window.widgets.language import tr
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import RADIUS
from engine.texts import shown

EDGE = 24
TITLE = 20


class Drops(QObject):
    """Takes what is dropped on a window.

    Signals: ``dropped(paths)``, files and folders (list[Path]).
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, veil: Veil) -> None:
        super().__init__(window)
        self._veil = veil
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._on_enter(event)
        elif event.type() == QEvent.Type.DragLeave:
            self._veil.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._on_drop(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _on_enter(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._veil.cover(_what(event.mimeData()))

    def _on_drop(self, event: QDropEvent) -> None:
        self._veil.hide()
        self.dropped.emit(dropped_paths(event.mimeData()))
        event.acceptProposedAction()


class Veil(QWidget):
    """Lies over its parent and says what a drop will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = parent
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, text: str) -> None:
        """Lie over everything, with that text."""
        self.text = text
        self.setGeometry(self._ground.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.tokens
        shade = QColor(colours.window)
        shade.setAlphaF(0.95)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(colours.accent), 2)
            pen.setDashPattern([6, 5])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), 2 * RADIUS, 2 * RADIUS)
            font = painter.font()
            font.setPixelSize(TITLE)
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of a drop or of the clipboard; a picture alone becomes a file first."""
    return paths_of(data) or [path for path in [pasted_image(data)] if path]


def _what(data: QMimeData) -> str:
    paths = paths_of(data)
    match len(paths):
        case 0:
            return tr("Drop the picture here")
        case 1:
            return tr("Drop {} here").format(shown(paths[0].name))
    return tr("Drop {} files and folders here").format(len(paths))
