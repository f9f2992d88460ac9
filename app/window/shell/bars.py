"""The bars above and below the photo."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QToolButton, QWidget

from app.window.shell.command import PAUSE_KEY, STOP_KEY, native_keys
from app.window.widgets.fields import OneLine, label, menu_button, row
from app.window.widgets.language import tr
from app.window.widgets.theme import Theme
from app.window.widgets.words import duration

LONGEST = 595.0
"""Seconds that take the most room when they are told."""


class TopBar(QWidget):
    """Pages at the left, ways to look at the right. The buttons are those of actions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self._layout.setSpacing(4)
        self._icons: list[tuple[QAction, str]] = []
        theme.changed.connect(self.dress)

    def add_pages(self, actions: list[QAction]) -> None:
        """Tabs."""
        for action in actions:
            button = self._button(action)
            button.setProperty("kind", "tab")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._layout.addWidget(button)

    def add_stretch(self) -> None:
        """Push what follows to the right."""
        self._layout.addStretch(1)

    def add_segments(self, actions: list[tuple[QAction, str]]) -> None:
        """Choices of which one holds, in one frame, each with an icon."""
        frame = QWidget()
        frame.setProperty("kind", "segments")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        frame.setFixedHeight(30)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for action, icon in actions:
            inside.addWidget(self._with_icon(action, icon))
        self._layout.addWidget(frame)
        self._layout.addSpacing(4)

    def add_tool(self, action: QAction, icon: str) -> None:
        """A button with an icon."""
        self._layout.addWidget(self._with_icon(action, icon))

    def add_menu(self, actions: list[QAction], name: str) -> QToolButton:
        """A button that opens a menu; what it says is up to the caller."""
        button = menu_button(name, 88)
        button.setText(name)
        button.setFixedHeight(30)
        menu = QMenu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        self._layout.addWidget(button)
        return button

    def add_space(self) -> None:
        """A gap between groups."""
        self._layout.addSpacing(8)

    def _with_icon(self, action: QAction, icon: str) -> QToolButton:
        self._icons.append((action, icon))
        button = self._button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        return button

    def dress(self) -> None:
        """Draw the icons in the theme's colours."""
        for action, icon in self._icons:
            action.setIcon(self._theme.icon(icon))


class Work(Enum):
    """What there is to do about saving, and so which buttons there are."""

    NONE = "none"
    GOING = "going"
    PAUSED = "paused"
    STOPPED = "stopped"


class BottomBar(QWidget):
    """The computer at the left and where one looks beside it, what is being saved or was stopped at the right.

    Signals: ``pause_asked()``, to pause or to continue; ``stop_asked()``; ``discard_asked()``, to forget what was
    stopped; by their buttons.
    """

    pause_asked = Signal()
    stop_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(32)
        self.device = label(self.tr("Getting ready…"), "quiet")
        self.readout = label("", "quiet")
        self.saving = OneLine()
        self.saving.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(self.tr("Saving"))
        self.left = label("", "quiet")
        self.pause = self._tool(self.pause_asked)
        self.stop = self._tool(self.stop_asked)
        self.discard = self._tool(self.discard_asked)
        _name(self.stop, self.tr("Stop"), STOP_KEY)
        _name(self.discard, self.tr("Do not save them"))
        self._lay_out()
        self.show_saving("")

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(self.device)
        layout.addSpacing(12)
        layout.addWidget(self.readout)
        layout.addWidget(self.saving, 1)
        for part in (self.progress, self.left):
            layout.addWidget(part)
        layout.addLayout(row(self.discard, self.pause, self.stop, spacing=4))

    def _tool(self, asked: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(asked)
        return button

    def show_saving(self, text: str, share: float | None = None, left: str = "", work: Work = Work.NONE) -> None:
        """What is being saved, how far all of it is, None for nothing, how long it still takes, and what to do."""
        self.saving.say(text)
        self.left.setText(left)
        for part in (self.progress, self.left):
            part.setVisible(share is not None)
        for button in (self.pause, self.stop):
            button.setVisible(work is not Work.NONE)
        self.stop.setEnabled(work is not Work.STOPPED)  # it keeps its place: a second click is for nothing else
        self.discard.setVisible(work is Work.STOPPED)
        if share is not None:
            self.progress.setValue(round(1000 * share))
            self.left.ensurePolished()
            longest = tr("about {} left").format(duration(LONGEST))
            self.left.setMinimumWidth(self.left.fontMetrics().horizontalAdvance(longest))
        if work is not Work.NONE:
            self._dress(going=work is Work.GOING)

    def _dress(self, *, going: bool) -> None:
        self.pause.setIcon(self._theme.icon("pause" if going else "play"))
        _name(self.pause, self.tr("Pause") if going else self.tr("Continue"), PAUSE_KEY)
        self.stop.setIcon(self._theme.icon("stop"))
        self.discard.setIcon(self._theme.icon("x"))


def _name(button: QToolButton, text: str, key: str = "") -> None:
    """What a button without a text does, and its key."""
    button.setToolTip(f"{text}   {native_keys(QKeySequence(key))}" if key else text)
    button.setAccessibleName(text)
