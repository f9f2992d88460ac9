"""What the engine has computed so far, in pieces, limited in bytes. The window writes, the drawing thread reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.window.canvas.tiles import ByteCache, Cell, cells
from engine.geometry import Region, Size
from engine.models.catalog import SCALE

SIDE, LEAST_SIDE = 256, 16
"""Side of a kept piece in pixels that the network makes last, of which a smaller result keeps fewer."""


class Grid(NamedTuple):
    """The result of the photo of that number at one size, in pieces of ``side`` pixels."""

    photo: int
    size: Size
    side: int

    @classmethod
    def of(cls, photo: int, before: Size, size: Size) -> Grid:
        """Pieces that all take about the same time to compute, whatever the size before and after."""
        once, long = SCALE * max(before), max(size)
        made = once if long <= once else SCALE * once
        return cls(photo, size, max(LEAST_SIDE, round(SIDE * long / made)))

    def region(self, cell: Cell) -> Region:
        """The pixels of a piece."""
        return cell.region(self.side).clipped(Region.of(self.size))

    def cells(self, region: Region) -> list[Cell]:
        """The pieces that touch a region, the nearest to its centre first."""
        return cells(region.clipped(Region.of(self.size)), self.side)


class PieceKey(NamedTuple):
    """One piece of one model's result."""

    grid: Grid
    model: str
    cell: Cell


class Piece(NamedTuple):
    """``method`` says how it was made (texture, precision); another method of the same model is a fair stand-in."""

    method: object
    pixels: NDArray[np.uint8]


class Results:
    """Pieces of results, the last method of each model."""

    def __init__(self, limit: int = 512 * 2**20) -> None:
        self._lock = threading.Lock()
        self._pieces: ByteCache[PieceKey, Piece] = ByteCache(limit, lambda piece: piece.pixels.nbytes)
        self.version = 0
        """Counts the changes, so that a tile drawn before one is known to be old."""

    def missing(self, grid: Grid, model: str, method: object, wanted: list[Cell]) -> list[Cell]:
        """Those of the cells that are not there by this method, in the same order."""
        with self._lock:
            found = [self._pieces.get(PieceKey(grid, model, cell)) for cell in wanted]
        return [cell for cell, piece in zip(wanted, found, strict=True) if piece is None or piece.method != method]

    def put(self, grid: Grid, model: str, method: object, region: Region, pixels: NDArray[np.uint8]) -> None:
        """Keep the result of a region whose borders are borders of cells or of the result."""
        with self._lock:
            self.version += 1
            for cell in grid.cells(region):
                rows, columns = grid.region(cell).moved(-region.left, -region.top).slices
                piece = Piece(method, np.ascontiguousarray(pixels[rows, columns]))
                self._pieces.put(PieceKey(grid, model, cell), piece)

    def within(self, grid: Grid, model: str, region: Region) -> Iterator[tuple[Region, NDArray[np.uint8]]]:
        """The pieces that touch a region, each with the region of the result that it covers."""
        for cell in grid.cells(region):
            with self._lock:
                piece = self._pieces.get(PieceKey(grid, model, cell))
            if piece:
                yield grid.region(cell), piece.pixels

    def clear(self) -> None:
        """Forget all results."""
        with self._lock:
            self.version += 1
            self._pieces.drop_where(lambda key: True)
