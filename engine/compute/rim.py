"""A photo goes on a little beyond its rim, as in a mirror, so that a network finds there what photos look like.

The networks pad with zeros: to them every photo hangs in a black frame, which bends the outermost pixels of a result:
in a flat one by up to 17 grey levels, in a pure colour by up to 60. Mirrored with the edge pixel counted twice, a photo
goes on most like itself; mirrored without it, or with the edge pixel repeated, photos come out worse.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.compute.rows import Rows
from engine.geometry import Region, Size
from engine.models.resampling import mirrored_indices

MARGIN = 8
"""LR pixels by which a photo goes on at each side: zeros farther away move a result by less than half a grey level."""


def with_margin(photo: Rows) -> Rows:
    """The photo with ``MARGIN`` mirrored pixels on each side, repeatedly mirrored where it is smaller than that."""
    width, height = photo.size
    columns = mirrored_indices(torch.arange(-MARGIN, width + MARGIN), width)
    wide = (band.index_select(3, columns) for band in photo.bands)
    size = Size(width + 2 * MARGIN, height + 2 * MARGIN)
    return Rows(size, _continued_below(_continued_above(wide, height), height))


def without_margin(rows: Rows, margin: int) -> Rows:
    """The rows without ``margin`` pixels on each side."""
    size = Size(rows.size.width - 2 * margin, rows.size.height - 2 * margin)

    def bands() -> Iterator[Tensor]:
        row = -margin  # of the rows kept, the one with which the next band begins
        for band in rows.bands:
            first, last = (min(max(0, edge - row), band.shape[2]) for edge in (0, size.height))
            yield band[:, :, first:last, margin : margin + size.width]
            row += band.shape[2]

    return Rows(size, bands())


def mirrored_piece(planes: Tensor, held: Region, piece: Region, size: Size) -> Tensor:
    """A piece of a photo of ``size`` that may reach beyond its rim: (N, 3, h, w).

    ``planes`` (N, 3, H, W) are the region ``held`` of the photo, in which all lies that the piece shows.
    """
    rows = mirrored_indices(torch.arange(piece.top, piece.bottom), size.height) - held.top
    columns = mirrored_indices(torch.arange(piece.left, piece.right), size.width) - held.left
    return planes.index_select(2, rows).index_select(3, columns)


def _continued_above(bands: Iterator[Tensor], height: int) -> Iterator[Tensor]:
    """The bands with the rows above the first one, for which as many rows must be there as the mirror shows."""
    first = next(bands)
    while first.shape[2] < min(MARGIN, height):
        yield first[:, :, :0]
        first = torch.cat([first, next(bands)], 2)
    above = mirrored_indices(torch.arange(-MARGIN, 0), height)
    yield torch.cat([first.index_select(2, above), first], 2)
    yield from bands


def _continued_below(bands: Iterator[Tensor], height: int) -> Iterator[Tensor]:
    """The bands with the rows below the last one."""
    shown = min(MARGIN, height)
    last = None
    for band in bands:
        last = (band if last is None else torch.cat([last, band], 2))[:, :, -shown:]
        yield band
    assert last is not None, "a photo has at least one band"
    below = mirrored_indices(torch.arange(height, height + MARGIN), height)
    yield last.index_select(2, below - (height - shown))
