"""Fourfold's own results, known by the provenance that is written into them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine.errors import UnreadablePicture
from engine.files.formats import Format, first_bytes, sniff
from engine.files.metadata.true_metadata import provenance
from engine.files.metadata.xmp import FOURFOLD
from engine.files.reading import open_any_size
from engine.sentences import why

_START = 2**20
"""Bytes of a JPEG XL file in which our XMP is looked for; whole it would have to be decoded for that."""

_LONGEST_NAME = 1_000
"""Letters of a name, so that it fits beside all else into one part of a JPEG file; those of files have at most 255."""


def said_of_making(path: Path) -> dict[str, str]:
    """The provenance of a result; empty for any other file, also for one that cannot be read."""
    try:
        return provenance(open_any_size(path).header.metadata)
    except Exception:  # noqa: BLE001 - whatever is wrong with a file, it is no result; who opens it says what
        return {}


def is_own_result(path: Path) -> bool:
    """Whether Fourfold made that file, by a look at its header."""
    try:
        format = sniff(path)
        if format is Format.JXL:
            return FOURFOLD.encode() in first_bytes(path, _START)
    except UnreadablePicture:
        return False
    return format.writable and bool(said_of_making(path))


def is_whole(path: Path) -> bool:
    """Whether a result can be decoded to its end."""
    try:
        for _ in open_any_size(path).bands():
            pass
    except Exception:  # noqa: BLE001 - as above
        return False
    return True


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises UnreadablePicture."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error


def readable(name: str) -> str:
    """A name as text that every XML can hold: what cannot be printed is written by its number, and one that is longer
    than names are is cut."""
    letters = name[:_LONGEST_NAME]
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in letters)
