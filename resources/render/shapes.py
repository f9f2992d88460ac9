"""Families of like shapes: many instances, one material."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .vectors import Array, normalise, vector


@dataclass
class Surface:
    """What light needs to know of N points."""

    normal: Array  # (N, 3), unit, towards the viewer
    albedo: Array  # (N, 3), part of the light scattered back
    gloss: Array | float = 0.04  # part mirrored at a right angle
    roughness: Array | float = 0.3  # how wide a mirrored point becomes, radians
    through: Array | float = 0.0  # (N, 3), part of the light scattered out of the other side


@dataclass
class Family(ABC):
    """Instances at `centre` (n, 3), turned by `axes` (n, 3, 3; rows are the local x, y, z), `size` (n,) times as large.

    Local points are the world's, turned but not scaled: centimetres.
    """

    centre: Array
    axes: Array
    size: Array

    is_ground = False  # ground sends light up instead of hiding it

    def __len__(self) -> int:
        return len(self.centre)

    def to_local(self, which: Array | int, points: Array) -> Array:
        return np.einsum("...ij,...j->...i", self.axes[which], points - self.centre[which])

    def to_world(self, which: Array | int, vectors: Array) -> Array:
        return np.einsum("...ji,...j->...i", self.axes[which], vectors)

    def cloud(self) -> Array:
        """Points all over the shapes (N, 3), dense enough to cast shadows."""
        parts = [self.to_world(i, self._local_cloud(i)) + self.centre[i] for i in range(len(self))]
        return np.concatenate(parts).astype(np.float32)

    def meet(self, i: int, origin: Array, direction: Array) -> Array:
        """Distances at which rays (..., 3) meet instance i; infinity where they miss."""
        return self._local_meet(i, self.to_local(i, origin), direction @ self.axes[i].T)

    @abstractmethod
    def reach(self, i: int) -> float:
        """Radius of a ball around the centre that holds instance i."""

    @abstractmethod
    def surface(self, which: Array, points: Array, direction: Array) -> Surface:
        """The material where rays of a direction met instances `which` at points (N, 3)."""

    @abstractmethod
    def _local_meet(self, i: int, origin: Array, direction: Array) -> Array: ...

    @abstractmethod
    def _local_cloud(self, i: int) -> Array: ...


def ruffle(points: Array, normal: Array, height: Callable[[Array], Array], step: float) -> Array:
    """Normals tilted as if `height` (centimetres, of points) were raised on the surface."""
    helper = np.where(np.abs(normal[:, 1:2]) < 0.9, vector(0, 1, 0), vector(1, 0, 0))
    first = normalise(np.cross(helper, normal))
    second = np.cross(normal, first)
    here = height(points)
    slope_1 = (height(points + step * first) - here) / step
    slope_2 = (height(points + step * second) - here) / step
    return normalise(normal - slope_1[:, None] * first - slope_2[:, None] * second)


def family_of(one: type, centre: Array, axes: Array | None = None, size: Array | float = 1.0, **rest: object) -> Family:
    """A family from lists: axes default to the world's, one size serves all."""
    centre = np.atleast_2d(np.asarray(centre, np.float32))
    axes = np.broadcast_to(np.eye(3, dtype=np.float32), (len(centre), 3, 3)) if axes is None else np.asarray(axes)
    size = np.broadcast_to(np.asarray(size, np.float32), len(centre))
    return one(centre, axes.astype(np.float32), size, **rest)
