"""Paints a scene: the panes from their tiles, the divider between them, the loupe over them. In device pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.window.canvas.divider import Divider
from app.window.canvas.loupe import clip_to_loupe, paint_rim
from app.window.canvas.panes import Arrangement
from app.window.canvas.rendering import TileKey, photo_box
from app.window.canvas.scene import Scene
from app.window.canvas.view import Pane
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
            if pane is not view.loupe:
                self._paint_pane(painter, index, pane, photo)
        if view.arrangement is Arrangement.SPLIT:
            self._divider.paint(painter, ratio)
        if view.loupe:
            place = _rect(view.loupe.place.clip)
            painter.save()
            clip_to_loupe(painter, place, surround)
            self._paint_tiles(painter, view.arrangement.panes, view.loupe, photo)
            painter.restore()
            paint_rim(painter, place, ratio)

    def _paint_pane(self, painter: QPainter, index: int, pane: Pane, photo: LoadedPhoto) -> None:
        painter.save()
        painter.setClipRect(_rect(pane.place.clip))
        self._paint_tiles(painter, index, pane, photo)
        painter.restore()

    def _paint_tiles(self, painter: QPainter, index: int, pane: Pane, photo: LoadedPhoto) -> None:
        keys = self._scene.keys(pane)
        tiles = [(key, image) for key in keys if (image := self._scene.tiles.image(key))]
        if len(tiles) < len(keys):
            self._paint_stand_in(painter, index, pane, photo)
        else:
            self._shown[index] = tiles
        for key, image in tiles:
            area = tile_area(key, pane, photo.size)
            painter.drawImage(area.left, area.top, image)

    def _paint_stand_in(self, painter: QPainter, index: int, pane: Pane, photo: LoadedPhoto) -> None:
        """Until all tiles are there: the whole photo, coarse, and over it what was here last, stretched."""
        corner = pane.viewport.to_screen(Point(0, 0), pane.place.area)
        zoom = pane.viewport.zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(corner.x, corner.y, photo.size.width * zoom, photo.size.height * zoom)
        painter.drawImage(whole, self._scene.tiles.base)
        for key, image in self._shown.get(index, ()):
            if key.photo == photo.number:
                painter.drawImage(_rect(tile_area(key, pane, photo.size)), image)


def tile_area(key: TileKey, pane: Pane, photo: Size) -> Area:
    """Where a tile lies on the screen; it may be of another zoom than the pane."""
    x, y = pane.viewport.origin(pane.place.area)
    region, _ = photo_box(key, photo)
    ratio = pane.viewport.zoom / key.zoom
    left, top, right, bottom = (round(edge * ratio) for edge in region)
    return Area(left + x, top + y, right + x, bottom + y)


def _rect(area: Area) -> QRect:
    return QRect(area.left, area.top, area.width, area.height)
