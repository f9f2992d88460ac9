"""Nearer and farther away, by wheel, pinch and keys: what is under the pointer stays there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point, stepped

NOTCH = 120
"""Of a wheel, in eighths of a degree; a touchpad turns by less."""
GLIDE = 1.2
"""How much nearer a touchpad brings one in what would be a notch."""


class Zooming(QObject):
    """Of a scene on a canvas. Zooms are device pixels a pixel of the result; they step as ``viewport.stepped`` does."""

    def __init__(self, scene: Scene, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._scene = scene
        self._canvas = canvas

    @property
    def _ratio(self) -> float:
        return self._canvas.devicePixelRatioF()

    def to(self, shown: float) -> None:
        """That near, at the pointer if it is on the canvas, else at the centre."""
        if self._canvas.underMouse():
            self._show(QPointF(self._canvas.mapFromGlobal(QCursor.pos())), shown)
        else:
            self._scene.zoom_to(shown * self._scene.view.scale)

    def by(self, steps: int) -> None:
        """So many steps nearer, or farther away below zero, as ``to``."""
        self.to(stepped(self._scene.view.shown, steps))

    def turn(self, event: QWheelEvent) -> None:
        """By the wheel: a step a notch; a touchpad glides."""
        turned = event.angleDelta().y()
        if turned % NOTCH:
            self.scale(event.position(), GLIDE ** (turned / NOTCH))
        elif turned:
            self._show(event.position(), stepped(self._scene.view.shown, turned // NOTCH))
        event.accept()

    def scale(self, at: QPointF, factor: float) -> None:
        """So many times as near, at a place of the canvas."""
        self._show(at, self._scene.view.shown * factor)

    def _show(self, at: QPointF, shown: float) -> None:
        view, place = self._scene.view, Point(at.x() * self._ratio, at.y() * self._ratio)
        self._scene.zoom_to(shown * view.scale, place, view.area_at(place))
