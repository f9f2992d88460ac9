"""From one photo to its pairs of HR and LR: unreduced, and reduced first to each size that is not too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from engine.models.resampling import bicubic_taps
from trainer.data.photos import Pixels, middle


@dataclass(frozen=True)
class Pairing:
    """How pairs are made: HR is ``scale`` times LR; ``smallest`` is the least HR side worth having; ``downscales`` are
    shares that a photo is reduced to first. One photo may take ``most`` pixels: of a larger one the middle is used, in
    the same proportions; 0 is for all of them.
    """

    scale: int
    smallest: int
    downscales: tuple[float, ...] = ()
    most: int = 0

    def sizes(self, height: int, width: int) -> list[tuple[int, int]]:
        """Height and width of each HR of a photo, multiples of the scale; the unreduced one comes first."""
        height, width = self._limited(height, width)
        first, *reduced = (
            (int(height * share) // self.scale * self.scale, int(width * share) // self.scale * self.scale)
            for share in (1.0, *self.downscales)
        )
        return [first, *(size for size in reduced if min(size) >= self.smallest)]

    def pairs(self, photo: Pixels, device: torch.device) -> Iterator[tuple[Tensor, Tensor]]:
        """HR (H, W, 3) and LR (h, w, 3) of a photo, uint8 on the device, in the order of ``sizes``."""
        pixels = torch.from_numpy(np.ascontiguousarray(middle(photo, *self._limited(*photo.shape[:2]))))
        whole = pixels.to(device).permute(2, 0, 1).contiguous()  # (3, H, W)
        (height, width), *reduced = self.sizes(*whole.shape[1:])
        for hr in (whole[:, :height, :width], *(_resized(whole, *size) for size in reduced)):
            lr = _resized(hr, hr.shape[1] // self.scale, hr.shape[2] // self.scale)
            yield hr.permute(1, 2, 0).contiguous(), lr.permute(1, 2, 0).contiguous()

    def variants(self, first: int, pairs: int) -> list[int]:
        """Which pair is a photo reduced to the k-th size, for a photo with so many pairs, the ``first`` of which is
        unreduced: that one stands again where a size is left out.
        """
        return [*range(first, first + pairs), *[first] * (1 + len(self.downscales) - pairs)]

    def _limited(self, height: int, width: int) -> tuple[int, int]:
        """What is used of a photo."""
        share = min(1.0, (self.most / (height * width)) ** 0.5) if self.most else 1.0
        return max(int(height * share), 1), max(int(width * share), 1)


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
