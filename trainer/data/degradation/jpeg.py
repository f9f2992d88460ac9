"""What JPEG does to pixels, as tensor arithmetic: a batch at once, each picture with its own quality.

The steps are those of the standard and of libjpeg: YCbCr in 8 bits, colours at half resolution if wanted, the cosine
transform of 8 x 8 blocks, quantisation by the tables of annex K. Equal to a real file but for rounding.
"""

from __future__ import annotations

import math
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional

_LUMA = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)
_CHROMA = (
    *(17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99),
    *(24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99),
    *(99,) * 32,
)
"""The tables of annex K, row by row."""

_TO_YCBCR = ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312))
_TO_RGB = ((1.0, 0.0, 1.402), (1.0, -0.344136, -0.714136), (1.0, 1.772, 0.0))


def through_jpeg(x: Tensor, quality: Tensor, *, halved_colours: bool, phase: tuple[int, int] = (0, 0)) -> Tensor:
    """(N, 3, H, W) as after saving with (N,) whole qualities from 1 to 100 and reading again, multiples of 1/255.

    ``phase`` is the place of the first row and column in the grid of blocks, from 0 to 15: a crop may lie anywhere in
    the photo that was compressed.
    """
    top, left = phase
    height, width = x.shape[-2:]
    bottom, right = -(top + height) % 16, -(left + width) % 16
    pixels = functional.pad(x.clamp(0, 1).mul(255).round(), (left, right, top, bottom), mode="replicate")
    # whole blocks of 16 from here on; (N, H', W') each; colours are centred on 0, brightness on 128
    luma, blue, red = _mixed(pixels, _TO_YCBCR).round().unbind(1)
    luma = _quantised(luma - 128, _tables(_LUMA, quality)) + 128
    blue, red = (_colour(each, _tables(_CHROMA, quality), top + height, halved=halved_colours) for each in (blue, red))
    rgb = _mixed(torch.stack([luma, blue, red], 1), _TO_RGB)
    return rgb[..., top : top + height, left : left + width].round().clamp(0, 255).div(255)


def _mixed(planes: Tensor, matrix: tuple[tuple[float, ...], ...]) -> Tensor:
    """The three planes (N, 3, H, W) in another colour space."""
    return torch.einsum("ij,njhw->nihw", torch.tensor(matrix).to(planes), planes)


def _colour(plane: Tensor, tables: Tensor, rows: int, *, halved: bool) -> Tensor:
    """A colour plane (N, H, W) quantised, at half resolution where ``halved``. ``rows`` of it are the picture, the rest
    fills its last blocks.
    """
    if not halved:
        return _quantised(plane, tables)
    half = functional.avg_pool2d(plane, 2)  # (N, H / 2, W / 2)
    up = torch.tensor([0.25, 0.5]).to(plane).repeat(half.shape[-1] // 2)  # libjpeg rounds halves down and up by turns
    half = (half + up).floor()
    end = -(-rows // 2)
    half[:, end:] = half[:, end - 1, None]  # libjpeg repeats the last row of colours, not of pixels
    half = _quantised(half, tables)
    return functional.interpolate(half[:, None], scale_factor=2, mode="bilinear")[:, 0].round()


def _quantised(plane: Tensor, tables: Tensor) -> Tensor:
    """A plane (N, H, W) around 0 with the coefficients of its blocks rounded to multiples of (N, 8, 8)."""
    count, height, width = plane.shape
    cosines, steps = _cosines().to(plane), tables.to(plane)[:, None, None]
    blocks = plane.reshape(count, height // 8, 8, width // 8, 8).transpose(2, 3)  # (N, rows, columns, 8, 8)
    coefficients = (cosines @ blocks @ cosines.T / steps).round() * steps
    blocks = cosines.T @ coefficients @ cosines
    return blocks.transpose(2, 3).reshape(count, height, width).round().clamp(-128, 127)


def _tables(standard: tuple[int, ...], quality: Tensor) -> Tensor:
    """(N, 8, 8): the standard table at each quality, as libjpeg scales it."""
    percent = torch.where(quality < 50, (5000 / quality).floor(), 200 - 2 * quality)[:, None]  # (N, 1)
    table = ((torch.tensor(standard) * percent + 50) / 100).floor().clamp(1, 255)
    return table.reshape(-1, 8, 8)


@lru_cache(maxsize=1)
def _cosines() -> Tensor:
    """The orthonormal cosine transform of eight samples, (8, 8)."""
    frequency, place = torch.arange(8, dtype=torch.float64)[:, None], torch.arange(8, dtype=torch.float64)
    rows = torch.cos(math.pi / 8 * (place + 0.5) * frequency) / 2
    rows[0] /= math.sqrt(2)
    return rows.float()
