"""Sunlit leaves after rain, with red berries, before a blurred garden."""

import numpy as np

from .bodies import Round, rods
from .camera import Camera
from .light import Lamp
from .noise import Texture, cells, fractal, mix, smoothstep
from .scene import Scene
from .shapes import Family, Surface, family_of, ruffle
from .sheets import Sheets
from .shrub import Branches, shrub
from .vectors import Array, frame, normalise, vector


def scene() -> Scene:
    """The whole picture, 768 x 512."""
    branches = shrub()
    centres, axes, sizes = (np.stack(part) for part in zip(*branches.leaves, strict=True))
    return Scene(
        width=768,
        height=512,
        camera=Camera(eye=(0, 9, 40), target=(0, 0.5, 0), field=25, focus=40.5, aperture=0.9),
        families=[
            _leaves(centres, axes, sizes),
            _twigs(branches),
            _berries(branches),
            _drops(centres, axes, sizes),
        ],
        lamp=Lamp(towards=(-0.55, 0.75, 0.1), colour=(2.6, 2.4, 2.05), half_width=0.035, half_height=0.035),
        sky=_garden,
        stage=((0, 0, -22), 48),
        exposure=0.8,
    )


_BLOBS = Texture(fractal(31, 1.6, 3, 40), 2)


def _garden(direction: Array) -> Array:
    """A pale sky above, sunlit green and dark gaps around and below."""
    up = direction[..., 1:2]
    tone = _BLOBS.at(np.arctan2(direction[..., 0], -direction[..., 2]), direction[..., 1])[..., None]
    green = vector(0.15, 0.21, 0.055) * np.clip(1 + 0.6 * tone, 0.15, None)
    sky = vector(0.62, 0.78, 1.0)
    return green * smoothstep(-1.1, 0.1, up) + (sky - green) * smoothstep(0.15, 0.6, up)


# Leaves

_LAMINA = Texture(fractal(32, 1.7, 4), 9)
_SPECKLE = Texture(fractal(33, 0.7, 20), 9)
_NET_EDGE = Texture(cells(34, 60)[1], 8)
_VEIN_PITCH = 0.62


def _half_width(t: Array, which: Array | int) -> Array:
    """Half the blade's width, of its length, at t from 0 (stalk) to 1 (tip); finely toothed."""
    inner = np.clip(t, 1e-4, 1 - 1e-4)
    blade = 1.28 * inner**0.62 * (1 - inner) ** 0.85
    teeth = 0.018 * (1 - ((t * 23 + which * 0.3) % 1))
    return np.where((t > 0) & (t < 1), blade * (0.6 + teeth), 0)


def _leaves(centres: Array, axes: Array, sizes: Array) -> Family:
    def bend(x: Array, z: Array, which: Array | int) -> Array:
        size = sizes[which]
        t, side = z / size, np.sqrt(x * x + 0.02 * size) / size
        curl = 0.55 + 0.35 * np.sin(which * 1.7)
        fold = 0.35 + 0.22 * np.sin(which * 2.3 + 1)
        wave = 0.05 * np.sin(5 * t + which) * side * 2
        return size * (fold * side - 0.18 * curl * (t + 0.3) ** 2 - 0.15 * side**2 + wave)

    def blade(x: Array, z: Array, which: Array | int) -> Array:
        size = sizes[which]
        t = z / (2 * size) + 0.5
        stalk = (np.abs(x) < 0.05) & (t <= 0.03) & (t > -0.2)
        return (np.abs(x) < 2 * size * _half_width(t, which)) | stalk

    def cover(x: Array, z: Array, normal: Array, which: Array) -> Surface:
        return _leaf_skin(x, z, normal, which, sizes)

    return family_of(Sheets, centres, axes, sizes, height=bend, inside=blade, cover=cover, spacing=0.1)


def _veins(x: Array, z: Array, which: Array, sizes: Array) -> tuple[Array, Array]:
    """How much of a vein, and of the fine net between veins, is at each point."""
    side = np.abs(x)
    prefetch = (z + sizes[which]) - side * 0.95 + 0.09 * side * side
    off = ((prefetch / _VEIN_PITCH + np.where(x > 0, 0.45, 0)) % 1 - 0.5) * _VEIN_PITCH
    thin = 1 - 0.6 * side / (0.6 * sizes[which])
    lateral = np.exp(-((off / (0.035 * np.clip(thin, 0.25, 1))) ** 2))
    midrib = np.exp(-((x / (0.075 * (1.15 - 0.5 * (z / sizes[which] + 1) / 2))) ** 2))
    net = smoothstep(0.22, 0.0, _NET_EDGE.at(x + which * 1.3, z + which * 2.1))
    return np.maximum(midrib, 0.8 * lateral), net


def _leaf_skin(x: Array, z: Array, normal: Array, which: Array, sizes: Array) -> Surface:
    """Green blades with paler veins, pillowed between them, that let yellow-green light through."""

    def relief(points: Array) -> Array:
        veins, net = _veins(points[:, 0], points[:, 2], which, sizes)
        return -0.05 * veins - 0.004 * net + 0.012 * _LAMINA.at(points[:, 0] + which, points[:, 2])

    points = np.stack([x, np.zeros_like(x), z], axis=-1)
    veins, net = _veins(x, z, which, sizes)
    mottle, speckle = _LAMINA.at(x + which * 1.7, z), _SPECKLE.at(x, z + which * 0.9)
    age = 0.5 + 0.5 * np.sin(which * 12.9898)
    green = mix(vector(0.040, 0.105, 0.018), vector(0.10, 0.19, 0.025), np.clip(age + 0.05 * mottle, 0, 1))
    autumn = smoothstep(0.93, 1.0, age) * smoothstep(-0.2, 1.2, mottle + np.abs(x) * 1.2)
    green = mix(green, vector(0.27, 0.20, 0.03), 0.8 * autumn)
    albedo = mix(green, vector(0.24, 0.30, 0.10), 0.75 * veins + 0.12 * net) * (1 + 0.03 * speckle)[:, None]
    through = mix(green * vector(2.6, 2.2, 0.9), vector(0.06, 0.12, 0.015), 0.65 * veins + 0.2 * net)
    blemish = smoothstep(2.5, 2.8, mottle + 0.15 * speckle)
    albedo = mix(albedo, vector(0.17, 0.09, 0.03), blemish)
    tilted = ruffle(points, normal, relief, 0.012)
    return Surface(tilted, albedo, gloss=0.035, roughness=0.28, through=through * (1 - blemish)[:, None])


# Berries and drops


def _berry_profile(theta: Array, phi: Array) -> Array:
    return 1 - 0.10 * np.exp(-(((np.pi - theta) / 0.25) ** 2)) - 0.06 * np.exp(-((theta / 0.3) ** 2))


def _berry_skin(points: Array, normal: Array, which: Array) -> Surface:
    shifted = points + which[:, None] * 1.9
    mottle, speckle = _LAMINA.around(shifted, normal), _SPECKLE.around(shifted, normal)
    ripe = smoothstep(1.8, -0.6, 0.6 * mottle + np.sin(which * 2.0))
    albedo = mix(vector(0.50, 0.075, 0.015), vector(0.42, 0.022, 0.012), ripe)
    tip = smoothstep(-0.80, -0.93, points[:, 1] / np.linalg.norm(points, axis=-1))
    albedo = mix(albedo, vector(0.03, 0.015, 0.01), tip) * (1 + 0.04 * speckle)[:, None]
    return Surface(normal, albedo, gloss=0.045, roughness=0.05)


def _berries(branches: Branches) -> Family:
    rng = np.random.default_rng(8)
    axes = [frame(vector(0, 1, 0) + 0.35 * rng.normal(size=3), vector(0.3, 0, 1)) for _ in branches.berries]
    return family_of(
        Round, branches.berries, axes, 0.56, profile=_berry_profile, skin=_berry_skin, detail=3000, steps=12
    )


def _twigs(branches: Branches) -> Family:
    def bark(points: Array, normal: Array, which: Array) -> Surface:
        tone = 1 + 0.2 * _SPECKLE.around(points * 2 + which[:, None] * 0.12, normal)
        return Surface(normal, vector(0.13, 0.085, 0.04) * tone[:, None], gloss=0.03, roughness=0.4)

    return rods(branches.twigs, bark, detail=60)


def _drops(leaf_centres: Array, leaf_axes: Array, leaf_sizes: Array) -> Family:
    """Drops of rain on the nearer leaves."""
    rng = np.random.default_rng(9)
    near = np.flatnonzero(leaf_centres[:, 2] > -3)
    which = rng.choice(near, 220)
    x, z = rng.normal(0, 0.22, 220) * leaf_sizes[which], rng.uniform(-0.7, 0.7, 220) * leaf_sizes[which]
    leaves = _leaves(leaf_centres, leaf_axes, leaf_sizes)
    local = np.stack([x, leaves.height(x, z, which), z], axis=-1)
    centres = leaves.to_world(which, local) + leaf_centres[which]
    sizes = rng.uniform(0.05, 0.14, 220) + 0.12 * (rng.random(220) > 0.75)

    def bead(theta: Array, phi: Array) -> Array:
        return 0.62 + 0.38 * np.sin(theta) ** 2

    def water(points: Array, normal: Array, leaf: Array) -> Surface:
        """Darker where light enters, brighter opposite, as a bead focuses it."""
        towards = np.einsum("nij,j->ni", leaf_axes[which][leaf], normalise(vector(-0.55, 0.75, 0.1)))
        focus = np.clip(-np.einsum("ni,ni->n", normal * vector(1, 0, 1), towards), -1, 1)
        glow = 1 + 3.0 * smoothstep(-0.1, 0.8, focus) - 0.7 * smoothstep(0.2, -0.7, focus)
        albedo = vector(0.065, 0.135, 0.022) * glow[:, None]
        return Surface(normal, albedo, gloss=0.05, roughness=0.045)

    return family_of(Round, centres, leaf_axes[which], sizes, profile=bead, skin=water, detail=150, steps=8)
