"""Periodic tables of noise and their look-up at any point."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray


def fractal(seed: int, slope: float, low: float = 1.0, high: float = np.inf, size: int = 1024) -> Array:
    """A (size, size) table with zero mean and unit variance whose amplitude falls as frequency ** -slope.

    Only frequencies from `low` to `high` (cycles per table) are present.
    """
    white = np.random.default_rng(seed).standard_normal((size, size))
    frequency = np.hypot(np.fft.fftfreq(size, 1 / size)[:, None], np.fft.rfftfreq(size, 1 / size)[None, :])
    band = (frequency >= low) & (frequency <= high)
    gain = np.where(band, np.maximum(frequency, 1.0) ** -slope, 0.0)
    table = np.fft.irfft2(np.fft.rfft2(white) * gain, s=(size, size))
    return (table / table.std()).astype(np.float32)


def cells(seed: int, across: int, size: int = 1024) -> tuple[Array, Array]:
    """Distance to the nearest seed, and to the border between seeds, of across x across jittered seeds.

    Both are (size, size) tables in units of one seed's share of the table.
    """
    shifts = np.random.default_rng(seed).random((across, across, 2))
    y, x = np.mgrid[0:size, 0:size] * (across / size)
    row, column = y.astype(int), x.astype(int)
    distances = []
    for step_y in (-1, 0, 1):
        for step_x in (-1, 0, 1):
            shift = shifts[(row + step_y) % across, (column + step_x) % across]
            distances.append(np.hypot(row + step_y + shift[..., 0] - y, column + step_x + shift[..., 1] - x))
    nearest, second = np.sort(distances, axis=0)[:2]
    return nearest.astype(np.float32), (second - nearest).astype(np.float32)


@dataclass(frozen=True)
class Texture:
    """A periodic table read at points of a plane or of space; it is `period` centimetres wide."""

    table: Array
    period: float

    def at(self, u: Array, v: Array) -> Array:
        """Bilinear value at (u, v), any shape."""
        height, width = self.table.shape
        u, v = u * (width / self.period), v * (width / self.period)
        left, top = np.floor(u), np.floor(v)
        fu, fv = u - left, v - top
        left, top = left.astype(np.int64) % width, top.astype(np.int64) % height
        right, bottom = (left + 1) % width, (top + 1) % height
        upper = self.table[top, left] * (1 - fu) + self.table[top, right] * fu
        lower = self.table[bottom, left] * (1 - fu) + self.table[bottom, right] * fu
        return upper * (1 - fv) + lower * fv

    def around(self, points: Array, normals: Array) -> Array:
        """Value at points of a solid's surface: three projections along the axes, weighed by the normals."""
        weights = np.abs(normals) ** 6
        weights /= weights.sum(axis=-1, keepdims=True)
        x, y, z = np.moveaxis(points, -1, 0)
        return weights[:, 0] * self.at(y, z) + weights[:, 1] * self.at(z, x) + weights[:, 2] * self.at(x, y)


def slopes(height: Callable[[Array, Array], Array], u: Array, v: Array, step: float) -> tuple[Array, Array]:
    """The height's derivatives along u and v, by forward differences."""
    here = height(u, v)
    return (height(u + step, v) - here) / step, (height(u, v + step) - here) / step


def smoothstep(low: float, high: float, value: Array) -> Array:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the larger one."""
    x = np.clip((value - low) / (high - low), 0.0, 1.0)
    return x * x * (3 - 2 * x)


def mix(first: Array, second: Array, amount: Array) -> Array:
    """Colours (N, 3) or (3,) blended by amounts (N,)."""
    return first + (np.asarray(second) - first) * amount[..., None]
