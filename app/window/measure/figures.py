"""The table of figures: a row for each model that was measured."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView

from app.window.measure.task import ModelScore
from app.window.widgets.titles import model_title

DISTANCE = 3
"""The column that is there only where VGG19 is."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """As high as its rows; ``figures`` is what is in it."""

    def __init__(self) -> None:
        super().__init__()
        heads = [self.tr("Method"), "PSNR", "SSIM", self.tr("Distance")]
        self.figures = QStandardItemModel(0, len(heads))
        self.figures.setHorizontalHeaderLabels(heads)
        self.setModel(self.figures)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(len(heads)):
            self.figures.horizontalHeaderItem(column).setTextAlignment(_RIGHT if column else _LEFT)

    @property
    def has_distance(self) -> bool:
        """Whether the column of VGG19's distance shows."""
        return not self.isColumnHidden(DISTANCE)

    def begin(self, *, distance: bool) -> None:
        """Be ready for rows with VGG19's distance, or without it."""
        self.setColumnHidden(DISTANCE, not distance)

    def add(self, score: ModelScore) -> None:
        """Show a row more."""
        locale = QLocale()
        cells = [model_title(score.model), f"{locale.toString(score.psnr, 'f', 2)} dB"]
        cells.append(locale.toString(score.ssim, "f", 4))
        if score.distance is not None:
            cells.append(locale.toString(score.distance, "f", 4))
        items = [QStandardItem(text) for text in cells]
        for item in items[1:]:
            item.setTextAlignment(_RIGHT)
        self.figures.appendRow(items)
        rows = self.figures.rowCount()
        self.setFixedHeight(self.horizontalHeader().height() + rows * self.rowHeight(0) + 4)
        self.show()

    def forget(self) -> None:
        """Be empty, and hidden."""
        self.figures.removeRows(0, self.figures.rowCount())
        self.hide()

    def as_text(self) -> str:
        """What shows, a line for each row and tabs between the columns, as spreadsheets take it."""
        figures = self.figures
        columns = [column for column in range(figures.columnCount()) if not self.isColumnHidden(column)]
        head = [str(figures.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        rows = [[figures.item(row, column).text() for column in columns] for row in range(figures.rowCount())]
        return "\n".join("\t".join(line) for line in [head, *rows])
