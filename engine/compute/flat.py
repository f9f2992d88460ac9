"""What is flat stays flat: white paper, the ground of a logo, an alpha of 0 or 255.

A network gives a colour that fills its whole view back a little wrong, white by up to six grey levels and a pure green
by a dozen, and with a pattern. Where the photo is of one colour around a place, the result therefore takes exactly that
colour; where it is not, the network's result stays; and in between the one goes over into the other. How much of it a
place takes follows from the photo's pixels around it alone. So tiles and rows equal the whole, and there is no seam.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from engine.compute.rows import Rows, RowWindow, steps
from engine.models.resampling import Taps, linear_taps, resample

NEAR = 2
"""A result is the network's alone where another colour is as near as this, in LR pixels: so far looks the reduction
that an LR pixel comes from, so a network may know there of what the pixel itself does not show. A JPEG's block that is
of one colour by itself, 8 pixels wide, is left to the network as well, but for a sixth at its very middle."""
FAR = 6
"""A result is exactly flat where no other colour is as near as this. The four pixels in between are sixteen of the
result, so that from one pixel to the next no more than a tenth of what is wrong is made good."""
REACH = FAR + 1
"""How far a result sees here: an LR pixel sees as far as ``FAR``, and a result lies between two of them."""
_STEP = 32
"""Rows looked at together: few, because they are read ahead, but more than the ``FAR`` on each side seen again."""


def flat_kept(result: Rows, photo: Rows) -> Rows:
    """A network's result for a photo, some whole times as wide and high, with what is flat there as it is in the photo.

    The photo is read by up to ``REACH`` rows and a step ahead of the result, and no more of it is held.
    """
    vertical = linear_taps(photo.size.height, result.size.height)
    horizontal = linear_taps(photo.size.width, result.size.width)

    def bands() -> Iterator[Tensor]:
        window, top = RowWindow(_with_shares(photo)), 0
        for band in result.bands:
            if band.shape[2]:
                taps, first, last = vertical.window(top, top + band.shape[2])
                band = _blended(band, window.take(first, last), taps, horizontal)
            top += band.shape[2]
            yield band

    return Rows(result.size, bands())


def flatness(planes: Tensor) -> Tensor:
    """How much of the photo's own colour the result of each LR pixel takes: (N, 3, H, W) to (N, 1, H, W), from 0 to 1.

    It grows with the largest square around the pixel that is of one colour; what lies outside the photo is no other.
    All numbers on the way are whole or short fractions of two, so that they are the same however they are computed.
    """
    other = _widened(_beside_another(planes), NEAR)  # 1 where another colour is as near as NEAR + 1
    share = 1 - other
    if not bool(share.any()):
        return share
    for _ in range(NEAR + 1, FAR):
        other = _widened(other, 1)
        share += 1 - other
    share /= FAR - NEAR
    return share * share * (3 - 2 * share)  # level at both ends


def _with_shares(photo: Rows) -> Rows:
    """The photo with its flatness as a fourth channel: (N, 4, h, W)."""

    def bands() -> Iterator[Tensor]:
        window = RowWindow(photo)
        for first, last in steps(photo.size.height, _STEP):
            top, bottom = max(0, first - FAR), min(photo.size.height, last + FAR)
            seen = window.take(top, bottom)
            yield torch.cat([seen, flatness(seen)], 1)[:, :, first - top : last - top]

    return Rows(photo.size, bands())


def _blended(band: Tensor, seen: Tensor, vertical: Taps, horizontal: Taps) -> Tensor:
    """A band of the result (N, 3, h, w) with its share of the photo's colours; ``seen`` (N, 4, H, W) are the pixels
    that the taps need, with their shares."""
    if not bool(seen[:, 3].any()):
        return band
    shares = resample(resample(seen[:, 3:], vertical, 2), horizontal, 3)
    above, left = (Taps(taps.indices[:, :1], taps.weights[:, :1]) for taps in (vertical, horizontal))
    colours = resample(resample(seen[:, :3], above, 2), left, 3)  # of any tap: where they have a share, they are of one
    return torch.lerp(band, colours, shares)


def _beside_another(planes: Tensor) -> Tensor:
    """1 where a pixel or one of the eight around it is of another colour, else 0: (N, 3, H, W) to (N, 1, H, W)."""
    wide = functional.pad(planes, (1, 1, 1, 1), mode="replicate")
    beside = (wide[..., 1:] != wide[..., :-1]).any(1, keepdim=True)  # (N, 1, H + 2, W + 1)
    below = (wide[..., 1:, :] != wide[..., :-1, :]).any(1, keepdim=True)  # (N, 1, H + 1, W + 2)
    fours = beside[..., 1:, :] | beside[..., :-1, :] | below[..., 1:] | below[..., :-1]  # squares of four that differ
    return functional.max_pool2d(fours.to(planes.dtype), 2, 1)


def _widened(marks: Tensor, radius: int) -> Tensor:
    """Marks (N, 1, H, W) that reach ``radius`` pixels farther to all sides."""
    rows = functional.max_pool2d(marks, (2 * radius + 1, 1), 1, (radius, 0))
    return functional.max_pool2d(rows, (1, 2 * radius + 1), 1, (0, radius))
