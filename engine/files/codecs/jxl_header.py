"""The first bits of a JPEG XL file: its size and whether it is animated, known before anything is decoded.

They are laid out in ISO/IEC 18181-1: SizeHeader, then the start of ImageMetadata.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from engine.errors import UnreadablePicture
from engine.files.formats import first_bytes
from engine.geometry import Size

_CODESTREAM = b"\xff\x0a"
_RATIOS = {1: (1, 1), 2: (6, 5), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_START = 1 << 20


class JxlHeader(NamedTuple):
    """``size`` is upright."""

    size: Size
    animated: bool


def read_jxl_header(path: Path) -> JxlHeader:
    """Read the size of a file and whether it is animated. Raises UnreadablePicture."""
    bits = _Bits(_codestream(path, first_bytes(path, _START)))
    size = _size(bits)
    if bits.take(1):  # all of the metadata is as usual
        return JxlHeader(size, False)
    if not bits.take(1):  # no extra fields
        return JxlHeader(size, False)
    turned = bits.take(3) >= 4
    if bits.take(1):
        _size(bits)  # the size it was before
    preview, animated = bits.take(1), bits.take(1)
    return JxlHeader(Size(size.height, size.width) if turned else size, bool(animated and not preview))


class _Bits:
    """Numbers out of bits, which begin with the least significant of each byte."""

    def __init__(self, data: bytes) -> None:
        self._number = int.from_bytes(data, "little")

    def take(self, count: int) -> int:
        """The next number, of ``count`` bits; the bits behind the data are 0."""
        taken = self._number & ((1 << count) - 1)
        self._number >>= count
        return taken


def _size(bits: _Bits) -> Size:
    small = bool(bits.take(1))
    height = _length(bits, small)
    ratio = bits.take(3)
    if ratio == 0:
        return Size(_length(bits, small), height)
    across, down = _RATIOS[ratio]
    return Size(height * across // down, height)


def _length(bits: _Bits, small: bool) -> int:
    if small:
        return (bits.take(5) + 1) * 8
    return bits.take((9, 13, 18, 30)[bits.take(2)]) + 1


def _codestream(path: Path, start: bytes) -> bytes:
    """The first bytes of the codestream, which may lie in a box of a container."""
    if start.startswith(_CODESTREAM):
        return start[2:34]
    at = 0
    while len(header := start[at : at + 16]) >= 8:
        length, kind, body = int.from_bytes(header[:4], "big"), header[4:8], 8
        if length == 1:
            length, body = int.from_bytes(header[8:16], "big"), 16
        if kind in (b"jxlc", b"jxlp"):
            stream = start[at + body + (4 if kind == b"jxlp" else 0) :][:34]
            if stream.startswith(_CODESTREAM):
                return stream[2:]
        if length < body:
            break
        at += length
    raise UnreadablePicture("{name} is damaged or cut short.", name=path.name)
