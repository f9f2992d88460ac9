"""How panes share the canvas. Pure arithmetic in device pixels."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from app.window.canvas.layers import Layer
from app.window.canvas.viewport import Area, Viewport

GAP = 2


class Arrangement(StrEnum):
    """Which panes there are and how they lie."""

    SINGLE = "single"
    SPLIT = "split"
    SIDE_BY_SIDE = "side by side"
    GRID = "two by two"

    @property
    def panes(self) -> int:
        """How many there are."""
        return {Arrangement.SINGLE: 1, Arrangement.GRID: 4}.get(self, 2)


class Place(NamedTuple):
    """Where one pane is: the viewport is centred in ``area``, what shows of it is ``clip``."""

    area: Area
    clip: Area


class Pane(NamedTuple):
    """One view of the photo: which layer, from where, and where on the screen."""

    layer: Layer
    viewport: Viewport
    place: Place


def plan_panes(
    arrangement: Arrangement, width: int, height: int, divider: float, *, across: bool = False
) -> list[Place]:
    """The places of all panes, in reading order. ``divider`` (0 to 1) and ``across`` (it lies flat) are for split."""
    whole = Area(0, 0, width, height)
    match arrangement:
        case Arrangement.SINGLE:
            return [Place(whole, whole)]
        case Arrangement.SPLIT if across:
            y = round(divider * height)
            return [Place(whole, Area(0, 0, width, y)), Place(whole, Area(0, y, width, height))]
        case Arrangement.SPLIT:
            x = round(divider * width)
            return [Place(whole, Area(0, 0, x, height)), Place(whole, Area(x, 0, width, height))]
    columns, rows = 2, 2 if arrangement is Arrangement.GRID else 1
    parts = [
        Area(left, top, right, bottom) for top, bottom in _parts(height, rows) for left, right in _parts(width, columns)
    ]
    return [Place(part, part) for part in parts]


def _parts(length: int, count: int) -> list[tuple[int, int]]:
    """Equal parts with a gap between them; a pixel left over goes to the gap, so that synced panes match exactly."""
    size = (length - GAP * (count - 1)) // count
    starts = [i * (length - size) // max(1, count - 1) for i in range(count)]
    return [(start, start + size) for start in starts]
