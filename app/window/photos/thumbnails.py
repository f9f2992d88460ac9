"""Small pictures of photos, made on a thread beside the window only for the rows one sees."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from app.window.photos.photo import colour_space
from app.window.photos.pixels import opaque, to_image, to_qimage
from engine.files.formats import Format
from engine.files.reading import open_photo
from engine.geometry import Size

SIDE = 256
"""Longest side in pixels, enough for a row on a screen scaled to 200 %."""
LEAST_ROWS = 64
"""Decoded at a time."""


@dataclass(frozen=True)
class Thumbnail:
    """A small picture in sRGB, and what the photo's header says."""

    image: QImage
    size: Size
    format: Format


def make_thumbnail(path: Hashable) -> Thumbnail:
    """Read a photo band by band and keep only what a thumbnail needs. Raises PictureError."""
    assert isinstance(path, Path)
    photo = open_photo(path)
    size = photo.header.size
    step = max(1, max(size) // SIDE)
    rows = [_thinned(band, step) for band in photo.bands(step * max(1, LEAST_ROWS // step))]
    small = opaque(np.concatenate(rows))
    image = to_image(small)
    image.thumbnail((SIDE, SIDE))
    return Thumbnail(to_qimage(np.asarray(image), colour_space(photo.header.metadata.icc)), size, photo.format)


def _thinned(band: np.ndarray, step: int) -> np.ndarray:
    """The mean of each block of ``step`` x ``step`` pixels, 8 bits."""
    eight = band if band.dtype == np.uint8 else (band >> 8).astype(np.uint8)
    if step == 1:
        return eight
    reduced = np.asarray(to_image(eight).reduce(step))
    return reduced.reshape(reduced.shape[0], reduced.shape[1], -1)
