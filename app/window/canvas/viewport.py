"""Where on the photo one looks and how near: a value with arithmetic. No Qt.

Two planes matter: the photo's own pixels, and the screen's device pixels. ``zoom`` is device pixels a photo pixel.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import NamedTuple

from engine.geometry import Size
from engine.models.catalog import SCALE

MOST_SHOWN = 16.0
"""Device pixels a pixel of the result: nearer than that there is nothing more to see."""
STEPS = (1.0, 1.5)
"""How near one can look by steps, times any power of two: so 50, 75, 100, 150, 200 and 400 % are among them."""
LEAST_COMPUTED_ZOOM = 1.0
"""Below one device pixel a photo pixel no method could change the view, so none is computed."""


class Point(NamedTuple):
    """A place, in photo pixels or in device pixels."""

    x: float
    y: float


class Area(NamedTuple):
    """A rectangle of the screen in whole device pixels; ``right`` and ``bottom`` are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In device pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In device pixels."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle, which may lie between two pixels."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def holds(self, point: Point) -> bool:
        """Whether a point is inside."""
        return self.left <= point.x < self.right and self.top <= point.y < self.bottom


@dataclass(frozen=True)
class Viewport:
    """``centre`` is the place of the photo, in its pixels, that lies in the middle of a pane."""

    centre: Point
    zoom: float

    @classmethod
    def fitting(cls, photo: Size, area: Area, margin: int = 0, most: float = SCALE) -> Viewport:
        """The whole photo in the area, at most at that zoom."""
        width, height = max(1, area.width - 2 * margin), max(1, area.height - 2 * margin)
        zoom = min(width / photo.width, height / photo.height, most)
        return cls(Point(photo.width / 2, photo.height / 2), zoom)

    def origin(self, area: Area) -> tuple[int, int]:
        """Where the photo's top left corner lies on the screen: whole device pixels, so that tiles never blur; halves
        go one way, so that panes of one size agree.
        """
        centre = area.centre
        x, y = centre.x - self.centre.x * self.zoom, centre.y - self.centre.y * self.zoom
        return math.floor(x + 0.5), math.floor(y + 0.5)

    def to_photo(self, at: Point, area: Area) -> Point:
        """What place of the photo, in its pixels, shows at a point of the screen."""
        x, y = self.origin(area)
        return Point((at.x - x) / self.zoom, (at.y - y) / self.zoom)

    def to_screen(self, at: Point, area: Area) -> Point:
        """Where on the screen a place of the photo shows."""
        x, y = self.origin(area)
        return Point(at.x * self.zoom + x, at.y * self.zoom + y)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved with the hand: the photo goes right by ``dx`` device pixels and down by ``dy``."""
        return replace(self, centre=Point(self.centre.x - dx / self.zoom, self.centre.y - dy / self.zoom))

    def zoomed(self, zoom: float, at: Point, area: Area, least: float, most: float = MOST_SHOWN * SCALE) -> Viewport:
        """At another zoom, between ``least`` and ``most``, the place under ``at`` staying where it is."""
        zoom = min(max(zoom, least), most)
        fixed, centre = self.to_photo(at, area), area.centre
        return Viewport(Point(fixed.x + (centre.x - at.x) / zoom, fixed.y + (centre.y - at.y) / zoom), zoom)

    def shifted(self, x: float, y: float) -> Viewport:
        """Looking ``x`` and ``y`` photo pixels farther right and down."""
        return replace(self, centre=Point(self.centre.x + x, self.centre.y + y))

    def held_on(self, photo: Size, area: Area) -> Viewport:
        """Moved so that the photo stays in sight: centred where it is smaller than the area, without gaps elsewhere."""
        return replace(
            self,
            centre=Point(
                _held(self.centre.x, photo.width, area.width / self.zoom),
                _held(self.centre.y, photo.height, area.height / self.zoom),
            ),
        )

    def shows_all(self, photo: Size, area: Area) -> bool:
        """Whether no part of the photo lies outside, give or take a pixel."""
        return photo.width * self.zoom <= area.width + 1 and photo.height * self.zoom <= area.height + 1


def _held(centre: float, length: int, seen: float) -> float:
    return length / 2 if seen >= length else min(max(centre, seen / 2), length - seen / 2)


def stepped(shown: float, steps: int) -> float:
    """The zoom that many steps nearer, or farther away below zero; 1 is one device pixel a pixel of the result."""
    ladder = [step * 2.0**power for power in range(-12, 6) for step in STEPS]
    nearer, farther = bisect_right(ladder, shown * 1.001), bisect_left(ladder, shown * 0.999)
    index = nearer + steps - 1 if steps > 0 else farther + steps
    return ladder[min(max(index, 0), len(ladder) - 1)]
