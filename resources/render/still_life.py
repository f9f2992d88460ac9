"""Fruit on a striped linen cloth on a wooden table, beside a window."""

import numpy as np

from .bodies import Round, rods, string
from .camera import Camera
from .light import Lamp
from .noise import Texture, cells, fractal, mix, smoothstep
from .scene import Scene
from .shapes import Family, Surface, family_of, ruffle
from .tabletop import cloth, table, wall
from .vectors import Array, frame, vector


def scene() -> Scene:
    """The whole picture, 768 x 512."""
    return Scene(
        width=768,
        height=512,
        camera=Camera(eye=(0, 17.5, 40), target=(0.2, 3.0, 0.3), field=24, focus=40.5, aperture=0.45),
        families=[table(), cloth(), wall(), _apples(), _orange(), _lemon(), _pear(), _grapes(), _stems(), _jar()],
        lamp=Lamp(towards=(-0.8, 0.62, 0.3), colour=(1.5, 1.42, 1.3), half_width=0.2, half_height=0.3, bars=0.02),
        sky=_room,
        stage=((0, 2, 0), 26),
        floor=(0.3, (0.50, 0.46, 0.39)),
        exposure=1.0,
    )


def _room(direction: Array) -> Array:
    """A room lit by its window: brighter to the left, a warm floor's light from below."""
    left = 0.5 - 0.5 * direction[..., :1]
    up = smoothstep(-0.15, 0.25, direction[..., 1:2])
    above = vector(0.10, 0.11, 0.125) + left**3 * vector(0.22, 0.24, 0.27)
    below = vector(0.13, 0.115, 0.095)
    return below + (above - below) * up


_MOTTLE = Texture(fractal(21, 1.5, 2, 300), 12)
_FINE = Texture(fractal(22, 0.5, 30, 400), 9)
_STREAKS = Texture(fractal(23, 0.9, 3, 500), 1)
_PORE_DISTANCE = Texture(cells(24, 40)[0], 9)
_DOT_DISTANCE = Texture(cells(25, 22)[0], 9)


def _apple_profile(theta: Array, phi: Array) -> Array:
    top = 0.52 * np.exp(-((theta / 0.40) ** 2)) + 0.06 * np.exp(-((theta / 0.8) ** 2))
    bottom = 0.26 * np.exp(-(((np.pi - theta) / 0.33) ** 2))
    lobes = 0.018 * np.cos(5 * phi + 0.6) * np.sin(theta / 2) ** 4
    return 1 - top - bottom + 0.05 * np.cos(theta) + lobes + 0.012 * np.cos(2 * phi + 1) * np.sin(theta)


def _apple_skin(points: Array, normal: Array, which: Array) -> Surface:
    """Red streaks over yellow, pale dots, russet in the hollow of the stem."""
    theta = np.arccos(np.clip(points[:, 1] / np.linalg.norm(points, axis=-1), -1, 1))
    phi = np.arctan2(points[:, 2], points[:, 0]) / (2 * np.pi) + which * 0.37
    mottle, fine = _MOTTLE.around(points, normal), _FINE.around(points, normal)
    streaks = _STREAKS.at(phi, theta * 0.035 + 0.01 * mottle) + 0.5 * _STREAKS.at(phi * 2, theta * 0.05 + 0.3)
    blush = 0.55 * np.cos(2 * np.pi * phi - 1.0) + 0.45 * mottle + 0.42 * streaks
    red = smoothstep(-1.3, 0.9, blush + np.where(which == 0, 0.75, -0.85))
    yellow = mix(vector(0.50, 0.40, 0.075), vector(0.34, 0.38, 0.06), smoothstep(-1, 1, mottle))
    crimson = mix(vector(0.40, 0.028, 0.022), vector(0.24, 0.010, 0.014), smoothstep(-1, 1.4, streaks + mottle))
    albedo = mix(yellow, crimson, red)
    dots = smoothstep(0.17, 0.08, _DOT_DISTANCE.around(points, normal) + 0.05 * fine) * smoothstep(0.3, 0.9, theta)
    albedo = mix(albedo, vector(0.52, 0.36, 0.17), 0.55 * dots)
    russet = smoothstep(0.5, 0.12, theta + 0.06 * fine)
    albedo = mix(albedo, vector(0.23, 0.16, 0.06), 0.8 * russet) * (1 + 0.04 * fine)[:, None]
    normal = ruffle(points, normal, lambda p: 0.007 * _MOTTLE.around(p, normal), 0.15)
    return Surface(normal, albedo, gloss=0.045, roughness=0.07 + 0.3 * russet)


def _apples() -> Family:
    axes = [frame(vector(-0.25, 1, 0.32), vector(0, 0, 1)), frame(vector(0.3, 1, -0.05), vector(0.6, 0, 1))]
    spots = [(-4.6, 3.1, 3.2), (2.3, 3.3, -3.6)]
    return family_of(Round, spots, axes, (3.75, 3.6), profile=_apple_profile, skin=_apple_skin, steps=32)


def _orange_profile(theta: Array, phi: Array) -> Array:
    return 0.985 - 0.03 * np.exp(-((theta / 0.22) ** 2)) + 0.02 * np.sin(theta) ** 2 + 0.006 * np.cos(3 * phi + theta)


def _peel(points: Array, normal: Array) -> Array:
    """Height of a citrus peel: little pits between soft bumps."""
    pits = smoothstep(0.34, 0.0, _PORE_DISTANCE.around(points, normal))
    return -0.026 * pits + 0.003 * _FINE.around(points, normal) + 0.02 * _MOTTLE.around(points, normal)


def _orange_skin(points: Array, normal: Array, which: Array) -> Surface:
    mottle = _MOTTLE.around(points, normal)
    pits = smoothstep(0.34, 0.1, _PORE_DISTANCE.around(points, normal))
    albedo = mix(vector(0.76, 0.27, 0.018), vector(0.70, 0.19, 0.012), smoothstep(-1, 1.5, mottle))
    albedo = albedo * (1 - 0.12 * pits)[:, None]
    return Surface(ruffle(points, normal, lambda p: _peel(p, normal), 0.04), albedo, gloss=0.045, roughness=0.16)


def _orange() -> Family:
    axes = [frame(vector(0.55, 1, 0.55), vector(0, 0, 1))]
    return family_of(Round, (6.3, 3.55, 1.4), axes, 3.5, profile=_orange_profile, skin=_orange_skin)


def _lemon_profile(theta: Array, phi: Array) -> Array:
    egg = 1 / np.sqrt((np.cos(theta) / 1.27) ** 2 + np.sin(theta) ** 2)
    tip = 0.20 * np.exp(-((theta / 0.20) ** 2)) + 0.10 * np.exp(-(((np.pi - theta) / 0.22) ** 2))
    return egg + tip + 0.008 * np.cos(3 * phi)


def _lemon_skin(points: Array, normal: Array, which: Array) -> Surface:
    mottle = _MOTTLE.around(points, normal)
    tip = smoothstep(3.0, 3.7, np.abs(points[:, 1]))
    albedo = mix(vector(0.78, 0.48, 0.04), vector(0.70, 0.46, 0.04), smoothstep(-1, 1.5, mottle))
    albedo = mix(albedo, vector(0.48, 0.45, 0.05), 0.7 * tip)
    return Surface(ruffle(points, normal, lambda p: 0.7 * _peel(p, normal), 0.04), albedo, gloss=0.045, roughness=0.13)


def _lemon() -> Family:
    axes = [frame(vector(0.93, 0.06, 0.40), vector(0, 1, 0))]
    return family_of(Round, (2.0, 2.75, 6.4), axes, 2.5, profile=_lemon_profile, skin=_lemon_skin)


def _pear_profile(theta: Array, phi: Array) -> Array:
    neck = 0.80 * np.exp(-((theta / 0.50) ** 2)) - 0.16 * np.exp(-((theta / 0.10) ** 2))
    base = 0.10 * np.exp(-(((np.pi - theta) / 0.3) ** 2))
    return 0.93 + neck - base + 0.05 * np.sin(theta) ** 2 + 0.012 * np.cos(3 * phi) * np.sin(theta)


def _pear_skin(points: Array, normal: Array, which: Array) -> Surface:
    mottle, fine = _MOTTLE.around(points, normal), _FINE.around(points, normal)
    specks = smoothstep(0.20, 0.10, _PORE_DISTANCE.around(points, normal) + 0.04 * fine)
    albedo = mix(vector(0.46, 0.44, 0.08), vector(0.34, 0.37, 0.055), smoothstep(-1, 1, mottle))
    blush = smoothstep(0.2, 3.4, points[:, 0] + 1.5 * points[:, 2] + 0.8 * mottle)
    albedo = mix(albedo, vector(0.48, 0.20, 0.05), 0.6 * blush)
    albedo = mix(albedo, vector(0.20, 0.12, 0.04), 0.65 * specks)
    return Surface(normal, albedo * (1 + 0.05 * fine)[:, None], gloss=0.04, roughness=0.17)


def _pear() -> Family:
    axes = [frame(vector(-0.14, 1, 0.05), vector(0.5, 0, 1))]
    return family_of(Round, (-3.9, 3.6, -5.2), axes, 3.7, profile=_pear_profile, skin=_pear_skin, steps=30)


def _jar_profile(theta: Array, phi: Array) -> Array:
    return 0.95 + 0.9 * np.exp(-((theta / 0.36) ** 2)) + 0.03 * np.sin(theta) ** 2


def _jar_skin(points: Array, normal: Array, which: Array) -> Surface:
    """A blue glaze that ran thin over the shoulder."""
    mottle = _MOTTLE.around(points * 0.4, normal)
    albedo = mix(
        vector(0.035, 0.085, 0.13), vector(0.10, 0.14, 0.15), smoothstep(0.0, 4.5, points[:, 1] + 1.2 * mottle)
    )
    return Surface(normal, albedo, gloss=0.05, roughness=0.06)


def _jar() -> Family:
    return family_of(Round, (9.6, 4.4, -16), size=4.7, profile=_jar_profile, skin=_jar_skin, steps=30)


def _grape_profile(theta: Array, phi: Array) -> Array:
    return 1 / np.sqrt((np.cos(theta) / 1.12) ** 2 + np.sin(theta) ** 2)


def _grape_skin(points: Array, normal: Array, which: Array) -> Surface:
    """Dark skins under a pale bloom that is rubbed off in places."""
    shifted = points + which[:, None] * 2.7
    mottle, fine = _MOTTLE.around(shifted * 2.5, normal), _FINE.around(shifted, normal)
    bloom = np.clip(0.36 + 0.22 * mottle + 0.07 * fine, 0, 0.75)
    albedo = mix(vector(0.045, 0.010, 0.028), vector(0.17, 0.17, 0.26), bloom)
    return Surface(normal, albedo, gloss=0.045, roughness=0.05 + 0.35 * bloom)


def _grapes() -> Family:
    """A bunch: berries dropped one by one where they touch the cloth or the ones below."""
    rng = np.random.default_rng(5)
    centres: list[Array] = []
    sizes: list[float] = []
    for _ in range(900):
        size = rng.uniform(0.86, 1.06)
        x, z = rng.normal((10.6, 5.2), (2.0, 1.7))
        y = 0.4 + size
        for other, reach in zip(centres, sizes, strict=True):
            flat = np.hypot(x - other[0], z - other[2])
            gap = (size + reach) * 0.97
            if flat < gap:
                y = max(y, other[1] + np.sqrt(gap**2 - flat**2))
        if y < 0.5 + size or (y < 4.2 - 0.45 * np.hypot(x - 10.6, z - 5.2) and rng.random() < 0.7):
            centres.append(vector(x, y, z))
            sizes.append(size)
    axes = [frame(rng.normal(size=3), rng.normal(size=3)) for _ in centres]
    return family_of(Round, centres, axes, sizes, profile=_grape_profile, skin=_grape_skin, detail=3000, steps=12)


def _stems() -> Family:
    """The stalks of the apples and the pear."""
    stalks = [
        string(vector(-5.15, 4.55, 3.9), vector(-5.55, 7.15, 4.7), 0.28, (0.15, 0.20), 0.1),
        string(vector(2.9, 5.0, -3.7), vector(3.9, 7.9, -3.4), 0.28, (0.15, 0.21), 0.1),
        string(vector(-4.75, 9.4, -4.9), vector(-5.9, 12.2, -4.2), 0.28, (0.20, 0.17), 0.1),
    ]

    def bark(points: Array, normal: Array, which: Array) -> Surface:
        fine = _FINE.around(points * 3 + which[:, None] * 0.1, normal)
        return Surface(normal, vector(0.13, 0.075, 0.03) * (1 + 0.25 * fine)[:, None], roughness=0.4)

    return rods([bead for stalk in stalks for bead in stalk], bark, detail=300)
