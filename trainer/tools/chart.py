"""Line charts as SVG, for pages and pictures. No torch, no Qt."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

Points = Sequence[tuple[float, float]]

WIDTH, HEIGHT = 420, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 16, 34, 40
"""Room in pixels around the axes, for their words."""
_COLOURS = ("#2563eb", "#c2410c")
"""A blue and an orange that those who see no red tell apart, and so does paper by their brightness."""
_DASHES = ("", "6 4")
_TICKS = 5
"""How many an axis has, about."""


@dataclass(frozen=True)
class Line:
    """One line of a chart; ``points`` are (x, y), by ascending x. A name is shown where there are several lines."""

    name: str
    points: Points


@dataclass(frozen=True)
class Axis:
    """A range of figures along a side of so many pixels, from the pixel ``start`` on; a negative ``length`` runs back,
    as y does.
    """

    low: float
    high: float
    start: float
    length: float

    def place(self, value: float) -> float:
        """The pixel where a figure is."""
        return self.start + (value - self.low) / ((self.high - self.low) or 1) * self.length


def line_chart(
    title: str, lines: Sequence[Line], x_name: str = "", *, marks: Sequence[float] = (), from_zero: bool = False
) -> str:
    """A chart of up to two lines as one SVG element of WIDTH x HEIGHT pixels. ``marks`` are the figures to write along
    x and to mark with dots, else round ones are written; ``from_zero`` begins y there.
    """
    xs, ys = ([point[side] for line in lines for point in line.points] for side in (0, 1))
    rounded = ticks(0.0 if from_zero else min(ys), max(ys))
    along = list(marks) or [each for each in ticks(min(xs), max(xs)) if min(xs) <= each <= max(xs)]
    x = Axis(min(xs), max(xs), _LEFT, WIDTH - _LEFT - _RIGHT)
    y = Axis(rounded[0], rounded[-1], HEIGHT - _BOTTOM, -(HEIGHT - _TOP - _BOTTOM))
    return "\n".join(
        [
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' viewBox='0 0 {WIDTH} {HEIGHT}' "
            f"font-family='system-ui,sans-serif' font-size='12' role='img' aria-label='{html.escape(title)}'>",
            f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#fff'/>",
            f"<text x='{_LEFT}' y='18' font-size='14'>{html.escape(title)}</text>",
            *(_row(y.place(tick), _number(tick)) for tick in rounded),
            *(_column(x.place(tick), _number(tick)) for tick in along),
            f"<text x='{WIDTH - _RIGHT}' y='{HEIGHT - 6}' text-anchor='end'>{html.escape(x_name)}</text>",
            *(_drawn(number, line, x, y, dots=bool(marks)) for number, line in enumerate(lines)),
            *(_named(number, line.name) for number, line in enumerate(lines) if len(lines) > 1),
            "</svg>",
        ]
    )


def side_by_side(charts: Sequence[str]) -> str:
    """Several charts as one picture."""
    width = WIDTH * len(charts)
    placed = [f"<g transform='translate({WIDTH * number})'>{chart}</g>" for number, chart in enumerate(charts)]
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{HEIGHT}' viewBox='0 0 {width} {HEIGHT}'>"
        f"{''.join(placed)}</svg>"
    )


def ticks(low: float, high: float) -> list[float]:
    """Round figures, about five, that begin at or below ``low`` and end at or above ``high``."""
    span = (high - low) or abs(high) or 1.0
    unit = 10 ** math.floor(math.log10(span / _TICKS))
    step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit * _TICKS >= span)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [number * step for number in range(first, max(last, first + 1) + 1)]


def _row(y: float, text: str) -> str:
    line = f"<line x1='{_LEFT}' x2='{WIDTH - _RIGHT}' y1='{y:.1f}' y2='{y:.1f}' stroke='#e5e7eb'/>"
    return f"{line}<text x='{_LEFT - 6}' y='{y + 4:.1f}' text-anchor='end'>{text}</text>"


def _column(x: float, text: str) -> str:
    return f"<text x='{x:.1f}' y='{HEIGHT - _BOTTOM + 16}' text-anchor='middle'>{text}</text>"


def _drawn(number: int, line: Line, x: Axis, y: Axis, *, dots: bool) -> str:
    places = [(x.place(across), y.place(up)) for across, up in line.points]
    path = " ".join(f"{across:.1f},{up:.1f}" for across, up in places)
    pen = f"stroke='{_COLOURS[number]}' stroke-width='1.5' stroke-dasharray='{_DASHES[number]}'"
    marks = [f"<circle cx='{across:.1f}' cy='{up:.1f}' r='3' fill='{_COLOURS[number]}'/>" for across, up in places]
    return f"<polyline points='{path}' fill='none' {pen}/>{''.join(marks if dots else [])}"


def _named(number: int, name: str) -> str:
    """In the lower right corner, where lines that rise leave room: a piece of the line, and its name."""
    left, y = WIDTH - _RIGHT - 150, HEIGHT - _BOTTOM - 30 + 18 * number
    pen = f"stroke='{_COLOURS[number]}' stroke-width='1.5' stroke-dasharray='{_DASHES[number]}'"
    line = f"<line x1='{left}' x2='{left + 30}' y1='{y - 4}' y2='{y - 4}' {pen}/>"
    return f"{line}<text x='{left + 36}' y='{y}'>{html.escape(name)}</text>"


def _number(value: float) -> str:
    return f"{value:,.10g}"
