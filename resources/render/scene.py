"""A scene: everything a picture is rendered from."""

from collections.abc import Sequence
from dataclasses import dataclass

from .camera import Camera
from .light import Lamp, Sky
from .shapes import Family


@dataclass(frozen=True)
class Scene:
    """All there is to a picture. `stage` is the ball, as centre and radius, within which shadows are cast."""

    width: int
    height: int
    camera: Camera
    families: Sequence[Family]
    lamp: Lamp
    sky: Sky
    stage: tuple[tuple[float, float, float], float]
    exposure: float
    floor: tuple[float, tuple[float, float, float]] | None = None  # height of the ground, and its light in the lamp's
    slack: float = 0.08  # centimetres by which a surface may seem to be behind itself
