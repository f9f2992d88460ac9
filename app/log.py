"""The log: what happened, for a report of a fault. It stays on this computer, in a file that cannot grow for ever."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

log = logging.getLogger("fourfold")

MOST_BYTES = 1_000_000
OLDER_FILES = 2


def log_file() -> Path:
    """Where the log is, whether or not it exists."""
    return platformdirs.user_log_path("fourfold", appauthor=False) / "fourfold.log"


def write_log(path: Path | None = None, *, at_once: bool = True) -> logging.Handler:
    """Write the log from here on, with its file made at once or by the first line. Raises OSError where that cannot be
    at once; later it is passed over in silence."""
    handler = _LogFile(path or log_file(), at_once)
    handler.setFormatter(logging.Formatter("%(asctime)s  %(levelname)-8s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler


@contextmanager
def logging_faults() -> Iterator[None]:
    """Write the log where something is worth it, and nothing where all goes well; no change where it is written."""
    if log.handlers:
        yield
        return
    handler = write_log(at_once=False)
    try:
        yield
    finally:
        log.removeHandler(handler)
        handler.close()


class _LogFile(RotatingFileHandler):
    def __init__(self, path: Path, at_once: bool) -> None:
        super().__init__(
            path,
            maxBytes=MOST_BYTES,
            backupCount=OLDER_FILES,
            encoding="utf-8",
            delay=not at_once,
            errors="backslashreplace",
        )

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A disk that is full is no reason to disturb the work."""
