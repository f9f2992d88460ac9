"""Batches of crops. All photos lie on the device as 8-bit pairs, HR and LR, and a batch is one gather from each.

A photo that may be reduced first (``Data.downscales``) is there once for each reduction. No loader process is needed: a
batch of 16 x 96 px takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from engine.models.resampling import bicubic_taps
from trainer.data.degradations import degraded
from trainer.data.photos import Pixels, middle
from trainer.errors import BadPhotos
from trainer.recipes.settings import Data
from trainer.recipes.severity import DEGRADATIONS


class Batch(NamedTuple):
    """(N, 3, h, w) and (N, 3, scale*h, scale*w), float32 RGB in [0, 1], channels last."""

    lr: Tensor
    hr: Tensor


@dataclass(frozen=True)
class PhotoStore:
    """Pairs of photos, one after the other: ``hr`` (pixels, 3) and ``lr`` (pixels / scale^2, 3), uint8.

    By pair: ``height`` and ``width`` of its LR, and ``start``, its first LR pixel. ``variants[photo, k]`` is the pair
    of a photo reduced to the k-th size, the first unreduced; where that would be too small it is the unreduced one
    again.
    """

    scale: int
    hr: Tensor
    lr: Tensor
    height: Tensor
    width: Tensor
    start: Tensor
    variants: Tensor

    @property
    def bytes(self) -> int:
        """What the pixels take."""
        return self.hr.numel() + self.lr.numel()


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
    hrs: list[Tensor] = []
    lrs: list[Tensor] = []
    sizes: list[tuple[int, int]] = []
    variants: list[list[int]] = []
    for photo in photos:
        whole = torch.from_numpy(_limited(photo, most)).to(device).permute(2, 0, 1).contiguous()
        indices: list[int] = []
        for hr in _reductions(whole, downscales, smallest, scale):
            indices.append(len(sizes))
            lr = _resized(hr, hr.shape[1] // scale, hr.shape[2] // scale)
            sizes.append((lr.shape[1], lr.shape[2]))
            hrs.append(hr.permute(1, 2, 0).reshape(-1, 3))
            lrs.append(lr.permute(1, 2, 0).reshape(-1, 3))
        variants.append(indices + indices[:1] * (1 + len(downscales) - len(indices)))
    if not sizes:
        raise BadPhotos("There are no photos to train on.")
    height, width = torch.tensor(sizes).unbind(1)
    start = torch.cumsum(height * width, 0) - height * width
    return PhotoStore(scale, torch.cat(hrs), torch.cat(lrs), height, width, start, torch.tensor(variants))


def _limited(photo: Pixels, most: int) -> Pixels:
    """The photo, or the middle of it in the same proportions, of ``most`` pixels."""
    height, width, _ = photo.shape
    share = min(1.0, (most / (height * width)) ** 0.5)
    rows, columns = max(int(height * share), 1), max(int(width * share), 1)
    return np.ascontiguousarray(middle(photo, rows, columns))


def _reductions(whole: Tensor, downscales: tuple[float, ...], smallest: int, scale: int) -> Iterator[Tensor]:
    """The photo unreduced and reduced, each cut to a multiple of the scale; those too small are left out."""
    _, height, width = whole.shape
    yield whole[:, : height // scale * scale, : width // scale * scale]
    for share in downscales:
        rows, columns = int(height * share) // scale * scale, int(width * share) // scale * scale
        if min(rows, columns) >= smallest:
            yield _resized(whole, rows, columns)


def _resized(x: Tensor, height: int, width: int) -> Tensor:
    """MATLAB-style bicubic on (3, H, W) uint8, by two matrix products: for whole photos the quickest way."""
    down, across = (_bicubic_matrix(*lengths).to(x.device) for lengths in ((x.shape[1], height), (x.shape[2], width)))
    return (down @ x.float() @ across.T).round_().clamp_(0, 255).to(torch.uint8)


@lru_cache(maxsize=32)
def _bicubic_matrix(before: int, after: int) -> Tensor:
    """(after, before): what ``engine.models.resampling`` does along one axis, float32."""
    taps = bicubic_taps(before, after)
    return torch.zeros(after, before, dtype=torch.float64).scatter_add_(1, taps.indices, taps.weights).float()


class Crops:
    """Endless random batches from a store of photos. Chance comes from ``rng`` alone; its state is the position."""

    def __init__(self, store: PhotoStore, data: Data, seed: int, replay: PhotoStore | None = None) -> None:
        self.store, self.data, self.replay = store, data, replay
        self.rng = torch.Generator().manual_seed(seed)

    def batch(self, patch: int) -> Batch:
        """The next batch, of HR crops ``patch`` pixels wide and high, flipped and turned at random."""
        replayed = round(self.data.batch * self.data.replay_share) if self.replay else 0
        parts = [self._gather(self.store, self.data.batch - replayed, patch)]
        if self.replay and replayed:
            parts.append(self._gather(self.replay, replayed, patch))
        lr, hr = (torch.cat(each) if len(each) > 1 else each[0] for each in zip(*parts, strict=True))
        mixture = DEGRADATIONS[self.data.degradation]
        if mixture:
            lr = degraded(hr, lr, mixture, self.data.clean_share, self.rng)
        return Batch(lr.contiguous(memory_format=torch.channels_last), hr.contiguous(memory_format=torch.channels_last))

    def state(self) -> Tensor:
        """What ``restore`` needs to go on from here."""
        return self.rng.get_state()

    def restore(self, state: Tensor) -> None:
        """Continue from a state."""
        self.rng.set_state(state.cpu())

    def _gather(self, store: PhotoStore, count: int, patch: int) -> Batch:
        pair = self._pairs(store, count)
        side = patch // store.scale
        top = self._below(store.height[pair] - side + 1)
        left = self._below(store.width[pair] - side + 1)
        orientation = self._below(torch.full((count,), 8))
        width, start = store.width[pair], store.start[pair]
        lr = _windows(store.lr, start, width, top, left, side, orientation)
        scale = store.scale
        hr = _windows(store.hr, start * scale**2, width * scale, top * scale, left * scale, side * scale, orientation)
        return Batch(lr, hr)

    def _pairs(self, store: PhotoStore, count: int) -> Tensor:
        """Distinct photos, as far as there are enough, each in one of its sizes."""
        photos = len(store.variants)
        rounds = -(-count // photos)
        photo = torch.cat([torch.randperm(photos, generator=self.rng) for _ in range(rounds)])[:count]
        reductions = store.variants.shape[1] - 1
        reduced = torch.rand(count, generator=self.rng) < self.data.downscale_share
        which = 1 + self._below(torch.full((count,), max(reductions, 1)))
        return store.variants[photo, torch.where(reduced, which, 0) if reductions else torch.zeros_like(which)]

    def _below(self, limits: Tensor) -> Tensor:
        """Whole numbers from 0 to each limit less one."""
        return (torch.rand(limits.shape, generator=self.rng, dtype=torch.float64) * limits).long()


def _windows(
    pixels: Tensor, start: Tensor, width: Tensor, top: Tensor, left: Tensor, side: int, orientation: Tensor
) -> Tensor:
    """Square windows out of photos that lie in a row: (N, 3, side, side) float in [0, 1], channels last."""
    place = torch.stack([start, width, top, left, orientation]).to(pixels.device)
    start, width, top, left = place[:4, :, None, None]
    rows, columns = _oriented(side, place[4])
    return pixels[start + (top + rows) * width + left + columns].permute(0, 3, 1, 2).float().div_(255)


def _oriented(side: int, orientation: Tensor) -> tuple[Tensor, Tensor]:
    """Rows and columns of a window in one of its eight orientations, (N, side, side) each: one bit of ``orientation``
    transposes, one reverses the rows, one the columns.
    """
    row = torch.arange(side, device=orientation.device)[None, :, None]
    column = row.transpose(1, 2)
    transposed, upside, mirrored = ((orientation >> bit & 1 == 1)[:, None, None] for bit in range(3))
    rows, columns = torch.where(transposed, column, row), torch.where(transposed, row, column)
    return torch.where(upside, side - 1 - rows, rows), torch.where(mirrored, side - 1 - columns, columns)
