"""How strongly a photo's file was compressed, read from its first bytes without decoding.

A JPEG file holds its quality in its tables. A lossy WebP file holds it nowhere: what it spends on a pixel stands in.
AVIF, HEIC and JPEG XL hide theirs deep in their streams; such files count as not compressed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadablePicture
from engine.files.formats import Format
from engine.files.reading import Photo
from engine.sentences import why

BEST = 100
"""Also of files that lose nothing, and of those that do not tell."""
_STANDARD_LUMA_MEAN = 57.625
"""Mean of the luma table of the JPEG standard, annex K."""
_TABLES, _SCAN = 0xDB, 0xDA


def quality_of(photo: Photo) -> int:
    """Quality from 1 to 100 that a JPEG file was saved with; 100 for other formats. Raises UnreadablePicture."""
    if photo.format is not Format.JPEG:
        return BEST
    with _opened(photo) as file:
        return jpeg_quality(file)


def bytes_per_pixel_of(photo: Photo) -> float:
    """What a lossy WebP file spends on a pixel; infinite for other files. Raises UnreadablePicture."""
    if photo.format is not Format.WEBP:
        return math.inf
    with _opened(photo) as file:
        return (lossy_webp_bytes(file) or math.inf) / photo.header.size.pixels


def jpeg_quality(file: BinaryIO) -> int:
    """Quality from 1 to 100 that a JPEG file was saved with, estimated from its luma table; 100 for any other file."""
    table = _luma_table(file)
    if table is None:
        return BEST
    percent = 100 * float(table.mean()) / _STANDARD_LUMA_MEAN
    quality = 5000 / percent if percent > 100 else (200 - percent) / 2
    return max(1, min(BEST, round(quality)))


def lossy_webp_bytes(file: BinaryIO) -> int:
    """Bytes that a WebP file spends on its lossy colours, without alpha and metadata; 0 for any other file."""
    if file.read(12)[8:] != b"WEBP":
        return 0
    while len(head := file.read(8)) == 8:
        length = int.from_bytes(head[4:], "little")
        if head[:4] == b"VP8 ":
            return length
        file.seek(length + length % 2, 1)
    return 0


@contextmanager
def _opened(photo: Photo) -> Iterator[BinaryIO]:
    try:
        with photo.path.open("rb") as file:
            yield file
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=photo.path, reason=why(error)) from error


def _luma_table(file: BinaryIO) -> NDArray[np.float64] | None:
    """Table 0 of a JPEG file, (64,); None where there is none before the pixels."""
    if file.read(2) != b"\xff\xd8":
        return None
    while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != _SCAN:
        body = file.read(max(0, int.from_bytes(head[2:]) - 2))
        while head[1] == _TABLES and body:
            entry = np.dtype(">u2" if body[0] >> 4 else "u1")
            length = 1 + 64 * entry.itemsize
            if body[0] & 15 == 0 and len(body) >= length:
                return np.frombuffer(body[1:length], entry).astype(np.float64)
            body = body[length:]
    return None
