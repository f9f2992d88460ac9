"""The photos to learn from, brought to where a training reads them: to the device, or to disk."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.compute.devices import find
from trainer.data.crops import Crops
from trainer.data.dataset import check_photos
from trainer.data.disk_store import open_store
from trainer.data.pairs import Pairing
from trainer.data.photo_store import PhotoStore, fill_store
from trainer.data.photos import Pixels, TrainingPhoto, bundled_photos, read_photos
from trainer.data.prefetching import PrefetchedCrops
from trainer.data.problems import Problem
from trainer.data.sharding import ShardedStore
from trainer.data.shards import Shard
from trainer.data.teaching import teach
from trainer.errors import BadPhotos
from trainer.events import Events, Teaching
from trainer.recipes.recipe import Recipe
from trainer.run_folder import BUNDLED, Manifest, TrainingOrder
from trainer.train.distributed import World
from trainer.train.photo_choice import say_passed, say_reading, smallest_side
from trainer.train.teacher import Teacher

_BYTES_A_PIXEL = 16
"""What a pixel of a photo takes: its own three bytes, some more for reductions and LR, all twice while they are joined.
"""


@dataclass(frozen=True)
class PhotoLoading:
    """Photos of a training on a device, in one of its processes. Those that a teacher upscales go to ``folder`` where
    the order has no place for them.
    """

    order: TrainingOrder
    device: torch.device
    world: World
    events: Events
    folder: Path = Path()

    def crops(self, manifest: Manifest, teacher: Teacher | None = None) -> Crops:
        """Of the photos to learn from, with what a teacher makes of them, and of those to replay. Raises BadPhotos."""
        order = self.order
        store = self._taught(manifest.training, teacher) if teacher else self._loaded(order.photos, manifest.training)
        replay = self._loaded(*self._replayed(order.replay)) if order.replay else None
        crops = PrefetchedCrops if order.store or teacher else Crops
        return crops(store, order.recipe.data, order.seed + self.world.rank, replay)

    def _loaded(self, folder: Path, photos: list[TrainingPhoto]) -> PhotoStore:
        """Photos on disk where the order has a place for them, else on the device."""
        recipe = self.order.recipe
        if not self.order.store:
            _check_memory(photos, recipe, self.device)
            return filled_store(self._read(folder, photos), len(photos), recipe, self.device)
        return open_store(self._on_disk(folder, photos), self.device)

    def _taught(self, photos: list[TrainingPhoto], teacher: Teacher) -> PhotoStore:
        """Photos on disk, with what the teacher makes of them."""
        shards = self._on_disk(self.order.photos, photos)
        if self.world.first:
            teach(shards, teacher.digest, teacher.upscale, lambda *done: self.events.say(Teaching(*done)))
        self.world.barrier()
        return open_store(shards, self.device, teacher.digest)

    def _on_disk(self, folder: Path, photos: list[TrainingPhoto]) -> list[Shard]:
        """The shards of photos, which the first process makes while others wait. Without a place of
        their own there is no more of each photo than would be in memory or will be looked at.
        """
        recipe, place = self.order.recipe, self.order.store
        looked_at = recipe.schedule.steps * recipe.data.batch * smallest_side(recipe.data) ** 2
        most = 0 if place else _most(len(photos), recipe, self.device, looked_at)
        sharded = ShardedStore(place or self.folder, photos, _pairing(recipe, most))
        if self.world.first:
            sharded.make(lambda lacking: self._read(folder, lacking))
        self.world.barrier()
        return sharded.shards

    def _read(self, folder: Path, photos: list[TrainingPhoto]) -> Generator[Pixels, None, None]:
        return read_photos(folder, photos, lambda done: say_reading(self.events, done, len(photos)))

    def _replayed(self, folder: Path) -> tuple[Path, list[TrainingPhoto]]:
        """Where the photos to replay are, and those that serve."""
        folder = bundled_photos() if folder == BUNDLED else folder
        smallest = smallest_side(self.order.recipe.data)
        report = check_photos(folder, smallest=smallest, keep=(Problem.DUPLICATE, Problem.BLURRED))
        if not report.kept:
            raise BadPhotos(
                "None of the photos in {folder} serves to be replayed: {found}", folder=folder, found=report.summary()
            )
        say_passed(self.events, report.news)
        return folder, report.kept


def filled_store(photos: Iterable[Pixels], count: int, recipe: Recipe, device: torch.device) -> PhotoStore:
    """``count`` photos on the device. So that all of them fit, each may take only so much of it."""
    return fill_store(photos, _pairing(recipe, _most(count, recipe, device)), device)


def _check_memory(photos: Sequence[TrainingPhoto], recipe: Recipe, device: torch.device) -> None:
    """Raise BadPhotos where there are so many photos that even the little which is taken of each does not fit."""
    most = _most(len(photos), recipe, device)
    pixels = sum(min(photo.width * photo.height, most) for photo in photos)
    if pixels <= _room(recipe, device):
        return
    needed, free = pixels * _BYTES_A_PIXEL, find(str(device)).free_memory
    if needed > free:
        raise BadPhotos(
            "Photos to learn from: {count}, which take {needed:.1f} GB of memory, where {free:.1f} GB are free; "
            "--store FOLDER reads them from disk.",
            count=len(photos),
            needed=needed / 1e9,
            free=free / 1e9,
        )


def _most(count: int, recipe: Recipe, device: torch.device, wanted: float = math.inf) -> int:
    """Pixels of one of so many photos: its share of the room or of what is wanted, but enough for different crops."""
    return int(max(min(_room(recipe, device), wanted) / count, 4 * smallest_side(recipe.data) ** 2))


def _room(recipe: Recipe, device: torch.device) -> float:
    """Pixels of photos that there is room for."""
    return recipe.data.megapixels * 1e6 if device.type == "cpu" else find(str(device)).free_memory / _BYTES_A_PIXEL


def _pairing(recipe: Recipe, most: int) -> Pairing:
    data = recipe.data
    return Pairing(recipe.network.scale, smallest_side(data), data.downscales if data.downscale_share else (), most)
