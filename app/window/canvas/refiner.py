"""Asks the engine for what is visible and only a network can make: one piece at a time, by the newest wishes."""

from __future__ import annotations

import time
from collections.abc import Generator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from app.window.canvas.results import Grid, Results
from app.window.canvas.tiles import Cell, plan_block
from app.window.inspector.method_choice import MethodChoice
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink, Request
from engine.geometry import Region
from engine.jobs.method import RunnerCache

SECONDS = 0.5
"""A piece is as large as can be computed in about this time, so that the next wish need not wait longer."""
LEAST_CELLS, MOST_CELLS = 4, 36


class Wish(NamedTuple):
    """What of a model's result is visible, nearest the centre first."""

    model: str
    grid: Grid
    cells: list[Cell]


class Refiner(QObject):
    """Computes what was wished last, and forgets earlier wishes.

    Signals: ``refined(model, grid, region)``, when a piece has come (str, Grid, Region); ``failed(model, sentence)``,
    when a model cannot be used; ``changed()``, when what it is busy with may be something else.
    """

    refined = Signal(str, Grid, Region)
    failed = Signal(str, str)
    changed = Signal()

    def __init__(self, link: EngineLink, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._results = results
        self._photo: LoadedPhoto | None = None
        self._method = MethodChoice()
        self._wishes: list[Wish] = []
        self._running = False
        self._most = LEAST_CELLS
        self._refused: set[tuple[str, MethodChoice]] = set()

    def want(self, photo: LoadedPhoto, method: MethodChoice, wishes: list[Wish]) -> None:
        """Make these, and nothing else any more."""
        self._photo, self._method, self._wishes = photo, method, wishes
        self._next()

    def is_busy(self, model: str) -> bool:
        """Whether something visible of that model is still to come."""
        return any(wish.model == model and self._missing(wish) for wish in self._wishes)

    def _missing(self, wish: Wish) -> list[Cell]:
        method = self._method.for_model(wish.model)
        if self._photo is None or (wish.model, method) in self._refused:
            return []
        return self._results.missing(wish.grid, wish.model, method, wish.cells)

    def _next(self) -> None:
        if self._running or self._photo is None:
            return
        open_wishes = [wish._replace(cells=missing) for wish in self._wishes if (missing := self._missing(wish))]
        if open_wishes:
            model, grid, missing = max(open_wishes, key=lambda wish: len(wish.cells))
            self._request(self._photo, model, grid, plan_block(missing, self._most))

    def _request(self, photo: LoadedPhoto, model: str, grid: Grid, block: list[Cell]) -> None:
        method = self._method.for_model(model)
        first, last = grid.region(block[0]), grid.region(block[-1])
        region = Region(first.left, first.top, last.right, last.bottom)

        def task(cache: RunnerCache) -> Generator[None, None, NDArray[np.uint8]]:
            from engine.jobs.preview import preview

            return preview(method.method_for(model), photo.pixels, region, grid.size)(cache)

        self._running = True
        arrived = partial(self._arrived, photo, Wish(model, grid, block), method, region, time.monotonic())
        refused = partial(self._refuse, model, method)
        self._link.submit(Request(task, finished=arrived, failed=refused, cancelled=self._stopped, urgent=True))

    def _arrived(
        self,
        photo: LoadedPhoto,
        wish: Wish,
        method: MethodChoice,
        region: Region,
        begun: float,
        pixels: NDArray[np.uint8],
    ) -> None:
        seconds = max(time.monotonic() - begun, 1e-3)
        self._most = max(LEAST_CELLS, min(MOST_CELLS, 2 * self._most, round(len(wish.cells) * SECONDS / seconds)))
        self._results.put(wish.grid, wish.model, method, region, pixels)
        self._stopped()
        if photo is self._photo:
            self.refined.emit(wish.model, wish.grid, region)

    def _refuse(self, model: str, method: MethodChoice, sentence: str, details: str) -> None:
        self._refused.add((model, method))
        self._stopped()
        self.failed.emit(model, sentence)

    def _stopped(self) -> None:
        self._running = False
        self._next()
        self.changed.emit()
