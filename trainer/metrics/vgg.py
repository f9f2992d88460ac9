"""VGG19's convolutions (Simonyan and Zisserman, 2015): what the perceptual loss and the feature distance look at.

The layers are numbered as in torchvision's ``vgg19().features``, so its weights load as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from trainer.errors import MissingFeatures
from trainer.metrics.features import Features
from trainer.metrics.state_files import read_state
from trainer.metrics.unit_distance import unit_distance
from trainer.metrics.vgg_file import download, vgg19_file

_WIDTHS = (64, 64, 0, 128, 128, 0, 256, 256, 256, 256, 0, 512, 512, 512, 512, 0, 512, 512, 512, 512)
"""Output channels of each convolution; 0 is a pooling."""
_MEAN, _STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


class Maps(NamedTuple):
    """One of VGG19's layers: its channels, and the standard deviation of its values before ReLU, measured on photos."""

    channels: int
    spread: float


MAPS = {
    "conv1_2": Maps(64, 205.0),
    "conv2_2": Maps(128, 377.0),
    "conv3_4": Maps(256, 861.0),
    "conv4_4": Maps(512, 469.0),
    "conv5_4": Maps(512, 27.0),
}


class Vgg19(Features):
    """Feature maps of the named layers, such as ``conv5_4``, for (N, 3, H, W) RGB in [0, 1]; frozen.

    ``before_relu`` gives what the convolutions put out, otherwise what ReLU makes of it. It computes no further than
    the deepest layer wanted.
    """

    name = "VGG19"

    def __init__(self, layers: Collection[str], *, before_relu: bool) -> None:
        super().__init__()
        self.before_relu = before_relu
        self.convolutions = nn.ModuleDict()
        self.numbers: dict[str, int] = {}
        for name, number, inputs, outputs in _plan():
            if set(layers) <= set(self.numbers):
                break
            self.convolutions[name] = nn.Conv2d(inputs, outputs, 3, padding=1)
            self.numbers[name] = number
        self.wanted = frozenset(layers)
        self.mean: Tensor
        self.std: Tensor
        self.register_buffer("mean", torch.tensor(_MEAN).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(_STD).view(1, 3, 1, 1))
        self.requires_grad_(False)

    def forward(self, rgb: Tensor) -> dict[str, Tensor]:
        """Maps (N, C, h, w) by layer; each pooling halves h and w."""
        x = (rgb - self.mean) / self.std
        features = {}
        for name, convolution in self.convolutions.items():
            if name.endswith("_1") and name != "conv1_1":
                x = functional.max_pool2d(x, 2)
            raw = convolution(x)
            x = functional.relu(raw)
            if name in self.wanted:
                features[name] = raw if self.before_relu else x
        return features

    def apart(self, first: Tensor, second: Tensor) -> Tensor:
        """The ``unit_distance``."""
        return unit_distance(first, second)


def _plan() -> list[tuple[str, int, int, int]]:
    """Name, torchvision's number, input and output channels of each convolution."""
    plan = []
    stage, place, number, inputs = 1, 1, 0, 3
    for width in _WIDTHS:
        if width == 0:
            stage, place, number = stage + 1, 1, number + 1
            continue
        plan.append((f"conv{stage}_{place}", number, inputs, width))
        place, number, inputs = place + 1, number + 2, width  # a ReLU has a number too
    return plan


def load_vgg19(file: Path | None, layers: Iterable[str], *, before_relu: bool = False) -> Vgg19:
    """VGG19 with torchvision's weights: from a file (safetensors, or torchvision's .pth), or downloaded once (575 MB).

    Raises MissingFeatures where they cannot be had.
    """
    network = Vgg19(tuple(layers), before_relu=before_relu)
    file = file or vgg19_file() or download()
    state = read_state(file)
    for name, number in network.numbers.items():
        for kind, parameter in network.convolutions[name].named_parameters():
            stored = state.get(f"features.{number}.{kind}")
            if not isinstance(stored, Tensor) or stored.shape != parameter.shape:
                raise MissingFeatures(
                    "{file} does not hold VGG19's weights: features.{number} is not there.", file=file, number=number
                )
            parameter.copy_(stored)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network.eval()
