"""The yardstick: the generator as programs built on the paper run it, and nothing faster.

The paper's layers, literally: pixel shuffle, PReLU, then the 9x9 convolution; eager, NCHW. A photo goes over tiles of
256 pixels, their halo of 40 included, which makes them equal to the network on the whole photo.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from engine.compute.tiling import Tile, plan_tiles
from engine.geometry import Region, Size
from engine.models.networks import Generator

TILE = 256


class BaselineGenerator(nn.Module):
    """``generator`` with its layers in the order of the paper's figure 4; the same function to rounding."""

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.layers = copy.deepcopy(generator)
        self.layers.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]

    def forward(self, lr: Tensor) -> Tensor:
        """As ``Generator.forward``: (N, 3, H, W) to (N, 3, scale * H, scale * W)."""
        layers = self.layers
        features = layers.head_activation(layers.head(lr))  # (N, width, H, W)
        long_skip = features
        for block in layers.blocks:
            features = block(features)
        features = layers.tail_norm(layers.tail(features))
        if layers.dimensions.skip:
            features = features + long_skip
        for stage in layers.upsampling:
            features = stage(features)  # twice as wide and high
        pixels: Tensor = layers.last(features)
        return pixels


def baseline_tiles(size: Size, halo: int) -> list[Tile]:
    """What the baseline computes of a photo at a time, in LR pixels as ``halo``: at the photo's edge a tile ends."""
    bounds = Region.of(size)
    inner = (tile.inner for tile in plan_tiles(size, max(1, TILE - 2 * halo), halo))
    return [Tile(each, each.grown(halo).clipped(bounds)) for each in inner]
