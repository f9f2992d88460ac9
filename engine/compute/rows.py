"""A picture as it flows through the engine: bands of rows, top to bottom, never the whole.

Every stage takes bands and yields bands, so memory is bounded by a few of them whatever the size of the picture, and
closing the last generator closes all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

from engine.compute.tensors import bled
from engine.geometry import Size
from engine.models.resampling import Kernel, bicubic_taps, resample

STEP_PIXELS = 4_000_000
"""Pixels resampled at a time, counted before or after, whichever are more: some 50 MB."""


@dataclass(frozen=True)
class Rows:
    """``bands`` yields planes (N, 3, h, width) in order, their heights adding up to ``size.height``.

    A band may have no rows: it says that work went on, and lets the reader stop.
    """

    size: Size
    bands: Iterator[Tensor]

    @classmethod
    def of(cls, planes: Tensor) -> Self:
        """A whole picture, planes (N, 3, H, W), in one band."""
        return cls(Size(planes.shape[3], planes.shape[2]), iter([planes]))

    def joined(self) -> Tensor:
        """The whole picture, which takes all its memory."""
        return torch.cat(list(self.bands), 2)


class RowWindow:
    """Rows by number from a stream. Rows must be requested in ascending order: ``first`` never goes back."""

    def __init__(self, rows: Rows) -> None:
        self._bands = rows.bands
        self._held: list[Tensor] = []
        self._first = 0
        self._end = 0

    def take(self, first: int, last: int) -> Tensor:
        """Rows ``first`` to ``last - 1`` as one tensor (N, 3, last - first, width)."""
        while self._end < last:
            band = next(self._bands)
            if band.shape[2]:
                self._held.append(band)
                self._end += band.shape[2]
        while self._first + self._held[0].shape[2] <= first:
            self._first += self._held.pop(0).shape[2]
        joined = self._held[0] if len(self._held) == 1 else torch.cat(self._held, 2)  # rows _first to _end - 1
        kept = joined[:, :, first - self._first :]
        self._held, self._first = [kept], first
        return kept[:, :, : last - first]


def forked(rows: Rows) -> tuple[Rows, Rows]:
    """The same rows twice. Either may be read ahead of the other; what is between the two is held."""
    waiting: tuple[deque[Tensor], deque[Tensor]] = (deque(), deque())

    def bands(own: deque[Tensor]) -> Iterator[Tensor]:
        while True:
            if not own:
                band = next(rows.bands, None)
                if band is None:
                    return
                for each in waiting:
                    each.append(band)
            yield own.popleft()

    return Rows(rows.size, bands(waiting[0])), Rows(rows.size, bands(waiting[1]))


def with_bled_colours(rows: Rows, *, radius: int = 16) -> Rows:
    """The same rows with the colours under transparency replaced by their visible neighbours', as ``tensors.bled``."""

    def bands() -> Iterator[Tensor]:
        window = RowWindow(rows)
        for first, last in steps(rows.size.height, 128):
            top, bottom = max(0, first - radius), min(rows.size.height, last + radius)
            yield bled(window.take(top, bottom), radius=radius)[:, :, first - top : last - top]

    return Rows(rows.size, bands())


def clamped(rows: Rows) -> Rows:
    """The same rows within [0, 1]."""
    return Rows(rows.size, (band.clamp(0, 1) for band in rows.bands))


def resized(rows: Rows, size: Size, kernel: Kernel = bicubic_taps) -> Rows:
    """The rows resampled to ``size``, by antialiased bicubic or another kernel, as the whole would be."""
    vertical, horizontal = kernel(rows.size.height, size.height), kernel(rows.size.width, size.width)
    row_pixels = max(rows.size.pixels // size.height, size.width)
    step = max(1, min(64, STEP_PIXELS // row_pixels))

    def bands() -> Iterator[Tensor]:
        window = RowWindow(rows)
        for start, stop in steps(size.height, step):
            taps, first, last = vertical.window(start, stop)
            yield resample(resample(window.take(first, last), taps, 2), horizontal, 3)  # (N, 3, stop - start, width)

    return Rows(size, bands())


def steps(length: int, step: int) -> Iterator[tuple[int, int]]:
    """0 to ``length`` in pieces of ``step``, the last one shorter: where each starts and stops."""
    for start in range(0, length, step):
        yield start, min(start + step, length)
