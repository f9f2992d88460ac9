"""The generator run row by row: exact, without any halo, the rows of the result in order.

Every layer is a stage that takes bands and yields bands. A convolution keeps the last rows of its input until the rows
below them arrive; where a branch leaves, ``tee`` holds the bands that it is behind. Only a few rows of each feature map
are ever held, so the memory grows with the width of the photo and not with its height.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import tee

import torch
from torch import Tensor
from torch.nn import functional

from engine.networks import Generator, ResidualBlock, SubPixelStage
from engine.rows import Rows, RowWindow

STEP_PIXELS = 16_000
"""LR pixels pushed through the network at a time: enough to keep the processor busy, few enough for its caches."""

Bands = Iterator[Tensor]
"""Rows of one feature map (N, C, h, W) from top to bottom. A band without rows says that work went on."""


def streamed(rows: Rows, generator: Generator) -> Rows:
    """The network applied to a stream: planes of one size in, planes ``scale`` times as wide and high out.

    Equals ``generator`` applied to the whole, to rounding. The generator must have its batch normalisation folded away
    and need no gradients; it runs in its own precision, on the CPU.
    """
    if generator.dimensions.normalised or any(parameter.requires_grad for parameter in generator.parameters()):
        raise ValueError("only a folded generator that needs no gradients can be streamed")
    return Rows(rows.size.scaled(generator.dimensions.scale), _pixels(_features(_steps(rows), generator), generator))


def _steps(rows: Rows) -> Bands:
    """The bands cut into what is computed at a time."""
    height = max(1, STEP_PIXELS // rows.size.width)
    for band in rows.bands:
        for part in torch.split(band, height, 2):
            yield part.contiguous(memory_format=torch.channels_last)


def _features(lr: Bands, generator: Generator) -> Bands:
    """Everything before the sub-pixel stages: the head, the residual blocks and the long skip."""
    head, dtype = generator.head.weight, generator.tail.weight.dtype
    bands = _convolved((band.to(head.dtype) for band in lr), head, generator.head.bias)
    bands = (band.to(dtype) for band in _activated(bands, generator.head_activation.weight))
    bands, skip = tee(bands) if generator.dimensions.skip else (bands, None)
    for block in generator.blocks:
        assert isinstance(block, ResidualBlock)
        bands = _residual(bands, block)
    bands = _convolved(bands, generator.tail.weight, generator.tail.bias)
    return _added(bands, skip) if skip else bands


def _residual(bands: Bands, block: ResidualBlock) -> Bands:
    bands, skip = tee(bands)
    bands = _activated(_convolved(bands, block.first.weight, block.first.bias), block.activation.weight)
    return _added(_convolved(bands, block.second.weight, block.second.bias), skip)


def _pixels(bands: Bands, generator: Generator) -> Bands:
    """The sub-pixel stages and the last convolution, which is done before the last pixel shuffle as in the network."""
    for stage in generator.upsampling[:-1]:
        assert isinstance(stage, SubPixelStage)
        bands = _shuffled(_convolved(bands, stage.convolution.weight, stage.convolution.bias))
        bands = _activated(bands, stage.activation.weight)
    final = generator.last_stage.convolution
    bands = _activated(_convolved(bands, final.weight, final.bias), generator.shuffled_slopes())
    weight, bias = generator.last_before_shuffle()
    return _shuffled(_convolved((band.to(weight.dtype) for band in bands), weight, bias))


def _convolved(bands: Bands, weight: Tensor, bias: Tensor | None) -> Bands:
    """A convolution: one band of output for each band of input, and one more for the rows that waited at the end."""
    weight = weight.contiguous(memory_format=torch.channels_last)
    radius = weight.shape[-1] // 2
    kept: Tensor | None = None
    for band in _padded(bands, radius):
        joined = band if kept is None else torch.cat([kept, band], 2)
        if joined.shape[2] <= 2 * radius:
            kept = joined
            yield band.new_empty(band.shape[0], len(weight), 0, band.shape[3])
        else:
            kept = joined[:, :, -2 * radius :].clone(memory_format=torch.channels_last)
            yield functional.conv2d(joined, weight, bias, padding=(0, radius))


def _padded(bands: Bands, radius: int) -> Bands:
    """The bands with rows of zeros above the first and after the last."""
    zeros: Tensor | None = None
    for band in bands:
        if zeros is None:
            zeros = band.new_zeros(*band.shape[:2], radius, band.shape[3]).contiguous(memory_format=torch.channels_last)
            band = torch.cat([zeros, band], 2)
        yield band
    assert zeros is not None, "a photo has at least one band"
    yield zeros


def _activated(bands: Bands, slopes: Tensor) -> Bands:
    return (functional.prelu(band, slopes) for band in bands)


def _shuffled(bands: Bands) -> Bands:
    return (functional.pixel_shuffle(band, 2) for band in bands)


def _added(bands: Bands, skip: Bands) -> Bands:
    """The sum with a branch that is cut into bands differently and ahead; in place, for a convolution made the bands."""
    window, done = RowWindow(skip), 0
    for band in bands:
        count = band.shape[2]
        if count:
            band += window.take(done, done + count)
            done += count
        yield band
