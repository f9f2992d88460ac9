"""The middle of the window: the canvas with its labels, or the place to drop photos; messages at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.window.canvas.canvas import Canvas
from app.window.canvas.empty import EmptyPage
from app.window.canvas.labels import PaneLabels
from app.window.canvas.scene import Scene
from app.window.canvas.viewport import LEAST_COMPUTED_ZOOM, Point
from app.window.photos.photo import LoadedPhoto
from app.window.widgets.fields import label
from app.window.widgets.notice import Notice
from app.window.widgets.theme import Theme
from app.window.widgets.words import percent

EDGE = 16
ON_THE_PHOTO = "#f0f0f0"
"""What is written on the photo has one colour, whatever the theme."""


class RefusalPage(QWidget):
    """In place of a photo that cannot be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton(self.tr("Try again"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 0, 64, 0)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self.sentence)
        layout.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)


class Viewer(QWidget):
    """Shows one of three: the canvas, the place to drop photos, or why a photo cannot be opened.

    Signals: ``read_out(text)``, what the pointer is on; ``zoomed(text)``, how near one looks.
    """

    read_out = Signal(str)
    zoomed = Signal(str)

    def __init__(self, theme: Theme, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._pointed: Point | None = None
        self.canvas = Canvas(scene)
        self.labels = PaneLabels(self.canvas, theme.icon("floppy-disk", ON_THE_PHOTO))
        self.empty = EmptyPage(theme)
        self.refusal = RefusalPage()
        self.closer = QPushButton(self.tr("Zoom in to compare   Z"), self.canvas)
        self.closer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.closer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.closer.clicked.connect(lambda: self.canvas.zoom.to(1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack)  # before anything is in it, which would show as a window of its own
        for page in (self.empty, self.canvas, self.refusal):
            self._stack.addWidget(page)
        self.notice = Notice(theme, self)  # after the panes, also for Tab
        self.notice.changed.connect(self._place)
        scene.changed.connect(self._on_changed)
        self.canvas.pointed.connect(self._on_pointed)

    def show_photo(self) -> None:
        """The canvas."""
        self._stack.setCurrentWidget(self.canvas)

    def show_empty(self) -> None:
        """The place to drop photos."""
        self._stack.setCurrentWidget(self.empty)

    def show_refusal(self, sentence: str) -> None:
        """Why there is nothing to see."""
        self.refusal.sentence.setText(sentence)
        self._stack.setCurrentWidget(self.refusal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The button floats at the bottom, above the message."""
        self.closer.adjustSize()
        above = self.notice.height() + EDGE if self.notice.isVisible() else 0
        bottom = self.canvas.height() - self.closer.height() - EDGE - above
        self.closer.move((self.canvas.width() - self.closer.width()) // 2, bottom)

    def _on_pointed(self, at: Point | None) -> None:
        self._pointed = at
        self._on_changed()

    def _on_changed(self) -> None:
        photo, view = self._scene.photo, self._scene.view
        alike = photo is not None and view.viewport.zoom <= LEAST_COMPUTED_ZOOM and view.shown < 1
        self.closer.setVisible(alike)
        self._place()
        self.zoomed.emit(percent(view.shown) if photo else self.tr("Zoom"))
        self.read_out.emit(self._described(photo, self._pointed) if photo and self._pointed else "")

    def _described(self, photo: LoadedPhoto, at: Point) -> str:
        """The place in pixels of the photo, and its colour."""
        x, y = int(at.x), int(at.y)
        values = " ".join(f"{int(value):3d}" for value in photo.levels[0][y, x])
        return f"x {x}   y {y}     {values}"
