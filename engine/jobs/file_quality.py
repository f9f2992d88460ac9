"""The quality a photo's file was saved with, read from its first bytes: JPEG's tables, WebP's quantisers. No decoding.

AVIF, HEIC and JPEG XL hide theirs deep in their streams; such files count as not compressed.
"""

from __future__ import annotations

from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadablePicture
from engine.files.formats import Format
from engine.files.reading import Photo
from engine.sentences import why

BEST = 100
"""Also of files that lose nothing, and of those that do not tell."""


def quality_of(photo: Photo) -> int:
    """From 1 to 100, as far as the file tells. Raises UnreadablePicture."""
    read = {Format.JPEG: jpeg_quality, Format.WEBP: webp_quality}.get(photo.format)
    if read is None:
        return BEST
    try:
        with photo.path.open("rb") as file:
            return read(file)
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=photo.path, reason=why(error)) from error


def jpeg_quality(file: BinaryIO) -> int:
    """Quality from 1 to 100 that a JPEG file was saved with, estimated from its luma table; 100 for any other file."""
    table = _luma_table(file)
    if table is None:
        return BEST
    percent = 100 * float(table.mean()) / _STANDARD_LUMA_MEAN
    return _bounded(5000 / percent if percent > 100 else (200 - percent) / 2)


def webp_quality(file: BinaryIO) -> int:
    """Quality from 1 to 100 that a WebP file was saved with, by the usual encoder; 100 for a lossless or other file.

    It is the mean over up to four kinds of blocks, which the encoder treats by the picture: off by 5 on average below
    a quality of 80 and by as much as 20 for a few pictures, by 4 at most from 85 on.
    """
    frame = _vp8_frame(file)
    if frame[3:6] != _VP8_START:
        return BEST
    kept = 1 - _mean_quantiser(_Bits(frame[10:])) / _COARSEST
    return _bounded(150 * kept**3 if kept**3 < 0.5 else 50 * (1 + kept**3))


def _bounded(quality: float) -> int:
    return max(1, min(BEST, round(quality)))


_STANDARD_LUMA_MEAN = 57.625
"""Mean of the luma table of the JPEG standard, annex K."""
_TABLES, _SCAN = 0xDB, 0xDA


def _luma_table(file: BinaryIO) -> NDArray[np.float64] | None:
    """Table 0 of a JPEG file, None where there is none before the pixels."""
    if file.read(2) != b"\xff\xd8":
        return None
    while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != _SCAN:
        body = file.read(int.from_bytes(head[2:]) - 2)
        while head[1] == _TABLES and body:
            entry = np.dtype(">u2" if body[0] >> 4 else "u1")
            length = 1 + 64 * entry.itemsize
            if body[0] & 15 == 0 and len(body) >= length:
                return np.frombuffer(body[1:length], entry).astype(np.float64)
            body = body[length:]
    return None


_VP8_START = b"\x9d\x01\x2a"
_COARSEST = 127
"""The highest index of a quantiser."""
_HEAD = 128
"""Bytes of a frame that surely hold its quantisers."""


def _vp8_frame(file: BinaryIO) -> bytes:
    """The beginning of the lossy frame of a WebP file, empty where there is none."""
    if file.read(12)[8:] != b"WEBP":
        return b""
    while len(head := file.read(8)) == 8:
        if head[:4] == b"VP8 ":
            return file.read(_HEAD)
        length = int.from_bytes(head[4:], "little")
        file.seek(length + length % 2, 1)
    return b""


def _mean_quantiser(bits: _Bits) -> float:
    """The mean index over the segments of a frame; the frame's own where it has none. RFC 6386, section 19.2."""
    bits.read(2)  # colour space, clamping
    absolute, values = 0, [0]
    if bits.read(1):
        has_map, has_values = bits.read(1), bits.read(1)
        if has_values:
            absolute, values = bits.read(1), bits.read_each(4, 7)
            bits.read_each(4, 6)  # the filter's strengths
        if has_map:
            bits.read_each(3, 8, signed=False)
    bits.read(10)  # the filter
    if bits.read(1) and bits.read(1):
        bits.read_each(8, 6)  # changes of its strength
    bits.read(2)  # the number of partitions
    own = bits.read(7)
    mean = sum(values) / len(values) + (0 if absolute else own)
    return min(max(mean, 0), _COARSEST)


class _Bits:
    """Numbers out of VP8's arithmetic coding, for as long as all bits are as likely 0 as 1."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data.ljust(_HEAD, b"\0"))
        self._below = 8 * (_HEAD - 1)
        self._range = 255

    def read(self, count: int) -> int:
        """The next number, of ``count`` bits."""
        number = 0
        for _ in range(count):
            number = 2 * number + self._bit()
        return number

    def read_each(self, times: int, count: int, *, signed: bool = True) -> list[int]:
        """Numbers that may be left out, each behind a bit that says so; then they are 0."""
        return [self._signed(count, signed) if self.read(1) else 0 for _ in range(times)]

    def _signed(self, count: int, signed: bool) -> int:
        number = self.read(count)
        return -number if signed and self.read(1) else number

    def _bit(self) -> int:
        split = 1 + (self._range - 1) // 2
        bit = self._value >= split << self._below
        if bit:
            self._value -= split << self._below
        self._range = self._range - split if bit else split
        while self._range < 128:
            self._range *= 2
            self._below -= 1
        return int(bit)
