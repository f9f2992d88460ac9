"""Which files are the same: by link, by hard link, and by other case where the system takes that for the same."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


class FileSet:
    """Files known by what they are on the disk: a path is in the set under whatever name it leads to one of them.

    A file that is not there yet is known by its name alone until it is added again.
    """

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._names: set[str] = set()
        self._files: set[tuple[int, int]] = set()
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Add the file at that path."""
        self._names.add(real_name(path))
        if file := _file(path):
            self._files.add(file)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, Path) and (real_name(path) in self._names or _file(path) in self._files)


def real_name(path: Path) -> str:
    """The path without links, and in the case in which this system compares. Never raises."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except OSError:  # as Windows does for names that it cannot follow
        return os.path.normcase(os.path.abspath(path))


def _file(path: Path) -> tuple[int, int] | None:
    """Device and number of the file there; None where there is none, or its system numbers no files."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None
