"""A ring around whatever has the keyboard focus, once a person moves it by the keyboard; a mouse takes it away."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.window.widgets.theme import Theme
from app.window.widgets.tokens import RADIUS

AWAY, WIDTH, RIM = 2, 2, 1
"""Pixels between a control and its ring, of the ring, and of the line on either side that sets it off from a photo."""
REACH = AWAY + WIDTH + RIM


class FocusRing(QWidget):
    """Lies over a window, as large as what it marks; where a mouse presses it is not there."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._marked: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        theme.changed.connect(self.update)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        window = self.window()
        if now is None or now.window() is not window:
            self._mark(None)
            return
        if window.testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        ):  # set by Tab and by keys that lead somewhere
            window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
            self._by_keyboard = True
        elif QGuiApplication.mouseButtons():
            self._by_keyboard = False
        self._mark(now if self._by_keyboard else None)

    def _mark(self, widget: QWidget | None) -> None:
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._marked = widget
        self._watched = list(_upwards(widget)) if widget else []
        for watched in self._watched:
            watched.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is marked may move, become larger or go, and so may all that it lies in."""
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize | QEvent.Type.Show | QEvent.Type.Hide:
                self._follow()
            case QEvent.Type.MouseButtonPress:
                self._by_keyboard = False
                self._mark(None)
        return False

    def _follow(self) -> None:
        place = _seen(self._marked, self.window()) if self._marked else QRect()
        self.setVisible(not place.isEmpty())
        if place.isEmpty():
            return
        place = place.adjusted(-REACH, -REACH, REACH, REACH) & self.window().rect()
        self.setGeometry(place)
        whole, thick = self.rect(), WIDTH + 2 * RIM
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(thick, thick, -thick, -thick)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, thick = self._theme.tokens, WIDTH + 2 * RIM
        ring = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width in ((tokens.window, thick), (tokens.accent, WIDTH)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(ring, RADIUS + AWAY, RADIUS + AWAY)


def _upwards(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that it lies in, up to the window."""
    part: QWidget | None = widget
    while part is not None:
        yield part
        part = None if part.isWindow() else part.parentWidget()


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget, which may be scrolled out of sight, shows in the window; nothing while it is hidden."""
    if not widget.isVisible():
        return QRect()
    seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    for part in _upwards(widget):
        area = part.parentWidget()
        if isinstance(area, QAbstractScrollArea) and part is area.viewport():
            seen &= QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    return seen
