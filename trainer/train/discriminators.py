"""The networks that tell upscaled crops from real ones. They end in logits by head: above zero means real."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from trainer.metrics.phases import high_pass
from trainer.metrics.vgg import MAPS
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import PHASE_HEADS

_SLOPE = 0.2
"""Of the leaky ReLUs, in the paper and since."""
_LOUDER = 8
"""How much fine detail is amplified: it is some eighth as strong as the picture."""
_PHASE_LAYERS = {"phases4": (4, 3.0, 5), "phases2": (2, 1.5, 4)}
"""Of each head on sub-pixels: the side of its squares, its width in widths of the recipe, and its convolutions."""


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
    """The discriminator of a recipe: takes a ``DiscriminatorInput``, gives logits by head."""
    adversary = recipe.adversary
    if adversary.kind == "paper":
        return PaperDiscriminator(recipe.data.patch - recipe.content.jitter, adversary.width)
    return HeadsDiscriminator(adversary.shares, adversary.width)


class PaperDiscriminator(nn.Module):
    """The paper's (section 2.1.1, figure 4): eight convolutions, two dense layers, one logit a crop.

    23.6 million parameters at 96 px.
    """

    def __init__(self, patch: int, width: int = 64) -> None:
        super().__init__()
        widths = [width, width, 2 * width, 2 * width, 4 * width, 4 * width, 8 * width, 8 * width]
        layers: list[nn.Module] = [nn.Conv2d(3, width, 3, padding=1), nn.LeakyReLU(_SLOPE)]
        for place, (inputs, outputs) in enumerate(pairwise(widths), start=1):
            layers.append(nn.Conv2d(inputs, outputs, 3, stride=1 + place % 2, padding=1))
            layers += [nn.BatchNorm2d(outputs), nn.LeakyReLU(_SLOPE)]
        self.features = nn.Sequential(*layers)  # halves the size four times
        side = patch
        for _ in range(4):
            side = (side + 1) // 2
        dense = nn.Linear(8 * width * side**2, 16 * width)
        self.head = nn.Sequential(nn.Flatten(), dense, nn.LeakyReLU(_SLOPE), nn.Linear(16 * width, 1))

    def forward(self, view: DiscriminatorInput) -> dict[str, Tensor]:
        """Logits (N, 1) of the one head, ``paper``, of pixels that are ``patch`` wide and high."""
        features = self.features(view.pixels * 2 - 1)  # (N, 8 * width, patch / 16, patch / 16), rounded up
        return {"paper": self.head(features)}


class HeadsDiscriminator(nn.Module):
    """Several small discriminators, each spectrally normalised: on sub-pixels, and on maps of VGG19, which are those of
    the perceptual loss, so that judging costs little (after Sauer et al., Projected GANs, 2021).
    """

    def __init__(self, names: Iterable[str], width: int = 32) -> None:
        super().__init__()
        self.heads = nn.ModuleDict({name: _head(name, width) for name in names})

    def forward(self, view: DiscriminatorInput) -> dict[str, Tensor]:
        """Logits (N, 1, h, w) by head, one a place."""
        return {name: head(self._seen(name, view)) for name, head in self.heads.items()}

    def _seen(self, name: str, view: DiscriminatorInput) -> Tensor:
        return view.pixels if name in PHASE_HEADS else view.features[name] / MAPS[name].spread


class PhaseHead(nn.Module):
    """Logits (N, 1, H / side, W / side) of pixels and their fine detail, ``side`` x ``side`` of them laid out as
    channels: what a sub-pixel convolution repeats every ``side`` pixels is then the same everywhere, and seen at once.
    """

    def __init__(self, side: int, width: int, depth: int) -> None:
        super().__init__()
        self.side = side
        layers: list[nn.Module] = []
        for inputs, outputs in pairwise([6 * side**2, *[width] * depth]):
            layers += [spectral_norm(nn.Conv2d(inputs, outputs, 3, padding=1)), nn.LeakyReLU(_SLOPE)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(width, 1, 1))

    def forward(self, pixels: Tensor) -> Tensor:
        """Of (N, 3, H, W) in [0, 1]."""
        seen = torch.cat([pixels * 2 - 1, _LOUDER * high_pass(pixels)], 1)  # (N, 6, H, W)
        logits: Tensor = self.layers(functional.pixel_unshuffle(seen, self.side))
        return logits


def _head(name: str, width: int) -> nn.Module:
    if name in PHASE_HEADS:
        side, widths, depth = _PHASE_LAYERS[name]
        return PhaseHead(side, round(widths * width), depth)
    return nn.Sequential(
        spectral_norm(nn.Conv2d(MAPS[name].channels, width, 1)),
        nn.LeakyReLU(_SLOPE),
        spectral_norm(nn.Conv2d(width, width, 3, padding=1)),
        nn.LeakyReLU(_SLOPE),
        nn.Conv2d(width, 1, 1),
    )
