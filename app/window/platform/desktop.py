"""The desktop around the window: a message that shows beside it, the file manager, files that it asks to open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QFileOpenEvent
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

NOTICE_STAYS = 10_000
"""Milliseconds."""


def notify(window: QWidget, title: str, text: str) -> None:
    """A message of the desktop; nothing where the desktop has no place for it. The window comes up when it is clicked.

    Its icon beside the clock, which some desktops need for a message, goes with the message. Desktops without such
    icons, as GNOME, are asked through the portal.
    """
    if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        _notify_by_icon(window, title, text)
    elif sys.platform == "linux":
        _notify_by_portal(title, text)


def _notify_by_icon(window: QWidget, title: str, text: str) -> None:
    icon = QSystemTrayIcon(window.windowIcon(), window)
    icon.messageClicked.connect(window.activateWindow)
    icon.show()
    icon.showMessage(title, text, window.windowIcon(), NOTICE_STAYS)
    QTimer.singleShot(NOTICE_STAYS, icon.deleteLater)


def _notify_by_portal(title: str, text: str) -> None:
    """A message that nobody need answer; without a session bus nobody hears it."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    name, path = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
    message = QDBusMessage.createMethodCall(name, path, "org.freedesktop.portal.Notification", "AddNotification")
    message.setArguments(["saved", {"title": title, "body": text}])
    QDBusConnection.sessionBus().send(message)


def show_in_folder(path: Path | None) -> None:
    """Open the folder of a file in the desktop's file manager."""
    if path:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class OpenWith(QObject):
    """macOS asks a running program to open a file by an event to the application: it is handed to ``open``."""

    def __init__(self, open: Callable[[list[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self._open([Path(event.url().toLocalFile())])
            return True
        return super().eventFilter(watched, event)
