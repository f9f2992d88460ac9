"""A round glass in every pane, at the pointer: it shows the result's pixels, or more where one is as near already."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.window.canvas.glass import Glass
from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point

ACROSS = 260
"""Its diameter in logical pixels."""
SHADOW, LIGHT = QColor(0, 0, 0, 140), QColor(255, 255, 255, 230)


class Loupe:
    """Whether a scene has a loupe, and where. Places are device pixels, of which ``ratio`` are a logical one."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.on = False

    def move_to(self, at: Point, ratio: float) -> None:
        """Go with the pointer, if it is on and there is a photo to look at."""
        view = self._scene.view
        shown = self.on and view.photo is not None
        self._scene.view = replace(view, loupe=Glass(at, round(ACROSS / 2 * ratio)) if shown else None)


def clip_to_glass(painter: QPainter, whole: QRect, part: QRect, ground: QColor) -> None:
    """Paint only in a part of the circle from here on, over that colour."""
    circle = QPainterPath()
    circle.addEllipse(QRectF(whole))
    painter.setClipRect(part)
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.fillRect(whole, ground)


def paint_rim(painter: QPainter, place: QRect, ratio: float) -> None:
    """The ring around it; ``ratio`` device pixels are a logical one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((SHADOW, 3.0), (LIGHT, 1.5)):
        painter.setPen(QPen(colour, width * ratio))
        painter.drawEllipse(place)


def paint_seam(painter: QPainter, first: QRect, second: QRect, ratio: float) -> None:
    """The line between two panes that share a glass."""
    width = max(1, round(ratio))
    flat = first.bottom() < second.top()
    left, top = (first.left(), second.top() - width // 2) if flat else (second.left() - width // 2, first.top())
    line = QRect(left, top, first.width(), width) if flat else QRect(left, top, width, first.height())
    painter.fillRect(line, LIGHT)
