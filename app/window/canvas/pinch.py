"""Two fingers on a touchpad or on the screen: what lies between them is zoomed, and moves with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


class PinchFilter(QObject):
    """Listens to a widget.

    Signals: ``zoomed(at, factor)``, at a place of the widget (QPointF); ``moved(by)``, the fingers on the screen
    together (QPointF). Both are logical pixels.
    """

    zoomed = Signal(QPointF, float)
    moved = Signal(QPointF)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoomed.emit(event.position(), 1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            assert isinstance(pinch, QPinchGesture)
            self.moved.emit(pinch.centerPoint() - pinch.lastCenterPoint())
            self.zoomed.emit(QPointF(self._widget.mapFromGlobal(pinch.centerPoint())), pinch.scaleFactor())
            return True
        return super().eventFilter(watched, event)
