"""Equal tiles with an exact halo. Pure arithmetic, no torch.

A tile is computed with real pixels around it (the halo), which are thrown away afterwards. At the borders of the
photo, or of the margin by which it goes on, the tile is moved inwards rather than padded: the network pads there as it
would for the whole photo. So every tile equals the same place in the whole result, and all tiles of a photo have one
shape.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from engine.geometry import Region, Size


class Tile(NamedTuple):
    """``inner`` is what the tile is for, ``outer`` what the model must see, possibly of the photo's margin; both in LR
    pixels of the photo.
    """

    inner: Region
    outer: Region

    def crop(self, scale: int) -> Region:
        """Where the inner part lies in the result of the outer one, in pixels of that result."""
        return self.inner.moved(-self.outer.left, -self.outer.top).scaled(scale)


def plan_strip(size: Size, top: int, tile: int, halo: int, margin: int = 0) -> list[Tile]:
    """The tiles of one strip of the photo, left to right: from row ``top`` to the end of the cell in which it lies.

    ``tile`` is the longest side of an inner part, ``halo`` the context it needs, ``margin`` by how much the photo goes
    on at each side, all in LR pixels. Height and width of the photo are shared out evenly. A strip farther down, or one
    of smaller tiles, never needs a row above the first row of this strip's outer parts.
    """
    rows, columns = _edges(size.height, tile), _edges(size.width, tile)
    bottom = next(edge for edge in rows if edge > top)
    height, width = _outer_length(rows, halo, margin), _outer_length(columns, halo, margin)
    y = _start(top - halo, -margin, size.height + margin - height)
    tiles = []
    for left, right in pairwise(columns):
        x = _start(left - halo, -margin, size.width + margin - width)
        tiles.append(Tile(Region(left, top, right, bottom), Region(x, y, x + width, y + height)))
    return tiles


def plan_tiles(size: Size, tile: int, halo: int) -> list[Tile]:
    """All tiles of a photo, strip by strip."""
    tiles: list[Tile] = []
    top = 0
    while top < size.height:
        strip = plan_strip(size, top, tile, halo)
        tiles += strip
        top = strip[0].inner.bottom
    return tiles


def _edges(length: int, tile: int) -> list[int]:
    """Where the cells begin and the last one ends: as few as ``tile`` allows, as even as integers allow."""
    count = -(-length // tile)
    return [length * i // count for i in range(count + 1)]


def _outer_length(edges: list[int], halo: int, margin: int) -> int:
    """The longest cell with its context, no longer than the photo with its margin."""
    return min(edges[-1] + 2 * margin, max(right - left for left, right in pairwise(edges)) + 2 * halo)


def _start(wanted: int, first: int, last: int) -> int:
    """Where the outer part begins, so that it stays inside the photo with its margin."""
    return min(max(first, wanted), last)
