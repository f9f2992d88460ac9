"""An old print, pebbles, coins and a ruler on a slab of granite, in raking light."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from . import page
from .bodies import Round
from .camera import Camera
from .light import Lamp
from .noise import Texture, cells, fractal, mix, smoothstep
from .scene import Scene
from .shapes import Family, Surface, family_of, ruffle
from .sheets import Ground, Sheets
from .vectors import Array, frame, vector


def scene() -> Scene:
    """The whole picture, 768 x 512."""
    return Scene(
        width=768,
        height=512,
        camera=Camera(eye=(1.5, 23, 17), target=(0, 0, 0.3), field=18.5, focus=28.2, aperture=0.32),
        families=[_slab(), _pages(), _ruler(), _pebbles(), _coins()],
        lamp=Lamp(towards=(-0.85, 0.5, -0.35), colour=(1.5, 1.4, 1.25), half_width=0.16, half_height=0.2),
        sky=_room,
        stage=((0, 0, 0), 20),
        floor=(0.2, (0.42, 0.38, 0.31)),
        exposure=1.0,
    )


def _room(direction: Array) -> Array:
    """Daylight from above and the left, a dim room elsewhere."""
    left = 0.5 - 0.5 * direction[..., :1]
    up = smoothstep(-0.3, 0.9, direction[..., 1:2])
    return vector(0.07, 0.065, 0.06) + up * vector(0.15, 0.165, 0.185) + left**3 * vector(0.14, 0.15, 0.165)


# Granite

_CLOUDS = Texture(fractal(41, 1.4, 2), 13)
_GRIT = Texture(fractal(42, 0.5, 20), 11)
_CRYSTALS, _CRYSTAL_EDGES = (Texture(table, 8) for table in cells(43, 26))
_FLAKES = Texture(cells(44, 40)[0], 9)


def _granite(x: Array, z: Array, normal: Array, which: Array) -> Surface:
    """Grey and rose crystals with black flakes, sawn and weathered."""
    wobble = 0.10 * _GRIT.at(x, z)
    tint = _CLOUDS.at(x * 2.2, z * 2.2) + 0.8 * _GRIT.at(x * 0.5, z * 0.5)
    albedo = mix(vector(0.30, 0.29, 0.28), vector(0.46, 0.38, 0.34), smoothstep(-0.3, 0.5, tint))
    albedo = mix(albedo, vector(0.19, 0.19, 0.195), smoothstep(0.0, 0.4, _CLOUDS.at(x * 3 + 4, z * 3) - 0.5 + wobble))
    flakes = smoothstep(0.36, 0.24, _FLAKES.at(x, z) + wobble + 0.12 * _CLOUDS.at(x + 3, z))
    albedo = mix(albedo, vector(0.035, 0.035, 0.04), flakes) * (1 + 0.09 * _GRIT.at(x * 1.7, z * 1.7))[:, None]
    albedo = albedo * (0.8 + 0.2 * smoothstep(0.0, 0.14, _CRYSTAL_EDGES.at(x, z)))[:, None]

    def rough(points: Array) -> Array:
        return 0.010 * _GRIT.at(points[:, 0], points[:, 2]) + 0.02 * _CRYSTALS.at(points[:, 0], points[:, 2])

    points = np.stack([x, np.zeros_like(x), z], axis=-1)
    return Surface(ruffle(points, normal, rough, 0.02), albedo, gloss=0.02, roughness=0.4)


def _level(x: Array, z: Array, which: Array | int) -> Array:
    return np.zeros_like(x)


def _anywhere(x: Array, z: Array, which: Array | int) -> Array:
    return np.abs(x) < 60


def _slab() -> Family:
    return family_of(Ground, (0, 0, 0), size=22, height=_level, inside=_anywhere, cover=_granite, spacing=0.2, steps=1)


# Paper

_INK = Texture(page.ink(), page.WIDTH)
_FIBRE = Texture(fractal(45, 0.8, 10), 6)
_STAINS = Texture(fractal(46, 1.8, 1), 26)


def _page_height(x: Array, z: Array, which: Array | int) -> Array:
    """Lying nearly flat, with waves of damp and one corner that has curled."""
    lower = np.asarray(which) == 1
    corner = np.maximum(0.62 * x + 0.78 * z - 7.6, 0)
    waves = 0.07 * np.sin(x * 0.5 + 0.4 * z) + 0.06 * np.sin(0.8 * z - 0.3 * x)
    return np.where(lower, 0.08 + 0.3 * waves, 0.34 + waves) + np.where(lower, 0.03, 0.075) * corner**2


def _page_inside(x: Array, z: Array, which: Array | int) -> Array:
    ragged = 0.03 * _FIBRE.at(x * 0.4, z * 0.4)
    return (np.abs(x) < page.WIDTH / 2 + ragged) & (np.abs(z) < page.HEIGHT / 2 + ragged)


def _paper(x: Array, z: Array, normal: Array, which: Array) -> Surface:
    """Cream paper, foxed and fibrous, with ink that has crept a little."""
    fibre, stains = _FIBRE.at(x, z), _STAINS.at(x + 7 * which, z)
    u, v = x + page.WIDTH / 2, z + page.HEIGHT / 2
    ink = smoothstep(0.15, 0.8, _INK.at(u, v) + 0.09 * fibre) * (0.90 + 0.05 * stains)
    edge = np.minimum(page.WIDTH / 2 - np.abs(x), page.HEIGHT / 2 - np.abs(z))
    brown = smoothstep(0.0, 2.6, stains + 1.3 * np.exp(-edge / 0.6))
    albedo = mix(vector(0.74, 0.68, 0.55), vector(0.58, 0.46, 0.29), brown) * (1 + 0.025 * fibre)[:, None]
    foxing = smoothstep(2.5, 3.0, stains + 0.6 * fibre)
    albedo = mix(albedo, vector(0.42, 0.27, 0.13), 0.5 * foxing)
    albedo = mix(albedo, vector(0.035, 0.030, 0.028), ink)

    def grain(points: Array) -> Array:
        return 0.0022 * _FIBRE.at(points[:, 0], points[:, 2])

    points = np.stack([x, np.zeros_like(x), z], axis=-1)
    return Surface(ruffle(points, normal, grain, 0.02), albedo, gloss=0.003, roughness=0.5)


def _turned(degrees: float) -> Array:
    angle = np.radians(degrees)
    return frame(vector(0, 1, 0), vector(np.sin(angle), 0, np.cos(angle)))


def _pages() -> Family:
    return family_of(
        Sheets,
        [(-0.9, 0, 2.6), (3.4, 0, 1.5)],
        [_turned(-9), _turned(26)],
        10.2,
        height=_page_height,
        inside=_page_inside,
        cover=_paper,
        steps=9,
    )


# Ruler

_RULER_LENGTH, _RULER_WIDTH = 16.0, 2.1
_GRAIN = Texture(fractal(47, 0.9, 3), 12)


def _ruler_marks() -> Array:
    """Millimetres and figures along both edges, as coverage at page.DOTS a centimetre."""
    marks = Image.new("L", (round(_RULER_LENGTH * page.DOTS), round(_RULER_WIDTH * page.DOTS)), 0)
    draw = ImageDraw.Draw(marks)
    font = ImageFont.load_default(round(0.42 * page.DOTS))
    for tick in range(5, round(_RULER_LENGTH * 10) - 4):
        length = 0.62 if tick % 10 == 0 else 0.48 if tick % 5 == 0 else 0.34
        x = tick * page.DOTS / 10
        draw.line((x, 0, x, length * page.DOTS), fill=255, width=4)
        if tick % 10 == 0:
            draw.text((x, 0.70 * page.DOTS), str(tick // 10), 255, font, anchor="mt")
    return np.asarray(marks, np.float32) / 255


_MARKS = Texture(_ruler_marks(), _RULER_LENGTH)


def _ruler() -> Family:
    """Boxwood with a bevelled edge."""

    def height(x: Array, z: Array, which: Array | int) -> Array:
        return 0.05 + 0.30 * smoothstep(-_RULER_WIDTH / 2, -_RULER_WIDTH / 2 + 1.1, z)

    def inside(x: Array, z: Array, which: Array | int) -> Array:
        return (np.abs(x) < _RULER_LENGTH / 2) & (np.abs(z) < _RULER_WIDTH / 2)

    def boxwood(x: Array, z: Array, normal: Array, which: Array) -> Surface:
        grain = _GRAIN.at(x * 0.06, z * 1.5) + 0.5 * _GRAIN.at(x * 0.15, z * 6)
        albedo = mix(vector(0.50, 0.33, 0.15), vector(0.34, 0.19, 0.075), smoothstep(-1.5, 2.0, grain))
        marks = smoothstep(0.2, 0.7, _MARKS.at(x + _RULER_LENGTH / 2, z + _RULER_WIDTH / 2) + 0.08 * _FIBRE.at(x, z))
        return Surface(normal, mix(albedo, vector(0.03, 0.025, 0.02), 0.92 * marks), gloss=0.035, roughness=0.18)

    return family_of(Sheets, (2.2, 0.46, 5.6), [_turned(-4)], 8.1, height=height, inside=inside, cover=boxwood, steps=8)


# Pebbles and coins


def _pebble_profile(theta: Array, phi: Array) -> Array:
    flat = 1 / np.sqrt((np.cos(theta) / 0.58) ** 2 + np.sin(theta) ** 2 * (1 + 0.25 * np.cos(phi) ** 2))
    return flat * (1 + 0.03 * np.cos(3 * phi + 2 * theta) + 0.025 * np.sin(2 * phi - theta))


def _pebble_skin(points: Array, normal: Array, which: Array) -> Surface:
    """Sea-worn stones: dark slate with white veins, speckled and sandy ones."""
    shifted = points + which[:, None] * 3.3
    clouds, grit = _CLOUDS.around(shifted, normal), _GRIT.around(shifted, normal)
    colours = np.array([(0.105, 0.11, 0.12), (0.36, 0.31, 0.25), (0.26, 0.15, 0.115), (0.22, 0.24, 0.22)], np.float32)
    albedo = colours[which % 4] * (1 + 0.18 * clouds + 0.09 * grit)[:, None]
    band = points[:, 0] * 0.8 + points[:, 1] * 0.9 + points[:, 2] * 0.35 + 0.10 * clouds
    vein = np.maximum(smoothstep(0.085, 0.04, np.abs(band - 0.25)), 0.8 * smoothstep(0.035, 0.012, np.abs(band + 0.32)))
    albedo = mix(albedo, vector(0.62, 0.60, 0.56) * (1 + 0.1 * grit)[:, None], vein * (which % 4 == 0))
    specks = smoothstep(0.20, 0.10, _FLAKES.around(shifted * 1.5, normal)) * (which % 4 == 1)
    albedo = mix(albedo, vector(0.05, 0.045, 0.04), specks)
    normal = ruffle(points, normal, lambda p: 0.0035 * _GRIT.around(p, normal), 0.02)
    return Surface(normal, albedo, gloss=0.025, roughness=0.32)


def _pebbles() -> Family:
    spots = [(-4.9, 1.1, -5.0), (8.0, 0.75, -2.4), (7.0, 0.65, -5.4), (-8.4, 0.6, 0.9)]
    axes = [frame(vector(0.08, 1, 0.05), vector(np.sin(a), 0, np.cos(a))) for a in (0.6, 2.2, 4.0, 5.1)]
    return family_of(Round, spots, axes, (1.55, 1.3, 1.0, 1.1), profile=_pebble_profile, skin=_pebble_skin)


_COIN = 1.1  # radius of a coin
_THICKNESS = 0.09  # half its height, for radius 1


def _coin_profile(theta: Array, phi: Array) -> Array:
    return (np.sin(theta) ** 12 + (np.abs(np.cos(theta)) / _THICKNESS) ** 12) ** (-1 / 12)


def _coin_relief(points: Array) -> Array:
    """A raised rim, beads, and a sprig of leaves."""
    far, turn = np.hypot(points[:, 0], points[:, 2]), np.arctan2(points[:, 2], points[:, 0])
    far = far / _COIN
    rim = 0.05 * smoothstep(0.90, 0.94, far)
    beads = 0.03 * smoothstep(0.030, 0.012, np.hypot(far - 0.84, ((turn * 48 / (2 * np.pi)) % 1 - 0.5) * 0.11))
    petals = 0.05 * smoothstep(0.0, 0.25, 0.62 * np.abs(np.cos(2 * turn)) ** 0.6 - far) * smoothstep(0.05, 0.12, far)
    ribs = 0.006 * np.cos(40 * far + 14 * np.cos(4 * turn)) * smoothstep(0.6, 0.5, far)
    ring = 0.03 * smoothstep(0.03, 0.0, np.abs(far - 0.70))
    return rim + beads + petals + ribs + ring


def _coin_skin(points: Array, normal: Array, which: Array) -> Surface:
    """Worn brass and copper, dark where fingers do not reach."""
    clouds, grit = _CLOUDS.at(points[:, 0] * 2, points[:, 2] * 2 + which), _GRIT.at(points[:, 0], points[:, 2])
    relief = _coin_relief(points)
    metal = np.array([(0.42, 0.27, 0.085), (0.40, 0.17, 0.075)], np.float32)[which % 2]
    worn = np.clip(0.35 + 9 * relief + 0.12 * clouds, 0, 1)
    albedo = metal * (0.25 + 0.55 * worn)[:, None]
    normal = ruffle(points, normal, lambda p: _coin_relief(p) + 0.0016 * _GRIT.at(p[:, 0], p[:, 2]), 0.006)
    return Surface(normal, albedo, gloss=0.10 + 0.28 * worn, roughness=0.20 + 0.03 * grit)


def _coins() -> Family:
    axes = [frame(vector(0.02, 1, 0.03), vector(0.4, 0, 1)), frame(vector(-0.05, 1, -0.22), vector(1, 0, 0.2))]
    return family_of(
        Round,
        [(6.2, 0.40, 2.3), (8.3, 0.36, 0.7)],
        axes,
        _COIN,
        profile=_coin_profile,
        skin=_coin_skin,
        steps=64,
        caution=0.16,
    )
