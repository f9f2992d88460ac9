"""One held-out crop three times, beside each other: as it is, by the base, by the weights so far. One view for all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.window.canvas.viewport import Area, Point, Viewport
from app.window.training.course import Course, CropAtStep
from app.window.widgets.language import tr
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import SMALL
from engine.geometry import Size

GAP = 8
ZOOM_STEP = 1.25
CLOSE = 4
"""Zoom from which pixels are squares."""


class Frame(NamedTuple):
    """A picture and what it is called."""

    title: str
    path: Path


def frames_of(course: Course, crop: CropAtStep, title: str = "") -> list[Frame]:
    """The crop of a photo held back as it is, as the base makes it, and as the weights of a step do."""
    return [
        Frame(tr("The photo"), course.run / "samples" / "reference.png"),
        Frame(tr("Before"), course.crops[0].path),
        Frame(title or tr("Step {}").format(crop.step), crop.path),
    ]


def frames_of_best(course: Course, score: str) -> list[Frame]:
    """With the step that scored best at the right; nothing where none was scored."""
    best = course.best(score)
    return frames_of(course, best, tr("After: step {}").format(best.step)) if best else []


class Film(QWidget):
    """Wheel zooms at the pointer, dragging moves, a double-click fits; all panes together."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frames: list[Frame] = []
        self._images: dict[Path, QImage] = {}
        self._viewport: Viewport | None = None
        self._grabbed: QPointF | None = None
        self.setMinimumHeight(120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("A photo held back for judging: as it is, before and now"))
        theme.changed.connect(self.update)

    @property
    def frames(self) -> list[Frame]:
        """What is shown, from left to right."""
        return self._frames

    def show_frames(self, frames: list[Frame]) -> None:
        """Show these, the view staying where it is."""
        self._frames = frames
        wanted = {frame.path for frame in frames}
        self._images = {path: image for path, image in self._images.items() if path in wanted}
        for path in wanted - self._images.keys():
            self._images[path] = QImage(str(path))
        self.update()

    def fit(self) -> None:
        """The whole crop."""
        self._viewport = None
        self.update()

    # --- where it looks ---

    def _size(self) -> Size:
        first = next((image for image in self._images.values() if not image.isNull()), None)
        return Size(first.width(), first.height()) if first else Size(1, 1)

    def _areas(self) -> list[Area]:
        """The panes in this widget's own pixels."""
        count = max(1, len(self._frames))
        lefts = [round(n * (self.width() + GAP) / count) for n in range(count + 1)]
        return [Area(left, 0, after - GAP, self.height()) for left, after in pairwise(lefts)]

    def _looking(self) -> Viewport:
        area = self._areas()[0]
        fitting = Viewport.fitting(self._size(), area)
        return (self._viewport or fitting).held_on(self._size(), area)

    def _area_at(self, at: QPointF) -> Area:
        areas = self._areas()
        return next((area for area in areas if area.holds(Point(at.x(), at.y()))), areas[0])

    # --- hands ---

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._frames:
            return
        at, now = event.position(), self._looking()
        area = self._area_at(at)
        least = Viewport.fitting(self._size(), area).zoom
        zoom = now.zoom * ZOOM_STEP ** (event.angleDelta().y() / 120)
        self._viewport = now.zoomed(zoom, Point(at.x(), at.y()), area, least)
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            by = event.position() - self._grabbed
            self._grabbed = event.position()
            self._viewport = self._looking().panned(by.x(), by.y())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if not self._frames:
                painter.fillRect(self.rect(), QColor(self._theme.tokens.surround))
            for frame, area in zip(self._frames, self._areas(), strict=False):
                self._paint_pane(painter, frame, area)

    def _paint_pane(self, painter: QPainter, frame: Frame, area: Area) -> None:
        pane = QRect(area.left, area.top, area.width, area.height)
        painter.setClipRect(pane)
        painter.fillRect(pane, QColor(self._theme.tokens.surround))
        image, looking = self._images.get(frame.path), self._looking()
        if image is not None and not image.isNull():
            x, y = looking.origin(area)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, looking.zoom < CLOSE)
            painter.drawImage(QRectF(x, y, image.width() * looking.zoom, image.height() * looking.zoom), image)
        paint_plate(painter, frame.title, pane)
        painter.setClipping(False)


def paint_plate(painter: QPainter, title: str, pane: QRect) -> None:
    """A title in the corner of a picture."""
    font = painter.font()
    font.setPixelSize(SMALL)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(title) + 16
    plate = QRect(pane.left() + 8, pane.top() + 8, width, 22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 190))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setPen(QColor("#f0f0f0"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, title)
