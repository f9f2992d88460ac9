"""What the check says of each photo, and which of them a person wants, as Qt's list model."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Hashable
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QImage

from app.window.photos.thumbnails import Thumbnail, make_thumbnail
from app.window.platform.background import Background
from app.window.training.goal import Material
from app.window.widgets.fields import tip
from app.window.widgets.language import tr
from engine.texts import shown
from trainer.data.dataset import DatasetReport, Finding
from trainer.data.problems import OVERRULABLE, Problem
from trainer.recipes.cookbook import FINE_TUNE_FAITHFUL

HOPELESS = (Problem.DAMAGED, Problem.TOO_SMALL)
"""Problems that nobody can overrule."""
_THUMBNAILS = 400
"""Small pictures kept at a time."""

AnyIndex = QModelIndex | QPersistentModelIndex


class FindingRole(IntEnum):
    """What the model tells beside Qt's own roles."""

    THUMBNAIL = Qt.ItemDataRole.UserRole + 1
    PROBLEM = Qt.ItemDataRole.UserRole + 2
    SIZE = Qt.ItemDataRole.UserRole + 3
    CAN_KEEP = Qt.ItemDataRole.UserRole + 4
    FILE = Qt.ItemDataRole.UserRole + 5


def problem_name(problem: str | None) -> str:
    """A problem in the person's words; empty where there is none."""
    names = {
        "damaged": tr("Damaged"),
        "too small": tr("Too small"),
        "duplicate": tr("Duplicate"),
        "blurred": tr("Blurred"),
        "enlarged": tr("Already enlarged"),
        "compressed": tr("Strongly compressed"),
    }
    return names.get(problem or "", "")


class Findings(QAbstractListModel):
    """Rows as the check found them. ``Qt.CheckStateRole`` is whether a photo is kept; a click changes it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._rows: list[Finding] = []
        self._kept: list[bool] = []
        self._numbers: dict[Path, int] = {}
        self._images: OrderedDict[Path, QImage | None] = OrderedDict()
        self._thumbnails = Background(make_thumbnail, self)
        self._thumbnails.done.connect(self._on_thumbnail)

    def close(self) -> None:
        """Wait for the thread that makes thumbnails."""
        self._thumbnails.close()

    def show(self, report: DatasetReport) -> None:
        """Take in what a check found; photos without a problem are kept."""
        self.beginResetModel()
        self._folder = report.folder
        self._rows = list(report.findings)
        self._kept = [not finding.problem for finding in self._rows]
        self._numbers = {self._path(row): row for row in range(len(self._rows))}
        self._images.clear()
        self.endResetModel()

    # --- what there is ---

    @property
    def kept(self) -> list[Finding]:
        """Those that are wanted, in the order of the check."""
        return [finding for finding, kept in zip(self._rows, self._kept, strict=True) if kept]

    def report(self) -> DatasetReport:
        """As if the check had found what is kept to be good and left out the rest."""
        return DatasetReport(self._folder, self.kept, frozenset(OVERRULABLE))

    def counts(self) -> Counter[str]:
        """How many photos have which problem."""
        return Counter(finding.problem for finding in self._rows if finding.problem)

    def material(self) -> Material:
        """The folder and what is wanted of it."""
        keep = sorted({finding.problem for finding in self.kept if finding.problem})
        serving = {None, *keep}
        unwanted = [
            finding.photo.path
            for finding, kept in zip(self._rows, self._kept, strict=True)
            if not kept and finding.problem in serving
        ]
        _, held_out = self.report().split(FINE_TUNE_FAITHFUL.data.held_out)
        return Material(self._folder, tuple(keep), tuple(unwanted), len(self.kept), len(held_out))

    # --- Qt's side ---

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(Path(finding.photo.path).name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return shown(f"{finding.photo.path} {problem_name(finding.problem)}".strip())
            case Qt.ItemDataRole.ToolTipRole:
                path = shown(str(self._path(index.row())))
                return tip("\n".join(filter(None, [path, problem_name(finding.problem)])))
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self._kept[index.row()] else Qt.CheckState.Unchecked
            case FindingRole.FILE:
                return self._path(index.row())
            case FindingRole.PROBLEM:
                return finding.problem
            case FindingRole.CAN_KEEP:
                return finding.problem not in HOPELESS
            case FindingRole.SIZE:
                return (finding.photo.width, finding.photo.height)
            case FindingRole.THUMBNAIL:
                return self._thumbnail(index.row())
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._rows[index.row()].problem in HOPELESS:
            return False
        self._kept[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_keep = self._rows[index.row()].problem not in HOPELESS
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_keep else flags

    def _path(self, row: int) -> Path:
        return self._folder / self._rows[row].photo.path

    def _thumbnail(self, row: int) -> QImage | None:
        path = self._path(row)
        if path not in self._images and self._rows[row].problem != "damaged":
            self._images[path] = None
            self._thumbnails.ask(path)
        return self._images.get(path)

    def _on_thumbnail(self, path: Hashable, result: object) -> None:
        row = self._numbers.get(path) if isinstance(path, Path) else None
        if row is None or not isinstance(path, Path) or not isinstance(result, Thumbnail):
            return
        self._images[path] = result.image
        self._images.move_to_end(path)
        while len(self._images) > _THUMBNAILS:
            self._images.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [FindingRole.THUMBNAIL])


class ShownFindings(QSortFilterProxyModel):
    """The findings of one kind: all, those with a problem, or those that are left out."""

    ALL, PROBLEMS, LEFT_OUT = "all", "problems", "left out"

    def __init__(self, findings: Findings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = self.ALL
        self.setDynamicSortFilter(False)  # a photo that is clicked stays where it is
        self.setSourceModel(findings)

    def show(self, kind: str) -> None:
        """Show those of a kind: ALL, PROBLEMS or LEFT_OUT."""
        self._kind = kind
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        index = self.sourceModel().index(row, 0)
        if self._kind == self.PROBLEMS:
            return bool(index.data(FindingRole.PROBLEM))
        if self._kind == self.LEFT_OUT:
            return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Unchecked
        return True


def described(counts: Counter[str]) -> str:
    """``3 blurred, 1 damaged``, in the order of the check."""
    return ",  ".join(f"{counts[problem]} × {problem_name(problem)}" for problem in Problem if counts[problem])
