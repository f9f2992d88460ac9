"""How damaged a photo is, by a quick look: how its file was compressed, noise and softness of a few thousand small
patches. The advice follows from it: which pair of models suits the photo. No torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from engine.files.formats import Format
from engine.files.reading import Photo
from engine.jobs.file_quality import bytes_per_pixel_of, quality_of
from engine.picture import Pixels

_ROWS = 256
"""Rows looked at together. Each such band has its own grid of patches, so that a photo is judged alike whether it comes
from its file or from memory."""
_SIDE = 16
_PATCHES = 2000
_Patches = NDArray[np.float32]

LEAST_QUALITY = 90
MOST_NOISE = 3.0
LEAST_SHARPNESS = 0.6
"""From here on a photo counts as compressed (JPEG), noisy or soft."""
LEAST_BYTES_PER_PIXEL = 0.2
"""A lossy WebP below counts as compressed. Of 35 sharp photos saved by Pillow these were below it:

| quality | 50, 60 | 70, 75 | 80 | 85 | 90 | 95 | 97 | 100 |
|---|---|---|---|---|---|---|---|---|
| share | 97 % | 91 % | 77 % | 54 % | 43 % | 17 % | 11 % | 9 % |

The median photo takes 0.11 bytes a pixel at 75, 0.21 at 90 and 0.34 at 95. Wrong are fine textures at a low quality and
large smooth areas at a high one.
"""


class Sign(StrEnum):
    """Of what damage there are signs."""

    COMPRESSED = "compressed"
    NOISY = "noisy"
    SOFT = "soft"


@dataclass(frozen=True)
class Damage:
    """What was found.

    ``quality`` is a JPEG file's, from 1 to 100, and 100 for other formats; ``bytes_per_pixel`` a lossy WebP file's, and
    infinite for others. ``noise`` is a standard deviation in grey levels of 255; ``sharpness`` the energy of second
    differences divided by that of first ones at the strongest edges: about 2 for a photo that is sharp to the pixel,
    0.6 for one blurred by a Gaussian of one pixel.
    """

    quality: int
    noise: float
    sharpness: float
    format: Format = Format.JPEG
    bytes_per_pixel: float = math.inf

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that speak for the models of real photos."""
        found = {
            Sign.COMPRESSED: self.quality < LEAST_QUALITY or self.bytes_per_pixel < LEAST_BYTES_PER_PIXEL,
            Sign.NOISY: self.noise > MOST_NOISE,
            Sign.SOFT: self.sharpness < LEAST_SHARPNESS,
        }
        return tuple(sign for sign, there in found.items() if there)

    @property
    def reason(self) -> str:
        """The signs in words."""
        is_webp = self.format is Format.WEBP
        compression = f"{self.bytes_per_pixel:.2f} bytes a pixel" if is_webp else f"quality {self.quality}"
        words = {
            Sign.COMPRESSED: f"{self.format.label} of {compression}",
            Sign.NOISY: f"noise of {self.noise:.0f} grey levels",
            Sign.SOFT: "soft edges",
        }
        return ", ".join(words[sign] for sign in self.signs) or "sharp and clean"


def damage_of(photo: Photo, pixels: Pixels | None = None) -> Damage:
    """Look at a photo's file, or at all its pixels where they are there already. Raises UnreadablePicture."""
    bands = photo.bands(_ROWS) if pixels is None else _bands(pixels)
    found = estimate(bands, photo.header.size.pixels, quality_of(photo))
    return replace(found, format=photo.format, bytes_per_pixel=bytes_per_pixel_of(photo))


def _bands(pixels: Pixels) -> Iterator[Pixels]:
    for top in range(0, len(pixels), _ROWS):
        yield pixels[top : top + _ROWS]


def estimate(bands: Iterable[Pixels], count: int, quality: int) -> Damage:
    """Look at the pixels, given in bands of rows, ``count`` in all."""
    step = max(_SIDE, int((count / _PATCHES) ** 0.5))
    patches = np.concatenate([_patches(band, step) for band in bands])
    if not len(patches):
        return Damage(quality, 0.0, np.inf)
    return Damage(quality, _noise(patches), _sharpness(patches))


def _patches(band: Pixels, step: int) -> _Patches:
    """(N, 16, 16) in grey levels of 255, a grid of pieces of the green channel, or of the only one."""
    plane = band[:, :, 1 if band.shape[2] >= 3 else 0]
    if min(plane.shape) < _SIDE:
        return np.empty((0, _SIDE, _SIDE), np.float32)
    pieces = np.lib.stride_tricks.sliding_window_view(plane, (_SIDE, _SIDE))[::step, ::step]
    return pieces.reshape(-1, _SIDE, _SIDE).astype(np.float32) * np.float32(255 / np.iinfo(band.dtype).max)


def _noise(patches: _Patches) -> float:
    """Standard deviation by the filter that no even or slanted surface passes, of the calmest patches.

    Patches near black or white are left out, where noise is cut off.
    """
    brightness = patches.mean((1, 2))
    lit = (brightness > 16) & (brightness < 239)
    chosen = patches[lit] if lit.any() else patches
    passed = np.diff(np.diff(chosen, 2, axis=1), 2, axis=2)  # variance of white noise times 36
    return float(np.percentile(np.sqrt((passed**2).mean((1, 2))) / 6, 5))


def _sharpness(patches: _Patches) -> float:
    first, second = (
        np.maximum(*((np.diff(patches, order, axis=axis) ** 2).mean((1, 2)) for axis in (1, 2))) for order in (1, 2)
    )
    strongest = np.argsort(first)[-max(len(first) // 20, 4) :]
    return float(np.median(second[strongest] / np.maximum(first[strongest], 1e-6)))
