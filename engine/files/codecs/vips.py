"""libvips, loaded when first needed, and the way to sRGB through it."""

from __future__ import annotations

import logging
from functools import cache, lru_cache, partial
from io import BytesIO
from typing import Any

import numpy as np

from engine.picture import Pixels, as_pixels
from engine.sentences import Sentence

DEPTHS = {"uchar": 8, "ushort": 16}
"""Bits a channel by libvips' name of the number format."""

_PROFILE = "icc-profile-data"
_KEEP_ICC = 8
_COLOUR_SPACE = slice(16, 20)
"""Where an ICC profile names its colours, in any bytes."""


@cache
def library() -> Any:
    """pyvips, without its warnings and without its cache of opened files.

    Its errors quote the file, whose bytes need not be text: pyvips would stumble over them in each error from then on.
    """
    import pyvips

    pyvips.error._to_string = pyvips._to_string = partial(_text, pyvips.ffi)
    logging.getLogger("pyvips").setLevel(logging.ERROR)
    pyvips.cache_set_max(0)  # a file may change between two openings
    return pyvips


def _text(ffi: Any, pointer: Any) -> str:
    return "" if pointer == ffi.NULL else bytes(ffi.string(pointer)).decode("utf-8", "replace")


def forget_errors() -> None:
    """Forget what libvips has remembered of files that it read in spite of an error; the next one would quote it."""
    library().vips_lib.vips_error_clear()


def reason(error: Exception) -> str:
    """What libvips says, without the name of the operation."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("unable to")]
    return lines[0].rstrip(".") if lines else Sentence("no reason given")


def to_srgb(pixels: Pixels, icc: bytes) -> Pixels:
    """The same colours in sRGB: grey as RGB, alpha as it is."""
    vips = library()
    height, width, channels = pixels.shape
    wide = pixels.dtype == np.uint16
    space = ("grey16" if wide else "b-w") if channels < 3 else ("rgb16" if wide else "srgb")
    image = vips.Image.new_from_array(np.ascontiguousarray(pixels), interpretation=space)
    image.set_type(vips.GValue.blob_type, _PROFILE, icc)
    shown = through_profile(image)
    return as_pixels(shown.write_to_memory(), pixels.itemsize * 8, height, width)


@lru_cache(maxsize=8)
def is_usable(icc: bytes, channels: int) -> bool:
    """Whether a profile is made for the picture's number of colours, leads to sRGB, and is one that a file may hold
    (PNG's rules are the strictest); programs ignore any other."""
    vips, pixel = library(), np.zeros((1, 1, channels), np.uint8)
    if icc[_COLOUR_SPACE] != (b"GRAY" if channels < 3 else b"RGB ") or not _leads_to_srgb(icc, channels):
        return False
    try:
        to_srgb(pixel, icc)
        image = vips.Image.new_from_array(pixel, interpretation="b-w" if channels < 3 else "srgb")
        image.set_type(vips.GValue.blob_type, _PROFILE, icc)
        stored = vips.Image.pngload_buffer(image.pngsave_buffer(keep=_KEEP_ICC))
    except vips.Error:
        return False
    return stored.get_typeof(_PROFILE) != 0 and bytes(stored.get(_PROFILE)) == icc


def _leads_to_srgb(icc: bytes, channels: int) -> bool:
    """libvips would take sRGB instead and not tell."""
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "L" if channels < 3 else "RGB", "RGB")
    except (OSError, ImageCms.PyCMSError):
        return False
    return True


def through_profile(image: Any) -> Any:
    """An image in sRGB that carries sRGB's profile. One without a profile counts as sRGB or usual CMYK."""
    usual = "cmyk" if image.interpretation == "cmyk" else "srgb"
    depth = DEPTHS.get(image.format, 8)
    settings = {"embedded": True, "input_profile": usual, "black_point_compensation": True, "intent": "relative"}
    return image.icc_transform("srgb", depth=depth, **settings)
