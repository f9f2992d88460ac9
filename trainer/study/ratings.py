"""The answers of one rater as a file of JSON lines that only grows; each is on the disk before the next image comes.

The first line is the rater, each other one an answer. A later answer to the same trial replaces the earlier, which
stays; the order of the lines says nothing. What a kill cut off is passed by, also where more was written after it. No
torch.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import shown, to_json
from trainer.errors import BadStudy
from trainer.study.design import is_rater_id, strict_json
from trainer.study.folder import StudyFolder
from trainer.study.trials import Kind, Trial
from trainer.typed_json import typed

SUFFIX = ".jsonl"

T = TypeVar("T")


@dataclass(frozen=True)
class Rater:
    """Who rates, and the id of the study. Two raters may have one name; ``id`` tells them apart."""

    rater: str
    id: str
    study: str
    began: str


@dataclass(frozen=True)
class Rating:
    """One answer: a score, or a ``Choice`` of a pair. ``at`` is UTC, each later than the one before; ``seconds`` is how
    long it was looked at.
    """

    kind: Kind
    shown: str
    answer: int
    at: str
    seconds: float

    @property
    def trial(self) -> tuple[Kind, str]:
        """What is answered."""
        return self.kind, self.shown


@dataclass
class Sheet:
    """One rater's answers, oldest first, and how many lines could not be read."""

    path: Path
    rater: Rater
    ratings: list[Rating]
    unreadable: int = 0

    def append(self, trial: Trial, answer: int, seconds: float) -> None:
        """Keep an answer; it is on the disk when this returns. Raises BadStudy where it cannot be written."""
        self.extend([Rating(trial.kind, trial.shown, answer, self._now(), round(seconds, 2))])

    def extend(self, ratings: Iterable[Rating]) -> None:
        """Keep answers that come from elsewhere, as ``append`` does."""
        added = list(ratings)
        try:
            _append(self.path, "".join(f"{_line(each)}\n" for each in added).encode())
        except OSError as error:
            raise BadStudy("The rating was not kept: {reason}.", reason=why(error)) from error
        self.ratings = _by_time([*self.ratings, *added])

    def answers(self) -> dict[tuple[Kind, str], Rating]:
        """The newest answer to each trial."""
        return {rating.trial: rating for rating in self.ratings}

    def create(self) -> None:
        """Write the file, with what it holds so far. Raises BadStudy."""
        lines = [_line(self.rater), *map(_line, self.ratings)]
        try:
            self.path.parent.mkdir(exist_ok=True)
            write_whole(self.path, "".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            raise BadStudy("{path} cannot be written: {reason}.", path=self.path, reason=why(error)) from error

    def _now(self) -> str:
        """Later than the last answer, also where the clock was set back."""
        now = datetime.now(UTC)
        if self.ratings:
            now = max(now, datetime.fromisoformat(self.ratings[-1].at) + timedelta(microseconds=1))
        return now.isoformat(timespec="microseconds")


def sheet_of(folder: StudyFolder, name: str) -> Sheet:
    """The sheet of the rater with that name or id; a new one where there is none. Raises BadStudy."""
    own = [each for each in read_raters(folder) if shown(name) in (each.rater, each.id)]
    if len(own) > 1:
        ids = ", ".join(each.id for each in own)
        raise BadStudy("{count} raters are called {name}; say which: {ids}.", count=len(own), name=name, ids=ids)
    if own:
        return _read_sheet(folder, own[0])
    if not name.strip():
        raise BadStudy("A rater needs a name.")
    rater = Rater(shown(name), secrets.token_hex(4), folder.study().id, datetime.now(UTC).isoformat())
    sheet = Sheet(_path(folder, rater.id), rater, [])
    sheet.create()
    return sheet


def read_sheets(folder: StudyFolder) -> list[Sheet]:
    """Those of all raters, in the order in which they began. Raises BadStudy."""
    return [_read_sheet(folder, rater) for rater in read_raters(folder)]


def read_raters(folder: StudyFolder) -> list[Rater]:
    """Who has begun to rate, in that order. Raises BadStudy, also where one is a rater of another study."""
    study = folder.study().id
    raters = [_rater(path) for path in folder.ratings.glob(f"*{SUFFIX}")]
    if foreign := [rater.id for rater in raters if rater.study != study]:
        name = f"{foreign[0]}{SUFFIX}"
        raise BadStudy("{name} is of another study; take it out of {folder}.", name=name, folder=folder.ratings)
    return sorted(raters, key=lambda rater: (rater.began, rater.id))


def _path(folder: StudyFolder, rater: str) -> Path:
    return folder.ratings / f"{rater}{SUFFIX}"


def _rater(path: Path) -> Rater:
    try:
        with path.open("rb") as file:
            rater = _value(file.readline(), Rater)
    except OSError as error:
        raise BadStudy("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error
    if rater is None or not is_rater_id(rater.id) or path.stem != rater.id:
        raise BadStudy("{path} does not say whose ratings it holds.", path=path)
    return rater


def _read_sheet(folder: StudyFolder, rater: Rater) -> Sheet:
    path = _path(folder, rater.id)
    try:
        _, *lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise BadStudy("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error
    found = [_value(line, Rating) for line in lines if line]
    ratings = [rating for rating in found if rating is not None and _is_dated(rating)]
    return Sheet(path, rater, _by_time(ratings), len(found) - len(ratings))


def _line(value: Rater | Rating) -> str:
    return to_json(asdict(value))


def _by_time(ratings: Iterable[Rating]) -> list[Rating]:
    return sorted(ratings, key=lambda rating: datetime.fromisoformat(rating.at))


def _value(line: bytes, kind: type[T]) -> T | None:
    try:
        return typed(kind, strict_json(line))
    except (ValueError, RecursionError):
        return None


def _is_dated(rating: Rating) -> bool:
    try:
        return datetime.fromisoformat(rating.at).tzinfo is not None
    except ValueError:
        return False


def _append(path: Path, lines: bytes) -> None:
    """Add lines and force them to the disk. What an earlier write left without its end is ended first."""
    with path.open("ab+") as file:  # whatever is read, it writes at the end
        file.seek(max(file.seek(0, os.SEEK_END) - 1, 0))
        whole = file.read(1) in (b"\n", b"")
        file.write((b"" if whole else b"\n") + lines)
        file.flush()
        os.fsync(file.fileno())
