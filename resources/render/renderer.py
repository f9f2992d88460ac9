"""Passes over a scene, and their mean."""

import numpy as np
from PIL import Image

from .film import develop, reduce, to_image
from .illumination import Illumination
from .light import spread
from .noise import fractal
from .scene import Scene
from .shapes import Family
from .vectors import Array, vector


def render(scene: Scene, scale: float = 1.0, fineness: int = 4, rounds: int = 3, seed: int = 1) -> Image.Image:
    """The scene at `scale` times its size, each pixel the mean of fineness ** 2 points seen in each of the rounds.

    The picture is drawn `fineness` times as wide and high, then reduced, as a camera's pixels gather light.
    """
    width, height = round(scene.width * scale), round(scene.height * scale)
    light = np.zeros((height * fineness, width * fineness, 3), np.float32)
    passes = Passes(scene, width, height, fineness, rounds, seed)
    for number in range(fineness**2 * rounds):
        row, column, seen = passes.run(number)
        light[row::fineness, column::fineness] += seen / rounds
    return to_image(reduce(develop(light, scene.exposure), width, height), seed)


class Passes:
    """One sparse look at the scene after the other, each lit anew."""

    def __init__(self, scene: Scene, width: int, height: int, fineness: int, rounds: int, seed: int):
        self._scene, self._size, self._fineness = scene, (width, height), fineness
        self._count = fineness**2 * rounds
        self._turns = [_blue_noise(seed + k, height, width) for k in range(2)]
        self._order = self._front_to_back()
        self._standing = np.concatenate([f.cloud() for f in scene.families if not f.is_ground])
        self._ground = np.concatenate(
            [np.zeros((0, 3), np.float32), *(f.cloud() for f in scene.families if f.is_ground)]
        )

    def run(self, number: int) -> tuple[int, int, Array]:
        """Row and column within a pixel, and the light (height, width, 3) seen there."""
        row, column = divmod(number % self._fineness**2, self._fineness)
        origin, direction = self._rays(number, row, column)
        depth, owner = self._meet(origin, direction)
        return row, column, self._shade(number, origin, direction, depth, owner)

    def _rays(self, number: int, row: int, column: int) -> tuple[Array, Array]:
        width, height = self._size
        jitter_x, jitter_y = spread(number, 0.3)
        x = (np.arange(width) + (column + jitter_x) / self._fineness) / width - 0.5
        y = ((np.arange(height) + (row + jitter_y) / self._fineness) - height / 2) / -width
        u, v = spread(number)
        radius, angle = np.sqrt((self._turns[0] + u) % 1), 2 * np.pi * ((self._turns[1] + v) % 1)
        lens = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=-1)
        x, y = np.meshgrid(x, y)
        return self._scene.camera.rays(x, y, lens)

    def _meet(self, origin: Array, direction: Array) -> tuple[Array, Array]:
        """Depth of the nearest shape, and its number in the scene (-1: none), both (height, width)."""
        width, height = self._size
        depth = np.full((height, width), np.inf, np.float32)
        owner = np.full((height, width), -1, np.int32)
        for nearest, number, family, i in self._order:
            window = self._window(family, i)
            if window is None:
                continue
            rows, columns = np.nonzero(depth[window] > nearest)
            if rows.size:
                rows, columns = rows + window[0].start, columns + window[1].start
                distance = family.meet(i, origin[rows, columns], direction[rows, columns])
                nearer = distance < depth[rows, columns]
                rows, columns = rows[nearer], columns[nearer]
                depth[rows, columns], owner[rows, columns] = distance[nearer], number
        return depth, owner

    def _front_to_back(self) -> list[tuple[float, int, Family, int]]:
        """Each shape's least distance from the lens, its number in the scene, its family and its place there."""
        camera = self._scene.camera
        numbered = enumerate((family, i) for family in self._scene.families for i in range(len(family)))
        order = []
        for number, (family, i) in numbered:
            away = float(np.linalg.norm(family.centre[i] - vector(*camera.eye)))
            order.append((away - family.reach(i) - camera.aperture, number, family, i))
        return sorted(order, key=lambda entry: entry[:2])

    def _window(self, family: Family, i: int) -> tuple[slice, slice] | None:
        """The part of the picture that holds an instance."""
        width, height = self._size
        x, y, radius = self._scene.camera.spot(family.centre[i], family.reach(i))
        if np.isinf(radius):
            return slice(0, height), slice(0, width)
        left, right = ((x - radius + 0.5) * width - 1, (x + radius + 0.5) * width + 2)
        top, bottom = (height / 2 - (y + radius) * width - 1, height / 2 - (y - radius) * width + 2)
        if right <= 0 or bottom <= 0 or left >= width or top >= height:
            return None
        return slice(max(int(top), 0), int(bottom)), slice(max(int(left), 0), int(right))

    def _shade(self, number: int, origin: Array, direction: Array, depth: Array, owner: Array) -> Array:
        light = self._scene.sky(direction.reshape(-1, 3)).reshape(*depth.shape, 3)
        illumination = Illumination(self._scene, self._standing, self._ground, number, self._count)
        first = 0
        for family in self._scene.families:
            mine = (owner >= first) & (owner < first + len(family))
            if mine.any():
                ray = direction[mine]
                points = origin[mine] + depth[mine][:, None] * ray
                light[mine] = illumination.shine(points, ray, family.surface(owner[mine] - first, points, ray))
            first += len(family)
        return light


def _blue_noise(seed: int, height: int, width: int) -> Array:
    """Values evenly spread from 0 to 1 (height, width) that differ most between neighbours."""
    size = 256
    ranks = fractal(seed, slope=-1.0, size=size).ravel().argsort().argsort().reshape(size, size)
    return np.tile(ranks / size**2, (height // size + 1, width // size + 1))[:height, :width]
