"""The line between the two halves of a split view, with its handle."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.window.canvas.panes import Arrangement
from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point

GRAB = 12
"""Logical pixels on either side in which it can be taken hold of."""
HANDLE = 28


class Divider:
    """Where the divider of a scene is, and how it looks. Points are device pixels, ``ratio`` of them a logical one."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def middle(self) -> Point:
        """Where its handle is."""
        view = self._scene.view
        width, height = view.canvas
        if view.across:
            return Point(width / 2, round(view.divider * height))
        return Point(round(view.divider * width), height / 2)

    def share_at(self, at: Point) -> float:
        """The share of the canvas at which a point lies across it."""
        view = self._scene.view
        return at.y / view.canvas.height if view.across else at.x / view.canvas.width

    def is_near(self, at: Point, ratio: float) -> bool:
        """Whether a hand at that point would take it."""
        view = self._scene.view
        if view.arrangement is not Arrangement.SPLIT or view.photo is None:
            return False
        middle = self.middle
        off_line = abs(at.y - middle.y) if view.across else abs(at.x - middle.x)
        return off_line <= GRAB * ratio

    def move_to(self, share: float) -> None:
        """Put it at this share of the width, or of the height, of the canvas."""
        self._scene.view = replace(self._scene.view, divider=min(max(share, 0.0), 1.0))

    def paint(self, painter: QPainter, ratio: float) -> None:
        """Draw it in device pixels."""
        self._paint_line(painter, max(1, round(ratio)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(*self.middle)
        painter.scale(ratio, ratio)
        if self._scene.view.across:
            painter.rotate(90)
        _paint_handle(painter)
        painter.restore()

    def _paint_line(self, painter: QPainter, width: int) -> None:
        view, (x, y) = self._scene.view, self.middle
        left, top = round(x) - width // 2, round(y) - width // 2
        line = QRect(0, top, view.canvas.width, width) if view.across else QRect(left, 0, width, view.canvas.height)
        painter.fillRect(line.adjusted(-width, -width, width, width), QColor(0, 0, 0, 60))
        painter.fillRect(line, QColor(255, 255, 255, 235))


def _paint_handle(painter: QPainter) -> None:
    """A disc with two arrows around the origin, in logical pixels."""
    painter.setPen(QPen(QColor(0, 0, 0, 70), 1))
    painter.setBrush(QColor(255, 255, 255, 240))
    painter.drawEllipse(QPointF(0, 0), HANDLE / 2, HANDLE / 2)
    painter.setPen(QPen(QColor("#333333"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in (-1, 1):
        arrow = QPainterPath(QPointF(side * 4, -4))
        arrow.lineTo(side * 8, 0)
        arrow.lineTo(side * 4, 4)
        painter.drawPath(arrow)
