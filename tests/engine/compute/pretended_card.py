"""What stands in for the child of ``engine.compute.cards`` in tests: no card, no ncnn, and faults at will."""

import sys

import numpy as np

from engine.compute.cards.wire import NO_MEMORY, Tiles, read_order, read_tiles, write_tiles

SCALE = 4
WIDEST = 40
"""What fits into the memory of one that is ``scarce``."""


def answer(tiles: Tiles, fault: str) -> Tiles:
    if fault == "scarce" and tiles.shape[3] > WIDEST:
        return NO_MEMORY.astype(tiles.dtype)
    if fault == "black":
        tiles = np.zeros_like(tiles)
    return tiles.repeat(SCALE, 2).repeat(SCALE, 3) - np.asarray(0.5, tiles.dtype)  # Fourfold adds the half again


def main(fault: str, good: int) -> None:
    """Answers ``good`` tiles before the fault shows."""
    order, _ = read_order(sys.stdin.buffer)
    while True:
        tiles = read_tiles(sys.stdin.buffer, order.dtype)
        write_tiles(sys.stdout.buffer, answer(tiles, fault if good <= 0 else ""))
        good -= 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
