"""What the small chunks of a PNG file say: animation, text, profiles as text, colours without a profile."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.files.codecs.photoshop import PHOTOSHOP, iptc_of_photoshop
from engine.files.codecs.stored_png import chunk
from engine.files.colour.signals import Signal, of_code_points, of_gamma
from engine.picture import Note

TEXT_LIMIT = 1 << 22
"""The most bytes of one text, and the most characters of all together; the longest that programs write (a workflow of
an image generator) have some hundred thousand."""

TEXTS_LIMIT = 1_000
"""The most texts of a file; ImageMagick writes all of EXIF as some hundred."""
_NONSENSE = TEXTS_LIMIT // 8
"""How many texts one counts for that is malformed or too long, for it may have been unpacked in vain."""

_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_EXIF = b"eXIf"
_SMALL = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"cICP": 4}
_RAW_PROFILE = "Raw profile type "
_XMP = "XML:com.adobe.xmp"
_PROFILES = {"exif": "exif", "APP1": "exif", "iptc": "iptc", "8bim": "iptc"}


@dataclass
class PngChunks:
    """``iptc`` and ``exif`` are also those that ImageMagick and others write as text. ``signal`` are the colours where
    no profile tells them, ``overrides`` where it goes before a profile."""

    animated: bool = False
    iptc: bytes | None = None
    exif: bytes | None = None
    notes: tuple[Note, ...] = ()
    signal: Signal | None = None
    overrides: bool = False


def read_chunks(path: Path) -> PngChunks:
    """Read what the chunks of a file say. Raises OSError."""
    found = PngChunks()
    small: dict[bytes, bytes] = {}
    room, texts = TEXT_LIMIT, TEXTS_LIMIT
    for kind, data in _chunks(path):
        found.animated |= kind == b"acTL"
        if kind == _EXIF:
            found.exif = data
        elif len(data) == _SMALL.get(kind):
            small.setdefault(kind, data)
        elif kind in _TEXTS and texts > 0:
            note = _text(kind, data)
            if note and len(note.text) <= room:
                room, texts = room - len(note.text), texts - 1
                _take(found, note)
            else:
                texts -= _NONSENSE
    _understand(found, small)
    return found


def text_chunk(note: Note) -> bytes:
    """A note as a chunk: Latin-1 where that does, else UTF-8."""
    keyword = note.keyword.encode("latin-1", "replace")[:79] or b"Comment"
    try:
        return chunk(b"tEXt", keyword + b"\0" + note.text.encode("latin-1"))
    except UnicodeEncodeError:
        return chunk(b"iTXt", keyword + b"\0\0\0\0\0" + note.text.encode())


def _chunks(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Kind and data of all chunks; data that is not looked at is not read."""
    with path.open("rb") as file:
        file.seek(8)
        while len(header := file.read(8)) == 8:
            length, kind = int.from_bytes(header[:4], "big"), header[4:]
            wanted = (kind in (*_TEXTS, _EXIF) and length < TEXT_LIMIT) or _SMALL.get(kind) == length
            data = file.read(length) if wanted else b""
            file.seek(length - len(data) + 4, 1)
            yield kind, data
            if kind == b"IEND":
                return


def _text(kind: bytes, data: bytes) -> Note | None:
    """A chunk's keyword and text; None where it is malformed or longer than the limit."""
    keyword, _, rest = data.partition(b"\0")
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        rest = rest.partition(b"\0")[2].partition(b"\0")[2]
    try:
        if packed:
            unpacking = zlib.decompressobj()
            rest = unpacking.decompress(rest if kind == b"iTXt" else rest[1:], TEXT_LIMIT)
            if unpacking.unconsumed_tail:
                return None
        text = rest.decode("utf-8" if kind == b"iTXt" else "latin-1")
    except (zlib.error, UnicodeDecodeError):
        return None
    return Note(keyword.decode("latin-1"), text) if keyword and text else None


def _take(found: PngChunks, note: Note) -> None:
    if not note.keyword.startswith(_RAW_PROFILE):
        if note.keyword != _XMP:
            found.notes += (note,)
        return
    match _PROFILES.get(note.keyword.removeprefix(_RAW_PROFILE)), _raw_profile(note.text):
        case "iptc", bytes(data):
            found.iptc = iptc_of_photoshop(data) if data.startswith((b"8BIM", PHOTOSHOP)) else data
        case "exif", bytes(data) if not found.exif and data.startswith((b"Exif\0\0", b"II", b"MM")):
            found.exif = data.removeprefix(b"Exif\0\0")


def _raw_profile(text: str) -> bytes | None:
    """The bytes of a profile written as hexadecimal text, or None where it is malformed."""
    with suppress(ValueError):
        _, _, _, *digits = text.split("\n", 3)
        return bytes.fromhex("".join(digits)) or None
    return None


def _understand(found: PngChunks, small: dict[bytes, bytes]) -> None:
    """The colours, of which cICP goes before a profile, and sRGB before gAMA and cHRM (PNG, third edition, 13.13)."""
    if codes := small.get(b"cICP"):
        found.signal = of_code_points(codes[0], codes[1])
        found.overrides = found.signal is not None
    if found.signal is None and b"gAMA" in small and b"sRGB" not in small:
        (gamma,) = struct.unpack(">I", small[b"gAMA"])
        found.signal = of_gamma(gamma, struct.unpack(">8I", small[b"cHRM"]) if b"cHRM" in small else ())
