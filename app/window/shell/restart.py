"""Fourfold ends and starts anew, in another language, with the same photos."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from app.window.inspector.preferences import Preferences
from app.window.shell.main_window import MainWindow


def restart(window: MainWindow, preferences: Preferences) -> None:
    """Close the window, which asks where something is going on, and start another Fourfold unless it stays open."""
    preferences.left_open = window.page.list.photos.paths
    if window.close():
        preferences.sync()
        _start()
    else:
        preferences.left_open = []


def _start() -> None:
    process = QProcess()
    process.setProgram(sys.executable)
    if not getattr(sys, "frozen", False):
        process.setArguments(["-m", "app"])
        process.setWorkingDirectory(str(Path(__file__).parents[3]))
    process.startDetached()
