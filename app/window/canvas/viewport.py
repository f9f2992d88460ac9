"""Where on the photo one looks and how near: a value with arithmetic. No Qt.

Two planes matter: the photo's own pixels, and the screen's device pixels. ``zoom`` is device pixels a photo pixel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from engine.geometry import Size
from engine.models.catalog import SCALE

MOST_ZOOM = 16.0 * SCALE
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
    def fitting(cls, photo: Size, area: Area, margin: int = 0) -> Viewport:
        """The whole photo in the area, at most at the size of its result."""
        width, height = max(1, area.width - 2 * margin), max(1, area.height - 2 * margin)
        zoom = min(width / photo.width, height / photo.height, SCALE)
        return cls(Point(photo.width / 2, photo.height / 2), zoom)

    def origin(self, area: Area) -> tuple[int, int]:
        """Where the photo's top left corner lies on the screen: whole device pixels, so that tiles never blur."""
        centre = area.centre
        return round(centre.x - self.centre.x * self.zoom), round(centre.y - self.centre.y * self.zoom)

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

    def zoomed(self, zoom: float, at: Point, area: Area, least: float) -> Viewport:
        """At another zoom, between ``least`` and the most, the place under ``at`` staying where it is."""
        zoom = min(max(zoom, least), MOST_ZOOM)
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


def shown_percent(zoom: float) -> float:
    """The zoom as people read it: 100 is one device pixel a pixel of the result."""
    return zoom / SCALE * 100
