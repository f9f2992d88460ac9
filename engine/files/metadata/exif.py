"""Directories of tags as TIFF files and EXIF blocks hold them: read, changed and written without losing a tag we do not
know.

A directory is a list of (tag, kind, values). EXIF is a small TIFF structure of such directories; a TIFF picture is a
large one. Both are handled here, classic and BigTIFF, in either byte order.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.files.metadata.rationed import Buffer, Rationed
from engine.files.metadata.rationed import MalformedTags as MalformedTags
from engine.files.metadata.room import Room

CHILDREN = frozenset({34665, 34853, 40965})
"""Tags whose value is the place of another directory: EXIF, GPS, interoperability."""
MAX_TAGS = 4096
"""The most tags of a directory, as in libtiff. Photos have up to two hundred."""
MAX_DEPTH = 2
"""How many directories lie inside each other at most: interoperability in EXIF in the main one."""

MAKER_NOTE = 37500
"""A camera maker's own tag. What it holds may point to places in the file, so it is only true where it stood."""

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_LETTERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_UTF8 = 129
"""Texts of EXIF 3; programs that do not know it take UTF-8 as ASCII."""
_SHORT, _LONG, _ASCII, _RATIONAL, _UNDEFINED = 3, 4, 2, 5, 7


class Layout(NamedTuple):
    """How a TIFF structure is written: ``order`` is ``<`` or ``>``."""

    order: str
    big: bool = False

    @property
    def prefix(self) -> bytes:
        """What such a structure begins with, up to the place of its first directory."""
        mark = b"II" if self.order == "<" else b"MM"
        return mark + (struct.pack(self.order + "HHH", 43, 8, 0) if self.big else struct.pack(self.order + "H", 42))

    @property
    def place_format(self) -> str:
        """The ``struct`` format of a place in the file. A value no longer than that stands in the entry itself."""
        return self.order + ("Q" if self.big else "I")

    @property
    def count_format(self) -> str:
        """The ``struct`` format of the number of entries that a directory begins with."""
        return self.order + ("Q" if self.big else "H")

    @property
    def entry_format(self) -> str:
        """The ``struct`` format of an entry's tag, field type and number of values, before their place."""
        return self.order + "HH" + ("Q" if self.big else "I")


class Value(NamedTuple):
    """The values of one tag: ``kind`` is TIFF's field type, ``data`` its bytes in the order of the directory."""

    kind: int
    data: bytes


@dataclass
class Directory:
    """Tags by number, and the directories that some of them point to. ``places`` says where a value stood that may only
    stand there."""

    order: str
    values: dict[int, Value] = field(default_factory=dict)
    children: dict[int, Directory] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict, compare=False)

    def numbers(self, tag: int) -> tuple[int, ...]:
        """The whole numbers of a tag; a rational is given as numerator and denominator. Empty if there are none."""
        if (value := self.values.get(tag)) is None:
            return ()
        letter, size = ("I", 4) if value.kind == _RATIONAL else (_LETTERS.get(value.kind), _SIZES[value.kind])
        return struct.unpack(f"{self.order}{len(value.data) // size}{letter}", value.data) if letter else ()

    def set_short(self, tag: int, *numbers: int) -> None:
        """Whole numbers from 0 to 65,535."""
        self.values[tag] = Value(_SHORT, struct.pack(f"{self.order}{len(numbers)}H", *numbers))

    def set_long(self, tag: int, *numbers: int) -> None:
        """Whole numbers of 32 bits, not negative."""
        self.values[tag] = Value(_LONG, struct.pack(f"{self.order}{len(numbers)}I", *numbers))

    def set_rational(self, tag: int, number: float) -> None:
        """A positive number to a ten-thousandth."""
        self.values[tag] = Value(_RATIONAL, struct.pack(f"{self.order}II", round(number * 10_000), 10_000))

    def set_text(self, tag: int, text: str) -> None:
        """A text, in UTF-8 where it is not ASCII."""
        self.values[tag] = Value(_ASCII, text.encode() + b"\0")

    def set_bytes(self, tag: int, data: bytes) -> None:
        """Bytes of no declared meaning."""
        self.values[tag] = Value(_UNDEFINED, data)

    def drop(self, tags: Iterable[int]) -> None:
        """Remove the values of those tags that there are; directories below stay."""
        for tag in tags:
            self.values.pop(tag, None)

    def reordered(self, order: str) -> Directory:
        """The same in another byte order, to stand anywhere."""
        values = {tag: _swapped(value) if order != self.order else value for tag, value in self.values.items()}
        return Directory(order, values, {tag: child.reordered(order) for tag, child in self.children.items()})


def from_block(block: bytes) -> Directory:
    """The main directory of an EXIF block (without ``Exif\\0\\0``). Its thumbnail directory is left out. Raises
    ``MalformedTags``."""
    return read_directory(Rationed(block), *find_directory(block))


def to_block(directory: Directory) -> bytes:
    """An EXIF block. A maker's note stands where it stood."""
    layout = Layout(directory.order)
    room = Room(8, _fixed(directory, 8))
    place = _write(directory, room, layout)
    return layout.prefix + struct.pack(directory.order + "I", place) + bytes(room.data)


def find_directory(buffer: Buffer) -> tuple[int, Layout]:
    """Where the first directory of a TIFF structure begins, and its layout. Raises ``MalformedTags``."""
    start = bytes(buffer[:16])
    for layout in (Layout("<"), Layout(">"), Layout("<", big=True), Layout(">", big=True)):
        at = len(layout.prefix)
        if start.startswith(layout.prefix) and len(start) >= at + struct.calcsize(layout.place_format):
            return struct.unpack_from(layout.place_format, start, at)[0], layout
    raise MalformedTags("no TIFF structure begins here")


def read_directory(buffer: Buffer, at: int, layout: Layout, above: tuple[int, ...] = ()) -> Directory:
    """The directory at a place. A value or a directory below that lies outside the buffer or makes no sense is left
    out, as is one that lies ``above``. Raises ``MalformedTags``."""
    count = _unpacked(buffer, at, layout.count_format)[0]
    if at in above or len(above) > MAX_DEPTH or count > MAX_TAGS:
        raise MalformedTags("no sensible directory of tags")
    directory = Directory(layout.order)
    first = at + struct.calcsize(layout.count_format)
    step = struct.calcsize(layout.entry_format) + struct.calcsize(layout.place_format)
    for number in range(count):
        tag, value = _read_entry(buffer, first + number * step, layout)
        if value is None:
            continue
        directory.values[tag] = value
        if tag == MAKER_NOTE and (place := _place_of(buffer, first + number * step, layout, value)):
            directory.places[tag] = place
        if tag in CHILDREN and (places := directory.numbers(tag)):
            del directory.values[tag]
            with suppress(MalformedTags):  # a bad directory costs only itself
                directory.children[tag] = read_directory(buffer, places[0], layout, (*above, at))
    return directory


def dump(directory: Directory, at: int, layout: Layout) -> bytes:
    """The directory and all it refers to, as bytes to stand at place ``at``; nothing keeps the place it had."""
    room = Room(at, {})
    _write(directory, room, layout)
    return bytes(room.data)


def _fixed(directory: Directory, start: int) -> dict[int, int]:
    """Place and length of all that keeps its place, behind ``start``."""
    found = {place: len(directory.values[tag].data) for tag, place in directory.places.items() if place >= start}
    for child in directory.children.values():
        found |= _fixed(child, start)
    return found


def _write(directory: Directory, room: Room, layout: Layout) -> int:
    """Put the directory and all it refers to; returns its place."""
    inline = struct.calcsize(layout.place_format)
    tags = sorted(directory.values.keys() | directory.children.keys())
    size = len(tags) * (struct.calcsize(layout.entry_format) + inline)
    at = room.take(struct.calcsize(layout.count_format) + size + inline)  # with the place of no next directory
    entries = [struct.pack(layout.count_format, len(tags))]
    for tag in tags:
        if (child := directory.children.get(tag)) is not None:
            kind, length = _LONG if not layout.big else 18, 1
            short = struct.pack(layout.place_format, _write(child, room, layout))
        else:
            kind, short = directory.values[tag]
            length = len(short) // _SIZES[kind]
            if len(short) > inline:
                short = struct.pack(layout.place_format, _put_value(directory, tag, room))
        entries.append(struct.pack(layout.entry_format, tag, kind, length) + short.ljust(inline, b"\0"))
    room.put(at, b"".join(entries) + bytes(inline))
    return at


def _put_value(directory: Directory, tag: int, room: Room) -> int:
    data = directory.values[tag].data
    place = directory.places.get(tag)
    if place is None or room.fixed.get(place) != len(data):
        place = room.take(len(data))
    room.put(place, data)
    return place


def _read_entry(buffer: Buffer, at: int, layout: Layout) -> tuple[int, Value | None]:
    """The tag of an entry and its value; None where that is empty, of an unknown type or outside the buffer."""
    tag, kind, length = _unpacked(buffer, at, layout.entry_format)
    kind = _ASCII if kind == _UTF8 else kind
    inline = at + struct.calcsize(layout.entry_format)
    size = length * _SIZES.get(kind, 0)
    is_inline = size <= struct.calcsize(layout.place_format)
    place = inline if is_inline else _unpacked(buffer, inline, layout.place_format)[0]
    data = bytes(buffer[place : place + size])
    return tag, Value(kind, data) if 0 < size <= len(data) else None


def _place_of(buffer: Buffer, at: int, layout: Layout, value: Value) -> int | None:
    """Where the value of the entry at a place stands; None where that is the entry itself."""
    if len(value.data) <= struct.calcsize(layout.place_format):
        return None
    return _unpacked(buffer, at + struct.calcsize(layout.entry_format), layout.place_format)[0]


def _unpacked(buffer: Buffer, at: int, form: str) -> tuple[int, ...]:
    data = bytes(buffer[at : at + struct.calcsize(form)])
    if len(data) < struct.calcsize(form):
        raise MalformedTags("the directory of tags is cut short")
    return struct.unpack(form, data)


def _swapped(value: Value) -> Value:
    unit = 4 if value.kind in (5, 10) else _SIZES[value.kind]
    data = b"".join(value.data[i : i + unit][::-1] for i in range(0, len(value.data), unit)) if unit > 1 else value.data
    return Value(value.kind, data)
