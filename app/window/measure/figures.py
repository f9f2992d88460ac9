"""The table of figures: a row for each model that was measured."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHeaderView

from app.window.measure.task import ModelScore
from app.window.widgets.fields import tip
from app.window.widgets.figure_table import RIGHT, FigureTable
from app.window.widgets.titles import model_title

PSNR, SSIM, DISTANCE = 1, 2, 3
"""The columns of figures; the last is there only where VGG19 is."""
FIGURE = Qt.ItemDataRole.UserRole
"""What a cell says without its mark."""
VALUE = Qt.ItemDataRole.UserRole + 1
MARGIN = 12
LONGEST_NAME = 304
"""Of the table's 592 pixels: three figures fit beside it."""


class ScoreTable(FigureTable):
    """As high as the rows that it has or waits for, which come one by one."""

    def __init__(self) -> None:
        super().__init__([self.tr("Method"), "PSNR", "SSIM", self.tr("Distance")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)

    @property
    def has_distance(self) -> bool:
        """Whether the column of VGG19's distance shows."""
        return not self.isColumnHidden(DISTANCE)

    def begin(self, models: list[str], *, distance: bool) -> None:
        """Be ready for rows of these models, with VGG19's distance or without it. Nothing moves when they come."""
        self.setColumnHidden(DISTANCE, not distance)
        longest = max(self.fontMetrics().horizontalAdvance(model_title(model)) for model in models)
        self.setColumnWidth(0, min(longest + 2 * MARGIN, LONGEST_NAME))
        self._be_high(len(models))
        self.show()

    def add(self, score: ModelScore) -> None:
        """Show a row more."""
        name = QStandardItem(model_title(score.model))
        name.setToolTip(tip(name.text()))
        cells = [_cell(score.psnr, 2, " dB"), _cell(score.ssim, 4)]
        if score.distance is not None:
            cells.append(_cell(score.distance, 4))
        self.figures.appendRow([name, *cells])

    def end(self) -> None:
        """No row comes any more: be as high as those that are there."""
        self._be_high(self.figures.rowCount())
        self.setVisible(self.figures.rowCount() > 0)

    def _be_high(self, rows: int) -> None:
        self.setFixedHeight(self.horizontalHeader().height() + rows * self.verticalHeader().defaultSectionSize() + 4)

    def mark_best(self) -> None:
        """Mark the best of each column: the highest, but of distances the lowest."""
        for column, best in ((PSNR, max), (SSIM, max), (DISTANCE, min)):
            cells = [self.figures.item(row, column) for row in range(self.figures.rowCount())]
            known = [cell for cell in cells if cell]
            winner = best((cell.data(VALUE) for cell in known), default=None)
            for cell in known:
                if cell.data(VALUE) == winner:
                    _mark(cell, self.tr("Best"))

    def forget(self) -> None:
        """Be empty, and hidden."""
        self.figures.removeRows(0, self.figures.rowCount())
        self.hide()

    def as_text(self) -> str:
        """What shows, a line for each row and tabs between the columns, as spreadsheets take it."""
        figures = self.figures
        columns = [column for column in range(figures.columnCount()) if not self.isColumnHidden(column)]
        head = [str(figures.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        rows = [[_plain(figures.item(row, column)) for column in columns] for row in range(figures.rowCount())]
        return "\n".join("\t".join(line) for line in [head, *rows])


def _plain(cell: QStandardItem) -> str:
    return str(cell.data(FIGURE) or cell.text())


def _cell(value: float, digits: int, unit: str = "") -> QStandardItem:
    """A figure, known as it is shown: what reads alike is as good."""
    text = QLocale().toString(value, "f", digits) + unit
    cell = QStandardItem(text)
    cell.setTextAlignment(RIGHT)
    cell.setData(text, FIGURE)
    cell.setData(round(value, digits), VALUE)
    return cell


def _mark(cell: QStandardItem, word: str) -> None:
    """Bold, with a star and a word for who cannot see them."""
    font = cell.font()
    font.setBold(True)
    cell.setFont(font)
    cell.setText(f"★ {cell.data(FIGURE)}")
    cell.setToolTip(word)
    cell.setData(f"{cell.data(FIGURE)}, {word}", Qt.ItemDataRole.AccessibleTextRole)
