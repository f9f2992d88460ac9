"""What a verdict is reached on: held-out photos, and others that come with Fourfold and that nothing is taught on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from trainer.data.photos import Pixels, TrainingPhoto, find_photos, read_photo, read_photos, unseen_photos
from trainer.data.scored_crops import ScoredCrop, scored_crop
from trainer.recipes.recipe import Recipe
from trainer.recipes.severity import DEGRADATIONS
from trainer.run_folder import TrainingOrder

_MOST_PHOTOS = 32
_MOST_PIXELS = 8e6
"""Of all held-out photos together: one model takes some 15 seconds for them on two processor cores."""
_LONGEST = 1024


@dataclass(frozen=True)
class Case:
    """One photo to judge by, or its middle, and its LR, damaged as the recipe says, each time in the same way."""

    name: str
    held_out: bool
    pair: ScoredCrop


def cases_for(order: TrainingOrder, held_out: Sequence[TrainingPhoto], device: torch.device) -> list[Case]:
    """Up to 32 of the held-out photos, then the others. Raises BadPhotos where one is gone or has changed."""
    photos = _spread(held_out, _MOST_PHOTOS)
    side = min(math.isqrt(int(_MOST_PIXELS / len(photos))), _LONGEST)
    pixels = read_photos(order.photos, photos)
    ours = [
        Case(photo.path, True, _pair(each, side, order.recipe, number, device))
        for number, (photo, each) in enumerate(zip(photos, pixels, strict=True))
    ]
    return [*ours, *_others(order.recipe, device)]


def _others(recipe: Recipe, device: torch.device) -> Iterator[Case]:
    for number, path in enumerate(find_photos(unseen_photos())):
        yield Case(path.name, False, _pair(read_photo(path), _LONGEST, recipe, number, device))


def _spread(photos: Sequence[TrainingPhoto], most: int) -> list[TrainingPhoto]:
    """All photos, or ``most`` of them from all over the list."""
    count = min(len(photos), most)
    return [photos[index * len(photos) // count] for index in range(count)]


def _pair(photo: Pixels, side: int, recipe: Recipe, seed: int, device: torch.device) -> ScoredCrop:
    mixture = DEGRADATIONS[recipe.data.degradation]
    return scored_crop(photo, longest=side, scale=recipe.network.scale, device=device, mixture=mixture, seed=seed)
