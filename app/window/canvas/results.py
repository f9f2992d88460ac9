"""What the engine has computed so far, in pieces, limited in bytes. The window writes, the drawing thread reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.window.canvas.tiles import RESULT_TILE, ByteCache, Cell, cells
from engine.geometry import Region, Size
from engine.models.catalog import SCALE


class PieceKey(NamedTuple):
    """One piece of one model's result for one photo."""

    photo: int
    model: str
    cell: Cell


class Piece(NamedTuple):
    """``method`` says how it was made (texture, precision); another method of the same model is a fair stand-in."""

    method: object
    pixels: NDArray[np.uint8]


class Results:
    """Pieces of results, four times the size of the photo, the last method of each model."""

    def __init__(self, limit: int = 512 * 2**20) -> None:
        self._lock = threading.Lock()
        self._pieces: ByteCache[PieceKey, Piece] = ByteCache(limit, lambda piece: piece.pixels.nbytes)
        self.version = 0
        """Counts the changes, so that a tile drawn before one is known to be old."""

    def missing(self, photo: int, model: str, method: object, wanted: list[Cell]) -> list[Cell]:
        """Those of the cells that are not there by this method, in the same order."""
        with self._lock:
            found = [self._pieces.get(PieceKey(photo, model, cell)) for cell in wanted]
        return [cell for cell, piece in zip(wanted, found, strict=True) if piece is None or piece.method != method]

    def put(self, photo: int, model: str, method: object, region: Region, pixels: NDArray[np.uint8]) -> None:
        """Keep the result of a region whose borders are borders of cells or of the photo."""
        with self._lock:
            self.version += 1
            for cell in cells(region, RESULT_TILE):
                inner = cell.region(RESULT_TILE).clipped(region)
                left, top, right, bottom = inner.moved(-region.left, -region.top).scaled(SCALE)
                self._pieces.put(
                    PieceKey(photo, model, cell), Piece(method, np.ascontiguousarray(pixels[top:bottom, left:right]))
                )

    def within(self, photo: int, model: str, region: Region, size: Size) -> Iterator[tuple[Region, NDArray[np.uint8]]]:
        """The pieces that touch a region, each with the region of the photo it covers."""
        for cell in cells(region, RESULT_TILE):
            with self._lock:
                piece = self._pieces.get(PieceKey(photo, model, cell))
            if piece:
                yield cell.region(RESULT_TILE).clipped(Region.of(size)), piece.pixels

    def clear(self) -> None:
        """Forget all results."""
        with self._lock:
            self.version += 1
            self._pieces.drop_where(lambda key: True)
