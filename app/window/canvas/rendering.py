"""Draws one tile of one layer at one zoom: the only place where pixels become what the screen shows. Any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColorSpace, QImage

from app.window.canvas import maps
from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.results import Results
from app.window.canvas.tiles import SCREEN_TILE, Cell, plane_size
from app.window.photos.photo import LoadedPhoto
from app.window.photos.pixels import SQUARE, Colours, opaque, to_image, to_qimage
from app.window.platform.screen import SRGB
from engine.geometry import Region, Size
from engine.models.catalog import SCALE

_MARGIN = 3
"""Photo pixels around a tile that the kernels look at."""


@dataclass(frozen=True)
class TileKey:
    """One piece of the screen's plane. ``zoom`` is in device pixels a photo pixel."""

    photo: int
    layer: Layer
    zoom: float
    cell: Cell


class Drawn(NamedTuple):
    """A tile, and the version of the results it was drawn from."""

    image: QImage
    version: int


def photo_box(key: TileKey, photo: Size) -> tuple[Region, tuple[float, float, float, float]]:
    """A tile's region of the zoomed plane, and the same in photo pixels."""
    plane = plane_size(photo, key.zoom)
    region = key.cell.region(SCREEN_TILE).clipped(Region.of(plane))
    x, y = photo.width / plane.width, photo.height / plane.height
    return region, (region.left * x, region.top * y, region.right * x, region.bottom * y)


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

    def _image(self, key: TileKey) -> QImage:
        region, box = photo_box(key, self.photo.size)
        size = region.size
        if key.layer.map:
            return to_qimage(self._map(key, box, size), screen=self.screen)
        return to_qimage(self._method(key, box, size), self._space(key.layer), self.screen)

    def four(self, model: str, region: Region) -> Colours:
        """What a model makes of a region, four times as large; bicubic where the engine has not been yet."""
        if model in (PHOTO, NEAREST):
            return _scaled(self.photo.levels[0], region, Image.Resampling.NEAREST)
        if model == REFERENCE and self._reference:
            return self._of_reference(region)
        result = _scaled(self.photo.levels[0], region, Image.Resampling.BICUBIC)
        if model != BICUBIC:
            self._paste(model, region, result)
        return result

    def _paste(self, model: str, region: Region, onto: Colours) -> None:
        for covered, pixels in self._results.within(self.photo.number, model, region, self.photo.size):
            part = covered.clipped(region)
            left, top, right, bottom = part.moved(-covered.left, -covered.top).scaled(SCALE)
            x0, y0, x1, y1 = part.moved(-region.left, -region.top).scaled(SCALE)
            whole = part.scaled(SCALE)
            onto[y0:y1, x0:x1] = opaque(pixels[top:bottom, left:right], whole.left, whole.top, SCALE * SQUARE)

    def _of_reference(self, region: Region) -> Colours:
        assert self._reference is not None
        size, own = self._reference.size, self.photo.size
        x, y = size.width / own.width, size.height / own.height
        box = (region.left * x, region.top * y, region.right * x, region.bottom * y)
        return _from_levels(self._reference, box, region.size.scaled(SCALE), Image.Resampling.BICUBIC)

    def _space(self, layer: Layer) -> QColorSpace:
        return self._reference.space if layer.model == REFERENCE and self._reference else self.photo.space

    def _method(self, key: TileKey, box: tuple[float, float, float, float], size: Size) -> Colours:
        model = key.layer.model
        if model in (PHOTO, NEAREST) and key.zoom > 1:
            return _from_levels(self.photo, box, size, Image.Resampling.NEAREST)
        if key.zoom <= 1 and model != REFERENCE:
            return _from_levels(self.photo, box, size, Image.Resampling.BICUBIC)
        outer = _around(box, self.photo.size)
        return _fitted(self.four(model, outer), _inside(box, outer, SCALE), size, key.zoom)

    def _map(self, key: TileKey, box: tuple[float, float, float, float], size: Size) -> Colours:
        layer = key.layer
        if key.zoom < 1:
            return maps.dimmed(_from_levels(self.photo, box, size, Image.Resampling.BICUBIC))
        outer = _around(box, self.photo.size)
        first = self.four(layer.model, outer)
        if layer.map is Map.FIDELITY:
            drawn = maps.fidelity(first, _crop(self.photo.levels[0], outer))
            return _fitted(drawn, _inside(box, outer, 1), size, key.zoom * SCALE)
        compare = maps.difference if layer.map is Map.DIFFERENCE else maps.invention
        drawn = compare(first, self.four(layer.other, outer))
        return _fitted(drawn, _inside(box, outer, SCALE), size, key.zoom)


def _crop(level: NDArray[np.uint8], region: Region) -> Colours:
    return opaque(level[region.top : region.bottom, region.left : region.right], region.left, region.top)


def _scaled(level: NDArray[np.uint8], region: Region, kernel: Image.Resampling) -> Colours:
    """A region of the photo four times as large. At the photo's very borders the engine mirrors, this does not."""
    whole = Region(0, 0, level.shape[1], level.shape[0])
    outer = region.grown(_MARGIN).clipped(whole)
    size = region.size.scaled(SCALE)
    inner = region.moved(-outer.left, -outer.top)
    box = (float(inner.left), float(inner.top), float(inner.right), float(inner.bottom))
    return np.array(to_image(_crop(level, outer)).resize(size, kernel, box))


def _from_levels(
    photo: LoadedPhoto, box: tuple[float, float, float, float], size: Size, kernel: Image.Resampling
) -> Colours:
    """A box of the photo's pixels at a size, from the smallest level that still has all the detail."""
    index = 0
    while index + 1 < len(photo.levels) and (box[2] - box[0]) / 2 ** (index + 1) >= size.width:
        index += 1
    level = photo.levels[index]
    x, y = level.shape[1] / photo.size.width, level.shape[0] / photo.size.height
    scaled = (box[0] * x, box[1] * y, box[2] * x, box[3] * y)
    outer = _around(scaled, Size(level.shape[1], level.shape[0]))
    return np.asarray(to_image(_crop(level, outer)).resize(size, kernel, _inside(scaled, outer, 1)))


def _fitted(colours: Colours, box: tuple[float, float, float, float], size: Size, zoom: float) -> Colours:
    """A box of a result at the screen's size: its pixels as squares above 100 %, filtered below."""
    kernel = Image.Resampling.NEAREST if zoom >= SCALE else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(colours).resize(size, kernel, box))


def _around(box: tuple[float, float, float, float], whole: Size) -> Region:
    """Whole pixels around a box, with the margin that kernels need, inside the picture."""
    left, top, right, bottom = box
    outer = Region(int(left), int(top), -int(-right // 1), -int(-bottom // 1)).grown(_MARGIN)
    return outer.clipped(Region.of(whole))


def _inside(box: tuple[float, float, float, float], outer: Region, scale: int) -> tuple[float, float, float, float]:
    """The box in pixels of the outer region's result."""
    width, height = outer.size.scaled(scale)
    left, top, right, bottom = box
    return (
        max(0.0, (left - outer.left) * scale),
        max(0.0, (top - outer.top) * scale),
        min(float(width), (right - outer.left) * scale),
        min(float(height), (bottom - outer.top) * scale),
    )
