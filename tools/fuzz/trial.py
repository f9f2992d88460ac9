"""What is tried with one file: all that happens to a photo but its upscaling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from engine.errors import CannotSave, PictureError
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.losses import losses
from engine.files.metadata.true_metadata import with_provenance
from engine.files.planning import check_target, saved_header, stored_header
from engine.files.reading import Photo, open_photo
from engine.files.results import said_of_making
from engine.files.writing import PhotoWriter
from engine.jobs.assessment import damage_of
from engine.picture import Header, Pixels

SCALE = 2
_MADE = {"version": "1", "model": "none"}
_SAVED_PIXELS = 1_000_000
"""Larger pictures are only read, for saving takes long with reason."""


def read_and_save(path: Path, target: Path, number: int) -> str:
    """How it ended: ``saved``, ``read``, ``refused`` (as a photo) or ``declined`` (as a result, before the work).
    Raises what should not be, CannotSave after the work too."""
    try:
        photo = open_photo(path)
        damage_of(photo)
        if photo.header.size.pixels > _SAVED_PIXELS:
            return "read"
        pixels = photo.picture().pixels
    except PictureError as error:
        _check_sentence(str(error))
        return "refused"
    options = _options(Random(number))
    header = _planned(photo, options)
    try:
        check_target(target, header, options)
    except CannotSave as error:
        _check_sentence(str(error))
        return "declined"
    with PhotoWriter(target, header, options) as writer:
        for band in _enlarged(pixels):
            writer.write(band)
    if said_of_making(target) != _MADE:
        raise AssertionError("the result does not say how it was made")
    return "saved"


def _options(random: Random) -> SaveOptions:
    format = random.choice([format for format in Format if format.writable])
    return SaveOptions(format, quality=random.choice((80, 100)), metadata=random.random() < 0.9)


def _planned(photo: Photo, options: SaveOptions) -> Header:
    header = saved_header(photo.header, photo.header.size.scaled(SCALE), options)
    header = replace(header, metadata=with_provenance(header.metadata, _MADE))
    stored = stored_header(header, options.format)
    for said in (*photo.remarks, *losses(photo.header.metadata, stored.metadata, options.format)):
        _check_sentence(said)
    return header


def _enlarged(pixels: Pixels) -> Iterator[Pixels]:
    for top in range(0, len(pixels), 64):
        yield pixels[top : top + 64].repeat(SCALE, axis=0).repeat(SCALE, axis=1)


def _check_sentence(text: str) -> None:
    """A person must be able to read it."""
    if not text.endswith(".") or "\n" in text:
        raise AssertionError(f"no sentence: {text!r}")
