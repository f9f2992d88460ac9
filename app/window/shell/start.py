"""Puts the window together and runs it."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QSurfaceFormat
from PySide6.QtWidgets import QApplication

from app.window.export.journal import Journal
from app.window.inspector.preferences import Preferences, data_folder
from app.window.platform.desktop import OpenWith
from app.window.platform.engine_link import EngineLink
from app.window.platform.log import log_computer, start_log
from app.window.platform.screen import SRGB
from app.window.shell.main_window import MainWindow
from app.window.shell.restart import restart
from app.window.widgets import language
from app.window.widgets.focus_ring import FocusRing
from app.window.widgets.theme import Theme


def start(paths: list[Path]) -> int:
    """As ``app.window.run``, after what must come before Qt."""
    format = QSurfaceFormat.defaultFormat()
    format.setColorSpace(SRGB)  # macOS converts from it to each screen
    QSurfaceFormat.setDefaultFormat(format)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fourfold")
    application.setDesktopFileName("fourfold")
    application.setWindowIcon(QIcon(str(files("resources") / "icons" / "fourfold.svg")))
    start_log()
    preferences = Preferences()
    window, link = make_window(application, preferences, Journal(data_folder() / "queue.json"))
    left_open, preferences.left_open = preferences.left_open, []
    OpenWith(window.open, application)
    window.show()
    window.open(paths or left_open)
    QTimer.singleShot(0, link.start)
    QTimer.singleShot(0, log_computer)
    return application.exec()


def make_window(application: QApplication, preferences: Preferences, journal: Journal) -> tuple[MainWindow, EngineLink]:
    """The window and its engine, neither shown nor started."""
    language.install(application, preferences.language)
    theme = Theme(application, preferences.colour_scheme)
    link = EngineLink(application)
    window = MainWindow(theme, link, preferences, journal)
    FocusRing(window, theme)
    window.settings.restart_asked.connect(lambda: restart(window, preferences))
    return window, link
