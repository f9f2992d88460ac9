"""Pixels of a photo at another size, as 8-bit colours. Pure arithmetic, any thread.

``nearest`` and ``smooth`` are the engine's own kernels, so that what they show is what is saved.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.window.canvas.tiles import Box, boxed
from app.window.photos.photo import LoadedPhoto
from app.window.photos.pixels import SQUARE, Colours, opaque, to_image
from engine.geometry import Region, Size

SUPPORT = 2
"""Pixels on either side that bicubic looks at, widened where it scales down."""
DEEP = 257
"""Levels of 16 bits to one of 8."""


def reach(before: int, after: int) -> int:
    """How many pixels beyond a region its edge depends on when a side of ``before`` pixels becomes ``after``."""
    return math.ceil(SUPPORT * max(1.0, before / after)) + 1


def crop(level: NDArray[np.uint8], region: Region) -> Colours:
    """A region of a photo as colours."""
    return opaque(level[region.slices], region.left, region.top)


def nearest(photo: LoadedPhoto, region: Region, size: Size) -> Colours:
    """A region of the photo at that size: each pixel the one in which its centre lies."""
    rows = _nearest(region.top, region.bottom, photo.size.height, size.height)
    columns = _nearest(region.left, region.right, photo.size.width, size.width)
    square = max(1, SQUARE * size.width // photo.size.width)
    return opaque(photo.levels[0][np.ix_(rows, columns)], region.left, region.top, square)


def smooth(photo: LoadedPhoto, region: Region, size: Size, *, exact: bool) -> Colours:
    """A region of the photo at that size by bicubic, rounded once, with borders mirrored as the engine does, if it is
    to be ``exact``; else quicker, and off by a level or two.
    """
    box = boxed(region, size, photo.size)
    if not exact:
        return np.array(from_levels(photo, box, region.size, Image.Resampling.BICUBIC))
    width, height = photo.size
    wide = box.around(0, photo.size).grown(reach(width, size.width))
    rows, columns = _mirrored(wide.top, wide.bottom, height), _mirrored(wide.left, wide.right, width)
    colours, inside = _colours(photo, rows, columns, wide), box.inside(wide)
    parts = [Image.fromarray(colours[:, :, c]).resize(region.size, Image.Resampling.BICUBIC, inside) for c in range(3)]
    made: Colours = np.clip(np.rint(np.stack([np.asarray(part) for part in parts], 2)), 0, 255).astype(np.uint8)
    return made


def _colours(
    photo: LoadedPhoto, rows: NDArray[np.intp], columns: NDArray[np.intp], place: Region
) -> NDArray[np.float32]:
    """The photo's colours there (h, w, 3), in levels of 8 bits with what 16 bits have between them."""
    if photo.pixels.dtype == np.uint16 and not photo.header.has_alpha:
        deep: NDArray[np.float32] = photo.pixels[np.ix_(rows, columns)].astype(np.float32) / np.float32(DEEP)
        return deep if deep.shape[2] == 3 else np.repeat(deep, 3, 2)
    return opaque(photo.levels[0][np.ix_(rows, columns)], place.left, place.top).astype(np.float32)


def from_levels(photo: LoadedPhoto, box: Box, size: Size, kernel: Image.Resampling) -> Colours:
    """A box of the photo's pixels at a size, from the smallest level that still has all the detail."""
    index = 0
    while index + 1 < len(photo.levels) and (box.right - box.left) / 2 ** (index + 1) >= size.width:
        index += 1
    level = photo.levels[index]
    whole = Size(level.shape[1], level.shape[0])
    x, y = whole.width / photo.size.width, whole.height / photo.size.height
    scaled = Box(box.left * x, box.top * y, box.right * x, box.bottom * y)
    outer = scaled.around(reach(math.ceil(scaled.right - scaled.left), size.width), whole)
    return np.asarray(to_image(crop(level, outer)).resize(size, kernel, scaled.inside(outer)))


def fitted(colours: Colours, box: Box, size: Size, kernel: Image.Resampling) -> Colours:
    """A box of colours at a size."""
    return np.asarray(Image.fromarray(colours).resize(size, kernel, box))


def _nearest(first: int, last: int, before: int, after: int) -> NDArray[np.intp]:
    centres = (np.arange(first, last) + 0.5) * before / after
    return np.minimum(centres.astype(np.intp), before - 1)


def _mirrored(first: int, last: int, length: int) -> NDArray[np.intp]:
    """Places outside of ``0 .. length-1`` mirrored at the borders, the edge pixel counted twice."""
    places = np.arange(first, last) % (2 * length)
    return np.where(places >= length, 2 * length - 1 - places, places)
