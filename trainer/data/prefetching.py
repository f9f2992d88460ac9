"""Batches made ahead on a thread, while the step before them computes."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import NamedTuple

from torch import Tensor

from trainer.data.crops import Batch, Crops
from trainer.data.photo_store import PhotoStore
from trainer.recipes.settings import Data

_AHEAD = 2
"""Batches that wait to be used: one for the next step, and one for when a reading takes longer than a step."""


class _Made(NamedTuple):
    """A batch, and the position behind it."""

    batch: Batch
    state: Tensor


class PrefetchedCrops(Crops):
    """The same batches in the same order. The position is behind the last batch that was given out, not the last one
    that was made.
    """

    def __init__(self, store: PhotoStore, data: Data, seed: int, replay: PhotoStore | None = None) -> None:
        super().__init__(store, data, seed, replay)
        self._position, self._patch = super().state(), 0
        self._waiting: deque[Future[_Made]] = deque()
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="batches")

    def batch(self, patch: int) -> Batch:
        """As of ``Crops``. Raises BadPhotos where the photos cannot be read any more."""
        if patch != self._patch:  # those made ahead are of another size
            self.restore(self._position)
            self._patch = patch
        while len(self._waiting) <= _AHEAD:
            self._waiting.append(self._maker.submit(self._make, patch))
        made = self._waiting.popleft().result()
        self._position = made.state
        return made.batch

    def state(self) -> Tensor:
        return self._position

    def restore(self, state: Tensor) -> None:
        for future in reversed(self._waiting):
            future.cancel()
        wait(self._waiting)
        self._waiting.clear()
        super().restore(state)
        self._position = super().state()

    def _make(self, patch: int) -> _Made:
        return _Made(super().batch(patch), super().state())
