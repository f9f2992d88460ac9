"""Texts under keywords (PNG's, and the comments of JPEG and GIF): which go along, and their places in other formats."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from engine.files.metadata import exif, xmp
from engine.files.metadata.true_exif import DETAILS
from engine.picture import Note

COMMENT = "Comment"

_TITLE = "Title"
_TAGS = {"Author": 315, "Copyright": 33432, "Description": 270}
_USER_COMMENT = 37510
_PARAMETERS = "parameters"
"""Under which image generators write what they were told; as JPEG and WebP they write it as EXIF's user comment."""

_LONGEST = 30_000
"""Bytes of a text that goes into EXIF, which JPEG allows 65,533 bytes in all."""
_ABOUT_THE_FILE = ("Software", "Thumb::", "date:", "png:")
"""Keywords of texts that are about the old file, not the photo."""


def about_the_photo(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those that stay true for a result."""
    return tuple(note for note in notes if not note.keyword.startswith(_ABOUT_THE_FILE))


def placeless(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those that no tag of EXIF or XMP is meant for."""
    known = {_TITLE, COMMENT, _PARAMETERS, *_TAGS}
    return tuple(note for note in notes if note.keyword not in known or len(note.text.encode()) > _LONGEST)


def put_into_tags(notes: Iterable[Note], tags: exif.Directory, root: Element) -> None:
    """Write the others into EXIF and XMP, where those do not say it already."""
    notes = [note for note in notes if note not in placeless([note])]
    for note in sorted(notes, key=lambda note: note.keyword != _PARAMETERS):
        if note.keyword == _TITLE:
            xmp.put_title(root, note.text)
        elif tag := _TAGS.get(note.keyword):
            if tag not in tags.values:
                tags.set_text(tag, note.text)
        else:
            details = tags.children.setdefault(DETAILS, exif.Directory(tags.order))
            if not details.values.get(_USER_COMMENT, exif.Value(7, b""))[1][8:].strip(b" \0"):
                details.set_bytes(_USER_COMMENT, _user_comment(note.text, tags.order))


def _user_comment(text: str, order: str) -> bytes:
    if text.isascii():
        return b"ASCII\0\0\0" + text.encode()
    return b"UNICODE\0" + text.encode("utf-16-le" if order == "<" else "utf-16-be")
