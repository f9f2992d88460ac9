"""The photos of a training: chosen once, then loaded to be learnt from and to be validated by."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import torch

from engine.compute.devices import find
from engine.sentences import Sentence
from trainer.data.crops import Crops
from trainer.data.dataset import ONE_BURST, check_photos
from trainer.data.photo_store import PhotoStore, fill_store
from trainer.data.photos import (
    Pixels,
    TrainingPhoto,
    bundled_photos,
    look_for_photos,
    read_photo,
    read_photos,
)
from trainer.data.problems import Problem
from trainer.errors import BadPhotos
from trainer.events import Events, PhotosChecked, ReadingPhotos, TrainingWarning
from trainer.metrics.niqe import load_pristine_model
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Data
from trainer.recipes.severity import DEGRADATIONS
from trainer.run_folder import BUNDLED, Manifest, TrainingOrder
from trainer.train.beginning import judging_features
from trainer.train.validation import Validator


def choose_photos(order: TrainingOrder, events: Events) -> Manifest:
    """The photos of a new run, by the check and the split. Raises BadPhotos."""
    data = order.recipe.data

    def said(done: int, total: int) -> None:
        _say_reading(events, done, total)

    report = check_photos(
        order.photos, smallest=smallest_side(data), keep=order.keep, leave_out=order.leave_out, said=said
    )
    events.say(PhotosChecked(report.summary()))
    _say_passed(events, report.news)
    if not report.kept:
        raise BadPhotos("None of the photos in {folder} serves: {found}", folder=order.photos, found=report.summary())
    held_out = 0.0 if order.valid else data.held_out
    if held_out and report.is_one_burst(report.bursts()):
        events.say(TrainingWarning(ONE_BURST))
    return Manifest.of(report, *report.split(held_out))


def load_crops(order: TrainingOrder, manifest: Manifest, device: torch.device, seed: int, events: Events) -> Crops:
    """The photos to learn from, and those to replay, on the device. Raises BadPhotos."""
    recipe = order.recipe
    store = _loaded(order.photos, manifest.training, recipe, device, events)
    replay = _replayed(order.replay, recipe, device, events) if order.replay else None
    return Crops(store, recipe.data, seed, replay)


def load_validator(order: TrainingOrder, manifest: Manifest, device: torch.device, events: Events) -> Validator | None:
    """By the photos of the folder that was given, else by those held out, else none. Raises BadPhotos,
    MissingFeatures.
    """
    if order.valid:
        paths, news = look_for_photos(order.valid)
        _say_passed(events, news)
        photos: Iterable[Pixels] = map(read_photo, random.Random(0).sample(paths, len(paths)))
    elif manifest.held_out:
        photos = read_photos(order.photos, manifest.held_out)
    else:
        return None
    mixture = DEGRADATIONS[order.recipe.data.degradation]
    pristine = load_pristine_model(order.niqe) if order.niqe else None
    return Validator(photos, order.recipe.network.scale, judging_features(order), device, mixture, pristine)


def filled_store(photos: Iterable[Pixels], count: int, recipe: Recipe, device: torch.device) -> PhotoStore:
    """``count`` photos on the device. So that all of them fit, each may take only so much of it."""
    data = recipe.data
    room = data.megapixels * 1e6 if device.type == "cpu" else find(str(device)).free_memory / 16
    return fill_store(
        photos,
        scale=recipe.network.scale,
        smallest=smallest_side(data),
        downscales=data.downscales if data.downscale_share else (),
        device=device,
        most=int(max(room / count, 4 * smallest_side(data) ** 2)),
    )


def smallest_side(data: Data) -> int:
    """The least width and height of a photo in pixels: that of the largest crop."""
    return max(data.patch, data.late_patch)


def _loaded(
    folder: Path, photos: list[TrainingPhoto], recipe: Recipe, device: torch.device, events: Events
) -> PhotoStore:
    def said(done: int) -> None:
        _say_reading(events, done, len(photos))

    return filled_store(read_photos(folder, photos, said), len(photos), recipe, device)


def _replayed(folder: Path, recipe: Recipe, device: torch.device, events: Events) -> PhotoStore:
    folder = bundled_photos() if folder == BUNDLED else folder
    report = check_photos(folder, smallest=smallest_side(recipe.data), keep=(Problem.DUPLICATE, Problem.BLURRED))
    if not report.kept:
        raise BadPhotos(
            "None of the photos in {folder} serves to be replayed: {found}", folder=folder, found=report.summary()
        )
    _say_passed(events, report.news)
    return _loaded(folder, report.kept, recipe, device, events)


def _say_passed(events: Events, news: Iterable[Sentence]) -> None:
    for sentence in news:
        events.say(TrainingWarning(sentence))


def _say_reading(events: Events, done: int, total: int) -> None:
    """A hundred times at most."""
    if done == total or done % max(total // 100, 1) == 0:
        events.say(ReadingPhotos(done, total))
