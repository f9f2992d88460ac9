"""How much a photo's file may ask for, so that reading it takes time and memory in proportion to what it is.

A few bytes can claim any size, and the formats compress nothing as well as they like. Photos are far from these limits.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import UnsupportedPicture
from engine.files.formats import Format
from engine.geometry import Size
from engine.picture import Header

MAX_PIXELS = 1_000_000_000
"""The most pixels of a photo that is opened. The largest cameras and scans of today have a third of it."""
MAX_SIDE = 250_000
"""The longest side of a photo. Four times that is the longest side that PNG and TIFF are written with."""

_BYTES_PER_BYTE = 450
"""How many bytes of memory each byte of a file may take to be decoded. A photo of low quality takes 50, a page of plain
text 100."""
_SMALL = 1_000_000
"""Files below this many bytes may take as much as one of this size, 450 MB: an empty page needs but a few bytes."""

_SHARES = {Format.WEBP: 3.0, Format.AVIF: 5.4, Format.JXL: 6.0, Format.HEIC: 2.7, Format.GIF: 4.0, Format.BMP: 4.6}
"""How many times the raw pixels a decoder takes that holds the whole picture, as measured; for JPEG XL more, because it
is slow. The others stream."""
_BUFFERED_SHARES = {Format.PNG: 2.0, Format.JPEG: 3.4}
"""The same for what is interlaced or progressive."""

MAX_RUN_LENGTH_PIXELS = 16_000_000
"""The most pixels of a bitmap of run lengths, which are decoded at 8 megapixels a second. Screens have less."""


def check_size(path: Path, size: Size) -> None:
    """Raise UnsupportedPicture for a size that no photo has."""
    if size.pixels > MAX_PIXELS:
        raise UnsupportedPicture(
            "{name} says it has {size} pixels; Fourfold opens photos of up to {most} megapixels.",
            name=path.name,
            size=size,
            most=MAX_PIXELS // 10**6,
        )
    if max(size) > MAX_SIDE:
        raise UnsupportedPicture(
            "{name} says it has {size} pixels; Fourfold opens photos whose longer side is up to {most}.",
            name=path.name,
            size=size,
            most=MAX_SIDE,
        )


def check_memory(path: Path, format: Format, header: Header, *, buffered: bool = False) -> None:
    """Raise UnsupportedPicture where decoding takes more memory than a file so small may ask for; ``buffered`` is a
    picture that comes in several passes. Raises OSError where the file is gone."""
    check_size(path, header.size)
    share = (_BUFFERED_SHARES if buffered else _SHARES).get(format, 1.0)
    if header.bytes * share > _BYTES_PER_BYTE * max(path.stat().st_size, _SMALL):
        raise UnsupportedPicture(
            "{name} says it has {size} pixels, far more than a photo has in so small a file.",
            name=path.name,
            size=header.size,
        )
