"""What a person can do, as values: made into Qt's actions for menus, buttons and keys, listed on the page of help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from app.window.widgets.language import tr


class Group(Enum):
    """What commands are about: a head on the page of help."""

    PHOTOS = auto()
    LOOKING = auto()
    COMPARING = auto()
    SAVING = auto()
    WINDOW = auto()


PAUSE_KEY, STOP_KEY = "Ctrl+P", "Ctrl+."
OF_THE_VIEW = (Group.LOOKING, Group.COMPARING)
"""What can be done only while the photo is to be seen."""


def group_title(group: Group) -> str:
    """Its name, in the person's language."""
    return {
        Group.PHOTOS: tr("Photos"),
        Group.LOOKING: tr("Looking"),
        Group.COMPARING: tr("Comparing"),
        Group.SAVING: tr("Saving"),
        Group.WINDOW: tr("Window"),
    }[group]


@dataclass(frozen=True)
class Command:
    """One thing a person can do. ``keys`` are texts of Qt's key sequences, the first is shown."""

    name: str
    text: str
    group: Group
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    checkable: bool = False


def native_keys(keys: QKeySequence) -> str:
    """Keys as they are written on this system's keyboard, in the person's language."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(text: str, keys: QKeySequence) -> str:
    """A text for a tooltip that names the keys, if there are any."""
    return f"{text}   {native_keys(keys)}" if not keys.isEmpty() else text


class Actions:
    """Commands as Qt's actions, by their names."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._of_view: list[QAction] = []
        for command in commands:
            action = self._actions[command.name] = self._action(command)
            window.addAction(action)
            if command.group in OF_THE_VIEW:
                self._of_view.append(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable_view(self, enabled: bool) -> None:
        """Let what changes the view of the photo be done, or not."""
        for action in self._of_view:
            action.setEnabled(enabled)

    def exclude(self, *names: str) -> None:
        """Of these at most one is checked at a time."""
        group = QActionGroup(self._window)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for name in names:
            group.addAction(self[name])

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setToolTip(with_keys(command.text, action.shortcut()))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda: command.run())
        return action
