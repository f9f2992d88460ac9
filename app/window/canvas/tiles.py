"""Which pieces of a picture are wanted, and a store for them limited in bytes. No Qt, no torch."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from app.window.canvas.viewport import Area, Viewport
from engine.geometry import Region, Size

SCREEN_TILE = 256
"""Side of a drawn piece in device pixels."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Box(NamedTuple):
    """A rectangle whose edges may lie inside pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, margin: int, whole: Size) -> Region:
        """The whole pixels that it touches, and ``margin`` more on each side, inside a picture."""
        region = Region(int(self.left), int(self.top), -int(-self.right // 1), -int(-self.bottom // 1))
        return region.grown(margin).clipped(Region.of(whole))

    def inside(self, outer: Region) -> Box:
        """The same rectangle in pixels of the outer region, which holds it but for rounding."""
        width, height = outer.size
        return Box(
            max(0.0, self.left - outer.left),
            max(0.0, self.top - outer.top),
            min(float(width), self.right - outer.left),
            min(float(height), self.bottom - outer.top),
        )


class Cell(NamedTuple):
    """A place in a grid of tiles."""

    column: int
    row: int

    def region(self, side: int) -> Region:
        """The pixels it covers, with tiles of that side."""
        return Region(self.column * side, self.row * side, (self.column + 1) * side, (self.row + 1) * side)


def cells(region: Region, side: int) -> list[Cell]:
    """The cells of a grid that touch a region, the nearest to its centre first."""
    if region.empty:
        return []
    columns = range(region.left // side, -(-region.right // side))
    rows = range(region.top // side, -(-region.bottom // side))
    x, y = (region.left + region.right) / 2 / side - 0.5, (region.top + region.bottom) / 2 / side - 0.5
    found = [Cell(column, row) for row in rows for column in columns]
    return sorted(found, key=lambda cell: (cell.column - x) ** 2 + (cell.row - y) ** 2)


def seen_plane(viewport: Viewport, area: Area, clip: Area, plane: Size) -> Region:
    """What shows of the zoomed photo, in its device pixels, of which there are those of the plane."""
    x, y = viewport.origin(area)
    seen = Region(clip.left - x, clip.top - y, clip.right - x, clip.bottom - y)
    return seen.clipped(Region.of(plane))


def boxed(region: Region, plane: Size, other: Size) -> Box:
    """A region of the photo at one size, in the pixels of the photo at another."""
    x, y = other.width / plane.width, other.height / plane.height
    return Box(region.left * x, region.top * y, region.right * x, region.bottom * y)


def plan_block(missing: Iterable[Cell], most: int) -> list[Cell]:
    """The cells to compute next in one go: a rectangle of at most ``most`` missing cells around the first of them.

    One large piece needs less context than many small ones.
    """
    wanted = list(missing)
    if not wanted:
        return []
    have = set(wanted)
    left, top = wanted[0]
    right, bottom = left + 1, top + 1
    grown = True
    while grown:
        grown = False
        for dl, dt, dr, db in ((0, 0, 1, 0), (0, 0, 0, 1), (-1, 0, 0, 0), (0, -1, 0, 0)):
            block = (left + dl, top + dt, right + dr, bottom + db)
            inside = _within(*block)
            if len(inside) <= most and have.issuperset(inside):
                left, top, right, bottom = block
                grown = True
    return _within(left, top, right, bottom)


def _within(left: int, top: int, right: int, bottom: int) -> list[Cell]:
    return [Cell(column, row) for row in range(top, bottom) for column in range(left, right)]


class ByteCache(Generic[Key, Value]):
    """Keeps the values used last as long as their bytes together stay below a limit."""

    def __init__(self, limit: int, size: Callable[[Value], int]) -> None:
        self._limit = limit
        self._size = size
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self.bytes = 0

    def get(self, key: Key) -> Value | None:
        """The value, which is now the one used last; None where there is none."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keep a value; where there is no room any more, what was used longest ago goes."""
        self.drop(key)
        self._kept[key] = value
        self.bytes += self._size(value)
        while self.bytes > self._limit and len(self._kept) > 1:
            self.drop(next(iter(self._kept)))

    def drop(self, key: Key) -> None:
        """Forget a value, if it is there."""
        if key in self._kept:
            self.bytes -= self._size(self._kept.pop(key))

    def drop_where(self, unwanted: Callable[[Key], bool]) -> None:
        """Forget all values with such keys."""
        for key in [key for key in self._kept if unwanted(key)]:
            self.drop(key)

    def kept(self) -> list[Key]:
        """The keys of all that is there."""
        return list(self._kept)
