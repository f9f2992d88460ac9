"""EXIF, IPTC and JPEG's resolution packed into JPEG and PNG files; libvips would change them or leave them out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from engine.files.codecs.stored_png import chunk
from engine.files.formats import Format
from engine.picture import Metadata

JPEG_SEGMENT = 65_533
"""The most bytes that one segment of a JPEG file holds."""

_PHOTOSHOP = b"Photoshop 3.0\0"
_IPTC_RESOURCE = 0x0404
_PROFILE = b"Raw profile type iptc\0"
_PROFILE_LIMIT = 1 << 22
_AFTER_START = {Format.JPEG: 2, Format.PNG: 33}


def insertion(format: Format, metadata: Metadata) -> tuple[int, bytes]:
    """What to put into a file of that format, and at which byte: after JPEG's start mark, or PNG's first chunk."""
    return _AFTER_START[format], (_jpeg_segments if format is Format.JPEG else _png_chunks)(metadata)


def iptc_of_photoshop(resources: bytes) -> bytes | None:
    """The IPTC in Photoshop's image resources."""
    at = len(_PHOTOSHOP) if resources.startswith(_PHOTOSHOP) else 0
    while resources[at : at + 4] == b"8BIM" and len(resources) >= at + 12:
        number = int.from_bytes(resources[at + 4 : at + 6], "big")
        name = (1 + resources[at + 6] + 1) // 2 * 2
        body = at + 6 + name + 4
        length = int.from_bytes(resources[body - 4 : body], "big")
        if number == _IPTC_RESOURCE:
            return resources[body : body + length] or None
        at = body + (length + 1) // 2 * 2
    return None


def scan_png(path: Path) -> tuple[bool, bytes | None]:
    """Whether a PNG file is animated, and its IPTC."""
    animated, iptc = False, None
    for kind, data in _chunks_before_pixels(path):
        animated = animated or kind == b"acTL"
        if data.startswith(_PROFILE):
            iptc = _raw_profile(kind, data.removeprefix(_PROFILE))
    return animated, iptc


def _jpeg_segments(metadata: Metadata) -> bytes:
    density = [min(round(dots), 65_535) for dots in metadata.resolution or (1, 1)]
    unit = 1 if metadata.resolution else 0
    segments = _segment(0xE0, struct.pack(">5sHBHHBB", b"JFIF\0", 0x0101, unit, *density, 0, 0))
    if metadata.exif:
        segments += _segment(0xE1, b"Exif\0\0" + metadata.exif)
    if metadata.iptc:
        resource = b"8BIM" + struct.pack(">HHI", _IPTC_RESOURCE, 0, len(metadata.iptc)) + metadata.iptc
        segments += _segment(0xED, _PHOTOSHOP + resource + bytes(len(metadata.iptc) % 2))
    return segments


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def _png_chunks(metadata: Metadata) -> bytes:
    chunks = chunk(b"eXIf", metadata.exif) if metadata.exif else b""
    if metadata.iptc:
        digits = metadata.iptc.hex()
        lines = [digits[i : i + 72] for i in range(0, len(digits), 72)]
        text = "\n".join(("", "iptc", f"{len(metadata.iptc):8}", *lines, ""))
        chunks += chunk(b"zTXt", _PROFILE + b"\0" + zlib.compress(text.encode()))
    return chunks


def _chunks_before_pixels(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Kind and data of the small chunks; data of other kinds is not read."""
    with path.open("rb") as file:
        file.seek(8)
        while len(header := file.read(8)) == 8:
            length, kind = int.from_bytes(header[:4], "big"), header[4:]
            if kind in (b"IDAT", b"IEND"):
                return
            data = file.read(length) if kind in (b"tEXt", b"zTXt") and length < _PROFILE_LIMIT else b""
            file.seek(length - len(data) + 4, 1)
            yield kind, data


def _raw_profile(kind: bytes, text: bytes) -> bytes | None:
    """The bytes of a profile written as hexadecimal text, or None where it is malformed."""
    try:
        if kind == b"zTXt":
            text = zlib.decompressobj().decompress(text[1:], _PROFILE_LIMIT)
        _, _, _, *digits = text.split(b"\n", 3)
        data = bytes.fromhex(b"".join(digits).decode("ascii"))
    except (ValueError, zlib.error):
        return None
    return iptc_of_photoshop(data) if data.startswith((b"8BIM", _PHOTOSHOP)) else data or None
