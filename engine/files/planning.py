"""What will be written, and whether it can be: known before the first tile."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import psutil

from engine.atomic import temporary_path
from engine.errors import CannotSave
from engine.files.codecs.jpeg_segments import SEGMENT
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.notes import COMMENT
from engine.files.metadata.true_metadata import (
    corrected,
    in_srgb,
    with_movable_note,
    with_notes_in_tags,
    with_resolution_in_exif,
    without_maker_note,
)
from engine.geometry import Size
from engine.picture import Header, Metadata
from engine.sentences import Sentence, why

_HOLD_IPTC = {Format.PNG, Format.JPEG, Format.TIFF}
_WEBP_LOSSLESS_MEMORY = 13
_LOSSLESS_SHARE = {8: 0.45, 16: 0.85}


def saved_header(source: Header, size: Size, options: SaveOptions) -> Header:
    """The header of the result of a photo: the channels and the depth to compute and to hand to ``PhotoWriter``, and
    metadata that is true for the result. Alpha is dropped where the format has none."""
    format = options.format
    channels = source.channels - (source.has_alpha and not format.has_alpha)
    wanted = options.depth or source.depth
    depth = wanted if wanted in format.depths else max(format.depths)
    metadata = corrected(source.metadata, size, size.width / source.size.width)
    if not options.metadata:
        metadata = Metadata(icc=metadata.icc, resolution=metadata.resolution)
    if options.resolution:
        metadata = replace(metadata, resolution=(options.resolution, options.resolution))
    if not format.has_resolution or (options.resolution and metadata.exif):  # EXIF of the photo may say otherwise
        metadata = with_resolution_in_exif(metadata)
    return Header(size, channels, depth, metadata)


def stored_header(header: Header, format: Format) -> Header:
    """What a file of that format holds of a header, and so what it must say when it is read back. Without grey or a
    profile the file is in sRGB; a JPEG file holds no EXIF or IPTC above 64 KB."""
    channels, metadata = header.channels, header.metadata
    no_grey = channels < 3 and not format.has_grey
    if metadata.icc and (no_grey or not format.has_profile):
        metadata = in_srgb(metadata)
    if format not in _HOLD_IPTC:
        metadata = replace(metadata, iptc=None)
    metadata = _with_notes_placed(metadata, format)
    if format is Format.TIFF:
        metadata = with_movable_note(metadata)
    if format is Format.JPEG:
        metadata = _within_segments(metadata)
    return replace(header, channels=channels + 2 * no_grey, metadata=metadata)


def estimated_bytes(header: Header, options: SaveOptions) -> int:
    """About how large the file will be. Photos differ by a factor of two either way."""
    if options.lossless:
        pixels = header.bytes * _LOSSLESS_SHARE[header.depth]
    else:
        bits = 0.35 + 4 * (options.quality / 100) ** 6
        pixels = header.size.pixels * bits / 8 * (1.0 if options.format is Format.JPEG else 0.7)
    metadata = header.metadata
    blocks = (metadata.icc, metadata.exif, metadata.xmp, metadata.iptc)
    return round(pixels) + sum(len(block or b"") for block in blocks) + 1000


def check_target(target: Path, header: Header, options: SaveOptions) -> None:
    """Raise CannotSave if a result with this header cannot be saved there: the format's limit, the folder, a file that
    is in use or protected, the space on the disk, the memory for formats that cannot be written band by band."""
    _check_sides(header.size, options.format)
    _check_place(target)
    _check_space(target, estimated_bytes(header, options))
    _check_memory(header, options)


def _check_sides(size: Size, format: Format) -> None:
    if max(size) > format.max_side:
        raise CannotSave(
            "A {format} file cannot be {size} pixels: its longest side is {longest}. Take PNG or TIFF.",
            format=format.label,
            size=size,
            longest=format.max_side,
        )


def _check_place(target: Path) -> None:
    target = target.resolve()
    if os.path.isdir(target):
        raise CannotSave("{target} is a folder, not a file.", target=target)
    if not os.path.isdir(target.parent):
        raise CannotSave("There is no folder {folder}.", folder=target.parent)
    probe = temporary_path(target)
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        raise CannotSave(
            "Nothing can be written into the folder {folder}: {reason}.", folder=target.parent, reason=why(error)
        ) from error
    try:
        if target.exists():
            os.close(os.open(target, os.O_RDWR))
    except OSError as error:
        raise CannotSave("{name} is write-protected or in use by another program.", name=target.name) from error


def _check_space(target: Path, needed: int) -> None:
    free = shutil.disk_usage(target.resolve().parent).free
    if needed > free:
        raise CannotSave(
            "The disk is too full for {name}: it needs about {needed}, {free} are free.",
            name=target.name,
            needed=_size(needed),
            free=_size(free),
        )


def _check_memory(header: Header, options: SaveOptions) -> None:
    format = options.format
    share = _WEBP_LOSSLESS_MEMORY if options.lossless and format is Format.WEBP else format.memory
    needed, free = round(header.bytes * share), psutil.virtual_memory().available
    if needed > free:
        raise CannotSave(
            "A {format} file of {size} pixels needs about {needed} of memory to write, {free} are free. "
            "Take PNG, TIFF or JPEG.",
            format=format.label,
            size=header.size,
            needed=_size(needed),
            free=_size(free),
        )


def _size(count: int) -> Sentence:
    if count >= 1e9:
        return Sentence("{size:.1f} GB", size=count / 1e9)
    return Sentence("{size:.1f} MB", size=count / 1e6)


def _with_notes_placed(metadata: Metadata, format: Format) -> Metadata:
    """PNG holds all notes, JPEG comments."""
    if format is Format.PNG or not metadata.notes:
        return metadata
    kept = tuple(note for note in metadata.notes if format is Format.JPEG and note.keyword == COMMENT)
    others = tuple(note for note in metadata.notes if note not in kept)
    return replace(with_notes_in_tags(replace(metadata, notes=others)) if others else metadata, notes=kept)


def _within_segments(metadata: Metadata) -> Metadata:
    if metadata.exif and not _within(metadata.exif, 6):
        metadata = without_maker_note(metadata)
    return replace(metadata, exif=_within(metadata.exif, 6), iptc=_within(metadata.iptc, 28))


def _within(block: bytes | None, extra: int) -> bytes | None:
    """A block that fits a JPEG segment with ``extra`` bytes of packaging, else None."""
    return block if block and len(block) + extra <= SEGMENT else None
