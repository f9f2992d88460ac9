"""LPIPS (Zhang et al., CVPR 2018), version 0.1 with AlexNet: a perceptual distance weighed by what people said.

Its weights are a file that is given: ``lpips.LPIPS(net="alex").state_dict()`` of the authors' package, saved by
``torch.save`` or as safetensors.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from trainer.errors import MissingFeatures
from trainer.metrics.state_files import read_state

_SHIFT, _SCALE = (-0.030, -0.088, -0.188), (0.458, 0.448, 0.450)


class _Layer(NamedTuple):
    """One convolution of AlexNet; ``pooled`` says whether a pooling goes before it."""

    name: str
    inputs: int
    outputs: int
    kernel: int
    stride: int
    padding: int
    pooled: bool


_LAYERS = (
    _Layer("slice1.0", 3, 64, 11, 4, 2, False),
    _Layer("slice2.3", 64, 192, 5, 1, 2, True),
    _Layer("slice3.6", 192, 384, 3, 1, 1, True),
    _Layer("slice4.8", 384, 256, 3, 1, 1, False),
    _Layer("slice5.10", 256, 256, 3, 1, 1, False),
)


class Lpips(nn.Module):
    """The distance of two pictures (1, 3, H, W) RGB in [0, 1]; 0 is equal, about 0.7 unrelated."""

    def __init__(self) -> None:
        super().__init__()
        self.convolutions = nn.ModuleList(
            nn.Conv2d(layer.inputs, layer.outputs, layer.kernel, layer.stride, layer.padding) for layer in _LAYERS
        )
        self.opinions = nn.ParameterList(torch.zeros(1, layer.outputs, 1, 1) for layer in _LAYERS)
        self.shift: Tensor
        self.scale: Tensor
        self.register_buffer("shift", torch.tensor(_SHIFT).view(1, 3, 1, 1))
        self.register_buffer("scale", torch.tensor(_SCALE).view(1, 3, 1, 1))
        self.requires_grad_(False)

    @torch.no_grad()
    def distance(self, first: Tensor, second: Tensor) -> float:
        """LPIPS of the two."""
        layers = zip(self._features(first), self._features(second), self.opinions, strict=True)
        distances = [((a - b).square() * opinion).sum(1).mean() for a, b, opinion in layers]  # a scalar a layer
        return float(torch.stack(distances).sum())

    def _features(self, rgb: Tensor) -> list[Tensor]:
        """Feature vectors of unit length after each convolution: (1, C, h, w)."""
        x = (rgb * 2 - 1 - self.shift) / self.scale
        features = []
        for layer, convolution in zip(_LAYERS, self.convolutions, strict=True):
            if layer.pooled:
                x = functional.max_pool2d(x, 3, 2)
            x = functional.relu(convolution(x))
            features.append(functional.normalize(x, dim=1, eps=1e-10))
        return features


def load_lpips(file: Path) -> Lpips:
    """LPIPS with the authors' weights. Raises MissingFeatures."""
    state = read_state(file)
    network = Lpips()
    try:
        for number, layer in enumerate(_LAYERS):
            own = {kind: state[f"net.{layer.name}.{kind}"] for kind in ("weight", "bias")}
            network.convolutions[number].load_state_dict(own)
            network.opinions[number].copy_(state[f"lin{number}.model.1.weight"])
    except KeyError as error:
        raise MissingFeatures(f"{file} does not hold LPIPS for AlexNet: {error} is not there.") from error
    return network.eval()
