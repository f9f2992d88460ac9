"""What goes through the pipes between Fourfold and the process that computes: an order first, then tiles."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

from engine.texts import to_json

LIST = "list"
"""The child's argument that asks for the cards of a kind, which is the next one: a line of JSON each. Without it the
child waits for an order.
"""
INPUT, OUTPUT = "pixels", "result"
"""The names of the network's first and last values."""

_SHAPE = struct.Struct("<4i")
NO_MEMORY = np.empty((0, 0, 0, 0), np.float32)
"""What the child answers instead of a tile that does not fit into the card's memory."""

Tiles = NDArray[np.floating]
"""(N, C, h, w), in the order's dtype."""


@dataclass(frozen=True)
class Order:
    """What the child is to compute: with which of the ``runtimes``, the card's number, the network as ncnn reads it,
    and whether numbers are stored in 16 bits; the sums are made in 32. ``weights`` bytes follow.
    """

    runtime: str
    card: int
    half: bool
    layers: str
    weights: int

    @property
    def dtype(self) -> type[np.floating]:
        """Of tiles and results on their way."""
        return np.float16 if self.half else np.float32


def write_order(pipe: IO[bytes], order: Order, weights: bytes) -> None:
    """Raises OSError where nobody reads any more."""
    pipe.write(to_json(asdict(order)).encode() + b"\n" + weights)
    pipe.flush()


def read_order(pipe: IO[bytes]) -> tuple[Order, bytes]:
    """The order and its weights. Raises EOFError, or ValueError where there is no order."""
    order = Order(**json.loads(pipe.readline() or "null") or {})
    return order, bytes(_read(pipe, order.weights))


def write_tiles(pipe: IO[bytes], tiles: Tiles) -> None:
    """Raises OSError where nobody reads any more."""
    pipe.write(_SHAPE.pack(*tiles.shape))
    pipe.write(np.ascontiguousarray(tiles).view(np.uint8).data)
    pipe.flush()


def read_tiles(pipe: IO[bytes], dtype: type[np.floating]) -> Tiles:
    """Raises EOFError where the other side has ended."""
    shape = _SHAPE.unpack(_read(pipe, _SHAPE.size))
    count = int(np.prod(shape))
    return np.frombuffer(_read(pipe, count * np.dtype(dtype).itemsize), dtype).reshape(shape)


def _read(pipe: IO[bytes], count: int) -> bytearray:
    """Exactly so many bytes. Raises EOFError."""
    data = bytearray(count)
    view, done = memoryview(data), 0
    while done < count:
        more = pipe.readinto(view[done:])  # type: ignore[attr-defined]
        if not more:
            raise EOFError
        done += more
    return data
