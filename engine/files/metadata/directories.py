"""Directories of tags looked through without their values: how many pictures a TIFF file has, and whether EXIF is a
trap for the libraries that read it."""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from typing import NamedTuple

from engine.files.metadata.exif import CHILDREN, Layout, MalformedTags, find_directory
from engine.files.metadata.rationed import Buffer, Rationed
from engine.sentences import Sentence

MAX_PAGES = 100
"""The most pictures in a row that a TIFF file is looked through for. A photo has one, and up to ten reduced copies."""
MAX_POINTERS = 16
"""The most directories that the tags of EXIF refer to. A camera writes three. libvips goes wherever the tags lead, and
some hundred of them keep it busy for minutes."""

TRAP = Sentence("has EXIF that refers to itself again and again")
"""Why a file is not taken whose EXIF is one."""

_SUBFILE_TYPE, _WIDTH, _HEIGHT = 254, 256, 257
_REDUCED, _MASK = 1, 4
_LETTERS = {3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}


class Page(NamedTuple):
    """One picture of a TIFF file: its sides in pixels, and whether it counts, being no reduced copy or mask."""

    width: int
    height: int
    counts: bool


def pages(buffer: Buffer) -> Iterator[Page]:
    """The pictures in a row, one more than ``MAX_PAGES`` at most. Raises ``MalformedTags``."""
    at, layout = find_directory(buffer)
    rationed, seen = Rationed(buffer), set[int]()
    while at and at not in seen and len(seen) <= MAX_PAGES:
        seen.add(at)
        found, at = _numbers(rationed, at, layout, (_SUBFILE_TYPE, _WIDTH, _HEIGHT))
        tags = dict(found)
        yield Page(tags.get(_WIDTH, 0), tags.get(_HEIGHT, 0), not tags.get(_SUBFILE_TYPE, 0) & (_REDUCED | _MASK))


def is_trap(block: bytes) -> bool:
    """Whether the tags of an EXIF block refer to more directories than any camera writes."""
    try:
        at, layout = find_directory(block)
        return _pointers(block, at, layout) > MAX_POINTERS
    except MalformedTags:
        return False


def _pointers(block: bytes, first: int, layout: Layout) -> int:
    """How many tags refer to directories; those of one directory are counted once, and no more once it is too many."""
    count, waiting, seen = 0, [first], set[int]()
    while waiting and count <= MAX_POINTERS:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            found, after = _numbers(block, at, layout, CHILDREN)
            waiting += [place for _, place in found] + [after]
            count += len(found)
    return count


def _numbers(buffer: Buffer, at: int, layout: Layout, wanted: Container[int]) -> tuple[list[tuple[int, int]], int]:
    """Tag and number of the entries wanted that hold a single one, and the place of the next directory, 0 behind the
    last. A directory that is cut short ends there. Raises ``MalformedTags``."""
    head, step = struct.calcsize(layout.count_format), _step(layout)
    start = bytes(buffer[at : at + head])
    if len(start) < head:
        return [], 0
    count: int = struct.unpack(layout.count_format, start)[0]
    body = bytes(buffer[at + head : at + head + count * step + struct.calcsize(layout.place_format)])
    found = []
    for place in range(0, min(count, len(body) // step) * step, step):
        tag, kind, length = struct.unpack_from(layout.entry_format, body, place)
        if tag in wanted and length == 1 and kind in _LETTERS:
            number = struct.unpack_from(
                layout.order + _LETTERS[kind], body, place + struct.calcsize(layout.entry_format)
            )
            found.append((tag, number[0]))
    after = body[count * step :].ljust(8, b"\0")
    return found, struct.unpack_from(layout.place_format, after)[0]


def _step(layout: Layout) -> int:
    return struct.calcsize(layout.entry_format) + struct.calcsize(layout.place_format)
