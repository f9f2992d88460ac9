"""The yardstick: the generator as programs built on the paper run it, and nothing faster.

The paper's layers, literally: pixel shuffle, PReLU, then the 9x9 convolution; eager, NCHW. A photo goes over tiles of
256 pixels, their halo of 40 included, which makes them equal to the network on the whole photo.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import groupby

import torch
from torch import Tensor, nn

from engine.compute.tiling import plan_tiles
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


def baseline_bands(network: nn.Module, planes: Tensor, halo: int, scale: int) -> Iterator[Tensor]:
    """The whole photo, tile by tile: planes (N, 3, H, W) to bands (N, 3, h, scale * W), where the network is."""
    bounds = Region.of(Size(planes.shape[3], planes.shape[2]))
    inner = (tile.inner for tile in plan_tiles(bounds.size, max(1, TILE - 2 * halo), halo))
    for _, strip in groupby(inner, lambda tile: tile.top):
        yield torch.cat([_cropped(network, planes, tile, tile.grown(halo).clipped(bounds), scale) for tile in strip], 3)


def _cropped(network: nn.Module, planes: Tensor, inner: Region, outer: Region, scale: int) -> Tensor:
    result: Tensor = network(planes[..., *outer.slices].contiguous())  # (N, 3, scale * h, scale * w) of the outer one
    crop = inner.moved(-outer.left, -outer.top).scaled(scale)
    return result[..., *crop.slices]
