"""Where the loupe is and what it shows: the place under the pointer in every pane at once. Pure arithmetic."""

from __future__ import annotations

from typing import NamedTuple

from app.window.canvas.panes import Pane, Place
from app.window.canvas.viewport import Area, Point, Viewport


class Glass(NamedTuple):
    """A round glass on the screen, in device pixels; each pane has one at the same place."""

    at: Point
    radius: int

    def pane(self, below: Pane, under: Area, zoom: float) -> Pane:
        """The glass of the pane below, where the pointer is over the area ``under``.

        Panes that share an area share a glass: what each shows of it ends at the pointer.
        """
        area, clip = below.place
        at = Point(self.at.x + area.left - under.left, self.at.y + area.top - under.top)
        x, y = round(at.x), round(at.y)
        whole = Area(x - self.radius, y - self.radius, x + self.radius, y + self.radius)
        part = Area(
            x if clip.left > area.left else whole.left,
            y if clip.top > area.top else whole.top,
            x if clip.right < area.right else whole.right,
            y if clip.bottom < area.bottom else whole.bottom,
        )
        return Pane(below.layer, Viewport(below.viewport.to_photo(at, area), zoom), Place(whole, part))
