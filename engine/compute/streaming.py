"""The generator run row by row: exact, without any halo, the rows of the result in order.

Every layer takes bands and yields bands. Of its input, what it must still see waits in a buffer that stays, and a block
adds its residual to the rows that wait there. Only a few rows of each feature map are ever held, so the memory grows
with the width of the photo and not with its height.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from engine.compute.rows import Rows
from engine.models.networks import Generator, ResidualBlock, SubPixelStage, shuffled_pixels

STEP_PIXELS = 8_000
"""LR pixels pushed through the network at a time: enough to keep the CPU busy, few enough for its caches. Between 4,000
and 32,000 the speed hardly changes."""

Bands = Iterator[Tensor]
"""Rows of one feature map (N, C, h, W) from top to bottom. A band without rows says that work went on. A band is valid
until the next one is asked for."""


def streamed(rows: Rows, generator: Generator) -> Rows:
    """The network applied to a stream: planes of one size in, planes ``scale`` times as wide and high out.

    Equals ``generator`` applied to the whole, to rounding. The generator must have its batch normalisation folded away
    and need no gradients; it runs in its own precision, on the CPU.
    """
    if generator.dimensions.normalised or any(parameter.requires_grad for parameter in generator.parameters()):
        raise ValueError("only a folded generator that needs no gradients can be streamed")
    return Rows(rows.size.scaled(generator.dimensions.scale), _bands(rows, generator))


def _bands(rows: Rows, generator: Generator) -> Bands:
    height = rows.size.height
    steps = _split(rows.bands, max(1, STEP_PIXELS // rows.size.width))
    yield from _pixels(_features(steps, generator, height), generator, height)


def _split(bands: Bands, height: int) -> Bands:
    """The bands cut into what is computed at a time."""
    for band in bands:
        yield from torch.split(band, height, 2)


def _features(lr: Bands, generator: Generator, height: int) -> Bands:
    """Everything before the sub-pixel stages: the head, the residual blocks and the long skip. 3 to width channels."""
    head, dtype = generator.head.weight, generator.tail.weight.dtype
    bands = _convolved(map(partial(Tensor.to, dtype=head.dtype), lr), head, generator.head.bias, height)
    bands = map(partial(Tensor.to, dtype=dtype), _activated(bands, generator.head_activation.weight))
    skip = _LongSkip(height)
    if generator.dimensions.skip:
        bands = map(skip.noted, bands)
    for block in generator.blocks:
        assert isinstance(block, ResidualBlock)
        bands = _residual(bands, block, height)
    bands = _convolved(bands, generator.tail.weight, generator.tail.bias, height)
    return map(skip.added, bands) if generator.dimensions.skip else bands


def _residual(bands: Bands, block: ResidualBlock, height: int) -> Bands:
    """One residual block: what it makes of its input is added to the input, where that waits."""
    source, between = _Waiting(height, 1), _Waiting(height, 1)
    half = done = 0  # rows that came out of the first convolution, and of the second
    for band in bands:
        source.append(band, done - 1)
        before, half = half, source.ready
        first = _convolution(source[before - 1 : half + 1], block.first.weight, block.first.bias)
        between.append(functional.prelu(first, block.activation.weight), done - 1)
        before, done = done, between.ready
        yield source[before:done].add_(
            _convolution(between[before - 1 : done + 1], block.second.weight, block.second.bias)
        )


class _LongSkip:
    """The rows before the residual blocks wait here for those after them."""

    def __init__(self, height: int) -> None:
        self._rows = _Waiting(height, 0)
        self._done = 0

    def noted(self, band: Tensor) -> Tensor:
        self._rows.append(band, self._done)
        return band

    def added(self, band: Tensor) -> Tensor:
        before, self._done = self._done, self._done + band.shape[2]
        return self._rows[before : self._done].add_(band)


def _pixels(bands: Bands, generator: Generator, height: int) -> Bands:
    """The sub-pixel stages and the last convolution, which is done before the last pixel shuffle as in the network."""
    for stage in generator.upsampling[:-1]:
        assert isinstance(stage, SubPixelStage)
        bands = _convolved(bands, stage.convolution.weight, stage.convolution.bias, height)
        bands = map(partial(functional.pixel_shuffle, upscale_factor=2), bands)  # (N, width, 2 h, 2 W)
        bands = _activated(bands, stage.activation.weight)
        height *= 2
    final = generator.last_stage.convolution
    bands = _activated(_convolved(bands, final.weight, final.bias, height), generator.shuffled_slopes())  # 4 * width
    weight, bias, offset = generator.last_before_shuffle()
    return map(partial(shuffled_pixels, offset=offset), _convolved(bands, weight, bias, height))


def _activated(bands: Bands, slopes: Tensor) -> Bands:
    return map(partial(functional.prelu, weight=slopes), bands)


def _convolved(bands: Bands, weight: Tensor, bias: Tensor | None, height: int) -> Bands:
    """A convolution: a band of output for each band of input, later by the rows that it must see below."""
    weight, radius = weight.contiguous(memory_format=torch.channels_last), weight.shape[-1] // 2
    source, done = _Waiting(height, radius), 0
    for band in bands:
        source.append(band, done - radius)
        before, done = done, source.ready
        yield _convolution(source[before - radius : done + radius], weight, bias)


def _convolution(rows: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """(N, C, radius + h + radius, W) to (N, C', h, W)."""
    radius = weight.shape[-1] // 2
    if rows.shape[2] <= 2 * radius:
        return rows.new_empty(len(rows), len(weight), 0, rows.shape[3])
    return functional.conv2d(rows, weight, bias, padding=(0, radius))


class _Waiting:
    """The rows of a feature map that are still needed, in a buffer that stays. They are counted from the picture's
    first; ``radius`` rows above the picture, which has ``height``, and below it are zeros, as a convolution pads.
    """

    def __init__(self, height: int, radius: int) -> None:
        self._height, self._radius = height, radius
        self._first = -radius
        """The number of the buffer's first row."""
        self._end = 0
        """As many rows of the picture have come."""
        self._buffer: Tensor | None = None

    @property
    def ready(self) -> int:
        """As many rows have come with the ``radius`` rows below them."""
        return self._height if self._end == self._height else max(0, self._end - self._radius)

    def append(self, band: Tensor, first: int) -> None:
        """Take the next rows, (N, C, h, W). Those before row ``first`` are no longer needed."""
        kept = self[first : self._end] if self._buffer is not None else _zeros(band, self._radius)
        self._end += band.shape[2]
        below = self._radius if self._end == self._height else 0
        self._lay([kept, band, _zeros(band, below)])
        self._first = first

    def __getitem__(self, rows: slice) -> Tensor:
        """Rows ``first : last``: a view (N, C, last - first, W), valid until the next ``append``."""
        assert self._buffer is not None, "a photo has at least one row"
        return self._buffer[:, :, rows.start - self._first : rows.stop - self._first]

    def _lay(self, parts: list[Tensor]) -> None:
        """Fill the buffer from its top; the first part may lie in it."""
        needed = sum(part.shape[2] for part in parts)
        buffer = self._buffer
        if buffer is None or buffer.shape[2] < needed:
            self._buffer = buffer = _zeros(parts[1], needed)
        else:
            parts[0] = parts[0].clone()
        top = 0
        for part in parts:
            buffer[:, :, top : top + part.shape[2]] = part
            top += part.shape[2]


def _zeros(like: Tensor, height: int) -> Tensor:
    """(N, C, height, W) as ``like`` is (N, C, h, W)."""
    shape = (*like.shape[:2], height, like.shape[3])
    return torch.zeros(shape, dtype=like.dtype).contiguous(memory_format=torch.channels_last)
