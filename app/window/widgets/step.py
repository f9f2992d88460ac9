"""What the steps of a page have in common: a body, and a foot with what can be done next."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.window.widgets.fields import label, rule, set_kind
from app.window.widgets.theme import Theme

_Button = TypeVar("_Button", bound=QPushButton)

EDGE = 24
WIDEST = 1200


class Step(QWidget):
    """``body`` holds what is seen; ``hint`` at the foot says what holds one back or what comes; buttons follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rested: QPushButton | None = None
        inside, foot = QWidget(), QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(EDGE, 20, EDGE, 16)
        self.body.setSpacing(8)
        self.hint = label("", "quiet")
        self.hint.setWordWrap(True)
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(EDGE, 12, EDGE, 12)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.hint, 1)
        self._foot.addSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_centred(inside), 1)
        layout.addWidget(rule())
        layout.addLayout(_centred(foot))

    def add_button(self, text: str, kind: str = "") -> QPushButton:
        """A button at the foot, right of those before it."""
        button = QPushButton(text)
        button.setProperty("kind", kind)
        return self.put(button)

    def put(self, button: _Button) -> _Button:
        """The same with a button of another class."""
        self._foot.addWidget(button)
        return button

    def allow(self, button: QPushButton, usable: bool, *, visible: bool = True) -> None:
        """Let a button be used, or not. The focus of one that goes rests here until it is back: Qt would hand it to the
        button beside it, which may be one that destroys.
        """
        if self.window().focusWidget() is button and not (usable and visible):
            self._rested = button
            self.setFocus()
        button.setEnabled(usable)
        button.setVisible(visible)
        if self._rested is button and usable and visible:
            self._rested = None
            if self.window().focusWidget() is self:
                button.setFocus()

    def take_focus(self) -> None:
        """Have the focus when the step is shown, on nothing that could be pressed by mistake."""
        self._rested = None
        self.setFocus()

    def say(self, text: str, kind: str = "quiet") -> None:
        """Show a line at the foot; ``kind`` is a word of the style sheet."""
        self.hint.setText(text)
        set_kind(self.hint, kind)


def _centred(part: QWidget) -> QHBoxLayout:
    """In the middle of wide windows, over the whole width of narrow ones."""
    part.setMaximumWidth(WIDEST)
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    line.addWidget(part, 1000)
    line.addStretch(1)
    return line


class StepBar(QWidget):
    """The names of the steps in a line, with the one that one is at."""

    def __init__(self, theme: Theme, names: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._current = 0
        self._came = True
        self.setFixedHeight(48)
        theme.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, number: int, *, came: bool = True) -> None:
        """Be at a step; those before it are done, unless one did not come from there."""
        self._current = number
        self._came = came
        self.setAccessibleName(self.tr("Step {} of {}: {}").format(number + 1, len(self._names), self._names[number]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(colours.panel))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
            x = max(EDGE, (self.width() - WIDEST) // 2 + EDGE)
            for number, name in enumerate(self._names):
                x = self._paint_step(painter, x, number, name)

    def _paint_step(self, painter: QPainter, x: int, number: int, name: str) -> int:
        """One step from ``x``; returns where the next one begins."""
        colours, middle = self._theme.tokens, self.height() // 2
        done, current = self._came and number < self._current, number == self._current
        colour = QColor(colours.accent if done or current else colours.secondary)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(x, middle - 10, 20, 20)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold if current else self.font())
        if done:
            self._theme.icon("check", colours.accent).paint(painter, x + 4, middle - 6, 12, 12)
        else:
            painter.setPen(QColor(colours.on_accent if current else colours.secondary))
            painter.drawText(x, middle - 10, 20, 20, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setPen(QColor(colours.text if current else colours.secondary))
        width = QFontMetrics(bold).horizontalAdvance(name)  # so that nothing moves from step to step
        painter.drawText(x + 28, 0, width + 4, self.height() - 1, Qt.AlignmentFlag.AlignVCenter, name)
        end = x + 28 + width + 16
        if number + 1 < len(self._names):
            painter.setPen(QPen(QColor(colours.line), 1.5))
            painter.drawLine(end, middle, end + 32, middle)
        return end + 48
