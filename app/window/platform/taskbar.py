"""Progress on the window's button in the task bar, where there is one that can show it."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Taskbar(Protocol):
    """Where progress can be shown outside the window."""

    def show_progress(self, share: float | None) -> None:
        """How far the work is, from 0 to 1; None when there is none any more."""


class NoTaskbar:
    """macOS, whose dock Qt cannot reach."""

    def show_progress(self, share: float | None) -> None:
        """There is nowhere to show it."""


class Launcher:
    """KDE, Ubuntu, Plank and others listen to a signal on the session bus; without a bus nobody hears it."""

    APPLICATION = "application://fourfold.desktop"
    PATH, INTERFACE = "/com/canonical/unity/launcherentry/1", "com.canonical.Unity.LauncherEntry"

    def show_progress(self, share: float | None) -> None:
        """Send the share to whoever listens; nobody need."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        message = QDBusMessage.createSignal(self.PATH, self.INTERFACE, "Update")
        properties = {"progress": float(share or 0), "progress-visible": share is not None}
        message.setArguments([self.APPLICATION, properties])
        QDBusConnection.sessionBus().send(message)


def taskbar_of(window: QWidget) -> Taskbar:
    """The task bar of the desktop that a window is on."""
    if sys.platform == "win32":
        from app.window.platform.taskbar_windows import WindowsTaskbar

        return WindowsTaskbar(window)
    elif sys.platform == "darwin":  # noqa: RET505 - so that mypy knows which lines are whose
        return NoTaskbar()
    else:
        return Launcher()
