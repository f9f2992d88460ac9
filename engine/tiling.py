"""Equal tiles with an exact halo. Pure arithmetic, no torch.

A tile is computed with real pixels around it (the halo), which are thrown away afterwards. At the borders of the
photo the tile is moved inwards rather than padded: the network pads there as it would for the whole photo. So every
tile equals the same place in the whole result, and all tiles of a photo have one shape.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.geometry import Region, Size


class Tile(NamedTuple):
    """``inner`` is what the tile is for, ``outer`` what the model must see; both in LR pixels of the photo."""

    inner: Region
    outer: Region

    def crop(self, scale: int) -> Region:
        """Where the inner part lies in the result of the outer one, in its pixels."""
        return self.inner.moved(-self.outer.left, -self.outer.top).scaled(scale)


def plan_strip(size: Size, top: int, tile: int, halo: int) -> list[Tile]:
    """The tiles of one strip of the photo that begins at row ``top``, left to right.

    ``tile`` is the longest side of an inner part, ``halo`` the context it needs, both in LR pixels. The rest of the
    photo below ``top`` is shared out evenly, and so is its width.
    """
    rows = _cells(size.height - top, tile)[0]
    bottom = top + rows
    height = min(size.height, rows + 2 * halo)
    columns = _cells(size.width, tile)
    width = min(size.width, max(columns) + 2 * halo)
    tiles, left = [], 0
    for column in columns:
        inner = Region(left, top, left + column, bottom)
        x = _start(left, halo, width, size.width)
        y = _start(top, halo, height, size.height)
        tiles.append(Tile(inner, Region(x, y, x + width, y + height)))
        left += column
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


def _cells(length: int, tile: int) -> list[int]:
    """``length`` shared out as evenly as integers allow into as few parts as ``tile`` allows."""
    count = -(-length // tile)
    return [length * (i + 1) // count - length * i // count for i in range(count)]


def _start(inner_start: int, halo: int, outer_length: int, length: int) -> int:
    """Where the outer part begins, so that it stays inside the photo."""
    return min(max(0, inner_start - halo), length - outer_length)
