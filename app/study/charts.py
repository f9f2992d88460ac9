"""The charts of a study. Each fills a plot, which a window shows or ``to_svg`` makes a picture of."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph
from pyqtgraph.exporters import SVGExporter
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from trainer.study.design import HIGHEST, LOWEST
from trainer.study.findings import MethodScore, MethodStrength
from trainer.study.statistics import Estimate

_ROW = 34
"""Height of a method's row in a chart."""
_AXIS = 40
"""Height of what stands below the rows."""
_WIDTH = 720
_GAP = 10
"""Between a method's name and its row."""

Plot = Any
"""A ``pyqtgraph.PlotItem``: pyqtgraph has no types."""
Drawing = Callable[[Plot, "Ink"], None]


@dataclass(frozen=True)
class Ink:
    """Colours of a chart, as Qt names them, and the size of its words in pixels."""

    paper: str = "#ffffff"
    words: str = "#1f2937"
    line: str = "#9ca3af"
    bar: str = "#2563eb"
    mark: str = "#b91c1c"
    size: int = 12


def distribution(scores: Sequence[MethodScore]) -> Drawing:
    """How often each method got each score (the paper's figure 5): the more often, the darker; its mean opinion and
    95 % interval in red.
    """

    def draw(plot: Plot, ink: Ink) -> None:
        for row, each in enumerate(reversed(scores)):
            for score, count in enumerate(each.counts, LOWEST):
                colour = pyqtgraph.mkColor(ink.bar)
                colour.setAlphaF(count / max(sum(each.counts), 1))
                cell = pyqtgraph.BarGraphItem(
                    x0=[score - 0.5], width=1, y0=[row - 0.42], height=0.84, brush=colour, pen=pyqtgraph.mkPen(None)
                )
                plot.addItem(cell)
        _dots(plot, [each.opinion for each in scores], ink.mark)
        _frame(plot, ink, [each.method for each in scores], (LOWEST - 0.5, HIGHEST + 0.5), "1 bad to 5 excellent")
        plot.getAxis("bottom").setTicks([[(score, str(score)) for score in range(LOWEST, HIGHEST + 1)]])

    return draw


def ranks(scores: Sequence[MethodScore]) -> Drawing:
    """The mean rank of each method (the paper's figure 10)."""

    def draw(plot: Plot, ink: Ink) -> None:
        _dots(plot, [Estimate(each.rank, math.nan, math.nan) for each in scores], ink.bar)
        _frame(plot, ink, [each.method for each in scores], (0.5, len(scores) + 0.5), "mean rank, 1 is best")
        plot.getAxis("bottom").setTicks([[(rank, str(rank)) for rank in range(1, len(scores) + 1)]])

    return draw


def strengths(found: Sequence[MethodStrength]) -> Drawing:
    """How likely each method is preferred to an average one, with its 95 % interval."""

    def draw(plot: Plot, ink: Ink) -> None:
        _dots(plot, [each.chance for each in found], ink.bar)
        _frame(plot, ink, [each.method for each in found], (0, 1), "preferred to an average method")
        plot.getAxis("bottom").setTicks([[(share / 4, f"{25 * share} %") for share in range(5)]])
        plot.addItem(pyqtgraph.InfiniteLine(0.5, pen=pyqtgraph.mkPen(ink.line)))

    return draw


def to_svg(draw: Drawing, rows: int, ink: Ink | None = None) -> bytes:
    """A chart of so many rows as a picture of its own. Needs no screen."""
    _application()
    ink = ink or Ink()
    view = pyqtgraph.GraphicsLayoutWidget(show=False, size=(_WIDTH, rows * _ROW + _AXIS))
    view.setBackground(ink.paper)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot = view.addPlot()
    draw(plot, ink)
    view.show()
    QApplication.processEvents()  # lays out
    picture: bytes = SVGExporter(plot).export(toBytes=True)
    view.close()
    return picture


def _application() -> QApplication:
    """The one of the window, or one that draws without a screen."""
    if running := QApplication.instance():
        return running  # type: ignore[return-value]  # it can only be this kind
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["fourfold"])


def _dots(plot: Plot, estimates: Sequence[Estimate], colour: str) -> None:
    """A dot for each row from the top, and its interval where there is one."""
    pen = pyqtgraph.mkPen(colour, width=2)
    for row, each in enumerate(reversed(estimates)):
        if not math.isnan(each.low):
            plot.plot([each.low, each.high], [row, row], pen=pen)
    values = [each.value for each in reversed(estimates)]
    plot.plot(values, np.arange(len(values)), pen=None, symbol="o", symbolSize=9, symbolBrush=colour, symbolPen=None)


def _frame(plot: Plot, ink: Ink, methods: Sequence[str], bounds: tuple[float, float], words: str) -> None:
    """Axes: the methods from the top, and what the figures are."""
    plot.hideButtons()
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.setContentsMargins(0, 0, 2 * _GAP, 0)  # the last figure of the axis reaches beyond its end
    plot.setRange(xRange=bounds, yRange=(-0.5, len(methods) - 0.5), padding=0.01)
    font = QFont("sans-serif")  # which browsers know
    font.setPixelSize(ink.size)
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setPen(pyqtgraph.mkPen(ink.line))
        axis.setTextPen(pyqtgraph.mkPen(ink.words))
        axis.setStyle(tickFont=font, tickLength=0, hideOverlappingLabels=False)
    widest = max(QFontMetrics(font).horizontalAdvance(name) for name in methods)
    plot.getAxis("left").setWidth(widest + _GAP)  # by itself it grows when painted, too late for the other axis
    plot.getAxis("left").setTicks([[(row, name) for row, name in enumerate(reversed(methods))]])
    plot.setLabel("bottom", words, color=ink.words)
    plot.getAxis("bottom").label.setFont(font)
