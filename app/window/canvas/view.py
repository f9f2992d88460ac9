"""What is seen of the photo and from where: one value with its arithmetic. No Qt, no pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer
from app.window.canvas.panes import Arrangement, Place, plan_panes
from app.window.canvas.viewport import Area, Point, Viewport
from engine.geometry import Size
from engine.models import catalog

Layers = tuple[Layer, ...]

FIRST_LAYERS: Mapping[Arrangement, Layers] = {
    Arrangement.SINGLE: (Layer(catalog.AUTO),),
    Arrangement.SPLIT: (Layer(BICUBIC), Layer(catalog.AUTO)),
    Arrangement.SIDE_BY_SIDE: (Layer(BICUBIC), Layer(catalog.AUTO)),
    Arrangement.GRID: (Layer(PHOTO), Layer(BICUBIC), Layer(catalog.AUTO_FAITHFUL), Layer(catalog.AUTO)),
}
"""What the panes of each arrangement show before anything is chosen; the last one follows the chosen model."""
IN_STEP = (Point(0, 0),) * max(arrangement.panes for arrangement in Arrangement)
LEAST_CANVAS = Size(1, 1)
CORNER = Viewport(Point(0, 0), 1)
"""Where one looks before there is a photo."""


class Pane(NamedTuple):
    """One view of the photo: which layer, from where, and where on the screen."""

    layer: Layer
    viewport: Viewport
    place: Place


@dataclass(frozen=True)
class View:
    """All that decides what shows, but the pixels. Its methods return the view that comes of what a person does.

    ``photo`` is the size of the photo, if there is one, ``canvas`` that of the widget in device pixels. ``advised`` is
    the model for layers that leave it open. ``divider``, a share of the canvas, and ``across`` (it lies flat) are for
    the split. While ``flicker`` holds, every pane shows the photo. ``offsets`` are photo pixels by which each pane was
    moved alone. A view that is ``fitted`` shows the whole photo, also after the canvas has changed its size.
    """

    photo: Size | None = None
    canvas: Size = LEAST_CANVAS
    advised: str = catalog.CLEAN.textured
    arrangement: Arrangement = Arrangement.SPLIT
    layers_of: Mapping[Arrangement, Layers] = field(default_factory=lambda: FIRST_LAYERS)
    across: bool = False
    divider: float = 0.5
    focused: int = 1
    flicker: bool = False
    viewport: Viewport = CORNER
    offsets: tuple[Point, ...] = IN_STEP
    fitted: bool = True
    loupe: Pane | None = None

    # --- what shows ---

    @property
    def chosen(self) -> Layers:
        """What was chosen for each pane of this arrangement; a layer may leave its model open."""
        return self.layers_of[self.arrangement]

    @cached_property
    def layers(self) -> Layers:
        """What each pane shows of this photo."""
        return tuple(layer.decided(self.advised) for layer in self.chosen)

    @cached_property
    def places(self) -> list[Place]:
        """Where the panes lie on the canvas."""
        return plan_panes(self.arrangement, *self.canvas, self.divider, across=self.across)

    @cached_property
    def panes(self) -> list[Pane]:
        """All panes, the loupe last."""
        layers = (Layer(PHOTO),) * len(self.chosen) if self.flicker else self.layers
        found = [
            Pane(layer, self.viewport.shifted(*offset), place)
            for layer, offset, place in zip(layers, self.offsets, self.places, strict=False)
        ]
        return [*found, self.loupe] if self.loupe else found

    @property
    def area(self) -> Area:
        """The area in which the viewport is centred; all panes have the same size."""
        return self.places[0].area

    @property
    def fitting_zoom(self) -> float:
        """The zoom at which the whole photo shows."""
        return Viewport.fitting(self.photo, self.area).zoom if self.photo else 1.0

    def pane_at(self, at: Point) -> int:
        """The number of the pane under a place of the canvas, not counting the loupe."""
        return next((index for index, place in enumerate(self.places) if place.clip.holds(at)), 0)

    def area_at(self, at: Point) -> Area:
        """The area of the pane under a place of the canvas."""
        return self.places[self.pane_at(at)].area

    def photo_at(self, at: Point) -> Point | None:
        """The place of the photo, in its pixels, that shows at a place of the canvas; None outside the photo."""
        if self.photo is None:
            return None
        pane = self.panes[self.pane_at(at)]
        place = pane.viewport.to_photo(at, pane.place.area)
        inside = 0 <= place.x < self.photo.width and 0 <= place.y < self.photo.height
        return place if inside else None

    # --- which layers ---

    def with_layer(self, index: int, layer: Layer) -> View:
        """With another layer in one pane of this arrangement."""
        layers = (*self.chosen[:index], layer, *self.chosen[index + 1 :])
        return replace(self, layers_of={**self.layers_of, self.arrangement: layers})

    def with_model(self, model: str) -> View:
        """With the chosen model in the last pane of every arrangement, and beside it what it is compared with."""

        def layers(arrangement: Arrangement, before: Layers) -> Layers:
            kept = before[:-1]
            if arrangement.panes == 2 and kept[0].model in (PHOTO, BICUBIC):
                kept = (Layer(PHOTO if model == BICUBIC else BICUBIC),)
            return (*kept, Layer(model))

        return replace(self, layers_of={name: layers(name, before) for name, before in self.layers_of.items()})

    def without_reference(self) -> View:
        """What showed the reference photo shows bicubic instead."""
        return replace(
            self,
            layers_of={
                arrangement: tuple(_without_reference(layer) for layer in layers)
                for arrangement, layers in self.layers_of.items()
            },
        )

    # --- from where ---

    def with_photo(self, photo: Size | None, advised: str) -> View:
        """Of another photo, at the same place and zoom where one was looking closer."""
        view = replace(self, photo=photo, advised=advised)
        if photo is None:
            return view
        if self.photo is None or self.fitted:
            return view.fit()
        x, y = self.viewport.centre.x / self.photo.width, self.viewport.centre.y / self.photo.height
        return view.centred_on(Point(x * photo.width, y * photo.height))

    def resized(self, canvas: Size) -> View:
        """On a canvas of another size."""
        return replace(self, canvas=canvas)._settled()

    def arranged(self, arrangement: Arrangement) -> View:
        """With other panes, all in step; the last one is meant."""
        return replace(self, arrangement=arrangement, focused=arrangement.panes - 1, offsets=IN_STEP)._settled()

    def fit(self) -> View:
        """The whole photo, all panes in step."""
        return replace(self, fitted=True, offsets=IN_STEP)._settled()

    def looking(self, viewport: Viewport) -> View:
        """From there, as far as the photo reaches; as it is where there is no photo."""
        if self.photo is None:
            return self
        return replace(self, fitted=False, viewport=viewport.held_on(self.photo, self.area))

    def zoomed(self, zoom: float, at: Point | None = None, area: Area | None = None) -> View:
        """At a zoom in device pixels a photo pixel; what lies under ``at`` in ``area`` stays there, by default the
        centre.
        """
        area, fitting = area or self.area, self.fitting_zoom
        view = self.looking(self.viewport.zoomed(zoom, at or area.centre, area, min(fitting, 1.0)))
        reached = view.viewport.zoom
        return replace(view, fitted=reached <= fitting * 1.0001 and reached < 1)

    def centred_on(self, centre: Point) -> View:
        """With a place of the photo, in its pixels, in the middle."""
        return self.looking(replace(self.viewport, centre=centre))

    def panned(self, dx: float, dy: float) -> View:
        """With the photo moved right and down by device pixels."""
        return self.looking(self.viewport.panned(dx, dy))

    def unlocked(self, index: int, dx: float, dy: float) -> View:
        """With one pane moved against the others by device pixels."""
        x, y = self.offsets[index]
        moved = Point(x - dx / self.viewport.zoom, y - dy / self.viewport.zoom)
        return replace(self, offsets=(*self.offsets[:index], moved, *self.offsets[index + 1 :]))

    def _settled(self) -> View:
        """After the panes have changed: the whole photo again, or the same place without gaps."""
        if self.photo is None:
            return self
        if self.fitted:
            return replace(self, viewport=Viewport.fitting(self.photo, self.area))
        return replace(self, viewport=self.viewport.held_on(self.photo, self.area))


def _without_reference(layer: Layer) -> Layer:
    if REFERENCE not in layer.models:
        return layer
    return Layer(BICUBIC if layer.model == REFERENCE else layer.model)
