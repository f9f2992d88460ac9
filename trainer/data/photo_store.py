"""Photos as 8-bit pairs of HR and LR that lie in a row, and windows cut out of many at once.

A photo that may be reduced first (``Data.downscales``) is there once for each reduction. The pixels lie on the device,
or on disk (``trainer.data.disk_store``); both give the same windows.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from trainer.data.pairs import Pairing
from trainer.data.photos import Pixels
from trainer.errors import BadPhotos


class Windows(NamedTuple):
    """Square windows of pairs, ``side`` LR pixels wide and high: the number of the pair, the place in its LR and one of
    eight orientations, whose bits transpose, reverse the rows and reverse the columns; (N,) each.
    """

    pair: Tensor
    top: Tensor
    left: Tensor
    orientation: Tensor
    side: int


class Cut(NamedTuple):
    """Windows of pixels, uint8 on the device: LR (N, side, side, 3), HR ``scale`` times as wide and high, and as large
    what a teacher makes of the LR, where there is one.
    """

    lr: Tensor
    hr: Tensor
    taught: Tensor | None = None


@dataclass(frozen=True)
class PhotoStore(ABC):
    """Where each pair of HR and LR lies, one behind the other.

    ``height`` and ``width`` (pairs,) are those of each LR, ``start`` (pairs,) is the place of its first pixel in the
    row. ``variants[photo, k]`` is the number of the pair of a photo reduced to the k-th size. The 0th is unreduced, and
    it stands again where a reduced one would be too small.
    """

    scale: int
    height: Tensor
    width: Tensor
    start: Tensor
    variants: Tensor

    @abstractmethod
    def cut(self, windows: Windows) -> Cut:
        """The pixels of the windows."""


@dataclass(frozen=True)
class PhotosInMemory(PhotoStore):
    """Pixels in one row: ``hr`` (pixels, 3) and ``lr`` (pixels / scale^2, 3), uint8 on the device, so that one indexing
    takes crops of many.
    """

    hr: Tensor
    lr: Tensor

    def cut(self, windows: Windows) -> Cut:
        pair, top, left, orientation, side = windows
        start, width, scale = self.start[pair], self.width[pair], self.scale
        lr = _gathered(self.lr, start, width, top, left, side, orientation)
        large = (start * scale**2, width * scale, top * scale, left * scale, side * scale)
        return Cut(lr, _gathered(self.hr, *large, orientation))


def fill_store(photos: Iterable[Pixels], pairing: Pairing, device: torch.device) -> PhotosInMemory:
    """Put the pairs of photos, (H, W, 3) uint8, on the device. Raises BadPhotos if there is none."""
    rows: list[tuple[Tensor, Tensor]] = []  # by pair: HR (H * W, 3) and LR (h * w, 3)
    sizes: list[tuple[int, int]] = []
    variants: list[list[int]] = []
    for photo in photos:
        first = len(sizes)
        for hr, lr in pairing.pairs(photo, device):
            rows.append((hr.reshape(-1, 3), lr.reshape(-1, 3)))
            sizes.append((lr.shape[0], lr.shape[1]))
        variants.append(pairing.variants(first, len(sizes) - first))
    if not sizes:
        raise BadPhotos("There are no photos to train on.")
    hrs, lrs = (torch.cat(each) for each in zip(*rows, strict=True))
    height, width = torch.tensor(sizes).unbind(1)  # (pairs,) each
    return PhotosInMemory(pairing.scale, height, width, starts(height, width), torch.tensor(variants), hrs, lrs)


def starts(height: Tensor, width: Tensor) -> Tensor:
    """The place of the first pixel of pictures of these sizes that lie one behind the other, (pictures,)."""
    return torch.cumsum(height * width, 0) - height * width


def _gathered(
    pixels: Tensor, start: Tensor, width: Tensor, top: Tensor, left: Tensor, side: int, orientation: Tensor
) -> Tensor:
    """Square windows out of photos that lie in a row: (N, side, side, 3)."""
    place = torch.stack([start, width, top, left, orientation]).to(pixels.device)  # (5, N): one copy to the device
    start, width, top, left = place[:4, :, None, None]  # (N, 1, 1) each
    rows, columns = _oriented(side, place[4])  # (N, side, side) each
    return pixels[start + (top + rows) * width + left + columns]


def _oriented(side: int, orientation: Tensor) -> tuple[Tensor, Tensor]:
    """Rows and columns of a window in one of its eight orientations, (N, side, side) each: one bit of ``orientation``
    transposes, one reverses the rows, one the columns.
    """
    row = torch.arange(side, device=orientation.device)[None, :, None]  # (1, side, 1)
    column = row.transpose(1, 2)  # (1, 1, side)
    transposed, upside, mirrored = ((orientation >> bit & 1 == 1)[:, None, None] for bit in range(3))  # (N, 1, 1)
    rows, columns = torch.where(transposed, column, row), torch.where(transposed, row, column)
    return torch.where(upside, side - 1 - rows, rows), torch.where(mirrored, side - 1 - columns, columns)
