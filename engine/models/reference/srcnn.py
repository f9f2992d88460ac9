"""SRCNN (Dong, Loy, He and Tang, ECCV 2014 and TPAMI 2016): the first network for super-resolution."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from engine.models.dimensions import SRCNN_KERNELS, Dimensions
from engine.models.reference.luma import LumaNetwork


class Srcnn(LumaNetwork):
    """Three convolutions over the bicubic enlargement, of 64, 32 and 1 channels, ReLU after the first two.

    Called after their kernels: 9-1-5 has 8,032 weights, 9-5-5 has 57,184. The published ones do not pad; here borders
    are padded with zeros, so that the result is as large as the enlargement.
    """

    def __init__(self, dimensions: Dimensions) -> None:
        super().__init__(dimensions)
        width, half = dimensions.width, max(dimensions.width // 2, 1)
        first, second, third = SRCNN_KERNELS[dimensions.architecture]
        self.head = nn.Conv2d(1, width, first, padding=first // 2)
        self.mapping = nn.Conv2d(width, half, second, padding=second // 2)
        self.last = nn.Conv2d(half, 1, third, padding=third // 2)

    def upscaled_luma(self, small: Tensor, enlarged: Tensor) -> Tensor:
        """As ``LumaNetwork`` says; only the enlargement is looked at."""
        features = functional.relu(self.head(enlarged))  # (N, width, H, W)
        upscaled: Tensor = self.last(functional.relu(self.mapping(features)))
        return upscaled
