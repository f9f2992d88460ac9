"""Light from a lamp and from all around, and the shadows it leaves."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .vectors import Array, dot, normalise, vector


@dataclass(frozen=True)
class Lamp:
    """A bright rectangle far away: a window, or the sun when it is small. Its light at a right angle is `colour`."""

    towards: tuple[float, float, float]
    colour: tuple[float, float, float]
    half_width: float  # tangent of half the angle it fills
    half_height: float
    bars: float = 0.0  # half width of the cross in a window

    @property
    def _axes(self) -> tuple[Array, Array, Array]:
        prefetch = normalise(vector(*self.towards))
        side = normalise(np.cross(vector(0, 1, 0), prefetch))
        return prefetch, side, np.cross(prefetch, side)

    def direction(self, u: float, v: float) -> Array:
        """Towards the lamp's point (u, v) in the unit square."""
        prefetch, side, up = self._axes
        return normalise(prefetch + (2 * u - 1) * self.half_width * side + (2 * v - 1) * self.half_height * up)

    def mirrored(self, direction: Array, roughness: Array | float) -> Array:
        """Radiance (N, 3) seen along directions, blurred by a roughness in radians."""
        prefetch, side, up = self._axes
        depth = dot(direction, prefetch)
        safe = np.maximum(depth, 1e-3)
        across, along = dot(direction, side) / safe, dot(direction, up) / safe
        pane = _slit(across, self.half_width, roughness) * _slit(along, self.half_height, roughness)
        if self.bars:
            pane = pane * (1 - _slit(across, self.bars, roughness)) * (1 - _slit(along, self.bars, roughness))
        radiance = np.pi / (4 * self.half_width * self.half_height) * vector(*self.colour)
        return np.where(depth > 1e-3, pane, 0.0)[:, None] * radiance


def _slit(x: Array, half: float, blur: Array | float) -> Array:
    """1 for |x| < half, 0 outside, blurred."""
    return 0.5 * (np.tanh((x + half) / (blur + 0.01)) - np.tanh((x - half) / (blur + 0.01)))


Sky = Callable[[Array], Array]  # directions (N, 3): radiance (N, 3)


class Shadow:
    """What a cloud of points hides from light that comes from one direction: a map of the points nearest the light."""

    def __init__(self, cloud: Array, towards: Array, centre: Array, reach: float, size: int = 1024):
        helper = vector(0, 1, 0) if abs(towards[1]) < 0.9 else vector(1, 0, 0)
        side = normalise(np.cross(helper, towards))
        self._axes = np.stack([side, np.cross(towards, side), towards]).astype(np.float32)
        self._centre, self._reach, self._size = centre, reach, size
        column, row, depth = self._project(cloud)
        kept = (column > 0) & (column < size - 1) & (row > 0) & (row < size - 1)
        texel = row[kept].astype(np.int64) * size + column[kept].astype(np.int64)
        nearest = np.full(size * size, -np.inf, np.float32)
        np.maximum.at(nearest, texel, depth[kept])
        self._nearest = nearest

    def _project(self, points: Array) -> tuple[Array, Array, Array]:
        local = (points - self._centre) @ self._axes.T
        scale = self._size / (2 * self._reach)
        return local[:, 0] * scale + self._size / 2, local[:, 1] * scale + self._size / 2, local[:, 2]

    def lit(self, points: Array, slack: float) -> Array:
        """How much of the light reaches each point, 0 to 1; `slack` centimetres of depth are forgiven."""
        column, row, depth = self._project(points)
        column, row = (np.clip(value - 0.5, 0, self._size - 2) for value in (column, row))
        left, top = column.astype(np.int64), row.astype(np.int64)
        u, v, texel = column - left, row - top, top * self._size + left
        depth = depth + slack

        def sees(offset: int) -> Array:
            return self._nearest[texel + offset] < depth

        upper = sees(0) * (1 - u) + sees(1) * u
        lower = sees(self._size) * (1 - u) + sees(self._size + 1) * u
        return upper * (1 - v) + lower * v


def sphere_point(index: int, count: int) -> Array:
    """The index-th of count directions spread evenly over the sphere."""
    y = 1 - 2 * (index + 0.5) / count
    turn = index * np.pi * (3 - np.sqrt(5))
    ring = np.sqrt(1 - y * y)
    return vector(ring * np.cos(turn), y, ring * np.sin(turn))


def spread(index: int, offset: float = 0.5) -> tuple[float, float]:
    """The index-th point of a sequence that fills the unit square evenly (Roberts's R2)."""
    return (offset + 0.7548776662466927 * index) % 1.0, (offset + 0.5698402909980532 * index) % 1.0
