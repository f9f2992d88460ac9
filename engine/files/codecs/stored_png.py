"""Pixels as an uncompressed PNG stream, through which bands of any channels and depth reach libvips in constant
memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

import numpy as np

from engine.picture import Header, Pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
_BLOCK = 65_535
_PIECE = 1 << 20


def stored_png(header: Header, bands: Iterable[Pixels]) -> Iterator[bytes]:
    """The stream, in pieces of about a megabyte. It ends early when the bands do: then the decoder finds it cut
    short."""
    shape = struct.pack(">IIBBBBB", *header.size, header.depth, _COLOUR_TYPES[header.channels], 0, 0, 0)
    yield SIGNATURE + chunk(b"IHDR", shape) + chunk(b"IDAT", b"\x78\x01")
    checksum, rows = 1, 0
    for band in bands:
        for lines in _lines(band):
            checksum = zlib.adler32(lines, checksum)
            yield chunk(b"IDAT", b"".join(_stored(lines)))
        rows += len(band)
    if rows == header.size.height:
        yield chunk(b"IDAT", b"\x01\0\0\xff\xff" + struct.pack(">I", checksum)) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


def _lines(band: Pixels) -> Iterator[memoryview]:
    """The rows, each after its filter byte 0, big-endian, a few at a time."""
    row_bytes = band[0].nbytes
    height = max(1, _PIECE // row_bytes)
    for top in range(0, len(band), height):
        rows = band[top : top + height]
        values = np.ascontiguousarray(rows if rows.dtype == np.uint8 else rows.astype(">u2"))
        lines = np.zeros((len(rows), 1 + row_bytes), np.uint8)
        lines[:, 1:] = values.reshape(len(rows), -1).view(np.uint8)
        yield lines.reshape(-1).data


def _stored(lines: memoryview) -> Iterator[bytes | memoryview]:
    """Deflate's stored blocks."""
    for at in range(0, len(lines), _BLOCK):
        block = lines[at : at + _BLOCK]
        yield struct.pack("<BHH", 0, len(block), _BLOCK - len(block))
        yield block
