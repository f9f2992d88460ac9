"""The generator run row by row: exact, without any halo, the rows of the result in order.

Every layer takes bands and yields bands. Of its input, what it must still see waits in a buffer that stays, and a block
adds its residual to the rows that wait there. Only a few rows of each feature map are ever held, so the memory grows
with the width of the photo and not with its height.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from engine.compute.rows import Rows
from engine.models.networks import Generator, ResidualBlock, SubPixelStage, shuffled_pixels

STEP_PIXELS = 10_000
"""Pixels pushed through a layer at a time: enough to keep the CPU busy, few enough for its caches. Up to 32,000 the
speed hardly changes, with 4,000 it is less."""
_LAST = 2
"""How many times as many go through the last stage, which sees farther: 20 MB in float32."""

Bands = Iterator[Tensor]
"""Rows of one feature map (N, C, h, W) from top to bottom. A band without rows says that work went on. A band is valid
until the next one is asked for."""
Sums = Iterator[tuple[Tensor, ...]]
"""Bands of which each is one tensor, or two that are to be added: who lays them down adds them while doing so."""


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
    yield from _pixels(_features(rows.bands, generator, height), generator, height)


def _split(bands: Sums, times: int = 1) -> Sums:
    """The bands cut into what is computed at a time, whole rows, as even as can be: a narrow rest takes a layer longer
    than its share. Every layer cuts what comes to it: at the end of the picture each gives the rows that waited in it
    too.
    """
    for terms in bands:
        height, width = terms[0].shape[2:]
        rows = max(1, times * STEP_PIXELS // width)
        pieces = max(1, math.ceil(height / rows))
        yield from zip(*(torch.tensor_split(term, pieces, 2) for term in terms), strict=True)


def _features(lr: Bands, generator: Generator, height: int) -> Bands:
    """Everything before the sub-pixel stages: the head, the residual blocks and the long skip. 3 to width channels."""
    head, dtype = generator.head.weight, generator.tail.weight.dtype
    bands = _convolved(map(partial(Tensor.to, dtype=head.dtype), lr), head, generator.head.bias, height)
    bands = map(partial(Tensor.to, dtype=dtype), _activated(bands, generator.head_activation.weight))
    skip = _LongSkip(height)
    if generator.dimensions.skip:
        bands = map(skip.noted, bands)
    sums: Sums = zip(bands, strict=True)
    for block in generator.blocks:
        assert isinstance(block, ResidualBlock)
        sums = _residual(sums, block, height)
    bands = _convolved(map(_added, sums), generator.tail.weight, generator.tail.bias, height)
    return map(skip.added, bands) if generator.dimensions.skip else bands


def _residual(bands: Sums, block: ResidualBlock, height: int) -> Sums:
    """One residual block: its input where that waits, and what is to be added to it."""
    source, between = _Waiting(height, 1), _Waiting(height, 1)
    half = done = 0  # rows that came out of the first convolution, and of the second
    for band in _split(bands):
        source.append(done - 1, *band)
        before, half = half, source.ready
        first = _convolution(source[before - 1 : half + 1], block.first.weight, block.first.bias)
        between.append(done - 1, functional.prelu(first, block.activation.weight))
        before, done = done, between.ready
        second = _convolution(between[before - 1 : done + 1], block.second.weight, block.second.bias)
        yield source[before:done], second


class _LongSkip:
    """The rows before the residual blocks wait here for those after them."""

    def __init__(self, height: int) -> None:
        self._rows = _Waiting(height, 0)
        self._done = 0

    def noted(self, band: Tensor) -> Tensor:
        self._rows.append(self._done, band)
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
    bands = _convolved(bands, final.weight, final.bias, height, _LAST)
    bands = _activated(bands, generator.shuffled_slopes())  # (N, 4 * width, 2 h, 2 W)
    weight, bias, offset = generator.last_before_shuffle()
    return map(partial(shuffled_pixels, offset=offset), _convolved(bands, weight, bias, height, _LAST))


def _activated(bands: Bands, slopes: Tensor) -> Bands:
    return map(partial(functional.prelu, weight=slopes), bands)


def _convolved(bands: Bands, weight: Tensor, bias: Tensor | None, height: int, times: int = 1) -> Bands:
    """A convolution: its output comes later by the rows that it must see below. ``times`` as in ``_split``."""
    weight, radius = weight.contiguous(memory_format=torch.channels_last), weight.shape[-1] // 2
    source, done = _Waiting(height, radius), 0
    for (band,) in _split(zip(bands, strict=True), times):
        source.append(done - radius, band)
        before, done = done, source.ready
        yield _convolution(source[before - radius : done + radius], weight, bias)


def _added(terms: tuple[Tensor, ...]) -> Tensor:
    return terms[0] if len(terms) == 1 else torch.add(*terms)


def _convolution(rows: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """(N, C, radius + h + radius, W) to (N, C', h, W)."""
    radius = weight.shape[-1] // 2
    if rows.shape[2] <= 2 * radius:
        return rows.new_empty(len(rows), len(weight), 0, rows.shape[3])
    return functional.conv2d(rows, weight, bias, padding=(0, radius))


class _Waiting:
    """The rows of a feature map that are still needed, in a buffer that stays. They are counted from the picture's
    first; ``radius`` rows above the picture, which has ``height``, and below it are zeros, as a convolution pads.

    The buffer has room for one band more than must wait, so that rows move to its top with every other band only.
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

    def append(self, first: int, *terms: Tensor) -> None:
        """Take the next rows, the sum of one or two (N, C, h, W). Those before row ``first`` are no longer needed."""
        count = terms[0].shape[2]
        below = self._radius if self._end + count == self._height else 0
        self._make_room(terms[0], count + below, first)
        self._end += count
        rows = self[self._end - count : self._end]
        if len(terms) == 1:
            rows.copy_(terms[0])
        else:
            torch.add(*terms, out=rows)
        if below:
            self[self._end : self._end + below].zero_()

    def __getitem__(self, rows: slice) -> Tensor:
        """Rows ``first : last``: a view (N, C, last - first, W), valid until the next ``append``."""
        assert self._buffer is not None, "a photo has at least one row"
        return self._buffer[:, :, rows.start - self._first : rows.stop - self._first]

    def _make_room(self, like: Tensor, count: int, first: int) -> None:
        """See to it that ``count`` rows fit after those that have come, which are needed from row ``first`` on."""
        if self._buffer is None:
            self._buffer = _empty(like, self._radius + 2 * count)
            self[-self._radius : 0].zero_()
        elif self._end + count - self._first > self._buffer.shape[2]:
            kept, shift = self[first : self._end], first - self._first
            if kept.shape[2] + count > self._buffer.shape[2]:
                self._buffer, shift = _empty(like, kept.shape[2] + 2 * count), max(1, kept.shape[2])
            for row in range(0, kept.shape[2], shift):  # no piece reaches into itself
                piece = kept[:, :, row : row + shift]
                self._buffer[:, :, row : row + piece.shape[2]] = piece
            self._first = first


def _empty(like: Tensor, height: int) -> Tensor:
    """Room for (N, C, height, W) as ``like`` is (N, C, h, W)."""
    shape = (*like.shape[:2], height, like.shape[3])
    return torch.empty(shape, dtype=like.dtype, memory_format=torch.channels_last)
