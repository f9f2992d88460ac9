"""Photos on the device, as 8-bit pairs of HR and LR that lie in a row, so that one indexing takes crops of many.

A photo that may be reduced first (``Data.downscales``) is there once for each reduction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from engine.models.resampling import bicubic_taps
from trainer.data.photos import Pixels, middle
from trainer.errors import BadPhotos


@dataclass(frozen=True)
class PhotoStore:
    """Pairs of HR and LR, all pixels in one row: ``hr`` (pixels, 3) and ``lr`` (pixels / scale^2, 3), uint8.

    ``height`` and ``width`` (pairs,) are those of each LR, ``start`` (pairs,) is the place of its first pixel in the
    row. ``variants[photo, k]`` is the number of the pair of a photo reduced to the k-th size. The 0th is unreduced, and
    it stands again where a reduced one would be too small.
    """

    scale: int
    hr: Tensor
    lr: Tensor
    height: Tensor
    width: Tensor
    start: Tensor
    variants: Tensor


def fill_store(
    photos: Iterable[Pixels],
    *,
    scale: int,
    smallest: int,
    downscales: tuple[float, ...],
    device: torch.device,
    most: int,
) -> PhotoStore:
    """Put photos, (H, W, 3) uint8, on the device. ``smallest`` is the least HR side worth having, ``most`` the pixels
    that one photo may take: of a larger one the middle is used. Raises BadPhotos if there is none.
    """
    rows: list[tuple[Tensor, Tensor]] = []  # by pair: HR (H * W, 3) and LR (h * w, 3)
    sizes: list[tuple[int, int]] = []
    variants: list[list[int]] = []
    for photo in photos:
        first = len(sizes)
        whole = torch.from_numpy(_limited(photo, most)).to(device).permute(2, 0, 1).contiguous()  # (3, H, W)
        for hr in _reductions(whole, downscales, smallest, scale):
            lr = _resized(hr, hr.shape[1] // scale, hr.shape[2] // scale)
            rows.append((_in_a_row(hr), _in_a_row(lr)))
            sizes.append((lr.shape[1], lr.shape[2]))
        lacking = 1 + len(downscales) - (len(sizes) - first)
        variants.append([*range(first, len(sizes)), *[first] * lacking])
    if not sizes:
        raise BadPhotos("There are no photos to train on.")
    hrs, lrs = (torch.cat(each) for each in zip(*rows, strict=True))
    height, width = torch.tensor(sizes).unbind(1)  # (pairs,) each
    start = torch.cumsum(height * width, 0) - height * width  # (pairs,)
    return PhotoStore(scale, hrs, lrs, height, width, start, torch.tensor(variants))


def _in_a_row(picture: Tensor) -> Tensor:
    """(3, H, W) as its pixels one after the other, (H * W, 3)."""
    return picture.permute(1, 2, 0).reshape(-1, 3)


def _limited(photo: Pixels, most: int) -> Pixels:
    """The photo, or the middle of it in the same proportions, of ``most`` pixels."""
    height, width, _ = photo.shape
    share = min(1.0, (most / (height * width)) ** 0.5)
    rows, columns = max(int(height * share), 1), max(int(width * share), 1)
    return np.ascontiguousarray(middle(photo, rows, columns))


def _reductions(whole: Tensor, downscales: tuple[float, ...], smallest: int, scale: int) -> Iterator[Tensor]:
    """The photo unreduced and reduced, each cut to a multiple of the scale; those too small are left out."""
    _, height, width = whole.shape
    yield whole[:, : height // scale * scale, : width // scale * scale]  # (3, H, W) like all of them
    for share in downscales:
        rows, columns = int(height * share) // scale * scale, int(width * share) // scale * scale
        if min(rows, columns) >= smallest:
            yield _resized(whole, rows, columns)


def _resized(x: Tensor, height: int, width: int) -> Tensor:
    """MATLAB-style bicubic on (3, H, W) uint8, by two matrix products: for whole photos the quickest way."""
    down = _bicubic_matrix(x.shape[1], height).to(x.device)  # (height, H)
    across = _bicubic_matrix(x.shape[2], width).to(x.device)  # (width, W)
    return (down @ x.float() @ across.T).round_().clamp_(0, 255).to(torch.uint8)


@lru_cache(maxsize=32)
def _bicubic_matrix(before: int, after: int) -> Tensor:
    """(after, before): what ``engine.models.resampling`` does along one axis, float32."""
    taps = bicubic_taps(before, after)
    return torch.zeros(after, before, dtype=torch.float64).scatter_add_(1, taps.indices, taps.weights).float()
