"""The widget that paints the scene and turns hands into views: drag, wheel, pinch, keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from app.window.canvas.divider import Divider
from app.window.canvas.loupe import Loupe
from app.window.canvas.painting import ScenePainter
from app.window.canvas.pinch import PinchFilter
from app.window.canvas.scene import Scene
from app.window.canvas.viewport import Point
from app.window.canvas.zooming import Zooming
from app.window.platform.screen import screen_space
from engine.geometry import Size

PAN_STEP, DIVIDER_STEP = 64, 0.02
UNLOCKING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
"""Two keys, because some desktops of Linux move the window with Alt."""
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Canvas(QWidget):
    """Shows a scene, and changes its view as hands ask for.

    Signals: ``pointed(place)``, the photo pixel under the pointer (Point), None outside the photo;
    ``focus_moved(index)``, which pane is meant; ``laid_out()``, when panes have moved.
    """

    pointed = Signal(Point)
    focus_moved = Signal(int)
    laid_out = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.surround = QColor("#161616")
        self._divider = Divider(scene)
        self._loupe = Loupe(scene)
        self._painter = ScenePainter(scene, self._divider)
        self._dragging: str | None = None
        self._last = Point(0, 0)
        self.pointer: Point | None = None
        """Where the pointer is, in device pixels; None while it is elsewhere."""
        self._window: QWindow | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Photo"))
        self.zoom = Zooming(scene, self)
        pinch = PinchFilter(self)
        pinch.zoomed.connect(self.zoom.scale)
        pinch.moved.connect(self._move_with_fingers)
        scene.changed.connect(self._on_changed)

    # --- geometry ---

    @property
    def ratio(self) -> float:
        """Device pixels a logical pixel."""
        return self.devicePixelRatioF()

    def to_device(self, at: QPointF) -> Point:
        """A place of the widget in device pixels."""
        return Point(at.x() * self.ratio, at.y() * self.ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_to_widget()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not self._window:
            self._window = window
            window.screenChanged.connect(self._on_screen)
            self._on_screen()

    def _on_screen(self) -> None:
        self.scene.show_on(screen_space(self.window().windowHandle()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_to_widget()
        super().changeEvent(event)

    def _fit_to_widget(self) -> None:
        width, height = round(self.width() * self.ratio), round(self.height() * self.ratio)
        self.scene.view = self.scene.view.resized(Size(max(1, width), max(1, height)))
        self.laid_out.emit()

    def _on_changed(self) -> None:
        if self.underMouse():
            self._tell_pointed(self._last)  # the photo moved below the pointer
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.surround)
            painter.scale(1 / self.ratio, 1 / self.ratio)
            self._painter.paint(painter, self.surround, self.ratio)

    # --- the mouse and fingers ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.to_device(event.position())
        self._last = at
        if event.button() == Qt.MouseButton.LeftButton and self._divider.is_near(at, self.ratio):
            self._dragging = "divider"
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            unlocked = event.modifiers() & UNLOCKING
            self._dragging = "pane" if unlocked else "view"
            self._focus(self.scene.view.pane_at(at))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.to_device(event.position())
        dx, dy = at.x - self._last.x, at.y - self._last.y
        self._last = at
        view = self.scene.view
        match self._dragging:
            case "divider":
                self._move_divider(self._divider.share_at(at))
            case "view":
                self.scene.view = view.panned(dx, dy)
            case "pane":
                self.scene.view = view.unlocked(view.focused, dx, dy)
            case _:
                self._point_cursor(at)
        self._move_loupe()
        self._tell_pointed(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = None
        self._point_cursor(self.to_device(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.to_device(event.position())
        if self._divider.is_near(at, self.ratio):
            self._move_divider(0.5)
        elif self.scene.view.fitted:
            self.scene.zoom_to(self.scene.view.scale, at, self.scene.view.area_at(at))
        else:
            self.scene.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom.turn(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer = None
        self.pointed.emit(None)
        self.scene.view = replace(self.scene.view, loupe=None)

    def _move_with_fingers(self, by: QPointF) -> None:
        self._dragging = None  # the first finger is taken for a mouse as well
        self.scene.pan(by.x() * self.ratio, by.y() * self.ratio)

    def _move_divider(self, share: float) -> None:
        self._divider.move_to(share)
        self.laid_out.emit()

    def _focus(self, index: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.scene.view = replace(self.scene.view, focused=index)
        self.focus_moved.emit(index)

    def _point_cursor(self, at: Point) -> None:
        if self._divider.is_near(at, self.ratio):
            self.setCursor(Qt.CursorShape.SplitVCursor if self.scene.view.across else Qt.CursorShape.SplitHCursor)
        elif self._loupe.on:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor if self.scene.photo else Qt.CursorShape.ArrowCursor)

    def _tell_pointed(self, at: Point) -> None:
        self.pointer = at
        if self.scene.photo:
            self.pointed.emit(self.scene.view.photo_at(at))

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        x, y = _ARROWS.get(Qt.Key(event.key()), (0, 0))
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set_flicker(True)
        elif (x or y) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scene.pan(-x * PAN_STEP * self.ratio, -y * PAN_STEP * self.ratio)
        elif (x or y) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move_divider(self.scene.view.divider + DIVIDER_STEP * (x or y))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set_flicker(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_flicker(False)  # where the key comes up, nobody would tell
        super().focusOutEvent(event)

    def _set_flicker(self, on: bool) -> None:
        self.scene.view = replace(self.scene.view, flicker=on)

    # --- loupe ---

    def toggle_loupe(self) -> None:
        """Take the loupe, or put it away."""
        self.set_loupe(not self._loupe.on)

    def set_loupe(self, on: bool) -> None:
        """A round glass under the pointer that shows the result's pixels, or more where one is there already."""
        self._loupe.on = on
        self._last = self.to_device(QPointF(self.mapFromGlobal(QCursor.pos())))
        self._move_loupe()

    def show_loupe_at(self, at: Point) -> None:
        """The loupe at a place of the canvas in device pixels, wherever the pointer is."""
        self._loupe.on, self._last = True, at
        self._move_loupe()

    def _move_loupe(self) -> None:
        self._loupe.move_to(self._last, self.ratio)
