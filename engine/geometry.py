"""Sizes and regions of pictures, with the little arithmetic they need. Pure integers, no torch."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.width * self.height

    def scaled(self, scale: int) -> Size:
        """The size ``scale`` times as wide and high."""
        return Size(self.width * scale, self.height * scale)

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


class Region(NamedTuple):
    """A rectangle of pixels: ``left`` and ``top`` are inside, ``right`` and ``bottom`` are not."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, size: Size) -> Region:
        """The whole of a picture of that size."""
        return cls(0, 0, size.width, size.height)

    @property
    def size(self) -> Size:
        return Size(self.right - self.left, self.bottom - self.top)

    @property
    def empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def grown(self, margin: int) -> Region:
        """With ``margin`` more pixels on each side."""
        return Region(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def clipped(self, bounds: Region) -> Region:
        """The part of it inside ``bounds``."""
        return Region(
            max(self.left, bounds.left),
            max(self.top, bounds.top),
            min(self.right, bounds.right),
            min(self.bottom, bounds.bottom),
        )

    def moved(self, x: int, y: int) -> Region:
        """Shifted right by ``x`` and down by ``y``."""
        return Region(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def scaled(self, scale: int) -> Region:
        """The same place in a picture ``scale`` times as wide and high."""
        return Region(self.left * scale, self.top * scale, self.right * scale, self.bottom * scale)
