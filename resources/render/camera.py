"""A camera with a lens of some width: rays out of it, and where a ball lands in its picture."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .vectors import Array, frame, normalise, vector


@dataclass(frozen=True)
class Camera:
    """Stands at `eye`, looks at `target`; sees `field` centimetres across at the target; sharp at distance `focus`."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    field: float
    focus: float
    aperture: float  # radius of the lens, centimetres

    @cached_property
    def _axes(self) -> Array:
        """Rows: right, up, away."""
        away = normalise(vector(*self.target) - vector(*self.eye))
        side, up, back = frame(vector(0, 1, 0) - away * away[1], -away)
        return np.stack([side, up, -back])

    @cached_property
    def _focal(self) -> float:
        """Distance of the picture plane from the eye, in picture widths."""
        return float(np.linalg.norm(vector(*self.target) - vector(*self.eye))) / self.field

    def rays(self, x: Array, y: Array, lens: Array) -> tuple[Array, Array]:
        """Origins and unit directions through picture points x and y, in picture widths from the centre, y up.

        `lens` (..., 2) are points of the unit disc.
        """
        right, up, away = self._axes
        ray = x[..., None] * right + y[..., None] * up + self._focal * away
        sharp = ray * (self.focus / self._focal)
        offset = self.aperture * (lens[..., :1] * right + lens[..., 1:] * up)
        return (vector(*self.eye) + offset).astype(np.float32), normalise(sharp - offset).astype(np.float32)

    def spot(self, centre: Array, radius: float) -> tuple[float, float, float]:
        """Where a ball lands: x, y and a radius that holds its blur; an infinite radius when it is too near."""
        x, y, z = self._axes @ (centre - vector(*self.eye))
        if z < radius * 1.5:
            return 0.0, 0.0, np.inf
        blur = self.aperture * abs(1 / z - 1 / self.focus)
        return self._focal * x / z, self._focal * y / z, self._focal * (1.15 * radius / (z - radius) + blur)
