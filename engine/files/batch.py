"""Which photos a person means who gives files and folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import FourfoldError, UnreadablePicture
from engine.files.file_set import FileSet
from engine.files.formats import Format
from engine.files.results import is_own_result
from engine.sentences import Sentence, why

SUFFIXES = frozenset(suffix for format in Format for suffix in format.suffixes)
"""What counts as a photo inside a folder. A file that is named itself is judged by its content."""
_KINDS = {
    stat.S_IFIFO: Sentence("a pipe"),
    stat.S_IFSOCK: Sentence("a socket"),
    stat.S_IFCHR: Sentence("a device"),
    stat.S_IFBLK: Sentence("a device"),
}


@dataclass(frozen=True)
class Found:
    """A photo, and the folder below the given one in which it was found (``.`` for a file given itself)."""

    path: Path
    folder: Path = Path()


@dataclass
class Gathered:
    """What there is among files and folders.

    ``photos`` are regular files, each once, ordered by name, folder by folder. ``failed`` is what was named or could
    hold photos, and cannot be read; ``passed`` is what is called like a photo inside a folder and is none, and links
    that lead back. ``results`` counts Fourfold's own results inside folders, which are no photos unless named.
    """

    photos: list[Found] = field(default_factory=list)
    failed: list[tuple[Path, FourfoldError]] = field(default_factory=list)
    passed: list[tuple[Path, FourfoldError]] = field(default_factory=list)
    results: int = 0

    @property
    def news(self) -> list[str]:
        """A sentence each for what was passed by, and one for the results."""
        said: list[str] = [error.sentence for _, error in self.passed]
        if self.results:
            said.append(Sentence("Results of Fourfold left out: {count}. Name one to upscale it.", count=self.results))
        return said


def gather(paths: Iterable[Path], *, recursive: bool = False, own: bool = False) -> Gathered:
    """All photos among files and folders, also Fourfold's own results where ``own`` says so. Links are followed, after
    all else in their folder; nothing is opened but to see whether it is a result."""
    paths = list(paths)
    search = _Search(recursive, own, {os.path.realpath(path) for path in paths})
    for path in paths:
        search.take(path)
    return search.gathered


def shard(photos: list[Found], index: int, count: int) -> list[Found]:
    """Every ``count``-th photo from the ``index``-th (counted from 1) on, so that computers can share a batch."""
    return photos[index - 1 :: count]


class _Search:
    """One search through files and folders; ``named`` are the real paths of those that a person gave."""

    def __init__(self, recursive: bool, own: bool, named: set[str]) -> None:
        self.gathered = Gathered()
        self._recursive = recursive
        self._own = own
        self._named = named
        self._names: set[str] = set()
        self._folders = FileSet()

    def take(self, path: Path) -> None:
        """Whatever a person gave; what is not there is left to who opens it."""
        if os.path.isdir(path):
            self._look_into(path, Path())
        elif error := _not_regular(path):
            self.gathered.failed.append((path, error))
        else:
            self._add(path, Path())

    def _look_into(self, folder: Path, relative: Path) -> None:
        if folder in self._folders:
            return
        self._folders.add(folder)
        try:
            entries = sorted(_shown(folder), key=lambda entry: (entry.is_symlink(), entry.name))
        except OSError as error:
            unread = UnreadablePicture("The folder {path} cannot be read: {reason}.", path=folder, reason=why(error))
            self.gathered.failed.append((folder, unread))
            return
        for entry in entries:
            self._meet(Path(entry.path), relative)

    def _meet(self, path: Path, relative: Path) -> None:
        """What lies inside a folder."""
        if os.path.isdir(path):
            if self._recursive and path.is_symlink() and path in self._folders:
                back = UnreadablePicture("{path} leads back to a folder that was looked into already.", path=path)
                self.gathered.passed.append((path, back))
            elif self._recursive:
                self._look_into(path, relative / path.name)
        elif path.suffix.lower() in SUFFIXES:
            if error := _not_regular(path) or _leads_nowhere(path):
                self.gathered.passed.append((path, error))
            else:
                self._add(path, relative)

    def _add(self, path: Path, relative: Path) -> None:
        name = os.path.realpath(path)
        if name in self._names:
            return
        self._names.add(name)
        if not self._own and name not in self._named and is_own_result(path):
            self.gathered.results += 1
        else:
            self.gathered.photos.append(Found(path, relative))


def _shown(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in entries if not entry.name.startswith("."))


def _not_regular(path: Path) -> FourfoldError | None:
    """What is wrong with a file that would never come to an end, or not be the same when it is read again."""
    try:
        kind = stat.S_IFMT(os.stat(path).st_mode)
    except OSError:
        return None
    if kind not in _KINDS:
        return None
    return UnreadablePicture("{path} is {kind}, not a photo.", path=path, kind=_KINDS[kind])


def _leads_nowhere(path: Path) -> FourfoldError | None:
    try:
        os.stat(path)
    except OSError as error:
        return UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error))
    return None
