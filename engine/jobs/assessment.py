"""What a photo is like, by a quick look: how its file was compressed, and what a few thousand small patches tell. The
advice follows from it: which model suits the photo. No torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from engine.files.formats import Format
from engine.files.reading import Photo
from engine.jobs.file_quality import bytes_per_pixel_of, quality_of
from engine.jobs.patch_measures import SIDE, detail, is_print, is_screen, noise, patches_of
from engine.picture import Pixels

_ROWS = 256
"""Rows looked at together. Each such band has its own grid of patches, so that a photo is judged alike whether it comes
from its file or from memory."""
_PATCHES = 2000

LEAST_QUALITY = 96
MOST_NOISE = 3.0
LEAST_DETAIL = 0.05
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
    infinite for others. ``noise`` is a standard deviation in grey levels of 255. ``detail`` says how much of the
    strongest edges half as many pixels across could not hold: 0.06 to 0.18 for photos that are sharp to the pixel, 0.01
    to 0.05 for most cameras' own pixels and for what was enlarged. ``graphic`` is a screen's picture, a drawing or
    print.
    """

    quality: int
    noise: float
    detail: float
    format: Format = Format.JPEG
    bytes_per_pixel: float = math.inf
    graphic: bool = False

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that speak for the models of real photos."""
        found = {
            Sign.COMPRESSED: self.quality < LEAST_QUALITY or self.bytes_per_pixel < LEAST_BYTES_PER_PIXEL,
            Sign.NOISY: self.noise > MOST_NOISE,
            Sign.SOFT: self.detail < LEAST_DETAIL,
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
            Sign.SOFT: "no detail at 100 %",
        }
        found = ["text or graphics"] if self.graphic else []
        return ", ".join(found + [words[sign] for sign in self.signs]) or "sharp and clean"


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
    step = max(SIDE, int((count / _PATCHES) ** 0.5))
    patches = np.concatenate([patches_of(band, step) for band in bands])
    if not len(patches):
        return Damage(quality, 0.0, np.inf)
    drawn = is_screen(patches)
    level = 0.0 if drawn else noise(patches)  # letters are no noise
    return Damage(quality, level, detail(patches), graphic=drawn or is_print(patches))
