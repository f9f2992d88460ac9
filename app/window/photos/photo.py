"""A photo in memory, ready to be looked at from any distance."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColorSpace

from app.window.photos.facts import Facts, read_facts
from app.window.photos.pixels import to_image
from engine.errors import UnreadablePicture
from engine.files.formats import Format
from engine.files.reading import open_photo
from engine.geometry import Size
from engine.jobs.assessment import Damage, damage_of
from engine.picture import Header, Pixels
from engine.sentences import Sentence

SMALLEST_LEVEL = 512
"""Halving stops when the longer side is at most this."""
STRIP = 128
"""Rows decoded at a time; more costs memory and saves no time."""

_numbers = itertools.count(1)


@dataclass(frozen=True, eq=False)
class LoadedPhoto:
    """``pixels`` are the photo's own, for the engine; ``levels`` are 8-bit (h, w, C) pictures of it, each half the one
    before. ``space`` is the colour space of its profile, sRGB without one. ``damage`` is what a quick look found,
    ``facts`` and ``remarks`` are what a person may and what they should know of the file.
    """

    path: Path
    header: Header
    format: Format
    pixels: Pixels
    levels: tuple[NDArray[np.uint8], ...]
    space: QColorSpace
    damage: Damage
    facts: Facts
    remarks: tuple[Sentence, ...] = ()
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def size(self) -> Size:
        """In pixels."""
        return self.header.size

    @property
    def bytes(self) -> int:
        """How much memory it holds: the levels, and the pixels where those are not the first level."""
        return sum(level.nbytes for level in self.levels) + (self.pixels.nbytes if self.header.depth == 16 else 0)


def load_photo(path: Path) -> LoadedPhoto:
    """Decode a photo. Raises PictureError."""
    photo = open_photo(path)
    header = photo.header
    try:
        pixels: Pixels = np.empty((*reversed(header.size), header.channels), header.dtype)  # type: ignore[assignment]
    except MemoryError:
        raise UnreadablePicture(
            "{name} needs {needed:.1f} GB of memory, more than is free.", name=path.name, needed=header.bytes / 1e9
        ) from None
    top = 0
    for band in photo.bands(STRIP):
        pixels[top : top + len(band)] = band
        top += len(band)
    space, damage, facts = colour_space(header.metadata.icc), damage_of(photo, pixels), read_facts(path, header)
    return LoadedPhoto(path, header, photo.format, pixels, _levels(pixels), space, damage, facts, photo.remarks)


def colour_space(icc: bytes | None) -> QColorSpace:
    """The space of an ICC profile; sRGB where there is none or Qt cannot use it."""
    space = QColorSpace.fromIccProfile(icc) if icc else QColorSpace()
    usable = space.isValid() and space.colorModel() == QColorSpace.ColorModel.Rgb
    return space if usable else QColorSpace(QColorSpace.NamedColorSpace.SRgb)


def _levels(pixels: Pixels) -> tuple[NDArray[np.uint8], ...]:
    first = pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8)
    levels: list[NDArray[np.uint8]] = [np.asarray(first, np.uint8)]
    while max(levels[-1].shape[:2]) > SMALLEST_LEVEL:
        levels.append(_halved(levels[-1]))
    return tuple(levels)


def _halved(level: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width, channels = level.shape
    half = np.empty((-(-height // 2), -(-width // 2), channels), np.uint8)
    for top in range(0, height, STRIP):
        reduced = np.asarray(to_image(level[top : top + STRIP]).reduce(2))
        half[top // 2 : top // 2 + len(reduced)] = reduced.reshape(len(reduced), -1, channels)
    return half
