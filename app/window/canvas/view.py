"""What is seen of the photo and from where: one value with its arithmetic. No Qt, no pixels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from app.window.canvas.compared import FIRST_LAYERS, Layers, LayersOf, with_output, without_reference
from app.window.canvas.glass import Glass
from app.window.canvas.layers import PHOTO, Layer
from app.window.canvas.panes import Arrangement, Pane, Place, plan_panes
from app.window.canvas.viewport import MOST_SHOWN, Area, Point, Viewport
from engine.geometry import Size
from engine.models import catalog

IN_STEP = (Point(0, 0),) * max(arrangement.panes for arrangement in Arrangement)
LEAST_SIZE = Size(1, 1)
CORNER = Viewport(Point(0, 0), 1)
"""Where one looks before there is a photo."""


@dataclass(frozen=True)
class View:
    """All that decides what shows, but the pixels. Its methods return the view that comes of what a person does.

    ``photo`` is the size of the photo, if there is one, ``result`` that of what it becomes, ``canvas`` that of the
    widget in device pixels. ``advised`` is the model for layers that leave it open, ``output`` that by which the photo
    is saved, which may be left open too. ``divider``, a share of the canvas, and ``across`` (it lies flat) are for
    the split. While ``flicker`` holds, every pane shows the photo. ``offsets`` are photo pixels by which each pane was
    moved alone. A view that is ``fitted`` shows the whole photo, also after the canvas has changed its size; another
    returns to its ``aim``, the centre that a person gave it, where a larger canvas has shown the photo's rim.
    """

    photo: Size | None = None
    result: Size = LEAST_SIZE
    canvas: Size = LEAST_SIZE
    advised: str = catalog.CLEAN.textured
    output: str = catalog.AUTO
    arrangement: Arrangement = Arrangement.SPLIT
    layers_of: LayersOf = field(default_factory=lambda: FIRST_LAYERS)
    across: bool = False
    divider: float = 0.5
    focused: int = 1
    flicker: bool = False
    viewport: Viewport = CORNER
    aim: Point = CORNER.centre
    offsets: tuple[Point, ...] = IN_STEP
    fitted: bool = True
    loupe: Glass | None = None

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

    def is_saved(self, index: int) -> bool:
        """Whether a pane shows what would be saved."""
        return self.panes[index].layer == Layer(self.output).decided(self.advised)

    @cached_property
    def panes(self) -> list[Pane]:
        """All panes, in reading order."""
        layers = (Layer(PHOTO),) * len(self.chosen) if self.flicker else self.layers
        return [
            Pane(layer, self.viewport.shifted(*offset), place)
            for layer, offset, place in zip(layers, self.offsets, self.places, strict=False)
        ]

    @cached_property
    def glasses(self) -> list[Pane]:
        """The loupe in every pane: the result's pixels, or twice as near where one is as near already."""
        if self.loupe is None or self.photo is None:
            return []
        under, zoom = self.area_at(self.loupe.at), max(self.scale, 2 * self.viewport.zoom)
        return [self.loupe.pane(pane, under, zoom) for pane in self.panes]

    # --- how large ---

    @cached_property
    def scale(self) -> float:
        """How many times as wide and high as the photo the result is."""
        return max(self.result) / max(self.photo) if self.photo else float(catalog.SCALE)

    @property
    def shown(self) -> float:
        """How near one looks: 1 is one device pixel a pixel of the result."""
        return self.viewport.zoom / self.scale

    def plane(self, zoom: float) -> Size:
        """The size of the whole photo on the screen at a zoom, in device pixels: the result's where that shows 1:1."""
        share = zoom / self.scale
        return Size(*(max(1, round(side * share)) for side in self.result))

    def made(self, zoom: float) -> Size:
        """The size of the results that are looked at from there.

        From farther away than what a model makes at once, what it would make of that again cannot be told.
        """
        assert self.photo is not None
        return min(self.result, self.photo.scaled(catalog.SCALE), key=max) if zoom < catalog.SCALE else self.result

    @property
    def area(self) -> Area:
        """The area in which the viewport is centred; all panes have the same size."""
        return self.places[0].area

    @property
    def fitting_zoom(self) -> float:
        """The zoom at which the whole photo shows."""
        return self._fitting(self.photo).zoom if self.photo else 1.0

    def _fitting(self, photo: Size) -> Viewport:
        """The whole photo; a tiny one is enlarged beyond its result only by whole times, so that pixels stay square."""
        times = min(self.area.width // self.result.width, self.area.height // self.result.height)
        return Viewport.fitting(photo, self.area, most=self.scale * min(max(1, times), MOST_SHOWN))

    def pane_at(self, at: Point) -> int:
        """The number of the pane under a place of the canvas."""
        return next((index for index, place in enumerate(self.places) if place.clip.holds(at)), 0)

    def area_at(self, at: Point) -> Area:
        """The area of the pane under a place of the canvas."""
        return self.places[self.pane_at(at)].area

    def photo_at(self, at: Point) -> Point | None:
        """The place of the photo, in its pixels, that shows at a place of the canvas; None outside the photo."""
        return self.photo_points(at)[self.pane_at(at)]

    def photo_points(self, at: Point) -> list[Point | None]:
        """The same in every pane, as if the pointer were at the same place of each."""
        under = self.area_at(at)
        return [self._photo_point(pane, at, under) for pane in self.panes]

    def _photo_point(self, pane: Pane, at: Point, under: Area) -> Point | None:
        if self.photo is None:
            return None
        area = pane.place.area
        beside = Point(at.x + area.left - under.left, at.y + area.top - under.top)
        place = pane.viewport.to_photo(beside, area)
        inside = 0 <= place.x < self.photo.width and 0 <= place.y < self.photo.height
        return place if inside else None

    # --- which layers ---

    def with_layer(self, index: int, layer: Layer) -> View:
        """With another layer in one pane of this arrangement."""
        layers = (*self.chosen[:index], layer, *self.chosen[index + 1 :])
        return replace(self, layers_of={**self.layers_of, self.arrangement: layers})

    def with_model(self, model: str) -> View:
        """With the model by which is saved from now on; the last pane shows it."""
        return replace(self, output=model, layers_of=with_output(self.layers_of, model))

    def without_reference(self) -> View:
        """What showed the reference photo shows bicubic instead."""
        return replace(self, layers_of=without_reference(self.layers_of))

    # --- from where ---

    def with_photo(self, photo: Size | None, advised: str, result: Size | None = None) -> View:
        """Of another photo and its result, by default four times as large; at the same place of it and as near to the
        result's pixels where one was looking closer.
        """
        if photo is None:
            return replace(self, photo=None, advised=advised)
        view = replace(self, photo=photo, advised=advised, result=result or photo.scaled(catalog.SCALE))
        if self.photo is None or self.fitted:
            return view.fit()
        x, y = self.viewport.centre.x / self.photo.width, self.viewport.centre.y / self.photo.height
        return view.looking(Viewport(Point(x * photo.width, y * photo.height), self.shown * view.scale))

    def with_result(self, result: Size) -> View:
        """Of a result of another size, which shows as large as it will be."""
        if self.photo is None or result == self.result:
            return self
        view = replace(self, result=result)
        return view._settled() if self.fitted else view.zoomed(self.shown * view.scale)

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
        held = viewport.held_on(self.photo, self.area)
        return replace(self, fitted=False, viewport=held, aim=held.centre)

    def zoomed(self, zoom: float, at: Point | None = None, area: Area | None = None) -> View:
        """At a zoom in device pixels a photo pixel; what lies under ``at`` in ``area`` stays there, by default the
        centre.
        """
        area, fitting = area or self.area, self.fitting_zoom
        least, most = min(fitting, 1.0, self.scale), MOST_SHOWN * self.scale
        view = self.looking(self.viewport.zoomed(zoom, at or area.centre, area, least, most))
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
            return replace(self, viewport=self._fitting(self.photo))
        aimed = replace(self.viewport, centre=self.aim)
        return replace(self, viewport=aimed.held_on(self.photo, self.area))
