"""The photos to learn from, brought to where a training reads them: to the device, or to disk."""

from __future__ import annotations

from collections.abc import Generator, Iterable
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
from trainer.errors import BadPhotos
from trainer.events import Events
from trainer.recipes.recipe import Recipe
from trainer.run_folder import BUNDLED, Manifest, TrainingOrder
from trainer.train.distributed import World
from trainer.train.photo_choice import say_passed, say_reading, smallest_side


@dataclass(frozen=True)
class PhotoLoading:
    """Photos of a training on a device, in one of its processes."""

    order: TrainingOrder
    device: torch.device
    world: World
    events: Events

    def crops(self, manifest: Manifest) -> Crops:
        """Of the photos to learn from, and of those to replay. Raises BadPhotos."""
        order = self.order
        store = self._loaded(order.photos, manifest.training)
        replay = self._loaded(*self._replayed(order.replay)) if order.replay else None
        crops = PrefetchedCrops if order.store else Crops
        return crops(store, order.recipe.data, order.seed + self.world.rank, replay)

    def _loaded(self, folder: Path, photos: list[TrainingPhoto]) -> PhotoStore:
        """Photos on disk where the order has a place for them, which the first process fills while others wait."""
        recipe = self.order.recipe
        if not self.order.store:
            return filled_store(self._read(folder, photos), len(photos), recipe, self.device)
        sharded = ShardedStore(self.order.store, photos, _pairing(recipe))
        if self.world.first:
            sharded.make(lambda lacking: self._read(folder, lacking))
        self.world.barrier()
        return open_store(sharded.shards, self.device)

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
    pairing = _pairing(recipe)
    room = recipe.data.megapixels * 1e6 if device.type == "cpu" else find(str(device)).free_memory / 16
    most = int(max(room / count, 4 * pairing.smallest**2))
    return fill_store(
        photos,
        scale=pairing.scale,
        smallest=pairing.smallest,
        downscales=pairing.downscales,
        device=device,
        most=most,
    )


def _pairing(recipe: Recipe) -> Pairing:
    data = recipe.data
    return Pairing(recipe.network.scale, smallest_side(data), data.downscales if data.downscale_share else ())
