"""What the segments of a JPEG file say that libvips does not pass on: comments and extended XMP; and how they are
written."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.files.metadata import xmp

SEGMENT = 65_533
"""The most bytes that one segment of a JPEG file holds."""
XMP_LIMIT = xmp.MAX_BYTES + (1 << 20)
"""The most bytes of extended XMP with its packaging, and what a result says more than its photo."""

_COMMENT, _APP1, _APP2 = 0xFE, 0xE1, 0xE2
_START_OF_SCAN = 0xDA
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
_GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1\0"
_COMMENTS_LIMIT = 64


class JpegSegments(NamedTuple):
    """``extended`` maps the name of an extended XMP packet, as ``HasExtendedXMP`` has it, to the packet."""

    comments: tuple[str, ...]
    extended: dict[str, bytes]
    has_gain_map: bool


def read_segments(path: Path) -> JpegSegments:
    """Read the segments before the pixels of a file. Raises OSError."""
    comments: list[str] = []
    portions: dict[str, dict[int, bytes]] = {}
    has_gain_map, room = False, XMP_LIMIT
    for kind, data in _segments(path):
        if kind == _COMMENT and len(comments) < _COMMENTS_LIMIT and (text := _decoded(data)):
            comments.append(text)
        elif kind == _APP2 and data.startswith(_GAIN_MAP):
            has_gain_map = True
        elif kind == _APP1 and data.startswith(_EXTENSION) and len(data) > len(_EXTENSION) + 40 and len(data) <= room:
            room -= len(data)
            body = data[len(_EXTENSION) :]
            name, at = body[:32].decode("latin-1"), int.from_bytes(body[36:40], "big")
            portions.setdefault(name, {})[at] = body[40:]
    whole = {name: b"".join(data for _, data in sorted(parts.items())) for name, parts in portions.items()}
    return JpegSegments(tuple(comments), whole, has_gain_map)


def segment(kind: int, data: bytes) -> bytes:
    """One segment of a file."""
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def comment_segments(text: str) -> bytes:
    """A comment, in more than one segment where it is long."""
    data = text.encode()
    return b"".join(segment(_COMMENT, data[at : at + SEGMENT]) for at in range(0, len(data), SEGMENT))


def xmp_segments(packet: bytes) -> bytes:
    """An XMP packet, of which goes into an extended one what a single segment cannot hold."""
    if len(packet) <= SEGMENT - len(_XMP):
        return segment(_APP1, _XMP + packet)
    main, extended, name = xmp.split(packet, SEGMENT - len(_XMP))
    step = SEGMENT - len(_EXTENSION) - 40
    portions = (
        segment(_APP1, _EXTENSION + name.encode() + struct.pack(">II", len(extended), at) + extended[at : at + step])
        for at in range(0, len(extended), step)
    )
    return segment(_APP1, _XMP + main) + b"".join(portions)


def _segments(path: Path) -> Iterator[tuple[int, bytes]]:
    """Kind and data of those of interest before the pixels."""
    with path.open("rb") as file:
        file.seek(2)
        while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != _START_OF_SCAN:
            if head[1] == 0xFF:  # fill bytes
                file.seek(-3, 1)
                continue
            length = int.from_bytes(head[2:], "big") - 2
            wanted = head[1] in (_COMMENT, _APP1, _APP2)
            data = file.read(max(0, length)) if wanted else b""
            file.seek(max(0, length - len(data)), 1)
            yield head[1], data


def _decoded(data: bytes) -> str:
    data = data.rstrip(b"\0")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
