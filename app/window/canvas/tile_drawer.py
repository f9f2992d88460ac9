"""Draws tiles on a thread beside the window and keeps them. One that is out of date shows until the next is there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.window.canvas.rendering import Drawn, Renderer, TileKey
from app.window.canvas.results import Grid, Results
from app.window.canvas.tiles import ByteCache, boxed
from app.window.photos.pixels import opaque, to_qimage
from app.window.platform.background import Background
from engine.errors import FourfoldError
from engine.geometry import Region

DRAWN_BYTES = 128 * 2**20
REACH = 4
"""Photo pixels beyond a new piece of a result within which a tile can look different: the kernels of drawing."""


class TileDrawer(QObject):
    """Tiles of the photo that ``renderer`` draws, and ``base``, the whole photo, coarse, for the time until then.

    Signals: ``drawn()``, when a tile has come.
    """

    drawn = Signal()

    def __init__(self, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self.renderer: Renderer | None = None
        self.base = QImage()
        self._drawn: ByteCache[TileKey, Drawn] = ByteCache(DRAWN_BYTES, lambda drawn: drawn.image.sizeInBytes())
        self._stale: dict[TileKey, int] = {}
        """Tiles out of date, by the version of the results from which they are to be drawn at least."""
        self._background = Background(self._draw, self)
        self._background.done.connect(self._on_drawn)

    def close(self) -> None:
        """End the thread."""
        self._background.close()

    def draw_with(self, renderer: Renderer | None) -> None:
        """Forget all tiles, and draw from now on with this renderer."""
        before, self.renderer = self.renderer, renderer
        self._drawn.drop_where(lambda key: True)
        if renderer is None or before is None or renderer.photo is not before.photo:
            self._stale.clear()
        if renderer:
            self.base = to_qimage(opaque(renderer.photo.levels[-1]), renderer.photo.space, renderer.screen)

    def want(self, keys: Iterable[TileKey]) -> None:
        """Draw these, the first one first, and nothing else any more."""
        self._background.want(keys)

    def image(self, key: TileKey) -> QImage | None:
        """The tile as it is now; None before it was drawn once."""
        drawn = self._drawn.get(key)
        return drawn.image if drawn else None

    def is_fresh(self, key: TileKey) -> bool:
        """Whether the tile is there and up to date."""
        return self._drawn.get(key) is not None and key not in self._stale

    def outdate(self, model: str, grid: Grid, region: Region) -> None:
        """A region of a model's result is another now: what shows it is to be drawn again."""
        for key in self._drawn.kept():
            if key.grid == grid and model in key.layer.networks and self._touches(key, region):
                self._stale[key] = self._results.version

    def _touches(self, key: TileKey, region: Region) -> bool:
        assert self.renderer is not None
        reach = -(-REACH * max(key.grid.size) // max(self.renderer.photo.size))
        box = boxed(key.region, key.plane, key.grid.size)
        return not box.around(reach, key.grid.size).clipped(region).empty

    def _draw(self, key: Hashable) -> Drawn | None:
        """On the thread."""
        renderer = self.renderer
        assert isinstance(key, TileKey)
        return renderer.draw(key) if renderer and renderer.photo.number == key.grid.photo else None

    def _on_drawn(self, key: TileKey, drawn: Drawn | FourfoldError | None) -> None:
        if not isinstance(drawn, Drawn) or self.renderer is None or key.grid.photo != self.renderer.photo.number:
            return
        self._drawn.put(key, drawn)
        if self._stale.get(key, 0) <= drawn.version:
            self._stale.pop(key, None)
        self.drawn.emit()
