"""The chart of a result in the colours of the window."""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.study import charts
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import SMALL
from trainer.study.design import Mode
from trainer.study.findings import StudyResult

_ROW, _AXIS = 34, 44
"""Pixels of a method's row, and of what stands below the rows."""


class ResultChart(QWidget):
    """Draws the scores or the strengths of all methods, each in its row, the best on top."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._result: StudyResult | None = None
        self.plot = pyqtgraph.PlotWidget()
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is only looked at
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        theme.changed.connect(self._draw)

    def show_result(self, result: StudyResult) -> None:
        """Draw what a study says."""
        self._result = result
        self.setFixedHeight(self.sizeHint().height())
        self._draw()

    def sizeHint(self) -> QSize:
        rows = len(self._result.methods) if self._result else 0
        return QSize(super().sizeHint().width(), rows * _ROW + _AXIS)

    def _draw(self) -> None:
        colours = self._theme.tokens
        self.plot.setBackground(QColor(colours.panel))
        if self._result is None:
            return
        item = self.plot.getPlotItem()
        item.clear()
        ink = charts.Ink(colours.panel, colours.text, colours.line, colours.secondary, colours.accent, SMALL)
        if self._result.mode is Mode.PAIRS:
            charts.strengths(self._result.strengths)(item, replace(ink, bar=colours.accent))
            words = self.tr("How often it is preferred to an average method")
        else:
            charts.distribution(self._result.scores)(item, ink)
            words = self.tr("1 bad to 5 excellent: the more often, the darker")
        item.setLabel("bottom", words, color=colours.secondary)
        self.plot.setAccessibleName(words)
