"""A generator of ours written down as ncnn reads networks: a line for each layer, and all weights one after another.

The format is that of ncnn's ``param`` files: kind, name, how many values come in and go out, their names, and numbered
settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from engine.compute.cards.wire import INPUT, OUTPUT
from engine.models.networks import Generator, ResidualBlock, SubPixelStage, fold, in_precision

_MAGIC = 7767517
_FLOAT32 = bytes(4)
"""What stands before a convolution's weights and tells their type."""


@dataclass(frozen=True)
class Converted:
    """``layers`` and ``weights`` as ncnn reads them; ``offset`` (3, 1, 1) is to be added to its results, which lie
    around 0, where 16 bits are finest.
    """

    layers: str
    weights: bytes
    offset: Tensor


@dataclass
class _Writer:
    """Writes layers down one after another; each gives its value a name, by which the next ones ask for it."""

    lines: list[str] = field(default_factory=lambda: [f"Input {INPUT} 0 1 {INPUT}"])
    weights: bytearray = field(default_factory=bytearray)
    values: int = 1

    def convolution(self, value: str, weight: Tensor, bias: Tensor | None) -> str:
        """As wide and high as before."""
        assert bias is not None
        count, side = len(weight), weight.shape[-1]
        self.weights += _FLOAT32 + _bytes(weight) + _bytes(bias)
        return self._layer("Convolution", [value], f"0={count} 1={side} 4={side // 2} 5=1 6={weight.numel()}")

    def prelu(self, value: str, slopes: Tensor) -> str:
        self.weights += _bytes(slopes)
        return self._layer("PReLU", [value], f"0={len(slopes)}")

    def twice(self, value: str) -> tuple[str, str]:
        """The same value for two layers, which ncnn wants to be told."""
        first, second = f"{value}a", f"{value}b"
        self.lines.append(f"Split {value} 1 2 {value} {first} {second}")
        self.values += 2
        return first, second

    def sum(self, first: str, second: str) -> str:
        return self._layer("BinaryOp", [first, second], "0=0")

    def shuffle(self, value: str, name: str = "") -> str:
        """Pixel shuffle to twice the width and height."""
        return self._layer("PixelShuffle", [value], "0=2", name)

    def text(self) -> str:
        return "\n".join([str(_MAGIC), f"{len(self.lines)} {self.values}", *self.lines, ""])

    def _layer(self, kind: str, values: list[str], settings: str, name: str = "") -> str:
        name = name or f"v{self.values}"
        self.lines.append(f"{kind} {name} {len(values)} 1 {' '.join(values)} {name} {settings}")
        self.values += 1
        return name


@torch.inference_mode()
def converted(generator: Generator, dtype: torch.dtype) -> Converted:
    """The generator for numbers stored in ``dtype``, float32 or float16, with its last convolution before the last
    pixel shuffle.
    """
    if generator.dimensions.normalised:
        generator = fold(generator)
    if dtype != torch.float32:
        generator = in_precision(generator, dtype)
    writer = _Writer()
    features = _body(writer, generator)
    for stage in generator.upsampling[:-1]:
        assert isinstance(stage, SubPixelStage)
        features = writer.shuffle(writer.convolution(features, *_parameters(stage.convolution)))
        features = writer.prelu(features, stage.activation.weight)
    features = writer.convolution(features, *_parameters(generator.last_stage.convolution))
    features = writer.prelu(features, generator.shuffled_slopes())
    weight, bias, offset = generator.last_before_shuffle()
    writer.shuffle(writer.convolution(features, weight, bias), OUTPUT)
    return Converted(writer.text(), bytes(writer.weights), offset.float())


def _body(writer: _Writer, generator: Generator) -> str:
    """Everything before the sub-pixel stages."""
    features = writer.prelu(writer.convolution(INPUT, *_parameters(generator.head)), generator.head_activation.weight)
    features, skip = writer.twice(features) if generator.dimensions.skip else (features, "")
    for block in generator.blocks:
        assert isinstance(block, ResidualBlock)
        features, before = writer.twice(features)
        features = writer.prelu(writer.convolution(features, *_parameters(block.first)), block.activation.weight)
        features = writer.sum(writer.convolution(features, *_parameters(block.second)), before)
    features = writer.convolution(features, *_parameters(generator.tail))
    return writer.sum(features, skip) if skip else features


def _parameters(convolution: nn.Conv2d) -> tuple[Tensor, Tensor | None]:
    return convolution.weight, convolution.bias


def _bytes(tensor: Tensor) -> bytes:
    return tensor.float().contiguous().numpy().tobytes()
