"""What the window writes into the log: also what Qt says, and what nobody caught."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from app.log import log, write_log
from engine.version import VERSION

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def start_log(path: Path | None = None) -> None:
    """Write the log, with what Qt says and what nobody caught. Where it cannot be written there is none."""
    try:
        write_log(path)
    except OSError:
        return
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_of_qt)
    log.info("Fourfold %s begins.", VERSION)


def log_computer() -> None:
    """Note versions and the system, once the window shows: finding them out takes a moment."""
    log.info("; ".join(about_this_computer()))


def about_this_computer() -> list[str]:
    """Versions and the system, for a report of a fault."""
    packages = [f"{name} {version_of(name)}" for name in ("torch", "PySide6-Essentials", "pyvips")]
    return [
        f"Fourfold {VERSION}",
        f"Python {platform.python_version()}",
        *packages,
        f"{platform.platform()}, {platform.machine()}",
        f"Qt on {QGuiApplication.platformName()}",
    ]


def version_of(name: str) -> str:
    """A package's version; an empty text where nothing is known of it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    fault = error or kind()
    log.critical("Nobody caught this.", exc_info=(kind, fault, trace))
    sys.__excepthook__(kind, fault, trace)


def _of_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.log(_LEVELS.get(kind, logging.ERROR), "Qt: %s", text)
