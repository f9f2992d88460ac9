"""A table of figures that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 12
"""Rows that are seen without scrolling inside the table."""


class FigureTable(QTableView):
    """Names at the left, figures at the right; as high as its rows. ``figures`` is what is in it."""

    def __init__(self, heads: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QStandardItemModel(0, len(heads))
        self.figures.setHorizontalHeaderLabels(heads)
        self.setModel(self.figures)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit_columns()
        for column in range(len(heads)):
            self.figures.horizontalHeaderItem(column).setTextAlignment(RIGHT if column else _LEFT)

    def fill(self, rows: list[list[str]]) -> None:
        """Show these and nothing else."""
        self.figures.removeRows(0, self.figures.rowCount())
        for row in rows:
            items = [QStandardItem(text) for text in row]
            for item in items[1:]:
                item.setTextAlignment(RIGHT)
            self.figures.appendRow(items)
        self._fit_columns()
        shown = min(len(rows), _MOST_ROWS)
        height = sum(self.rowHeight(row) for row in range(shown))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height + 4)

    def _fit_columns(self) -> None:
        """Figures in full, names in what is left over. Qt does so by itself only while the table is seen."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def texts(self) -> list[list[str]]:
        """What is shown."""
        columns = range(self.figures.columnCount())
        return [[self.figures.item(row, column).text() for column in columns] for row in range(self.figures.rowCount())]
