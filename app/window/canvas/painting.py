"""Paints a scene: the panes from their tiles, the divider between them, the loupe over them. In device pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.window.canvas.divider import Divider
from app.window.canvas.loupe import clip_to_glass, paint_rim, paint_seam
from app.window.canvas.panes import Arrangement, Pane
from app.window.canvas.rendering import TileKey
from app.window.canvas.scene import Scene
from app.window.canvas.tiles import boxed
from app.window.canvas.viewport import Area, Point
from app.window.photos.photo import LoadedPhoto
from engine.geometry import Size


class ScenePainter:
    """Remembers what each pane showed last, which stands in for tiles that are not there yet."""

    def __init__(self, scene: Scene, divider: Divider) -> None:
        self._scene = scene
        self._divider = divider
        self._shown: dict[int, list[tuple[TileKey, QImage]]] = {}

    def paint(self, painter: QPainter, surround: QColor, ratio: float) -> None:
        """Paint the photo, if there is one; ``ratio`` device pixels are a logical one."""
        photo, view = self._scene.photo, self._scene.view
        if photo is None:
            return
        for index, pane in enumerate(view.panes):
            painter.save()
            painter.setClipRect(_rect(pane.place.clip))
            self._paint_tiles(painter, index, pane, photo)
            painter.restore()
        if view.arrangement is Arrangement.SPLIT:
            self._divider.paint(painter, ratio)
        for index, glass in enumerate(view.glasses):
            painter.save()
            clip_to_glass(painter, _rect(glass.place.area), _rect(glass.place.clip), surround)
            self._paint_tiles(painter, len(view.panes) + index, glass, photo)
            painter.restore()
        for place in dict.fromkeys(glass.place.area for glass in view.glasses):
            paint_rim(painter, _rect(place), ratio)
        if view.arrangement is Arrangement.SPLIT and view.glasses:
            first, second = (_rect(glass.place.clip) for glass in view.glasses)
            paint_seam(painter, first, second, ratio)

    def _paint_tiles(self, painter: QPainter, index: int, pane: Pane, photo: LoadedPhoto) -> None:
        keys = self._scene.keys(pane)
        tiles = [(key, image) for key in keys if (image := self._scene.tiles.image(key))]
        if len(tiles) < len(keys):
            self._paint_stand_in(painter, index, pane, photo)
        else:
            self._shown[index] = tiles
        for key, image in tiles:
            area = tile_area(key, pane, key.plane)
            painter.drawImage(area.left, area.top, image)

    def _paint_stand_in(self, painter: QPainter, index: int, pane: Pane, photo: LoadedPhoto) -> None:
        """Until all tiles are there: the whole photo, coarse, and over it what was here last, stretched."""
        corner = pane.viewport.to_screen(Point(0, 0), pane.place.area)
        plane = self._scene.view.plane(pane.viewport.zoom)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner.x, corner.y, *plane), self._scene.tiles.base)
        for key, image in self._shown.get(index, ()):
            if key.grid.photo == photo.number:
                painter.drawImage(_rect(tile_area(key, pane, plane)), image)


def tile_area(key: TileKey, pane: Pane, plane: Size) -> Area:
    """Where a tile lies on the screen, on which the photo is as large as ``plane``; the tile may be of another zoom."""
    x, y = pane.viewport.origin(pane.place.area)
    left, top, right, bottom = (round(edge) for edge in boxed(key.region, key.plane, plane))
    return Area(left + x, top + y, right + x, bottom + y)


def _rect(area: Area) -> QRect:
    return QRect(area.left, area.top, area.width, area.height)
