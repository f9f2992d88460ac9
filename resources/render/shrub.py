"""How a shrub grows: twigs, and the places of its leaves and berries."""

from dataclasses import dataclass, field

import numpy as np

from .bodies import Bead, string
from .vectors import Array, frame, normalise, vector


@dataclass(frozen=True)
class Branches:
    """Twigs as strings of balls, and the leaves and berries that grow from them."""

    twigs: list[Bead] = field(default_factory=list)
    leaves: list[tuple[Array, Array, float]] = field(default_factory=list)  # centre, axes, size
    berries: list[Array] = field(default_factory=list)  # centres

    def grow(self, rng: np.random.Generator, start: Array, heading: Array, length: float, step: float) -> Array:
        """A twig that droops as it goes, leaves on alternating sides, 1.44 centimetres apart; returns its end."""
        point, heading, side = start, normalise(heading), 1
        for k in range(round(length / step)):
            point = point + step * heading
            heading = normalise(heading + vector(0, -0.05 * step, 0) + 0.06 * step**0.5 * rng.normal(size=3))
            self.twigs.append(Bead(point, 0.14 - 0.08 * k * step / length, heading))
            if (k + 1) % round(1.44 / step) == 0:
                self._leaf(rng, point, heading, side)
                side = -side
        self._leaf(rng, point, heading, 0)
        return point

    def _leaf(self, rng: np.random.Generator, base: Array, heading: Array, side: int) -> None:
        size = rng.uniform(1.5, 2.5)
        up = normalise(vector(-0.22, 0.72, 0.75) + 0.30 * rng.normal(size=3))
        along = 0.55 * heading + side * np.cross(up, heading) + vector(0, -0.25, 0.15) + 0.22 * rng.normal(size=3)
        axes = frame(up, along)
        self.leaves.append((base + axes[2] * 1.3 * size, axes, size))

    def fruit(self, rng: np.random.Generator, node: Array, count: int) -> None:
        """Berries below a node, each on its stalk."""
        mine: list[Array] = []
        while len(mine) < count:
            spot = node + vector(0, -1.7, 2.0) + rng.normal(size=3) * vector(1.0, 0.7, 0.5)
            if all(np.linalg.norm(spot - other) > 1.15 for other in mine):
                mine.append(spot)
                self.twigs.extend(string(node, spot + vector(0, 0.5, 0), bow=0.25, radii=(0.05, 0.045), spacing=0.07))
        self.berries.extend(mine)


def shrub() -> Branches:
    """A shrub: a few twigs in front that bear berries, more and more behind."""
    rng, branches = np.random.default_rng(12), Branches()
    for start, heading, length in [
        ((-15, -1.5, -0.5), (1, 0.30, 0.1), 17),
        ((-13, -9.5, 0.2), (1, 0.55, 0.0), 15),
        ((14, 1.0, -1.0), (-1, 0.12, 0.12), 12),
        ((15, -8.0, 0.0), (-1, 0.42, 0.05), 15),
        ((2, -12, 0.5), (0.25, 1, 0.0), 9),
    ]:
        end = branches.grow(rng, vector(*start), vector(*heading), length, 0.09)
        branches.fruit(rng, end, int(rng.integers(6, 10)))
    layers = [(-4, 14, 15, 0.12), (-9, 18, 18, 0.18), (-18, 22, 24, 0.24), (-34, 26, 32, 0.36), (-60, 30, 46, 0.36)]
    for depth, count, width, step in layers:
        for _ in range(count):
            start = vector(rng.uniform(-width, width), rng.uniform(-0.8, 0.35) * width, depth + rng.normal())
            branches.grow(rng, start, vector(rng.choice([-1, 1]), rng.uniform(-0.2, 0.8), 0), rng.uniform(7, 12), step)
    return branches
