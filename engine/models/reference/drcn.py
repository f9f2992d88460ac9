"""DRCN (Kim, Lee and Lee, CVPR 2016): one convolution over and over, each time with a prediction."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.dimensions import Dimensions
from engine.models.reference.luma import LumaNetwork, in_colours, luma


class Drcn(LumaNetwork):
    """Two convolutions embed the bicubic enlargement, a third is applied ``blocks`` times (16), and after each time two
    more, always the same, reconstruct what is added to the enlargement. The result is the sum of these predictions,
    weighted by shares that are learnt. All are 3x3 to 256 channels with ReLU, but for the last: 1,774,080 weights.
    """

    def __init__(self, dimensions: Dimensions) -> None:
        super().__init__(dimensions)
        width, depth = dimensions.width, dimensions.blocks
        self.head = nn.Conv2d(1, width, 3, padding=1)
        self.embedding = nn.Conv2d(width, width, 3, padding=1)
        self.recursion = nn.Conv2d(width, width, 3, padding=1)
        self.reconstruction = nn.Conv2d(width, width, 3, padding=1)
        self.last = nn.Conv2d(width, 1, 3, padding=1)
        self.shares = nn.Parameter(torch.full((depth,), 1 / depth))

    def upscaled_luma(self, small: Tensor, enlarged: Tensor) -> Tensor:
        """As ``LumaNetwork`` says; only the enlargement is looked at."""
        upscaled = torch.zeros_like(enlarged)
        for share, prediction in zip(self.shares, self._predictions(enlarged), strict=True):
            upscaled = upscaled + share * prediction
        return upscaled

    def supervised(self, lr: Tensor) -> tuple[Tensor, Tensor]:
        """What training needs: the result (N, 3, scale * H, scale * W) of (N, 3, H, W), and the luma after each
        recursion, (blocks, N, 1, scale * H, scale * W).
        """
        enlarged = self.enlarged(lr)
        predictions = torch.stack([*self._predictions(luma(enlarged))])
        upscaled = (self.shares[:, None, None, None, None] * predictions).sum(0)
        return in_colours(upscaled, enlarged), predictions

    def _predictions(self, enlarged: Tensor) -> Iterator[Tensor]:
        """The luma after each recursion, (N, 1, H, W) of (N, 1, H, W)."""
        features = functional.relu(self.embedding(functional.relu(self.head(enlarged))))  # (N, width, H, W)
        for _ in range(self.dimensions.blocks):
            features = functional.relu(self.recursion(features))
            yield enlarged + self.last(functional.relu(self.reconstruction(features)))
