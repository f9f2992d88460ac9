"""EXIF, IPTC, notes, JPEG's resolution and XMP packed into JPEG and PNG files; libvips would change or lose them."""

from __future__ import annotations

import struct
import zlib

from engine.files.codecs.jpeg_segments import comment_segments, segment, xmp_segments
from engine.files.codecs.photoshop import IPTC_RESOURCE, PHOTOSHOP
from engine.files.codecs.png_chunks import text_chunk
from engine.files.codecs.stored_png import chunk
from engine.files.formats import Format
from engine.picture import Metadata

_PROFILE = b"Raw profile type iptc\0"
_AFTER_START = {Format.JPEG: 2, Format.PNG: 33}


def insertion(format: Format, metadata: Metadata) -> tuple[int, bytes]:
    """What to put into a file of that format, and at which byte: after JPEG's start mark, or PNG's first chunk."""
    return _AFTER_START[format], (_jpeg_segments if format is Format.JPEG else _png_chunks)(metadata)


def _jpeg_segments(metadata: Metadata) -> bytes:
    density = [min(round(dots), 65_535) for dots in metadata.resolution or (1, 1)]
    unit = 1 if metadata.resolution else 0
    segments = segment(0xE0, struct.pack(">5sHBHHBB", b"JFIF\0", 0x0101, unit, *density, 0, 0))
    if metadata.exif:
        segments += segment(0xE1, b"Exif\0\0" + metadata.exif)
    if metadata.xmp:
        segments += xmp_segments(metadata.xmp)
    if metadata.iptc:
        resource = b"8BIM" + struct.pack(">HHI", IPTC_RESOURCE, 0, len(metadata.iptc)) + metadata.iptc
        segments += segment(0xED, PHOTOSHOP + resource + bytes(len(metadata.iptc) % 2))
    return segments + b"".join(comment_segments(note.text) for note in metadata.notes)


def _png_chunks(metadata: Metadata) -> bytes:
    chunks = chunk(b"eXIf", metadata.exif) if metadata.exif else b""
    if metadata.iptc:
        digits = metadata.iptc.hex()
        lines = [digits[i : i + 72] for i in range(0, len(digits), 72)]
        text = "\n".join(("", "iptc", f"{len(metadata.iptc):8}", *lines, ""))
        chunks += chunk(b"zTXt", _PROFILE + b"\0" + zlib.compress(text.encode()))
    return chunks + b"".join(text_chunk(note) for note in metadata.notes)
