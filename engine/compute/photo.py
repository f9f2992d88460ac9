"""A network applied to a photo: the photo goes on beyond its rim, and what is flat in it stays flat.

Whatever computes, row by row, in tiles or the whole at once, goes this way and gives the same.
"""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from engine.compute.flat import flat_kept
from engine.compute.rim import MARGIN, with_margin, without_margin
from engine.compute.rows import Rows, forked


def photo_through(upscaled: Callable[[Rows], Rows], photo: Rows) -> Rows:
    """The result of a photo, ``scale`` times as wide and high. ``upscaled`` is the network over a stream: from the
    photo with its margin to the result without one.
    """
    photo, seen = forked(photo)
    return flat_kept(upscaled(with_margin(seen)), photo)


def planes_through(network: Callable[[Tensor], Tensor], planes: Tensor) -> Tensor:
    """``photo_through`` of a whole photo at once: planes (N, 3, H, W) to (N, 3, scale * H, scale * W), on the CPU."""

    def upscaled(rows: Rows) -> Rows:
        result = Rows.of(network(rows.joined()))
        return without_margin(result, result.size.width // rows.size.width * MARGIN)

    return photo_through(upscaled, Rows.of(planes)).joined()
