"""A round glass under the pointer that shows the result's pixels, or more where one is as near already."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.window.canvas.panes import Place
from app.window.canvas.scene import Scene
from app.window.canvas.view import Pane, View
from app.window.canvas.viewport import Area, Point, Viewport
from engine.models.catalog import SCALE

ACROSS = 260
"""Its diameter in logical pixels."""


def loupe_at(at: Point, view: View, ratio: float) -> Pane:
    """The pane of the loupe over a place in device pixels, of which ``ratio`` are a logical one."""
    pane = view.panes[view.pane_at(at)]
    half = round(ACROSS / 2 * ratio)
    x, y = round(at.x), round(at.y)
    clip = Area(x - half, y - half, x + half, y + half)
    zoom = max(SCALE, 2 * pane.viewport.zoom)
    return Pane(pane.layer, Viewport(pane.viewport.to_photo(at, pane.place.area), zoom), Place(clip, clip))


class Loupe:
    """Whether a scene has a loupe, and where. Places are device pixels, of which ``ratio`` are a logical one."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.on = False

    def move_to(self, at: Point, ratio: float) -> None:
        """Go with the pointer, if it is on and there is a photo to look at."""
        view = self._scene.view
        self._scene.view = replace(view, loupe=loupe_at(at, view, ratio) if self.on and view.photo else None)


def clip_to_loupe(painter: QPainter, place: QRect, ground: QColor) -> None:
    """Paint only in the circle from here on, over that colour."""
    circle = QPainterPath()
    circle.addEllipse(QRectF(place))
    painter.setClipPath(circle)
    painter.fillRect(place, ground)


def paint_rim(painter: QPainter, place: QRect, ratio: float) -> None:
    """The ring around it; ``ratio`` device pixels are a logical one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 140), 3.0), (QColor(255, 255, 255, 230), 1.5)):
        painter.setPen(QPen(colour, width * ratio))
        painter.drawEllipse(place)
