"""The networks that tell upscaled crops from real ones. They end in logits: above zero means real."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from trainer.metrics.vgg import MAPS
from trainer.recipes.recipe import Recipe

_SLOPE = 0.2
"""Of the leaky ReLUs, in the paper and since."""


class DiscriminatorInput(NamedTuple):
    """What the discriminator and the losses on features see of a batch of crops: pixels (N, 3, H, W) RGB in [0, 1], and
    the feature maps of them, (N, C, h, w) by layer.
    """

    pixels: Tensor
    features: Mapping[str, Tensor]

    def detached(self) -> DiscriminatorInput:
        """The same, as a constant."""
        return DiscriminatorInput(self.pixels.detach(), {name: each.detach() for name, each in self.features.items()})


def discriminator_for(recipe: Recipe) -> nn.Module:
    """The discriminator of a recipe: takes a ``DiscriminatorInput``, gives logits."""
    adversary = recipe.adversary
    if adversary.kind == "paper":
        side = recipe.data.patch - recipe.content.jitter
        return PaperDiscriminator(side, adversary.width, spectral=adversary.spectral)
    if adversary.kind == "features":
        return FeatureDiscriminator(recipe.content.layers, adversary.width)
    return UNetDiscriminator(adversary.width, spectral=adversary.spectral)


class PaperDiscriminator(nn.Module):
    """The paper's (section 2.1.1, figure 4): eight convolutions, two dense layers, one logit a crop (N, 1).

    23.6 million parameters at 96 px. ``spectral`` replaces batch normalisation by spectral normalisation.
    """

    def __init__(self, patch: int, width: int = 64, *, spectral: bool = False) -> None:
        super().__init__()
        widths = [width, width, 2 * width, 2 * width, 4 * width, 4 * width, 8 * width, 8 * width]
        layers: list[nn.Module] = [_convolution(3, width, spectral=spectral), nn.LeakyReLU(_SLOPE)]
        for place, (inputs, outputs) in enumerate(pairwise(widths), start=1):
            stride = 1 + place % 2
            layers.append(_convolution(inputs, outputs, stride=stride, spectral=spectral))
            if not spectral:
                layers.append(nn.BatchNorm2d(outputs))
            layers.append(nn.LeakyReLU(_SLOPE))
        self.features = nn.Sequential(*layers)  # halves the size four times
        side = patch
        for _ in range(4):
            side = (side + 1) // 2
        dense = [nn.Linear(8 * width * side**2, 16 * width), nn.Linear(16 * width, 1)]
        first, last = (spectral_norm(layer) for layer in dense) if spectral else dense
        self.head = nn.Sequential(nn.Flatten(), first, nn.LeakyReLU(_SLOPE), last)

    def forward(self, view: DiscriminatorInput) -> Tensor:
        """Logits (N, 1), of pixels that are ``patch`` wide and high."""
        features = self.features(view.pixels * 2 - 1)  # (N, 8 * width, patch / 16, patch / 16), rounded up
        logits: Tensor = self.head(features)
        return logits


class UNetDiscriminator(nn.Module):
    """One logit a pixel (N, 1, H, W): three strided convolutions down, three bilinear steps up, skips between (after
    Schönfeld et al. 2020 and Wang et al. 2021). H and W must be multiples of 8.
    """

    def __init__(self, width: int = 64, *, spectral: bool = True) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, width, 3, padding=1)
        widths = [width, 2 * width, 4 * width, 8 * width]
        self.down = nn.ModuleList(
            _convolution(inputs, outputs, stride=2, kernel=4, spectral=spectral) for inputs, outputs in pairwise(widths)
        )
        self.up = nn.ModuleList(
            _convolution(inputs, outputs, spectral=spectral) for inputs, outputs in pairwise(reversed(widths))
        )
        self.head = nn.Sequential(
            _convolution(width, width, spectral=spectral), nn.LeakyReLU(_SLOPE), nn.Conv2d(width, 1, 3, padding=1)
        )

    def forward(self, view: DiscriminatorInput) -> Tensor:
        """Logits (N, 1, H, W)."""
        x = functional.leaky_relu(self.first(view.pixels), _SLOPE)  # (N, width, H, W)
        skips = []
        for convolution in self.down:
            skips.append(x)
            x = functional.leaky_relu(convolution(x), _SLOPE)  # twice the channels, half the size
        for convolution in self.up:
            x = functional.interpolate(x, scale_factor=2, mode="bilinear")
            x = functional.leaky_relu(convolution(x), _SLOPE) + skips.pop()  # half the channels
        logits: Tensor = self.head(x)
        return logits


class FeatureDiscriminator(nn.Module):
    """Logits (N, places): a small spectrally normalised head on each of VGG19's maps (after Sauer et al., Projected
    GANs, 2021). The maps are those of the perceptual loss, so judging costs little, and the heads know textures from
    the first steps on.
    """

    def __init__(self, layers: Iterable[str], width: int = 32) -> None:
        super().__init__()
        self.heads = nn.ModuleDict({name: _head(MAPS[name].channels, width) for name in layers})

    def forward(self, view: DiscriminatorInput) -> Tensor:
        """Logits (N, places of all layers), one layer after the other."""
        return torch.cat([self._logits(name, view.features[name]).flatten(1) for name in self.heads], 1)

    def _logits(self, name: str, features: Tensor) -> Tensor:
        """(N, 1, h, w) of maps (N, C, h, w)."""
        logits: Tensor = self.heads[name](features / MAPS[name].spread)
        return logits


def _head(inputs: int, width: int) -> nn.Module:
    return nn.Sequential(
        spectral_norm(nn.Conv2d(inputs, width, 1)),
        nn.LeakyReLU(_SLOPE),
        spectral_norm(nn.Conv2d(width, width, 3, padding=1)),
        nn.LeakyReLU(_SLOPE),
        nn.Conv2d(width, 1, 1),
    )


def _convolution(inputs: int, outputs: int, *, stride: int = 1, kernel: int = 3, spectral: bool) -> nn.Module:
    """A convolution; under spectral normalisation without a bias."""
    convolution = nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=1, bias=not spectral)
    return spectral_norm(convolution) if spectral else convolution
