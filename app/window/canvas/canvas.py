"""The widget that paints the scene and turns hands into views: drag, wheel, pinch, keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from app.window.canvas.divider import Divider
from app.window.canvas.loupe import clip_to_loupe, loupe_at, paint_rim
from app.window.canvas.minimap import MiniMap
from app.window.canvas.panes import Arrangement
from app.window.canvas.rendering import TileKey
from app.window.canvas.scene import Pane, Scene
from app.window.canvas.viewport import Area, Point
from app.window.platform.screen import screen_space
from engine.models.catalog import SCALE

WHEEL_STEP = 1.2
PAN_STEP = 64
UNLOCKING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
"""Two keys, because some desktops of Linux move the window with Alt."""


class Canvas(QWidget):
    """``pointed(point)`` says over which photo pixel the pointer is (None outside), ``focus_moved(index)`` which pane
    is meant, ``laid_out()`` that panes have moved."""

    pointed = Signal(object)
    focus_moved = Signal(int)
    laid_out = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._divider = Divider(scene)
        self.surround = QColor("#161616")
        self._frames: dict[int, list[tuple[TileKey, QImage]]] = {}
        self._dragging: str | None = None
        self._last = Point(0, 0)
        self._loupe_on = False
        self._window: QWindow | None = None
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Photo"))
        self.map = MiniMap(scene, self)
        scene.changed.connect(self._on_changed)

    # --- geometry ---

    @property
    def ratio(self) -> float:
        """Device pixels a logical pixel."""
        return self.devicePixelRatioF()

    def to_device(self, at: QPointF) -> Point:
        return Point(at.x() * self.ratio, at.y() * self.ratio)

    def to_logical(self, area: Area) -> QRect:
        ratio = self.ratio
        return QRectF(area.left / ratio, area.top / ratio, area.width / ratio, area.height / ratio).toAlignedRect()

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
        self.scene.resize(round(self.width() * self.ratio), round(self.height() * self.ratio))
        self._place_map()
        self.laid_out.emit()

    def _on_changed(self) -> None:
        self._place_map()
        if self.underMouse():
            self._tell_pointed(self._last)  # the photo moved below the pointer
        self.update()

    def _place_map(self) -> None:
        self.map.refresh()
        self.map.move(self.width() - self.map.width() - 12, self.height() - self.map.height() - 12)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.surround)
            if self.scene.photo:
                painter.scale(1 / self.ratio, 1 / self.ratio)
                self._paint_photo(painter)

    def _paint_photo(self, painter: QPainter) -> None:
        loupe = self.scene.loupe
        for index, pane in enumerate(self.scene.panes()):
            if pane is not loupe:
                self._paint_pane(painter, index, pane)
        if self.scene.arrangement is Arrangement.SPLIT:
            self._divider.paint(painter, self.ratio)
        if loupe:
            self._paint_pane(painter, self.scene.arrangement.panes, loupe)
            paint_rim(painter, _rect(loupe.place.clip), self.ratio)

    def _paint_pane(self, painter: QPainter, index: int, pane: Pane) -> None:
        painter.save()
        painter.setClipRect(_rect(pane.place.clip))
        if pane is self.scene.loupe:
            clip_to_loupe(painter, _rect(pane.place.clip), self.surround)
        keys = self.scene.keys(pane)
        tiles = [(key, image) for key in keys if (image := self.scene.tile(key))]
        if len(tiles) < len(keys):
            self._paint_stand_in(painter, index, pane)
        else:
            self._frames[index] = tiles
        for key, image in tiles:
            area = self.scene.tile_area(key, pane)
            painter.drawImage(area.left, area.top, image)
        painter.restore()

    def _paint_stand_in(self, painter: QPainter, index: int, pane: Pane) -> None:
        """Until all tiles are there: the whole photo, coarse, and over it what was here last, stretched."""
        photo = self.scene.photo
        assert photo is not None
        corner = pane.viewport.to_screen(Point(0, 0), pane.place.area)
        zoom = pane.viewport.zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(corner.x, corner.y, photo.size.width * zoom, photo.size.height * zoom)
        painter.drawImage(whole, self.scene.base)
        for key, image in self._frames.get(index, ()):
            if key.photo == photo.number:
                painter.drawImage(_rect(self.scene.tile_area(key, pane)), image)

    # --- hands ---

    def move_divider(self, share: float) -> None:
        """Put the divider at this share of the width (or height) of the canvas."""
        self.scene.divider = min(max(share, 0.0), 1.0)
        self.scene.refresh()
        self.laid_out.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.to_device(event.position())
        self._last = at
        if event.button() == Qt.MouseButton.LeftButton and self._divider.is_near(at, self.ratio):
            self._dragging = "divider"
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            unlocked = event.modifiers() & UNLOCKING
            self._dragging = "pane" if unlocked else "view"
            self._focus(self.scene.pane_at(at))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.to_device(event.position())
        dx, dy = at.x - self._last.x, at.y - self._last.y
        self._last = at
        match self._dragging:
            case "divider":
                self.move_divider(self._divider.share_at(at))
            case "view":
                self.scene.pan(dx, dy)
            case "pane":
                self.scene.unlock(self.scene.focused, dx, dy)
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
            self.move_divider(0.5)
        elif self.scene.fitted:
            self.scene.zoom_to(SCALE, at, self._area_at(at))
        else:
            self.scene.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = self.to_device(event.position())
        steps = event.angleDelta().y() / 120
        if steps and self.scene.photo:
            self.scene.zoom_to(self.scene.viewport.zoom * WHEEL_STEP**steps, at, self._area_at(at))
            self._move_loupe()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._pinch(event.position(), 1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            assert isinstance(pinch, QPinchGesture)
            self._pinch_with_fingers(pinch)
            return True
        return super().event(event)

    def _pinch(self, at: QPointF, factor: float) -> None:
        place = self.to_device(at)
        self.scene.zoom_to(self.scene.viewport.zoom * factor, place, self._area_at(place))
        self._move_loupe()

    def _pinch_with_fingers(self, pinch: QPinchGesture) -> None:
        """On a screen that is touched: what lies between the fingers stays there, also while they move."""
        self._dragging = None  # the first finger is taken for a mouse as well
        moved = (pinch.centerPoint() - pinch.lastCenterPoint()) * self.ratio
        self.scene.pan(moved.x(), moved.y())
        self._pinch(QPointF(self.mapFromGlobal(pinch.centerPoint())), pinch.scaleFactor())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        self.scene.loupe = None
        self.scene.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set_flicker(True)
        elif event.key() in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            x, y = _ARROWS[Qt.Key(event.key())]
            self.scene.pan(-x * PAN_STEP * self.ratio, -y * PAN_STEP * self.ratio)
        elif event.key() in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            x, y = _ARROWS[Qt.Key(event.key())]
            self.move_divider(self.scene.divider + 0.02 * (x or y))
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
        self.scene.flicker = on
        self.scene.refresh()

    def _focus(self, index: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.scene.focused = index
        self.focus_moved.emit(index)

    def _area_at(self, at: Point) -> Area:
        return self.scene.places()[self.scene.pane_at(at)].area

    def _point_cursor(self, at: Point) -> None:
        if self._divider.is_near(at, self.ratio):
            self.setCursor(Qt.CursorShape.SplitVCursor if self.scene.across else Qt.CursorShape.SplitHCursor)
        elif self._loupe_on:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor if self.scene.photo else Qt.CursorShape.ArrowCursor)

    def _tell_pointed(self, at: Point) -> None:
        photo = self.scene.photo
        if photo is None:
            return
        pane = self.scene.panes()[self.scene.pane_at(at)]
        place = pane.viewport.to_photo(at, pane.place.area)
        inside = 0 <= place.x < photo.size.width and 0 <= place.y < photo.size.height
        self.pointed.emit(place if inside else None)

    # --- loupe ---

    @property
    def loupe_on(self) -> bool:
        return self._loupe_on

    def set_loupe(self, on: bool) -> None:
        """A round glass under the pointer that shows the result's pixels, or more where one is there already."""
        self._loupe_on = on
        self._last = self.to_device(QPointF(self.mapFromGlobal(QCursor.pos())))
        self._move_loupe()
        self.scene.refresh()

    def show_loupe_at(self, at: Point) -> None:
        """The loupe at a place of the canvas in device pixels, wherever the pointer is."""
        self._loupe_on, self._last = True, at
        self._move_loupe()

    def _move_loupe(self) -> None:
        if self._loupe_on and self.scene.photo:
            self.scene.loupe = loupe_at(self._last, self.scene, self.ratio)
            self.scene.refresh()
        else:
            self.scene.loupe = None


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _rect(area: Area) -> QRect:
    return QRect(area.left, area.top, area.width, area.height)
