"""What a JPEG file says of itself before its first pixel, and whether it goes to its end; libvips tells neither."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.errors import UnreadablePicture
from engine.files.metadata.directories import TRAP, is_trap
from engine.sentences import Sentence

END = b"\xff\xd9"
MAX_SCANS = 100
"""The most scans of a progressive photo: each is a pass over all of its pixels. Photos have about ten."""
MAX_SEGMENTS = 10_000
"""The most segments before the pixels; a photo with a depth map in its XMP has some hundred."""

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_HIERARCHICAL = frozenset({0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF})
_PROGRESSIVE = frozenset({0xC2, 0xCA})
_ALONE = frozenset({0x00, 0x01, *range(0xD0, 0xD9)})
_FILL, _SCAN, _APP1 = 0xFF, 0xDA, 0xE1
_EXIF = b"Exif\0\0"
_SHORTEST_FRAME = 10
_TAIL = 1 << 16


class JpegFacts(NamedTuple):
    """``obstacle`` is why Fourfold does not take the file: "is ..."; ``buffered`` whether its pixels come in several
    passes; ``cut`` whether nothing marks its end."""

    obstacle: Sentence | None = None
    buffered: bool = False
    cut: bool = False


def look_at(path: Path) -> JpegFacts:
    """Look at the markers of a file. Raises OSError, UnreadablePicture."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        frame = scan = -1
        for number, (marker, at) in enumerate(_markers(data)):
            if number >= MAX_SEGMENTS:
                return JpegFacts(Sentence("has more than {most} parts, which no photo has", most=MAX_SEGMENTS))
            if marker == _APP1 and is_trap(_exif(data, at)):
                return JpegFacts(TRAP)
            frame, scan = at if marker in _FRAMES else frame, at if marker == _SCAN else scan
        if min(frame, scan) < 0:
            raise UnreadablePicture("{name} is damaged or cut short.", name=path.name)
        return _facts(data, frame, scan)


def is_cut(path: Path) -> bool:
    """Whether nothing marks the end of a file. Raises OSError, UnreadablePicture."""
    return look_at(path).cut


def _facts(data: mmap.mmap, frame: int, scan: int) -> JpegFacts:
    """By the places of the frame's marker and of the first scan's."""
    kind, precision, components = data[frame + 1], data[frame + 4], data[frame + 9]
    if precision != 8:
        return JpegFacts(Sentence("is a JPEG of {bits} bits a channel; Fourfold takes those of 8", bits=precision))
    if kind in _HIERARCHICAL:
        return JpegFacts(Sentence("is a hierarchical JPEG, which Fourfold does not read"))
    buffered = kind in _PROGRESSIVE or data[scan + 4] < components
    if buffered and _scans(data, scan) > MAX_SCANS:
        return JpegFacts(Sentence("comes in more than {most} scans, which no photo does", most=MAX_SCANS))
    return JpegFacts(None, buffered, _is_cut(data, scan))


def _markers(data: mmap.mmap) -> Iterator[tuple[int, int]]:
    """The markers up to the first scan, and their places."""
    at = 2
    while (at := data.find(b"\xff", at)) >= 0 and at + _SHORTEST_FRAME <= len(data):
        marker = data[at + 1]
        if marker == _FILL:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            yield marker, at
            if marker == _SCAN:
                return
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _exif(data: mmap.mmap, at: int) -> bytes:
    segment = data[at + 4 : at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")]
    return segment.removeprefix(_EXIF)


def _scans(data: mmap.mmap, first: int) -> int:
    """How many scans there are from the first one on; counting ends above the limit."""
    count, at, end = 0, first, data.find(END, first)
    while at >= 0 and count <= MAX_SCANS:
        count += 1
        at = data.find(b"\xff\xda", at + 2, end if end >= 0 else len(data))
    return count


def _is_cut(data: mmap.mmap, scan: int) -> bool:
    """No end mark lies behind the scan; most often one is in the tail of the file, but a film may follow it."""
    return data.rfind(END, max(scan, len(data) - _TAIL)) < 0 and data.find(END, scan) < 0
