"""Draws one tile of one layer at one zoom: the only place where pixels become what the screen shows. Any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image
from PySide6.QtGui import QColorSpace, QImage

from app.window.canvas import maps
from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.results import Grid, Results
from app.window.canvas.sampling import crop, fitted, from_levels, nearest, reach, smooth
from app.window.canvas.tiles import SCREEN_TILE, Cell, boxed
from app.window.photos.photo import LoadedPhoto
from app.window.photos.pixels import SQUARE, Colours, opaque, to_qimage
from app.window.platform.screen import SRGB
from engine.geometry import Region, Size

_MARGIN = 3
"""Photo pixels around a tile of a map."""


@dataclass(frozen=True)
class TileKey:
    """One piece of a layer on the screen. ``plane`` is the size of the whole photo there, in device pixels; ``grid``
    says of what size the result is from which it is drawn.
    """

    layer: Layer
    grid: Grid
    plane: Size
    cell: Cell

    @property
    def region(self) -> Region:
        """The device pixels of the plane that it covers."""
        return self.cell.region(SCREEN_TILE).clipped(Region.of(self.plane))

    @property
    def is_reduced(self) -> bool:
        """Whether it shows less than all pixels of the result."""
        return self.plane.width < self.grid.size.width


class Drawn(NamedTuple):
    """A tile, and the version of the results it was drawn from."""

    image: QImage
    version: int


class Renderer:
    """Draws tiles of one photo from its pixels, the results so far and, where there is one, a reference photo."""

    def __init__(
        self,
        photo: LoadedPhoto,
        results: Results,
        reference: LoadedPhoto | None = None,
        screen: QColorSpace = SRGB,
    ) -> None:
        self.photo = photo
        self._results = results
        self._reference = reference
        self.screen = screen

    def draw(self, key: TileKey) -> Drawn:
        """The tile, opaque, in the colours of the screen."""
        version = self._results.version
        return Drawn(self._image(key), version)

    def result(self, model: str, grid: Grid, region: Region, *, exact: bool = True) -> Colours:
        """A region of what a model makes of the photo; bicubic where the engine has not been yet.

        What needs no network is ``exact`` to the pixel that saving makes, or only as good as it must be to be reduced.
        """
        if model in (PHOTO, NEAREST):
            return nearest(self.photo, region, grid.size)
        if model == REFERENCE and self._reference:
            box = boxed(region, grid.size, self._reference.size)
            return from_levels(self._reference, box, region.size, Image.Resampling.BICUBIC)
        made = smooth(self.photo, region, grid.size, exact=exact)
        if model != BICUBIC:
            self._paste(model, grid, region, made)
        return made

    def is_computed(self, model: str, grid: Grid, region: Region) -> bool:
        """Whether the engine has been everywhere in a region with that model, which is a network."""
        return sum(covered.clipped(region).size.pixels for covered, _ in self._results.within(grid, model, region)) == (
            region.size.pixels
        )

    def reduced(self, model: str, grid: Grid, region: Region) -> Colours:
        """A region of the photo as the result gives it back, scaled down again."""
        box = boxed(region, self.photo.size, grid.size)
        outer = box.around(reach(grid.size.width, self.photo.size.width), grid.size)
        return fitted(self.result(model, grid, outer), box.inside(outer), region.size, Image.Resampling.BICUBIC)

    def photo_colours(self, region: Region) -> Colours:
        """A region of the photo as it is."""
        return crop(self.photo.levels[0], region)

    def _image(self, key: TileKey) -> QImage:
        if key.layer.map:
            return to_qimage(self._map(key), screen=self.screen)
        return to_qimage(self._method(key), self._space(key.layer), self.screen)

    def _space(self, layer: Layer) -> QColorSpace:
        return self._reference.space if layer.model == REFERENCE and self._reference else self.photo.space

    def _paste(self, model: str, grid: Grid, region: Region, onto: Colours) -> None:
        square = max(1, SQUARE * grid.size.width // self.photo.size.width)
        for covered, pixels in self._results.within(grid, model, region):
            part = covered.clipped(region)
            piece = pixels[part.moved(-covered.left, -covered.top).slices]
            onto[part.moved(-region.left, -region.top).slices] = opaque(piece, part.left, part.top, square)

    def _method(self, key: TileKey) -> Colours:
        model, photo = key.layer.model, self.photo
        enlarged = key.plane.width > photo.size.width
        if model == PHOTO or (model != REFERENCE and key.is_reduced and not enlarged):
            kernel = Image.Resampling.NEAREST if enlarged and model == PHOTO else Image.Resampling.BICUBIC
            return from_levels(photo, boxed(key.region, key.plane, photo.size), key.region.size, kernel)
        return self._from_results(key, lambda outer: self.result(model, key.grid, outer, exact=not key.is_reduced))

    def _from_results(self, key: TileKey, make: Callable[[Region], Colours]) -> Colours:
        """The tile from what is made of a region of the result: its pixels as squares, or filtered where reduced."""
        whole = key.grid.size
        box = boxed(key.region, key.plane, whole)
        outer = box.around(reach(whole.width, key.plane.width), whole)
        kernel = Image.Resampling.BICUBIC if key.is_reduced else Image.Resampling.NEAREST
        return fitted(make(outer), box.inside(outer), key.region.size, kernel)

    def _map(self, key: TileKey) -> Colours:
        layer, grid = key.layer, key.grid
        if key.plane.width < self.photo.size.width:
            box = boxed(key.region, key.plane, self.photo.size)
            return maps.dimmed(from_levels(self.photo, box, key.region.size, Image.Resampling.BICUBIC))
        if layer.map is Map.FIDELITY:
            return self._fidelity(key)
        compare = maps.difference if layer.map is Map.DIFFERENCE else maps.invention

        def compared(outer: Region) -> Colours:
            return compare(self.result(layer.model, grid, outer), self.result(layer.other, grid, outer))

        return self._from_results(key, compared)

    def _fidelity(self, key: TileKey) -> Colours:
        """Drawn in pixels of the photo."""
        box = boxed(key.region, key.plane, self.photo.size)
        outer = box.around(_MARGIN, self.photo.size)
        drawn = maps.fidelity(self.reduced(key.layer.model, key.grid, outer), self.photo_colours(outer))
        return fitted(drawn, box.inside(outer), key.region.size, Image.Resampling.NEAREST)
