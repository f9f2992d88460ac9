"""Curves over the steps of a training, or over another whole number, in the colours of the window."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.widgets.fields import label
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import SMALL

pyqtgraph.setConfigOptions(antialias=True)
_KEPT = 0.95
_FLAT = 0.01
"""Room above and below a curve that is nothing but zero."""


class CurvePlot(QWidget):
    """One figure over the steps; a dashed line is what the base reaches, a thin upright one the step looked at, and a
    dotted one the same figure of others.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.plot = _plot()
        self.plot.setAccessibleName(title)
        self._raw = self.plot.plot([], [])
        self._line = self.plot.plot([], [])
        self._others = self.plot.plot([], [])
        self._base = pyqtgraph.InfiniteLine(angle=0)
        self._looked_at = pyqtgraph.InfiniteLine(angle=90)
        for line in (self._base, self._looked_at):
            line.hide()
            self.plot.addItem(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._title = label(title, "quiet")
        layout.addWidget(self._title)
        layout.addWidget(self.plot, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_points(
        self,
        points: list[tuple[int, float]],
        steps: int,
        base: float | None = None,
        *,
        noisy: bool = False,
        others: Sequence[tuple[int, float]] = (),
    ) -> None:
        """The curve so far, out of that many steps, and dotted that of ``others``; of a ``noisy`` figure the trend
        before the figure itself.
        """
        xs, ys = [step for step, _ in points], [value for _, value in points]
        self._raw.setData(xs if noisy else [], ys if noisy else [])
        self._line.setData(xs, trend(ys) if noisy else ys)
        self._base.setVisible(base is not None)
        if base is not None:
            self._base.setValue(base)
        self.plot.setXRange(0, max(steps, 1), padding=0.05)
        self._others.setData([step for step, _ in others], [value for _, value in others])
        values = [*ys, *(value for _, value in others), *([] if base is None else [base])]
        self.plot.getAxis("left").setStyle(showValues=bool(values))
        if values:
            room = max((max(values) - min(values)) * 0.15, abs(max(values)) * 1e-3, 1e-6 if any(values) else _FLAT)
            self.plot.setYRange(min(values) - room, max(values) + room, padding=0)

    def set_title(self, title: str) -> None:
        """What stands above the curve, and is read out for it."""
        self._title.setText(title)
        self.plot.setAccessibleName(title)

    def look_at(self, step: int | None) -> None:
        """Mark the step that is looked at."""
        self._looked_at.setVisible(step is not None)
        if step is not None:
            self._looked_at.setValue(step)

    def _dress(self) -> None:
        colours = self._theme.tokens
        self.plot.setBackground(QColor(colours.panel))
        self._line.setPen(pyqtgraph.mkPen(colours.accent, width=2))
        self._others.setPen(pyqtgraph.mkPen(colours.warn, width=2, style=Qt.PenStyle.DotLine))
        self._raw.setPen(pyqtgraph.mkPen(colours.line, width=1))
        self._base.setPen(pyqtgraph.mkPen(colours.secondary, width=1, style=Qt.PenStyle.DashLine))
        self._looked_at.setPen(pyqtgraph.mkPen(colours.line, width=1))
        font = self.font()
        font.setPixelSize(SMALL)
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setPen(pyqtgraph.mkPen(colours.line))
            axis.setTextPen(pyqtgraph.mkPen(colours.secondary))
            axis.setStyle(tickFont=font, tickLength=0, maxTickLevel=0)
            axis.enableAutoSIPrefix(False)
        self.plot.getAxis("left").setWidth(44)


def _plot() -> pyqtgraph.PlotWidget:
    """A plot that is only looked at."""
    plot = pyqtgraph.PlotWidget(axisItems={"left": _Axis("left")})
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setMinimumHeight(72)
    plot.getPlotItem().setContentsMargins(0, 8, 12, 0)  # so that no figure at an end is cut
    return plot


class _Axis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Figures as the person writes them."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [text.replace(".", QLocale().decimalPoint()) for text in super().tickStrings(values, scale, spacing)]


def trend(values: list[float]) -> list[float]:
    """A moving average that follows within some twenty values, and that begins without bias."""
    averages, total, weight = [], 0.0, 0.0
    for value in values:
        total, weight = _KEPT * total + value, _KEPT * weight + 1
        averages.append(total / weight)
    return averages
