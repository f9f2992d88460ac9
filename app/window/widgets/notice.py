"""A line at the foot of the photo that says what happened and what can be done. It asks for no click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.window.widgets.fields import label
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import CONTROL

ICON = 16
_EDGE = 16
"""Between the message and the edges of what it is on."""
_WIDEST = 520
STAYS = 8_000
"""Milliseconds that news stays."""


class Notice(QFrame):
    """One message at a time. A problem stays until it is closed; news goes by itself.

    It floats in the middle of what it is on, above a foot of so many pixels, as high as its text needs. Signals:
    ``changed()``, when there is another message.
    """

    changed = Signal()

    def __init__(self, theme: Theme, below: QWidget, foot: int = 0) -> None:
        super().__init__(below)
        self._theme, self._below, self._foot = theme, below, foot
        self._kind = "info"
        below.installEventFilter(self)
        theme.changed.connect(self._draw_icons)
        self.setProperty("kind", "notice")
        self._doing: Callable[[], object] | None = None
        self._copied = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._icon = label("")
        self._icon.setFixedWidth(CONTROL)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = label("")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.setProperty("kind", "link")
        self._details = QPushButton(self.tr("Copy details"))
        self._details.setProperty("kind", "link")
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        self._details.clicked.connect(self._copy)
        self._action.clicked.connect(self._act)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._details)
        layout.addWidget(self._close)

    @property
    def text(self) -> str:
        """What is said, or was said last."""
        return self._text.text()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None, *, stays: bool = False) -> None:
        """Say something; ``action`` is a word for what can be done now."""
        self._show(text, "info", action, do, "")
        if not stays:
            self._timer.start(STAYS)

    def take_back(self, text: str) -> None:
        """Say that no longer, if it is what is said."""
        if self.text == text:
            self.hide()

    def warn(self, text: str, action: str = "", do: Callable[[], object] | None = None, details: str = "") -> None:
        """Say what went wrong."""
        self._show(text, "warning", action, do, details)

    def _show(self, text: str, kind: str, action: str, do: Callable[[], object] | None, details: str) -> None:
        self._timer.stop()
        self._text.setText(text)
        self._kind = kind
        self._draw_icons()
        self._action.setText(action)
        self._action.setVisible(do is not None)
        self._details.setVisible(bool(details))
        self._doing, self._copied = do, details
        self.show()
        self.raise_()
        self._place()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it is on."""
        if watched is self._below and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _draw_icons(self) -> None:
        colour = self._theme.tokens.bad if self._kind == "warning" else self._theme.tokens.text
        self._icon.setPixmap(self._theme.icon(self._kind, colour).pixmap(ICON, ICON))
        self._close.setIcon(self._theme.icon("x"))

    def _place(self) -> None:
        width = min(_WIDEST, self._below.width() - 2 * _EDGE)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.minimumSizeHint().height(), self._row.totalHeightForWidth(width)))
        left, bottom = (self._below.width() - width) // 2, self._below.height() - self._foot - _EDGE
        self.move(left, bottom - self.height())

    def _act(self) -> None:
        self.hide()
        if self._doing:
            self._doing()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self._copied}")
