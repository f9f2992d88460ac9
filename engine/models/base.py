"""What every network of Fourfold's own is: its dimensions say all of it but the weights."""

from __future__ import annotations

from torch import nn

from engine.models.dimensions import Dimensions


class Network(nn.Module):
    """(N, 3, H, W) RGB in [0, 1] to (N, 3, scale * H, scale * W), nominally in [0, 1] and not clamped."""

    def __init__(self, dimensions: Dimensions) -> None:
        super().__init__()
        self.dimensions = dimensions
