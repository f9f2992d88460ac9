"""The small map below the list: the whole photo and the part one looks at. Drag in it to go elsewhere.

It lies beside the canvas and is always of one size, so that nothing that is compared is below it and nothing moves.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point
from app.window.widgets.tokens import LIST_WIDTH

EDGE = 8
HEIGHT = 112
LEAST_FRAME = 6
SHADE, LINE, SHADOW = QColor(0, 0, 0, 120), QColor(255, 255, 255), QColor(0, 0, 0, 160)


class MiniMap(QWidget):
    """Empty while there is no photo."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.setProperty("kind", "map")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedSize(QSize(LIST_WIDTH, HEIGHT))
        self.setAccessibleName(self.tr("Where on the photo"))
        self.setToolTip(self.tr("Where on the photo: drag to go elsewhere"))
        scene.changed.connect(self.update)

    @property
    def picture(self) -> QRectF:
        """Where the photo is drawn."""
        photo = self._scene.view.photo
        if photo is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        scale = min(room.width() / photo.width, room.height() / photo.height)
        picture = QRectF(0, 0, max(1.0, photo.width * scale), max(1.0, photo.height * scale))
        picture.moveCenter(room.center())
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._scene.photo:
            with QPainter(self) as painter:
                self._paint(painter, self.picture, self._seen())

    def _paint(self, painter: QPainter, picture: QRectF, seen: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(picture, self._scene.tiles.base)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(picture)
        inside.addRect(seen.intersected(picture))
        painter.fillPath(outside.subtracted(inside), SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = seen.intersected(picture).adjusted(0.5, 0.5, -0.5, -0.5)
        for colour, width in ((SHADOW, 3.0), (LINE, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        view, picture = self._scene.view, self.picture
        if view.photo:
            x, y = (at.x() - picture.left()) / picture.width(), (at.y() - picture.top()) / picture.height()
            self._scene.view = view.centred_on(Point(x * view.photo.width, y * view.photo.height))

    def _seen(self) -> QRectF:
        """The part of the photo that shows, on the map."""
        view, picture = self._scene.view, self.picture
        photo, viewport, area = view.photo, view.viewport, view.area
        assert photo is not None
        x, y = picture.width() / photo.width, picture.height() / photo.height
        width, height = area.width / viewport.zoom * x, area.height / viewport.zoom * y
        seen = QRectF(0, 0, max(LEAST_FRAME, width), max(LEAST_FRAME, height))
        seen.moveCenter(QPointF(picture.left() + viewport.centre.x * x, picture.top() + viewport.centre.y * y))
        return seen
