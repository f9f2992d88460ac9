"""What a teacher makes of the LR of every pair, once for all steps: one more file for each shard.

A file grows by one pair after the other under a name of its own, and gets its name when it is whole; who was
interrupted goes on with the pair that lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.sentences import why
from trainer.data.photos import Pixels
from trainer.data.shards import HEADER_BYTES, Shard, write_header
from trainer.errors import BadPhotos

Upscale = Callable[[Pixels], Pixels]
"""What a teacher does: (h, w, 3) uint8 to the same, ``scale`` times as wide and high."""
Said = Callable[[int, int], None]
"""Hears how many pairs of how many are done."""


def teach(shards: Sequence[Shard], teacher: str, upscale: Upscale, said: Said) -> None:
    """Make what lacks of the files ``Shard.taught(teacher)``. Raises BadPhotos where the disk is full or a file is
    damaged, and what ``said`` or ``upscale`` raises: what is made by then stays.
    """
    sizes = [shard.index().sizes for shard in shards]
    total, done = sum(map(len, sizes)), 0
    for shard, pairs in zip(shards, sizes, strict=True):
        target = shard.taught(teacher)
        if target.exists():
            done += len(pairs)
            continue
        try:
            for _ in _grown(target, shard, pairs, upscale):
                done += 1
                said(done, total)
        except OSError as error:
            raise BadPhotos(
                "What the teacher makes cannot be stored in {folder}: {reason}.",
                folder=target.parent,
                reason=why(error),
            ) from error


def _grown(target: Path, shard: Shard, sizes: NDArray[np.int64], upscale: Upscale) -> Iterator[None]:
    """Write the file, and pause after each pair, also after those that were there. Raises OSError."""
    scale = shard.pairing.scale
    counts = sizes.prod(1)  # (pairs,) LR pixels
    starts = np.cumsum([0, *counts])
    lr = np.load(shard.lr, mmap_mode="r")  # (pixels, 3)
    part = target.with_name(f"{target.name}.part")
    with part.open("r+b" if part.exists() else "w+b") as file:
        there = _go_on(file, int(starts[-1]) * scale**2, starts[1:] * scale**2)
        for number, (height, width) in enumerate(sizes):
            if number >= there:
                first = starts[number]
                file.write(upscale(lr[first : first + counts[number]].reshape(height, width, 3)).tobytes())
                file.flush()
            yield
    part.replace(target)


def _go_on(file: BinaryIO, pixels: int, ends: NDArray[np.int64]) -> int:
    """How many pairs, which end at ``ends``, a file of so many pixels holds already; it goes on behind them."""
    length = file.seek(0, 2)
    if length < HEADER_BYTES:
        file.seek(0)
        write_header(file, pixels)
        length = HEADER_BYTES
    there = int(np.searchsorted(HEADER_BYTES + 3 * ends, length, side="right"))
    file.seek(HEADER_BYTES + 3 * int(ends[there - 1]) if there else HEADER_BYTES)
    file.truncate()
    return there
