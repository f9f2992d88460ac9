"""The name of what a pane shows, on the pane: a menu, so it has a chevron; a disk where this is what is saved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.window.widgets.titles import menu_text

MARK = QSize(16, 16)
DOT = 3.5
"""Radius of the dot in the corner, for what is still being computed."""
PADDING = 44
"""Of the style sheet: left and right of the text, with the chevron."""
LIGHT, SHADOW = QColor("#f0f0f0"), QColor("#141414")


class PaneButton(QToolButton):
    """Its menu is empty: whoever listens to its ``aboutToShow`` fills it."""

    def __init__(self, mark: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        self._busy = False
        self.saved = False
        self.setProperty("kind", "pane")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setIconSize(MARK)
        self.setMenu(QMenu(self))

    def dress(self, title: str, room: int, *, busy: bool, saved: bool, focused: bool) -> None:
        """Say that this is shown, in at most ``room`` pixels."""
        self._say(title, room, saved)
        if busy != self._busy:
            self._busy = busy
            self.update()
        mark = "true" if focused else "false"
        if self.property("focused") != mark:
            self.setProperty("focused", mark)
            self.style().polish(self)
        self.adjustSize()

    def _say(self, title: str, room: int, saved: bool) -> None:
        """Text, mark and words for who cannot see them."""
        left = room - PADDING - (MARK.width() + 4 if saved else 0)
        text = menu_text(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, max(0, left)))
        if (text, saved) == (self.text().strip(), self.saved):
            return
        self.saved = saved
        self.setText(f" {text}" if saved else text)
        self.setIcon(self._mark if saved else QIcon())
        shown, choose = self.tr("Shown here: {}").format(title), self.tr("Choose what is shown here")
        output = self.tr("This is what is saved")
        self.setAccessibleName(f"{shown}. {output}" if saved else shown)
        self.setToolTip(f"{output}\n{choose}" if saved else choose)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._busy:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(SHADOW, 1.5))
                painter.setBrush(LIGHT)
                painter.drawEllipse(QPointF(self.width() - DOT - 1.5, DOT + 1.5), DOT, DOT)
