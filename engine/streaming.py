"""The generator run row by row: exact, without any halo, the rows of the result in order.

Every convolution keeps the last rows of its input until the rows below them arrive; skips wait in a delay line. Only
a band of each feature map is ever held, so the memory grows with the width of the photo and not with its height.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from engine.networks import Generator, ResidualBlock, SubPixelStage
from engine.rows import Rows

STEP_PIXELS = 16_000
"""LR pixels pushed through the network at a time: enough to keep the processor busy, few enough for its caches."""


def streamed(rows: Rows, generator: Generator) -> Rows:
    """The network applied to a stream: planes of one size in, planes ``scale`` times as wide and high out.

    Equals ``generator`` applied to the whole, to rounding. The generator must have its batch normalisation folded away
    and need no gradients; it runs in its own precision, on the CPU.
    """
    if generator.dimensions.normalised or any(parameter.requires_grad for parameter in generator.parameters()):
        raise ValueError("only a folded generator that needs no gradients can be streamed")
    return Rows(rows.size.scaled(generator.dimensions.scale), _bands(rows, generator))


def _bands(rows: Rows, generator: Generator) -> Iterator[Tensor]:
    step = max(1, STEP_PIXELS // rows.size.width)
    features, pixels = _FeatureRows(generator), _PixelRows(generator)
    for band in rows.bands:
        for part in torch.split(band, step, 2):
            yield pixels.push(features.push(part.contiguous(memory_format=torch.channels_last)))
    rest = features.push(band[:, :, :0], last=True)
    for part in torch.split(rest, step, 2):
        yield pixels.push(part)
    yield pixels.push(rest[:, :, :0], last=True)


class _FeatureRows:
    """Everything before the sub-pixel stages: the head, the residual blocks and the long skip."""

    def __init__(self, generator: Generator) -> None:
        self._head = _RowConvolution(generator.head.weight, generator.head.bias)
        self._head_slopes = generator.head_activation.weight
        self._blocks = [_RowBlock(block) for block in generator.blocks if isinstance(block, ResidualBlock)]
        self._tail = _RowConvolution(generator.tail.weight, generator.tail.bias)
        self._dtype = generator.tail.weight.dtype
        self._skip = _DelayLine() if generator.dimensions.skip else None

    def push(self, lr: Tensor, *, last: bool = False) -> Tensor:
        features = functional.prelu(self._head.push(lr.to(self._head.dtype), last), self._head_slopes).to(self._dtype)
        if self._skip:
            self._skip.push(features)
        for block in self._blocks:
            features = block.push(features, last)
        features = self._tail.push(features, last)
        return features + self._skip.pop(features.shape[2]) if self._skip else features


class _RowBlock:
    """A residual block: its input waits for the two convolutions."""

    def __init__(self, block: ResidualBlock) -> None:
        self._first = _RowConvolution(block.first.weight, block.first.bias)
        self._slopes = block.activation.weight
        self._second = _RowConvolution(block.second.weight, block.second.bias)
        self._skip = _DelayLine()

    def push(self, features: Tensor, last: bool) -> Tensor:
        self._skip.push(features)
        residual = functional.prelu(self._first.push(features, last), self._slopes)
        residual = self._second.push(residual, last)
        return residual + self._skip.pop(residual.shape[2])


class _PixelRows:
    """The sub-pixel stages and the last convolution, which is done before the last pixel shuffle as in the network."""

    def __init__(self, generator: Generator) -> None:
        *stages, final = (stage for stage in generator.upsampling if isinstance(stage, SubPixelStage))
        self._stages = [
            (_RowConvolution(stage.convolution.weight, stage.convolution.bias), stage.activation.weight)
            for stage in stages
        ]
        self._final = _RowConvolution(final.convolution.weight, final.convolution.bias)
        self._final_slopes = generator.shuffled_slopes()
        self._last = _RowConvolution(*generator.last_before_shuffle())

    def push(self, features: Tensor, *, last: bool = False) -> Tensor:
        for convolution, slopes in self._stages:
            features = functional.prelu(functional.pixel_shuffle(convolution.push(features, last), 2), slopes)
        features = functional.prelu(self._final.push(features, last), self._final_slopes)
        return functional.pixel_shuffle(self._last.push(features.to(self._last.dtype), last), 2)


class _RowConvolution:
    """A convolution of rows that arrive in bands; rows of zeros pad the top and the bottom of the picture."""

    def __init__(self, weight: Tensor, bias: Tensor | None) -> None:
        self.dtype = weight.dtype
        self._weight = weight.contiguous(memory_format=torch.channels_last)
        self._bias = bias
        self._radius = weight.shape[-1] // 2
        self._kept: Tensor | None = None

    def push(self, rows: Tensor, last: bool) -> Tensor:
        """The rows of the output that ``rows`` complete, possibly none; with ``last`` all that remain."""
        zeros = rows.new_zeros(rows.shape[0], rows.shape[1], self._radius, rows.shape[3])
        joined = torch.cat([zeros if self._kept is None else self._kept, rows, *[zeros] * last], 2)
        self._kept = joined[:, :, -2 * self._radius :].contiguous(memory_format=torch.channels_last)
        if joined.shape[2] <= 2 * self._radius:
            self._kept = joined
            return rows.new_empty(rows.shape[0], len(self._weight), 0, rows.shape[3])
        joined = joined.contiguous(memory_format=torch.channels_last)
        return functional.conv2d(joined, self._weight, self._bias, padding=(0, self._radius))


class _DelayLine:
    """Rows that wait for the branch beside them."""

    def __init__(self) -> None:
        self._rows: Tensor | None = None

    def push(self, rows: Tensor) -> None:
        self._rows = rows if self._rows is None else torch.cat([self._rows, rows], 2)

    def pop(self, count: int) -> Tensor:
        assert self._rows is not None, "rows are pushed before they are popped"
        popped, self._rows = self._rows[:, :, :count], self._rows[:, :, count:]
        return popped
