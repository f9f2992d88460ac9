"""A picture to compute on, the same every time and on every computer."""

from __future__ import annotations

import torch
from torch import Tensor

from engine.geometry import Size
from engine.models.resampling import resize


def sample_planes(size: Size) -> Tensor:
    """Smooth coloured noise with hard edges: planes (1, 3, H, W) in [0, 1]."""
    noise = torch.Generator().manual_seed(1)
    coarse = torch.rand(1, 3, -(-size.height // 8), -(-size.width // 8), generator=noise)  # an eighth, rounded up
    planes = resize(coarse, size.height, size.width).clamp_(0, 1)
    planes[:, :, size.height // 3 : size.height // 2, size.width // 4 : -size.width // 3] = 1
    return planes


def grainy_planes(size: Size) -> Tensor:
    """The sample with noise, as photos have: nothing in it is flat, nor packed too fast. It may leave [0, 1]."""
    grain = 0.02 * torch.randn(1, 3, size.height, size.width, generator=torch.Generator().manual_seed(2))
    return sample_planes(size) + grain
