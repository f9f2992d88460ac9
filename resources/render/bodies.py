"""Round bodies, and rods strung from many of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .shapes import Family, Surface, family_of
from .vectors import Array, dot, frame, normalise, vector

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
