"""The small map in the corner: the whole photo and the part one looks at. Drag in it to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point

LONG_SIDE = 144
EDGE = 12


class MiniMap(QWidget):
    """Hidden while the whole photo shows."""

    def __init__(self, scene: Scene, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = scene
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Where on the photo"))
        self.hide()

    def refresh(self) -> None:
        """Be in the corner where only a part of the photo shows, in the shape of the photo."""
        view = self._scene.view
        if view.photo is None or view.viewport.shows_all(view.photo, view.area):
            self.hide()
            return
        scale = LONG_SIDE / max(view.photo)
        self.resize(QSize(max(24, round(view.photo.width * scale)), max(24, round(view.photo.height * scale))))
        around = self._canvas.rect()
        self.move(around.width() - self.width() - EDGE, around.height() - self.height() - EDGE)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._scene.tiles.base)
        seen = self._seen().intersected(QRectF(self.rect()))
        shade = QColor(0, 0, 0, 120)
        outside = QRectF(self.rect())
        painter.fillRect(QRectF(0, 0, outside.width(), seen.top()), shade)
        painter.fillRect(QRectF(0, seen.bottom(), outside.width(), outside.bottom() - seen.bottom()), shade)
        painter.fillRect(QRectF(0, seen.top(), seen.left(), seen.height()), shade)
        painter.fillRect(QRectF(seen.right(), seen.top(), outside.width() - seen.right(), seen.height()), shade)
        painter.setPen(QPen(QColor("#ffffff"), 1))
        painter.drawRect(seen.adjusted(0, 0, -1, -1))
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        view = self._scene.view
        if view.photo:
            x, y = at.x() / self.width() * view.photo.width, at.y() / self.height() * view.photo.height
            self._scene.view = view.centred_on(Point(x, y))

    def _seen(self) -> QRectF:
        view = self._scene.view
        photo, viewport, area = view.photo, view.viewport, view.area
        assert photo is not None
        width, height = area.width / viewport.zoom, area.height / viewport.zoom
        x, y = self.width() / photo.width, self.height() / photo.height
        left, top = viewport.centre.x - width / 2, viewport.centre.y - height / 2
        return QRectF(left * x, top * y, max(6, width * x), max(6, height * y))
