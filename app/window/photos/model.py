"""The photos a person has opened, as Qt's list model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.window.photos.saving_state import SavingState
from app.window.photos.thumbnails import Thumbnail, make_thumbnail
from app.window.platform.background import Background
from app.window.widgets.fields import tip
from app.window.widgets.language import localised
from engine.errors import FourfoldError
from engine.texts import shown

AnyIndex = QModelIndex | QPersistentModelIndex


class PhotoRole(IntEnum):
    """What the model tells beside Qt's own roles."""

    THUMBNAIL = Qt.ItemDataRole.UserRole + 1
    PROBLEM = Qt.ItemDataRole.UserRole + 2
    SIZE = Qt.ItemDataRole.UserRole + 3
    SAVING = Qt.ItemDataRole.UserRole + 4


@dataclass
class _Row:
    path: Path
    thumbnail: Thumbnail | None = None
    problem: str = ""
    asked: bool = False


class PhotoModel(QAbstractListModel):
    """Rows in the order in which they were opened, each photo once. A thumbnail is made when its row is first seen.

    ``saving_of`` tells how far the saving of a photo is; ``touch`` says that it tells something else now.

    Signals: ``unreadable(path, sentence)``, where no thumbnail can be made (Path, str).
    """

    unreadable = Signal(Path, str)

    def __init__(self, saving_of: Callable[[Path], SavingState], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saving_of = saving_of
        self._rows: list[_Row] = []
        self._numbers: dict[Path, int] = {}
        self._thumbnails = Background(make_thumbnail, self)
        self._thumbnails.done.connect(self._on_thumbnail)

    def close(self) -> None:
        """End the thread that makes thumbnails."""
        self._thumbnails.close()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(row.path.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ": ".join(filter(None, (shown(row.path.name), self._complaint(row))))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._complaint(row) or shown(str(row.path)))
            case PhotoRole.PROBLEM:
                return row.problem
            case PhotoRole.SAVING:
                return self._saving_of(row.path)
            case PhotoRole.SIZE:
                return row.thumbnail.size if row.thumbnail else None
            case PhotoRole.THUMBNAIL:
                self._ask(row)
                return row.thumbnail.image if row.thumbnail else None
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        return super().roleNames() | {role.value: QByteArray(role.name.lower().encode()) for role in PhotoRole}

    @property
    def paths(self) -> list[Path]:
        """All photos, from the top."""
        return [row.path for row in self._rows]

    def path(self, row: int) -> Path:
        """The photo of a row."""
        return self._rows[row].path

    def row_of(self, path: Path) -> int | None:
        """Where a photo is; None for one that is not in the list."""
        return self._numbers.get(path)

    def thumbnail(self, path: Path) -> Thumbnail | None:
        """The small picture of a photo; None before it was made, and for a photo that is not in the list."""
        row = self._numbers.get(path)
        return None if row is None else self._rows[row].thumbnail

    def add(self, paths: Iterable[Path], at: int | None = None) -> list[Path]:
        """Add photos that are not there yet, at that row or at the end, and return them."""
        new = list(dict.fromkeys(path for path in paths if path not in self._numbers))
        at = len(self._rows) if at is None else at
        if new:
            self.beginInsertRows(QModelIndex(), at, at + len(new) - 1)
            self._rows[at:at] = [_Row(path) for path in new]
            self._number()
            self.endInsertRows()
        return new

    def remove(self, paths: Iterable[Path]) -> list[tuple[int, Path]]:
        """Take photos off the list; the files stay. Returns them, from the top, with the rows they had."""
        gone = sorted((self._numbers[path], path) for path in {*paths} if path in self._numbers)
        for first, last in reversed(_spans([row for row, _ in gone])):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self._number()
            self.endRemoveRows()
        return gone

    def set_problem(self, path: Path, sentence: str) -> None:
        """Say on the row what is wrong with the photo, or with "" that nothing is."""
        row = self._numbers.get(path)
        if row is not None:
            self._rows[row].problem = sentence
            self.touch(path)

    def touch(self, path: Path) -> None:
        """Draw the row of a photo again."""
        row = self._numbers.get(path)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _complaint(self, row: _Row) -> str:
        return row.problem or self._saving_of(row.path).failure

    def _number(self) -> None:
        self._numbers = {row.path: number for number, row in enumerate(self._rows)}

    def _ask(self, row: _Row) -> None:
        if not row.asked:
            row.asked = True
            self._thumbnails.ask(row.path)

    def _on_thumbnail(self, path: Path, result: Thumbnail | FourfoldError) -> None:
        row = self._numbers.get(path)
        if row is None:
            return
        if isinstance(result, Thumbnail):
            self._rows[row].thumbnail = result
            self.touch(path)
        else:
            self.unreadable.emit(path, localised(result.sentence))


def _spans(rows: list[int]) -> list[tuple[int, int]]:
    """The first and the last of rows that follow each other; they come sorted."""
    there = set(rows)
    firsts = [row for row in rows if row - 1 not in there]
    lasts = [row for row in rows if row + 1 not in there]
    return list(zip(firsts, lasts, strict=True))
