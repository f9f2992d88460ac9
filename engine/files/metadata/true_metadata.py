"""What a file says about a photo, made true for its upscaled result.

All functions are pure. EXIF or XMP that cannot be understood never fails a photo: it is left out, because nobody could
say whether it still holds. ``true_exif`` and ``true_xmp`` know the tags.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.files.metadata import exif, notes, true_exif, true_xmp, xmp
from engine.geometry import Size
from engine.picture import Metadata


def corrected(metadata: Metadata, size: Size, scale: float) -> Metadata:
    """The same, true for an upright result of ``size``, ``scale`` times as wide as the photo: dimensions, orientation
    1, no thumbnail, nothing of parts that are left behind. The resolution stays, so that the print is ``scale`` times
    as wide."""
    tags, root = true_exif.parsed(metadata.exif), true_xmp.of_photo(metadata.xmp)
    turned = tags is not None and tags.numbers(true_exif.ORIENTATION) not in ((), (1,))
    if tags is not None:
        true_exif.correct(tags, size, scale)
    if root is not None:
        true_xmp.correct(root, size, scale, turned)
    return replace(
        metadata,
        exif=None if tags is None else _block(tags),
        xmp=None if root is None else xmp.serialise(root),
        notes=notes.about_the_photo(metadata.notes),
    )


def with_provenance(metadata: Metadata, provenance: Mapping[str, str]) -> Metadata:
    """With how the picture was made: all of ``provenance`` (XML names to text) in XMP, and ``software`` in EXIF."""
    root = true_xmp.parsed(metadata.xmp)
    root = xmp.empty() if root is None else root
    xmp.put(root, xmp.FOURFOLD, provenance)
    tags = true_exif.parsed(metadata.exif) or exif.Directory("<")
    tags.set_text(true_exif.SOFTWARE, " ".join(("Fourfold", provenance.get("version", ""))).strip())
    return replace(metadata, xmp=xmp.serialise(root), exif=exif.to_block(tags))


def provenance(metadata: Metadata) -> dict[str, str]:
    """What ``with_provenance`` wrote; empty for any other picture."""
    root = true_xmp.parsed(metadata.xmp)
    return {} if root is None else xmp.take(root, xmp.FOURFOLD)


def with_resolution_in_exif(metadata: Metadata) -> Metadata:
    """With the resolution in EXIF too, for formats that have no other place for it."""
    if metadata.resolution is None:
        return metadata
    tags = true_exif.parsed(metadata.exif) or exif.Directory("<")
    tags.set_rational(true_exif.X_RESOLUTION, metadata.resolution[0])
    tags.set_rational(true_exif.Y_RESOLUTION, metadata.resolution[1])
    tags.set_short(true_exif.RESOLUTION_UNIT, 2)
    return replace(metadata, exif=exif.to_block(tags))


def exif_resolution(block: bytes | None) -> tuple[float, float] | None:
    """The resolution EXIF states, in pixels an inch."""
    tags = true_exif.parsed(block)
    if tags is None:
        return None
    across, down = tags.numbers(true_exif.X_RESOLUTION), tags.numbers(true_exif.Y_RESOLUTION)
    if len(across) != 2 or len(down) != 2 or 0 in (*across, *down):
        return None
    inch = 2.54 if tags.numbers(true_exif.RESOLUTION_UNIT) == (3,) else 1.0
    return across[0] / across[1] * inch, down[0] / down[1] * inch


def in_srgb(metadata: Metadata) -> Metadata:
    """True for pixels that were brought from the profile's colours to sRGB."""
    tags, root = true_exif.parsed(metadata.exif), true_xmp.parsed(metadata.xmp)
    if tags is not None:
        true_exif.say_srgb(tags)
    if root is not None:
        true_xmp.say_srgb(root)
    return replace(
        metadata,
        icc=None,
        exif=metadata.exif if tags is None else exif.to_block(tags),
        xmp=metadata.xmp if root is None else xmp.serialise(root),
    )


def is_adobe_rgb(block: bytes | None) -> bool:
    """Whether EXIF says Adobe RGB, as cameras do that embed no profile."""
    tags = true_exif.parsed(block)
    return tags is not None and true_exif.is_adobe_rgb(tags)


def with_notes_in_tags(metadata: Metadata) -> Metadata:
    """With the notes in EXIF and XMP, for formats that have no other place for them."""
    if len(notes.placeless(metadata.notes)) == len(metadata.notes):
        return replace(metadata, notes=())
    tags = true_exif.parsed(metadata.exif) or exif.Directory("<")
    root = true_xmp.parsed(metadata.xmp)
    root = xmp.empty() if root is None else root
    notes.put_into_tags(metadata.notes, tags, root)
    return replace(metadata, exif=exif.to_block(tags), xmp=xmp.serialise(root), notes=())


def with_movable_note(metadata: Metadata) -> Metadata:
    """Without a maker's note that is only true in its place, for formats that cannot keep it there."""
    tags = true_exif.parsed(metadata.exif)
    if tags is None or true_exif.release_note(tags):
        return metadata
    return replace(metadata, exif=_block(tags))


def without_maker_note(metadata: Metadata) -> Metadata:
    """Without the maker's note, which is the longest part of EXIF."""
    if (tags := true_exif.parsed(metadata.exif)) is None:
        return metadata
    true_exif.drop_note(tags)
    return replace(metadata, exif=_block(tags))


def _block(tags: exif.Directory) -> bytes | None:
    return exif.to_block(tags) if tags.values or tags.children else None
