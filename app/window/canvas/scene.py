"""What the canvas shows and where, and the tiles it is made of: the state behind the widget."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace, QImage

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer
from app.window.canvas.panes import Arrangement, Place, plan_panes
from app.window.canvas.refiner import Refiner, Wish
from app.window.canvas.rendering import Drawn, Renderer, TileKey, photo_box
from app.window.canvas.results import Results
from app.window.canvas.tiles import RESULT_TILE, SCREEN_TILE, ByteCache, Cell, cells, seen_photo, seen_plane
from app.window.canvas.viewport import Area, Point, Viewport
from app.window.inspector.recipe import Recipe
from app.window.photos.photo import LoadedPhoto
from app.window.photos.pixels import opaque, to_qimage
from app.window.platform.background import Background
from app.window.platform.engine_link import EngineLink
from app.window.platform.screen import SRGB
from engine.geometry import Region
from engine.models import catalog
from engine.models.catalog import SCALE

LEAST_COMPUTED_ZOOM = 1.0
"""Below one device pixel a photo pixel no method could change the view, so none is computed."""
DRAWN_BYTES = 128 * 2**20


FIRST = {
    Arrangement.SINGLE: (catalog.AUTO,),
    Arrangement.SPLIT: (BICUBIC, catalog.AUTO),
    Arrangement.SIDE_BY_SIDE: (BICUBIC, catalog.AUTO),
    Arrangement.GRID: (PHOTO, BICUBIC, catalog.CLEAN.faithful, catalog.AUTO),
}
"""What the panes of each arrangement show before anything is chosen; the last one follows the chosen model."""


class Pane(NamedTuple):
    """One view of the photo: which layer, from where, and where on the screen."""

    layer: Layer
    viewport: Viewport
    place: Place


class Scene(QObject):
    """``changed`` asks for painting, ``failed(model, sentence)`` is for people."""

    changed = Signal()
    failed = Signal(str, str)

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: LoadedPhoto | None = None
        self.advised = catalog.CLEAN.textured
        self.reference: LoadedPhoto | None = None
        self.base = QImage()
        self.screen = SRGB
        self.arrangement = Arrangement.SPLIT
        self._layers = {arrangement: [Layer(model) for model in models] for arrangement, models in FIRST.items()}
        self.across = False
        self.divider = 0.5
        self.focused = 1
        self.flicker = False
        self.recipe = Recipe()
        self.viewport = Viewport(Point(0, 0), 1)
        self.offsets = [Point(0, 0)] * 4
        self.fitted = True
        self.width, self.height = 1, 1
        self.loupe: Pane | None = None
        self._results = Results()
        self._drawn: ByteCache[TileKey, Drawn] = ByteCache(DRAWN_BYTES, lambda drawn: drawn.image.sizeInBytes())
        self._stale: dict[TileKey, int] = {}
        self._renderer: Renderer | None = None
        self._background = Background(self._draw, self)
        self._background.done.connect(self._on_drawn)
        self.refiner = Refiner(link, self._results, self)
        self.refiner.refined.connect(self._on_refined)
        self.refiner.failed.connect(self.failed)
        self.refiner.changed.connect(self.changed)

    def close(self) -> None:
        self._background.close()

    # --- what is shown ---

    def show_photo(self, photo: LoadedPhoto | None, advised: str = catalog.CLEAN.textured) -> None:
        """Show another photo, at the same place and zoom where one was looking closer.

        ``advised`` is the model that suits it, for panes that leave it open.
        """
        before, self.photo, self.advised = self.photo, photo, advised
        self._forget_reference()
        self._stale.clear()
        self._drawn.drop_where(lambda key: True)
        if photo:
            self._make_renderer()
            if before and not self.fitted:
                x, y = self.viewport.centre.x / before.size.width, self.viewport.centre.y / before.size.height
                centre = Point(x * photo.size.width, y * photo.size.height)
                self.look(replace(self.viewport, centre=centre))
            else:
                self.fit()
        self.refresh()

    def _forget_reference(self) -> None:
        """It belonged to the photo before: what showed it shows bicubic instead."""
        self.reference = None
        for layers in self._layers.values():
            for index, layer in enumerate(layers):
                if REFERENCE in layer.models:
                    layers[index] = Layer(BICUBIC if layer.model == REFERENCE else layer.model)

    def show_reference(self, reference: LoadedPhoto | None) -> None:
        """A photo of the same scene with more detail, to compare with."""
        self.reference = reference
        self._draw_anew()

    def show_on(self, screen: QColorSpace) -> None:
        """Draw in the colours of another screen."""
        if screen != self.screen:
            self.screen = screen
            self._draw_anew()

    def _make_renderer(self) -> None:
        assert self.photo is not None
        self._renderer = Renderer(self.photo, self._results, self.reference, self.screen)
        self.base = to_qimage(opaque(self.photo.levels[-1]), self.photo.space, self.screen)

    def _draw_anew(self) -> None:
        if self.photo:
            self._make_renderer()
            self._drawn.drop_where(lambda key: True)
        self.refresh()

    @property
    def chosen(self) -> list[Layer]:
        """What is to be shown in each pane of this arrangement."""
        return self._layers[self.arrangement]

    @property
    def layers(self) -> list[Layer]:
        """What each pane shows of this photo."""
        return [layer.decided(self.advised) for layer in self.chosen]

    def show_layer(self, index: int, layer: Layer) -> None:
        self.chosen[index] = layer
        self.refresh()

    def show_model(self, model: str) -> None:
        """Show the chosen model in the last pane of every arrangement."""
        for arrangement, layers in self._layers.items():
            layers[-1] = Layer(model)
            if arrangement.panes == 2 and layers[0].model in (PHOTO, BICUBIC):
                layers[0] = Layer(PHOTO if model == BICUBIC else BICUBIC)
        self.refresh()

    def arrange(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.focused = arrangement.panes - 1
        self.offsets = [Point(0, 0)] * 4
        self._settle()

    def set_recipe(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.refresh()

    # --- where one looks ---

    @property
    def area(self) -> Area:
        """The area in which the viewport is centred; all panes have the same size."""
        return self.places()[0].area

    @property
    def fitting_zoom(self) -> float:
        return Viewport.fitting(self.photo.size, self.area).zoom if self.photo else 1.0

    def resize(self, width: int, height: int) -> None:
        """The canvas has this many device pixels now."""
        self.width, self.height = max(1, width), max(1, height)
        self._settle()

    def fit(self) -> None:
        """Show the whole photo, all panes in step again."""
        self.fitted = True
        self.offsets = [Point(0, 0)] * 4
        self._settle()

    def look(self, viewport: Viewport) -> None:
        """Look there, as far as the photo reaches."""
        if self.photo:
            self.fitted = False
            self.viewport = viewport.held_on(self.photo.size, self.area)
            self.refresh()

    def zoom_to(self, zoom: float, at: Point | None = None, area: Area | None = None) -> None:
        """Zoom to device pixels a photo pixel, holding what lies under ``at`` (the centre by default)."""
        area = area or self.area
        least = min(self.fitting_zoom, 1.0)
        self.look(self.viewport.zoomed(zoom, at or area.centre, area, least))
        self.fitted = self.viewport.zoom <= self.fitting_zoom * 1.0001 and self.viewport.zoom < 1
        self.refresh()

    def look_at(self, centre: Point) -> None:
        """Bring a place of the photo into the middle."""
        self.look(replace(self.viewport, centre=centre))

    def pan(self, dx: float, dy: float) -> None:
        self.look(self.viewport.panned(dx, dy))

    def unlock(self, index: int, dx: float, dy: float) -> None:
        """Move one pane against the others by device pixels."""
        x, y = self.offsets[index]
        self.offsets[index] = Point(x - dx / self.viewport.zoom, y - dy / self.viewport.zoom)
        self.refresh()

    def _settle(self) -> None:
        if self.photo and self.fitted:
            self.viewport = Viewport.fitting(self.photo.size, self.area)
        elif self.photo:
            self.viewport = self.viewport.held_on(self.photo.size, self.area)
        self.refresh()

    # --- panes and their tiles ---

    def places(self) -> list[Place]:
        return plan_panes(self.arrangement, self.width, self.height, self.divider, across=self.across)

    def panes(self) -> list[Pane]:
        """All panes, the loupe last."""
        layers = [Layer(PHOTO)] * len(self.layers) if self.flicker else self.layers
        found = [
            Pane(layer, self.viewport.shifted(*offset), place)
            for layer, offset, place in zip(layers, self.offsets, self.places(), strict=False)
        ]
        return [*found, self.loupe] if self.loupe else found

    def pane_at(self, at: Point) -> int:
        return next((index for index, place in enumerate(self.places()) if place.clip.holds(at)), 0)

    def keys(self, pane: Pane) -> list[TileKey]:
        """The tiles a pane shows, the nearest to its centre first."""
        if self.photo is None:
            return []
        seen = seen_plane(pane.viewport, *pane.place, self.photo.size)
        zoom = pane.viewport.zoom
        layer = (
            Layer(PHOTO) if zoom <= LEAST_COMPUTED_ZOOM and not pane.layer.map and pane.layer.networks else pane.layer
        )
        return [TileKey(self.photo.number, layer, zoom, cell) for cell in cells(seen, SCREEN_TILE)]

    def tile(self, key: TileKey) -> QImage | None:
        drawn = self._drawn.get(key)
        return drawn.image if drawn else None

    def tile_area(self, key: TileKey, pane: Pane) -> Area:
        """Where a tile lies on the screen; it may be of another zoom than the pane."""
        assert self.photo is not None
        x, y = pane.viewport.origin(pane.place.area)
        region, _ = photo_box(key, self.photo.size)
        ratio = pane.viewport.zoom / key.zoom
        left, top, right, bottom = (round(edge * ratio) for edge in region)
        return Area(left + x, top + y, right + x, bottom + y)

    def is_refining(self, layer: Layer) -> bool:
        return any(self.refiner.is_busy(model) for model in layer.networks)

    @property
    def is_settled(self) -> bool:
        """Whether everything visible is computed and drawn."""
        panes = self.panes()
        drawn = all(self._is_fresh(key) for pane in panes for key in self.keys(pane))
        return drawn and not any(self.is_refining(pane.layer) for pane in panes)

    def refresh(self) -> None:
        """Ask for what is visible now and is not there, and for painting."""
        if self.photo:
            panes = self.panes()
            missing = [[key for key in self.keys(pane) if not self._is_fresh(key)] for pane in panes]
            in_turn = [key for keys in zip_longest(*missing) for key in keys if key]
            self._background.want(dict.fromkeys(in_turn))
            self.refiner.want(self.photo, self.recipe, self._wishes(panes))
        self.changed.emit()

    def _is_fresh(self, key: TileKey) -> bool:
        return self._drawn.get(key) is not None and key not in self._stale

    def _wishes(self, panes: list[Pane]) -> list[Wish]:
        assert self.photo is not None
        wishes: dict[str, dict[Cell, None]] = {}
        for pane in reversed(panes):  # what the loupe shows goes first
            if pane.viewport.zoom > LEAST_COMPUTED_ZOOM or (pane.layer.map and pane.viewport.zoom >= 1):
                seen = cells(seen_photo(pane.viewport, *pane.place, self.photo.size), RESULT_TILE)
                for model in pane.layer.networks:
                    wishes.setdefault(model, {}).update(dict.fromkeys(seen))
        return [Wish(model, list(wanted)) for model, wanted in wishes.items()]

    def _draw(self, key: Hashable) -> Drawn | None:
        renderer = self._renderer
        assert isinstance(key, TileKey)
        return renderer.draw(key) if renderer and renderer.photo.number == key.photo else None

    def _on_drawn(self, key: TileKey, drawn: Drawn | None) -> None:
        if drawn is None or self.photo is None or key.photo != self.photo.number:
            return
        self._drawn.put(key, drawn)
        if self._stale.get(key, 0) <= drawn.version:
            self._stale.pop(key, None)
        self.changed.emit()

    def _on_refined(self, model: str, region: Region) -> None:
        """Draw again what the new piece touches; the old tiles stay on the screen until then."""
        for key in self._drawn.kept():
            if model in key.layer.networks and self._touches(key, region):
                self._stale[key] = self._results.version
        self.refresh()

    def _touches(self, key: TileKey, region: Region) -> bool:
        assert self.photo is not None
        _, (left, top, right, bottom) = photo_box(key, self.photo.size)
        margin = 4
        return not (
            right + margin < region.left
            or left - margin > region.right
            or bottom + margin < region.top
            or top - margin > region.bottom
        )


def shown_percent(zoom: float) -> float:
    """The zoom as people read it: 100 is one device pixel a pixel of the result."""
    return zoom / SCALE * 100
