"""A picture as Fourfold holds it: integer pixels and all that a file says about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Size

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
"""(H, W, C) integers, 0..255 or 0..65535; C is 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. Alpha is straight, not
premultiplied."""


def as_pixels(data: bytes | memoryview, depth: int, height: int, width: int) -> Pixels:
    """Raw samples of 8 or 16 bits in the machine's byte order, row by row, seen as (height, width, C)."""
    if depth == 8:
        return np.frombuffer(data, np.uint8).reshape(height, width, -1)
    return np.frombuffer(data, np.uint16).reshape(height, width, -1)


class Note(NamedTuple):
    """A text under a keyword, as PNG has them; the comment of a JPEG or GIF file has the keyword ``Comment``."""

    keyword: str
    text: str


@dataclass(frozen=True)
class Metadata:
    """What travels beside the pixels, as the raw bytes of the formats: no ``Exif\\0\\0`` prefix, no packaging.
    ``resolution`` is in pixels an inch."""

    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    resolution: tuple[float, float] | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Header:
    """A picture without its pixels. ``size`` is upright, as a person sees it (EXIF orientation already applied)."""

    size: Size
    channels: int
    depth: int
    metadata: Metadata = field(default_factory=Metadata)

    def __post_init__(self) -> None:
        if self.channels not in (1, 2, 3, 4):
            raise ValueError(f"a picture has 1 to 4 channels, not {self.channels}")
        if self.depth not in (8, 16):
            raise ValueError(f"a channel has 8 or 16 bits, not {self.depth}")

    @property
    def has_alpha(self) -> bool:
        """Whether the last channel is alpha."""
        return self.channels in (2, 4)

    @property
    def dtype(self) -> type[np.uint8] | type[np.uint16]:
        """numpy's type of a channel."""
        return np.uint8 if self.depth == 8 else np.uint16

    @property
    def bytes(self) -> int:
        """Bytes of the raw pixels."""
        return self.size.pixels * self.channels * self.depth // 8


@dataclass(frozen=True)
class Picture:
    """A whole picture in memory; its pixels are read-only."""

    header: Header
    pixels: Pixels

    def __post_init__(self) -> None:
        expected = (self.header.size.height, self.header.size.width, self.header.channels)
        if self.pixels.shape != expected or self.pixels.dtype != self.header.dtype:
            got = f"{self.pixels.shape} {self.pixels.dtype}"
            raise ValueError(f"pixels of {got} do not fit the header: {expected} {self.header.dtype.__name__}")
        self.pixels.flags.writeable = False
