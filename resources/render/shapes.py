"""Families of like shapes: round bodies and sheets, each with many instances and one material."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .vectors import Array, dot, frame, normalise, vector


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


Profile = Callable[[Array, Array], Array]  # angle from the top, angle around: radius for size 1
Skin = Callable[[Array, Array, Array], Surface]  # local points, local normals, instances: normals stay local


@dataclass
class Round(Family):
    """Bodies whose every point can be seen from their centre: fruit, drops, stones, buttons."""

    profile: Profile
    skin: Skin
    detail: int = 20000  # points of an instance's cloud
    steps: int = 22
    caution: float = 0.75  # how much of the gap to the body one step covers

    def reach(self, i: int) -> float:
        return float(self.size[i]) * self._widest

    @cached_property
    def _widest(self) -> float:
        theta, phi = np.meshgrid(np.linspace(0, np.pi, 65), np.linspace(-np.pi, np.pi, 65))
        return float(self.profile(theta, phi).max()) * 1.02

    def _radius(self, unit: Array) -> Array:
        return self.profile(np.arccos(np.clip(unit[..., 1], -1, 1)), np.arctan2(unit[..., 2], unit[..., 0]))

    def _local_meet(self, i: int, origin: Array, direction: Array) -> Array:
        middle = -dot(origin, direction)
        half = self.reach(i) ** 2 - dot(origin, origin) + middle**2
        distance = np.full(middle.shape, np.inf, np.float32)
        near = half > 0
        distance[near] = self._march(origin[near], direction[near], middle[near], np.sqrt(half[near]), self.size[i])
        return distance

    def _march(self, origin: Array, direction: Array, middle: Array, half: Array, size: float) -> Array:
        """Walk from the ball's rim towards the body, never much farther than the gap that is left."""
        distance = middle - half
        for _ in range(self.steps):
            points = origin + distance[:, None] * direction
            far = np.sqrt(dot(points, points))
            gap = far - size * self._radius(points / far[:, None])
            distance = distance + self.caution * gap
        return np.where((gap < 0.004 * size) & (distance < middle + half), distance, np.inf)

    def surface(self, which: Array, points: Array, direction: Array) -> Surface:
        local = self.to_local(which, points)
        surface = self.skin(local, self._normal(local), which)
        surface.normal = self.to_world(which, surface.normal)
        return surface

    def _normal(self, local: Array) -> Array:
        """The gradient of |p| - radius(p / |p|)."""
        far = np.sqrt(dot(local, local))
        unit = local / far[:, None]
        theta, phi = np.arccos(np.clip(unit[:, 1], -1, 1)), np.arctan2(unit[:, 2], unit[:, 0])
        step, sine = 0.004, np.maximum(np.sin(theta), 0.02)
        here = self.profile(theta, phi)
        down = (self.profile(theta + step, phi) - self.profile(theta - step, phi)) / (2 * step * here)
        along = (self.profile(theta, phi + step) - here) / (step * here * sine)
        south = np.stack([np.cos(theta) * np.cos(phi), -np.sin(theta), np.cos(theta) * np.sin(phi)], axis=-1)
        east = np.stack([-np.sin(phi), np.zeros_like(phi), np.cos(phi)], axis=-1)
        return normalise(unit - down[:, None] * south - along[:, None] * east)

    def _local_cloud(self, i: int) -> Array:
        index = np.arange(self.detail) + 0.5
        y, turn = 1 - 2 * index / self.detail, index * np.pi * (3 - np.sqrt(5))
        ring = np.sqrt(1 - y * y)
        unit = np.stack([ring * np.cos(turn), y, ring * np.sin(turn)], axis=-1)
        return unit * (self._radius(unit) * self.size[i])[:, None]


def ball(theta: Array, phi: Array) -> Array:
    """The profile of a ball."""
    return np.ones_like(theta)


class Bead(NamedTuple):
    """One of the many balls that a stalk or twig is strung from."""

    centre: Array
    radius: float
    heading: Array  # along the string


def string(start: Array, end: Array, bow: float, radii: tuple[float, float], spacing: float) -> list[Bead]:
    """A stalk that bows sideways between its ends."""
    count = max(2, round(float(np.linalg.norm(end - start)) / spacing))
    steps = np.linspace(0, 1, count)
    points = start + steps[:, None] * (end - start) + bow * np.sin(np.pi * steps)[:, None] * vector(1, 0, 0)
    return [
        Bead(point, radii[0] + t * (radii[1] - radii[0]), heading)
        for t, point, heading in zip(steps, points, np.gradient(points, axis=0), strict=True)
    ]


def rods(beads: list[Bead], skin: Skin, detail: int) -> Round:
    """Strings of beads, shaded as smooth rods."""

    def smooth(points: Array, normal: Array, which: Array) -> Surface:
        return skin(points, normalise(normal * vector(1, 0.1, 1)), which)

    centres, sizes, headings = zip(*beads, strict=True)
    axes = [frame(heading, vector(0.31, 0.17, 0.94)) for heading in headings]
    return family_of(Round, centres, axes, sizes, profile=ball, skin=smooth, detail=detail, steps=6)


Relief = Callable[[Array, Array, Array | int], Array]  # local x, z, instances: height, or whether the sheet is there
Cover = Callable[[Array, Array, Array, Array], Surface]  # local x, z, upward normals, instances: normals stay local


@dataclass
class Sheets(Family):
    """Thin sheets, nearly flat in their local x and z: cloth, boards, paper, leaves. `size` is half a square's side."""

    height: Relief
    inside: Relief
    cover: Cover
    spacing: float = 0.1  # between the points of a cloud
    steps: int = 5

    def reach(self, i: int) -> float:
        return float(self.size[i]) * 1.45

    def _local_meet(self, i: int, origin: Array, direction: Array) -> Array:
        rise = np.where(np.abs(direction[..., 1]) < 1e-4, 1e-4, direction[..., 1])
        distance = -origin[..., 1] / rise
        across = origin[..., 0] + distance * direction[..., 0]
        along = origin[..., 2] + distance * direction[..., 2]
        near = (distance > 0) & (across**2 + along**2 < (1.25 * self.reach(i)) ** 2)
        found = np.full(distance.shape, np.inf, np.float32)
        found[near] = self._settle(i, origin[near], direction[near], distance[near])
        return found

    def _settle(self, i: int, origin: Array, direction: Array, distance: Array) -> Array:
        """Slide along each ray until the sheet's height is met; infinity where the sheet has ended."""
        rise = np.where(np.abs(direction[:, 1]) < 0.08, np.copysign(0.08, direction[:, 1]), direction[:, 1])
        for _ in range(self.steps):
            points = origin + distance[:, None] * direction
            gap = points[:, 1] - self.height(points[:, 0], points[:, 2], i)
            distance = distance - gap / rise
        points = origin + distance[:, None] * direction
        met = self.inside(points[:, 0], points[:, 2], i) & (distance > 0) & (np.abs(gap) < 0.03 * self.size[i])
        return np.where(met, distance, np.inf)

    def surface(self, which: Array, points: Array, direction: Array) -> Surface:
        local = self.to_local(which, points)
        x, z = local[:, 0], local[:, 2]
        step = 0.01
        here = self.height(x, z, which)
        slope_x = (self.height(x + step, z, which) - here) / step
        slope_z = (self.height(x, z + step, which) - here) / step
        surface = self.cover(x, z, normalise(np.stack([-slope_x, np.ones_like(x), -slope_z], axis=-1)), which)
        normal = self.to_world(which, surface.normal)
        surface.normal = np.where(dot(normal, direction)[:, None] > 0, -normal, normal)
        return surface

    def _local_cloud(self, i: int) -> Array:
        side = np.arange(-self.size[i], self.size[i], self.spacing)
        x, z = (grid.ravel() for grid in np.meshgrid(side, side))
        kept = self.inside(x, z, i)
        x, z = x[kept], z[kept]
        return np.stack([x, self.height(x, z, i), z], axis=-1)


@dataclass
class Ground(Sheets):
    """A sheet that everything lies on."""

    is_ground = True


def family_of(one: type, centre: Array, axes: Array | None = None, size: Array | float = 1.0, **rest: object) -> Family:
    """A family from lists: axes default to the world's, one size serves all."""
    centre = np.atleast_2d(np.asarray(centre, np.float32))
    axes = np.broadcast_to(np.eye(3, dtype=np.float32), (len(centre), 3, 3)) if axes is None else np.asarray(axes)
    size = np.broadcast_to(np.asarray(size, np.float32), len(centre))
    return one(centre, axes.astype(np.float32), size, **rest)
