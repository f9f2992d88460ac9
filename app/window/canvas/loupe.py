"""A round glass under the pointer that shows the result's pixels, or more where one is as near already."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.window.canvas.panes import Place
from app.window.canvas.scene import Pane, Scene
from app.window.canvas.viewport import Area, Point, Viewport
from engine.models.catalog import SCALE

ACROSS = 260
"""Its diameter in logical pixels."""


def loupe_at(at: Point, scene: Scene, ratio: float) -> Pane:
    """The pane of the loupe over a place in device pixels, of which ``ratio`` are a logical one."""
    pane = scene.panes()[scene.pane_at(at)]
    half = round(ACROSS / 2 * ratio)
    x, y = round(at.x), round(at.y)
    clip = Area(x - half, y - half, x + half, y + half)
    zoom = max(SCALE, 2 * pane.viewport.zoom)
    return Pane(pane.layer, Viewport(pane.viewport.to_photo(at, pane.place.area), zoom), Place(clip, clip))


def clip_to_loupe(painter: QPainter, place: QRect, ground: QColor) -> None:
    """Paint only in the circle from here on, over that colour."""
    circle = QPainterPath()
    circle.addEllipse(QRectF(place))
    painter.setClipPath(circle)
    painter.fillRect(place, ground)


def paint_rim(painter: QPainter, place: QRect, ratio: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 140), 3.0), (QColor(255, 255, 255, 230), 1.5)):
        painter.setPen(QPen(colour, width * ratio))
        painter.drawEllipse(place)
