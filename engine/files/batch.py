"""Which photos a person means who gives files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import FourfoldError, UnreadablePicture
from engine.files.formats import Format
from engine.sentences import why

SUFFIXES = frozenset(suffix for format in Format for suffix in format.suffixes)
"""What counts as a photo inside a folder. A file that is named itself is judged by its content."""


@dataclass(frozen=True)
class Found:
    """A photo, and the folder below the given one in which it was found (``.`` for a file given itself)."""

    path: Path
    folder: Path = Path()


def gather(paths: Iterable[Path], *, recursive: bool = False) -> tuple[list[Found], list[tuple[Path, FourfoldError]]]:
    """All photos among files and folders, each once, ordered by name; and the folders that could not be read."""
    found: dict[Path, Found] = {}
    failed: list[tuple[Path, FourfoldError]] = []
    for path in paths:
        try:
            for photo in _inside(path, Path(), recursive) if path.is_dir() else [Found(path)]:
                found.setdefault(photo.path.absolute(), photo)
        except OSError as error:
            failed.append(
                (path, UnreadablePicture("The folder {path} cannot be read: {reason}.", path=path, reason=why(error)))
            )
    return list(found.values()), failed


def shard(photos: list[Found], index: int, count: int) -> list[Found]:
    """Every ``count``-th photo from the ``index``-th (counted from 1) on, so that computers can share a batch."""
    return photos[index - 1 :: count]


def _inside(folder: Path, relative: Path, recursive: bool) -> Iterator[Found]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if recursive:
                yield from _inside(entry, relative / entry.name, recursive)
        elif entry.suffix.lower() in SUFFIXES:
            yield Found(entry, relative)
