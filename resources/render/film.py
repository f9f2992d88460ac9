"""From light to an 8-bit sRGB picture: exposure, tone curve, vignette, reduction and grain."""

import numpy as np
from PIL import Image

from .vectors import Array


def develop(light: Array, exposure: float) -> Array:
    """Linear light (H, W, 3) into sRGB values (H, W, 3) in [0, 1], with soft highlights and darker corners."""
    height, width = light.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    vignette = 1 - 0.13 * (x * x + y * y)
    return _srgb(_tone(light * (exposure * vignette)[..., None]))


def reduce(picture: Array, width: int, height: int) -> Array:
    """The picture (H, W, 3) resized with an antialiased bicubic filter."""
    bands = [Image.fromarray(picture[..., i]).resize((width, height), Image.Resampling.BICUBIC) for i in range(3)]
    return np.stack([np.asarray(band) for band in bands], axis=-1)


def to_image(picture: Array, seed: int) -> Image.Image:
    """8 bits a channel, with a trace of a sensor's grain."""
    rng = np.random.default_rng(seed)
    grain = rng.normal(0, 0.0022, picture.shape) + rng.normal(0, 0.0022, (*picture.shape[:2], 1))
    values = np.clip((picture + grain) * 255 + 0.5, 0, 255)
    return Image.fromarray(values.astype(np.uint8))


def _tone(light: Array) -> Array:
    """A filmic curve: a short toe, a long shoulder."""
    light = np.maximum(light, 0)
    return np.clip(light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14), 0, 1)


def _srgb(linear: Array) -> Array:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-6) ** (1 / 2.4) - 0.055)
