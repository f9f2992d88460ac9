"""What a result does not say that its photo said, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from engine.files.formats import Format
from engine.files.metadata import notes, true_exif, true_xmp
from engine.picture import Metadata
from engine.sentences import Sentence

NOTE_LOST = Sentence(
    "The camera maker's own data in EXIF (MakerNote) is left out: elsewhere it would point to nothing."
)


_NAMES = 10
"""The most keywords that a sentence names."""


def losses(said: Metadata, stored: Metadata, format: Format) -> tuple[Sentence, ...]:
    """What of a photo's metadata is not in a result's as ``stored_header`` gives it, though it was to be kept."""
    return tuple(_losses(said, stored, format))


def _losses(said: Metadata, stored: Metadata, format: Format) -> Iterator[Sentence]:
    tags = true_exif.parsed(said.exif)
    if said.exif and tags is None:
        yield Sentence("EXIF is damaged and left out.")
    if said.xmp and true_xmp.parsed(said.xmp) is None:
        yield Sentence("XMP is damaged and left out.")
    elif said.xmp and true_xmp.of_photo(said.xmp) is None:
        yield Sentence("XMP is left out: it is far longer than that of any photo.")
    if tags and not stored.exif:
        yield _too_long("EXIF", format)
    elif tags and true_exif.has_note(tags) and not _has_note(stored):
        yield NOTE_LOST
    if said.iptc and not stored.iptc and format is Format.JPEG:
        yield _too_long("IPTC", format)
    elif said.iptc and not stored.iptc:
        yield Sentence("IPTC is left out: {format} has no place for it.", format=format.label)
    yield from _lost_notes(said, stored, format)


def _too_long(kind: str, format: Format) -> Sentence:
    return Sentence("{kind} is left out: {format} holds no more than 64 KB of it.", kind=kind, format=format.label)


def _has_note(stored: Metadata) -> bool:
    tags = true_exif.parsed(stored.exif)
    return tags is not None and true_exif.has_note(tags)


def _lost_notes(said: Metadata, stored: Metadata, format: Format) -> Iterator[Sentence]:
    lost = [note.keyword for note in notes.placeless(said.notes) if note not in stored.notes]
    kept = notes.about_the_photo(note for note in said.notes if note.keyword in lost)
    if kept:
        names = ", ".join(list(dict.fromkeys(_shown(note.keyword) for note in kept))[:_NAMES])
        yield Sentence(
            "{format} has no place for these texts, which are left out: {names}.", format=format.label, names=names
        )


def _shown(keyword: str) -> str:
    return keyword if keyword.isprintable() else ascii(keyword)
