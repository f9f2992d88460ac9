"""Thin sheets with a relief."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .noise import slopes
from .shapes import Family, Surface
from .vectors import Array, dot, normalise

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
        slope_x, slope_z = slopes(lambda u, v: self.height(u, v, which), x, z, step=0.01)
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
