"""The log: what happened, for a report of a fault. It stays on this computer, in a file that cannot grow for ever."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

log = logging.getLogger("fourfold")

MOST_BYTES = 1_000_000
OLDER_FILES = 2


def log_file() -> Path:
    """Where the log is, whether or not it exists."""
    return platformdirs.user_log_path("fourfold", appauthor=False) / "fourfold.log"


def write_log(path: Path | None = None) -> bool:
    """Write the log from here on; whether it can be written."""
    path = path or log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return False
    handler.setFormatter(logging.Formatter("%(asctime)s  %(levelname)-8s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return True


def log_fault(what: str, fault: BaseException) -> None:
    """Note a fault with its traceback, in a log that begins with it where nothing was logged before."""
    if log.handlers or write_log():
        log.error(what, exc_info=fault)
