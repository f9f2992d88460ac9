"""How one pass lights surfaces: by one point of the lamp and a few of the sky, with their shadows."""

import numpy as np

from .light import Shadow, sphere_point, spread
from .noise import smoothstep
from .scene import Scene
from .shapes import Surface
from .vectors import Array, dot, normalise, reflect, vector

SKY_SAMPLES = 2  # directions of the sky in one pass


class Illumination:
    """The light of pass `number` of `count`; `standing` and `ground` are the clouds of points that cast shadows."""

    def __init__(self, scene: Scene, standing: Array, ground: Array, number: int, count: int):
        self._scene = scene
        everything = np.concatenate([standing, ground])
        centre, reach = vector(*scene.stage[0]), scene.stage[1]
        self._lamp = scene.lamp.direction(*spread(number, 0.7))
        self._lamp_shadow = Shadow(everything, self._lamp, centre, reach)
        self._skies = []
        for k in range(SKY_SAMPLES):
            towards = sphere_point(number + k * count, SKY_SAMPLES * count)
            cloud = everything if towards[1] > 0 else standing
            self._skies.append((towards, Shadow(cloud, towards, centre, reach)))

    def shine(self, points: Array, ray: Array, surface: Surface) -> Array:
        """The light (N, 3) that surfaces at points send back along the rays that met them."""
        seen = self._visible(self._lamp_shadow, self._lamp, points, surface)
        light = _scatter(surface, self._lamp, vector(*self._scene.lamp.colour) * seen)
        open_sky = np.zeros((len(points), 1), np.float32)
        for towards, shadow in self._skies:
            visible = self._visible(shadow, towards, points, surface) / SKY_SAMPLES
            incoming = 4 * self._around(points, np.broadcast_to(towards, points.shape))
            light += _scatter(surface, towards, incoming * visible)
            open_sky += visible
        towards = normalise(reflect(ray, surface.normal))
        mirrored = (
            self._scene.lamp.mirrored(towards, surface.roughness) * seen + self._around(points, towards) * open_sky
        )
        return light + _mirrored_part(ray, surface) * mirrored

    def _visible(self, shadow: Shadow, towards: Array, points: Array, surface: Surface) -> Array:
        """How much (N, 1) of a direction's light reaches points, lifted off their surface on the side it comes from."""
        slack = self._scene.slack
        lift = np.copysign(slack, surface.normal @ towards)[:, None]
        return shadow.lit(points + surface.normal * lift, slack)[:, None]

    def _around(self, points: Array, towards: Array) -> Array:
        """Radiance (N, 3) from the sky, and from the floor, which is bright where the lamp reaches it."""
        light = self._scene.sky(towards)
        if self._scene.floor is None:
            return light
        level, glow = self._scene.floor
        distance = (level - points[:, 1]) / np.minimum(towards[:, 1], -0.03)
        there = points + towards * np.clip(distance, 0, 60)[:, None]
        lit = self._lamp_shadow.lit(there, 2 * self._scene.slack) * smoothstep(0.0, -0.25, towards[:, 1])
        return light + lit[:, None] * vector(*glow)


def _mirrored_part(ray: Array, surface: Surface) -> Array:
    """The part (N, 1) of light that is mirrored towards the viewer: more at a flat angle, less the rougher it is."""
    facing = np.clip(-dot(ray, surface.normal), 0, 1)
    gloss = np.broadcast_to(surface.gloss, facing.shape)
    flat = 0.6 * (1 - gloss) * (1 - facing) ** 5 * np.exp(-4 * np.asarray(surface.roughness))
    return np.where(gloss > 0, gloss + flat, 0)[:, None]


def _scatter(surface: Surface, towards: Array, light: Array) -> Array:
    """Light from one direction sent on by the near side, and by the far side through the sheet."""
    slope = (surface.normal @ towards)[:, None]
    return light * (surface.albedo * np.maximum(slope, 0) + surface.through * np.maximum(-slope, 0))
