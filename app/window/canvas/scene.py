"""What the canvas shows: the photo, the view of it, and the tiles and results that this view needs."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace

from app.window.canvas.layers import PHOTO, Layer
from app.window.canvas.panes import Pane
from app.window.canvas.refiner import Refiner, Wish
from app.window.canvas.rendering import Renderer, TileKey
from app.window.canvas.results import Grid, Results
from app.window.canvas.tile_drawer import TileDrawer
from app.window.canvas.tiles import SCREEN_TILE, Cell, boxed, cells, seen_plane
from app.window.canvas.view import View
from app.window.canvas.viewport import LEAST_COMPUTED_ZOOM, Area, Point
from app.window.inspector.method_choice import MethodChoice
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink
from app.window.platform.screen import SRGB
from engine.geometry import Region, Size
from engine.models import catalog


class Scene(QObject):
    """Whatever is set here, ``view``, ``method`` or by a call, what is missing for it is asked for at once.

    Signals: ``changed()`` asks for painting; ``failed(model, sentence)``, both texts, says that a model cannot be used.
    """

    changed = Signal()
    failed = Signal(str, str)

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: LoadedPhoto | None = None
        self.reference: LoadedPhoto | None = None
        self.screen = SRGB
        self._view = View()
        self._method = MethodChoice()
        self.results = Results()
        self.tiles = TileDrawer(self.results, self)
        self.tiles.drawn.connect(self.changed)
        self._refiner = Refiner(link, self.results, self)
        self._refiner.refined.connect(self._on_refined)
        self._refiner.failed.connect(self.failed)
        self._refiner.changed.connect(self.changed)

    def close(self) -> None:
        """End the thread that draws."""
        self.tiles.close()

    # --- what is set ---

    @property
    def view(self) -> View:
        """What of the photo shows where; set it to another one to look otherwise."""
        return self._view

    @view.setter
    def view(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self._refresh()

    @property
    def method(self) -> MethodChoice:
        """How results are computed."""
        return self._method

    @method.setter
    def method(self, method: MethodChoice) -> None:
        if method != self._method:
            self._method = method
            self._refresh()

    def show_photo(
        self, photo: LoadedPhoto | None, advised: str = catalog.CLEAN.textured, result: Size | None = None
    ) -> None:
        """Show another photo or none; ``advised`` is the model that suits it, for panes that leave it open, ``result``
        the size that it is to become, by default four times as large.

        The reference belonged to the photo before and goes.
        """
        self.photo, self.reference = photo, None
        self._view = self._view.without_reference().with_photo(photo.size if photo else None, advised, result)
        self._draw_anew()

    def show_reference(self, reference: LoadedPhoto | None) -> None:
        """A photo of the same scene with more detail, to compare with."""
        self.reference = reference
        self._draw_anew()

    def show_on(self, screen: QColorSpace) -> None:
        """Draw in the colours of another screen."""
        if screen != self.screen:
            self.screen = screen
            self._draw_anew()

    def fit(self) -> None:
        """Show the whole photo, all panes in step again."""
        self.view = self.view.fit()

    def show_size(self, result: Size) -> None:
        """The result as large as it is to be saved."""
        self.view = self.view.with_result(result)

    def zoom_to(self, zoom: float, at: Point | None = None, area: Area | None = None) -> None:
        """Show it at a zoom in device pixels a photo pixel; see ``View.zoomed``."""
        self.view = self.view.zoomed(zoom, at, area)

    def pan(self, dx: float, dy: float) -> None:
        """Move the photo right and down by device pixels."""
        self.view = self.view.panned(dx, dy)

    # --- what that needs ---

    def keys(self, pane: Pane) -> list[TileKey]:
        """The tiles a pane shows, the nearest to its centre first."""
        if self.photo is None:
            return []
        zoom, layer = pane.viewport.zoom, pane.layer
        grid, plane = self._grid(self.photo, zoom), self.view.plane(zoom)
        reduced = plane.width < grid.size.width
        if zoom <= LEAST_COMPUTED_ZOOM and reduced and layer.networks and not layer.map:
            layer = Layer(PHOTO)
        return [TileKey(layer, grid, plane, cell) for cell in cells(self._seen(pane, plane), SCREEN_TILE)]

    def grid(self, pane: Pane) -> Grid | None:
        """The result that a pane is drawn from, in pieces; None without a photo."""
        return self._grid(self.photo, pane.viewport.zoom) if self.photo else None

    def is_refining(self, layer: Layer) -> bool:
        """Whether the engine still computes something visible of a layer."""
        return any(self._refiner.is_busy(model) for model in layer.networks)

    @property
    def is_settled(self) -> bool:
        """Whether everything visible is computed and drawn."""
        panes = self._panes
        drawn = all(self.tiles.is_fresh(key) for pane in panes for key in self.keys(pane))
        return drawn and not any(self.is_refining(pane.layer) for pane in panes)

    @property
    def _panes(self) -> list[Pane]:
        """What the loupe shows goes first."""
        return [*self.view.glasses, *self.view.panes]

    def _grid(self, photo: LoadedPhoto, zoom: float) -> Grid:
        return Grid.of(photo.number, photo.size, self.view.made(zoom))

    def _seen(self, pane: Pane, plane: Size) -> Region:
        """What a pane shows of the photo, which is as large as that on the screen."""
        return seen_plane(pane.viewport, *pane.place, plane)

    def _draw_anew(self) -> None:
        photo = self.photo
        self.tiles.draw_with(Renderer(photo, self.results, self.reference, self.screen) if photo else None)
        self._refresh()

    def _refresh(self) -> None:
        """Ask for what is visible now and is not there, and for painting."""
        if self.photo:
            missing = [[key for key in self.keys(pane) if not self.tiles.is_fresh(key)] for pane in self._panes]
            in_turn = [key for keys in zip_longest(*missing) for key in keys if key]
            self.tiles.want(dict.fromkeys(in_turn))
            self._refiner.want(self.photo, self.method, self._wishes(self.photo))
        self.changed.emit()

    def _wishes(self, photo: LoadedPhoto) -> list[Wish]:
        """What of each model's result is visible."""
        wishes: dict[tuple[str, Grid], dict[Cell, None]] = {}
        for pane in self._panes:
            zoom, grid = pane.viewport.zoom, self._grid(photo, pane.viewport.zoom)
            near = zoom > LEAST_COMPUTED_ZOOM or (pane.layer.map and zoom >= LEAST_COMPUTED_ZOOM)
            if near and max(grid.size) > max(photo.size):  # a smaller one is resampled only
                plane = self.view.plane(zoom)
                seen = grid.cells(boxed(self._seen(pane, plane), plane, grid.size).around(0, grid.size))
                for model in pane.layer.networks:
                    wishes.setdefault((model, grid), {}).update(dict.fromkeys(seen))
        return [Wish(model, grid, list(wanted)) for (model, grid), wanted in wishes.items()]

    def _on_refined(self, model: str, grid: Grid, region: Region) -> None:
        self.tiles.outdate(model, grid, region)
        self._refresh()
