"""A striped linen cloth, a wooden table and a plastered wall."""

import numpy as np

from .noise import Texture, fractal, mix, smoothstep
from .shapes import Family, Surface, family_of
from .sheets import Ground
from .vectors import Array, frame, vector

_SLUBS = Texture(fractal(11, 0.8, 4, 250), 14)
_WARPING = Texture(fractal(17, 1.8, 4, 60), 14)
_FOLDS = Texture(fractal(12, 2.0, 1, 7), 60)
_PITCH = 0.13  # centimetres between two threads


def _folds(x: Array, z: Array, which: Array | int) -> Array:
    """Soft folds, ironed flat towards the middle."""
    ridge = np.exp(-(((x * 0.8 + z * 0.6 - 9.0 - 1.2 * np.sin(z * 0.16)) / 1.1) ** 2)) * 0.75
    crease = np.exp(-(((x * 0.35 - z + 9.5 + 0.8 * np.sin(x * 0.25)) / 0.8) ** 2)) * 0.45
    return 0.25 + ridge + crease + 0.10 * _FOLDS.at(x, z)


def _cloth_edge(x: Array, z: Array, which: Array | int) -> Array:
    a, b = x * 0.985 + z * 0.17, z * 0.985 - x * 0.17
    fray = 0.12 * np.sin(a * 1.1) * np.sin(b * 0.7)
    return (np.abs(a + 0.5) < 15.5 + fray) & (b < 9.6 + fray) & (b > -13)


def _weave(x: Array, z: Array, normal: Array, which: Array) -> Surface:
    """A plain weave of uneven linen threads with blue stripes."""
    a, b = x * 0.985 + z * 0.17, z * 0.985 - x * 0.17
    a, b = a + 0.05 * _WARPING.at(a, b), b + 0.05 * _WARPING.at(a + 6, b + 6)
    warp, weft = a / _PITCH, b / _PITCH
    phase = np.pi * (np.floor(warp) + np.floor(weft))
    lift_warp = np.cos(phase) * np.sin(np.pi * (weft % 1))
    across_warp, across_weft = np.cos(np.pi * (warp % 1)), np.cos(np.pi * (weft % 1))
    over = lift_warp > -np.cos(phase) * np.sin(np.pi * (warp % 1))
    tilt_x = np.where(over, across_warp, 0.35 * across_warp)
    tilt_z = np.where(over, 0.35 * across_weft, across_weft)
    normal = normal + 0.55 * np.stack([-tilt_x, np.zeros_like(x), -tilt_z], axis=-1)
    gap = np.abs(across_warp * across_weft)
    thread = np.where(over, _SLUBS.at(a * 4, b * 0.5), _SLUBS.at(a * 0.5, b * 4 + 3))
    albedo = vector(0.66, 0.62, 0.55) * (1 + 0.10 * thread - 0.55 * gap)[:, None]
    blue = _stripes(np.floor(warp) * _PITCH) * np.where(over, 1.0, 0.35)
    albedo = mix(albedo, vector(0.07, 0.13, 0.27) * (1 + 0.2 * thread - 0.4 * gap)[:, None], blue)
    return Surface(normal / np.linalg.norm(normal, axis=-1, keepdims=True), albedo, gloss=0.0)


def _stripes(a: Array) -> Array:
    """1 on the cloth's blue stripes."""
    a = np.abs(a + 0.5)
    return ((np.abs(a - 9.5) < 0.8) | (np.abs(a - 11.2) < 0.25) | (np.abs(a - 7.8) < 0.25)).astype(np.float32)


def cloth() -> Family:
    return family_of(Ground, (0, 0, 0), size=20, height=_folds, inside=_cloth_edge, cover=_weave, spacing=0.06, steps=8)


_GRAIN = Texture(fractal(13, 1.1, 2), 40)
_PORES = Texture(fractal(14, 0.3, 60), 40)


def _wood(x: Array, z: Array, normal: Array, which: Array) -> Surface:
    """Oiled boards, the grain along x."""
    board = np.floor(z / 9.3 + 0.35)
    x = x + board * 37.7
    bend = z * 0.9 + 1.1 * _GRAIN.at(x * 0.07, z * 0.5) + board * 3.1
    rings = 0.5 + 0.5 * np.sin(bend * 5.2 + 1.5 * _GRAIN.at(x * 0.12, z + 9))
    streaks = _PORES.at(x * 0.05, z * 1.4)
    tone = 0.55 * rings**2 + 0.25 + 0.09 * streaks + 0.08 * _GRAIN.at(x * 0.2, z * 2.5)
    albedo = mix(vector(0.13, 0.062, 0.03), vector(0.36, 0.20, 0.105), np.clip(tone + 0.12 * np.sin(board * 5), 0, 1))
    pores = smoothstep(1.2, 2.2, _PORES.at(x * 0.035, z * 1.1 + 7))
    albedo = albedo * (1 - 0.6 * pores)[:, None]
    tilt = np.stack([np.zeros_like(x), np.zeros_like(x), 0.05 * streaks], axis=-1)
    return Surface(normal + tilt, albedo, gloss=0.04, roughness=0.22)


def table() -> Family:
    def flat(x: Array, z: Array, which: Array | int) -> Array:
        return np.zeros_like(x)

    def inside(x: Array, z: Array, which: Array | int) -> Array:
        return (np.abs(x) < 60) & (z > -34)

    return family_of(Ground, (0, 0, 0), size=60, height=flat, inside=inside, cover=_wood, spacing=0.25, steps=1)


_PLASTER = Texture(fractal(15, 1.3, 1), 70)


def wall() -> Family:
    """A plastered wall far behind."""

    def flat(x: Array, z: Array, which: Array | int) -> Array:
        return np.zeros_like(x)

    def inside(x: Array, z: Array, which: Array | int) -> Array:
        return np.abs(x) < 200

    def plaster(x: Array, z: Array, normal: Array, which: Array) -> Surface:
        tone = 1 + 0.13 * _PLASTER.at(x, z)
        fall = smoothstep(60, -60, x) * 0.75 + 0.25
        return Surface(normal, vector(0.17, 0.18, 0.175) * (tone * fall)[:, None], gloss=0.0)

    axes = frame(vector(0, 0, 1), vector(0, 1, 0))[None]
    return family_of(Ground, (0, 0, -55), axes, size=200, height=flat, inside=inside, cover=plaster, spacing=2, steps=1)
