"""ESPCN (Shi et al., CVPR 2016): all of the work on the small picture, and the sub-pixel convolution at the end."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.dimensions import Dimensions
from engine.models.reference.luma import LumaNetwork


class Espcn(LumaNetwork):
    """Convolutions of 5x5 to 64 channels, 3x3 to 32 and 3x3 to scale^2, tanh after the first two, pixel shuffle."""

    def __init__(self, dimensions: Dimensions) -> None:
        super().__init__(dimensions)
        width, half = dimensions.width, max(dimensions.width // 2, 1)
        self.head = nn.Conv2d(1, width, 5, padding=2)
        self.mapping = nn.Conv2d(width, half, 3, padding=1)
        self.last = nn.Conv2d(half, dimensions.scale**2, 3, padding=1)

    def upscaled_luma(self, small: Tensor, enlarged: Tensor) -> Tensor:
        """As ``LumaNetwork`` says; the enlargement is not looked at."""
        features = torch.tanh(self.head(small))  # (N, width, h, w)
        features = self.last(torch.tanh(self.mapping(features)))  # (N, scale^2, h, w)
        return functional.pixel_shuffle(features, self.dimensions.scale)
