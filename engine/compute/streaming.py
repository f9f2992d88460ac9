"""The generator run row by row: exact, without any halo, the rows of the result in order.

Every layer is a stage that takes bands and yields bands. A convolution keeps the last rows of its input until the rows
below them arrive, and a skip waits as long as the convolutions beside it. Only a few rows of each feature map are ever
held, so the memory grows with the width of the photo and not with its height.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from engine.compute.rows import Rows
from engine.models.networks import Generator, ResidualBlock, SubPixelStage

STEP_PIXELS = 16_000
"""LR pixels pushed through the network at a time: enough to keep the CPU busy, few enough for its caches."""

Bands = Iterator[Tensor]
"""Rows of one feature map (N, C, h, W) from top to bottom. A band without rows says that work went on."""


def streamed(rows: Rows, generator: Generator) -> Rows:
    """The network applied to a stream: planes of one size in, planes ``scale`` times as wide and high out.

    Equals ``generator`` applied to the whole, to rounding. The generator must have its batch normalisation folded away
    and need no gradients; it runs in its own precision, on the CPU.
    """
    if generator.dimensions.normalised or any(parameter.requires_grad for parameter in generator.parameters()):
        raise ValueError("only a folded generator that needs no gradients can be streamed")
    return Rows(rows.size.scaled(generator.dimensions.scale), _bands(rows, generator))


def _bands(rows: Rows, generator: Generator) -> Bands:
    yield from _pixels(_features(_steps(rows), generator), generator)


def _steps(rows: Rows) -> Bands:
    """The bands cut into what is computed at a time."""
    height = max(1, STEP_PIXELS // rows.size.width)
    for band in rows.bands:
        for part in torch.split(band, height, 2):
            yield part.contiguous(memory_format=torch.channels_last)


def _features(lr: Bands, generator: Generator) -> Bands:
    """Everything before the sub-pixel stages: the head, the residual blocks and the long skip. 3 to width channels."""
    head, dtype = generator.head.weight, generator.tail.weight.dtype
    bands = _convolved(_converted(lr, head.dtype), head, generator.head.bias)
    bands = _converted(_activated(bands, generator.head_activation.weight), dtype)
    bands, skip = _forked(bands)
    for block in generator.blocks:
        assert isinstance(block, ResidualBlock)
        bands = _residual(bands, block)
    bands = _convolved(bands, generator.tail.weight, generator.tail.bias)
    return _added(bands, _delayed(skip, 2 * len(generator.blocks) + 1)) if generator.dimensions.skip else bands


def _residual(bands: Bands, block: ResidualBlock) -> Bands:
    """One residual block, whose skip waits for its two convolutions."""
    bands, skip = _forked(bands)
    bands = _activated(_convolved(bands, block.first.weight, block.first.bias), block.activation.weight)
    return _added(_convolved(bands, block.second.weight, block.second.bias), _delayed(skip, 2))


def _pixels(bands: Bands, generator: Generator) -> Bands:
    """The sub-pixel stages and the last convolution, which is done before the last pixel shuffle as in the network."""
    for stage in generator.upsampling[:-1]:
        assert isinstance(stage, SubPixelStage)
        bands = _shuffled(_convolved(bands, stage.convolution.weight, stage.convolution.bias))  # (N, width, 2 h, 2 W)
        bands = _activated(bands, stage.activation.weight)
    final = generator.last_stage.convolution
    bands = _activated(_convolved(bands, final.weight, final.bias), generator.shuffled_slopes())  # 4 * width channels
    weight, bias = generator.last_before_shuffle()
    return _shuffled(_convolved(_converted(bands, weight.dtype), weight, bias))  # 12 channels, shuffled to 3


# The stages are built from map, which, unlike a suspended generator with a loop, holds on to no band.


def _converted(bands: Bands, dtype: torch.dtype) -> Bands:
    return map(partial(Tensor.to, dtype=dtype), bands)


def _activated(bands: Bands, slopes: Tensor) -> Bands:
    return map(partial(functional.prelu, weight=slopes), bands)


def _shuffled(bands: Bands) -> Bands:
    return map(partial(functional.pixel_shuffle, upscale_factor=2), bands)


def _added(bands: Bands, skip: Bands) -> Bands:
    """The sum with a branch of the same bands; in place, for nothing else uses what came out of a convolution."""
    return map(Tensor.add_, bands, skip)


def _forked(bands: Bands) -> tuple[Bands, Bands]:
    """The bands twice. Each band must be taken from the first stream before it is taken from the second."""
    waiting: deque[Tensor] = deque()

    def noted(band: Tensor) -> Tensor:
        waiting.append(band)
        return band

    def taken() -> Bands:
        while waiting:
            yield waiting.popleft()

    return map(noted, bands), taken()


def _convolved(bands: Bands, weight: Tensor, bias: Tensor | None) -> Bands:
    """A convolution: one band of output for each band of input, and one more for the last rows, which waited."""
    weight = weight.contiguous(memory_format=torch.channels_last)
    radius = weight.shape[-1] // 2

    def convolution(rows: Tensor) -> Tensor:  # (N, C, 2 * radius + h, W) to (N, C', h, W)
        if rows.shape[2] == 2 * radius:
            return rows.new_empty(len(rows), len(weight), 0, rows.shape[3])
        return functional.conv2d(rows, weight, bias, padding=(0, radius))

    layer = _SlidingLayer(convolution, 2 * radius, radius)
    yield from map(layer.push, bands)
    yield layer.push(layer.zeros(radius))


def _delayed(bands: Bands, lag: int) -> Bands:
    """The same rows, in bands such as ``lag`` 3x3 convolutions one after the other would give."""
    layer = _SlidingLayer(lambda rows: rows[:, :, : rows.shape[2] - lag], lag, lag)
    yield from map(layer.push, bands)
    for _ in range(lag):
        yield layer.push(layer.zeros(1))


class _SlidingLayer:
    """A layer that makes a row of output of a row of input and the ``above`` rows before it, zeros before the first.

    Its first ``late`` rows of output lie above the picture and are dropped. ``compute`` takes ``above + h`` rows and
    gives h. The rows kept between two bands lie in one buffer that stays: a new one each time would scatter the memory.
    """

    def __init__(self, compute: Callable[[Tensor], Tensor], above: int, late: int) -> None:
        self._compute = compute
        self._above = above
        self._late = late
        self._kept: Tensor | None = None

    def push(self, band: Tensor) -> Tensor:
        """The rows of the output that ``band`` completes, possibly none."""
        if self._kept is None:
            shape = (*band.shape[:2], self._above, band.shape[3])
            self._kept = band.new_zeros(shape).contiguous(memory_format=torch.channels_last)
        rows = torch.cat([self._kept, band], 2)  # (N, C, above + h, W)
        self._kept.copy_(rows[:, :, band.shape[2] :])
        result = self._compute(rows)
        early = min(self._late, result.shape[2])
        self._late -= early
        return result[:, :, early:]

    def zeros(self, height: int) -> Tensor:
        """Rows of zeros, (N, C, height, W), to go below the picture."""
        assert self._kept is not None, "a photo has at least one band"
        return torch.zeros_like(self._kept[:, :, :height])
