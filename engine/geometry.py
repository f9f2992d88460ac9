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

    def at_most(self, side: int, step: int = 1) -> Size:
        """The size with each side cut to ``side`` pixels at most and to a multiple of ``step``."""
        return Size(*(min(length, side) // step * step for length in self))

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
        """Its width and height."""
        return Size(self.right - self.left, self.bottom - self.top)

    @property
    def empty(self) -> bool:
        """Whether no pixel is inside."""
        return self.right <= self.left or self.bottom <= self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """What cuts it out of an array: ``pixels[region.slices]`` of (H, W, ...), ``planes[..., *region.slices]`` of
        (..., H, W). It must not begin before the array does."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def middle(self, size: Size) -> Region:
        """A region of that size in its middle, half a pixel to the left or top where it must be; no larger than
        itself."""
        width, height = min(size.width, self.size.width), min(size.height, self.size.height)
        left, top = self.left + (self.size.width - width) // 2, self.top + (self.size.height - height) // 2
        return Region(left, top, left + width, top + height)

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
