"""The photos of a training: chosen once, and loaded to be validated by."""

from __future__ import annotations

import random
from collections.abc import Iterable

import torch

from engine.sentences import Sentence
from trainer.data.dataset import ONE_BURST, check_photos
from trainer.data.photos import (
    Pixels,
    look_for_photos,
    read_photo,
    read_photos,
)
from trainer.errors import BadPhotos
from trainer.events import Events, PhotosChecked, ReadingPhotos, TrainingWarning
from trainer.metrics.niqe import load_pristine_model
from trainer.recipes.settings import Data
from trainer.recipes.severity import DEGRADATIONS
from trainer.run_folder import Manifest, TrainingOrder
from trainer.train.beginning import judging_features
from trainer.train.validation import Validator


def choose_photos(order: TrainingOrder, events: Events) -> Manifest:
    """The photos of a new run, by the check and the split. Raises BadPhotos."""
    data = order.recipe.data

    def said(done: int, total: int) -> None:
        say_reading(events, done, total)

    report = check_photos(
        order.photos, smallest=smallest_side(data), keep=order.keep, leave_out=order.leave_out, said=said
    )
    events.say(PhotosChecked(report.summary()))
    say_passed(events, report.news)
    if not report.kept:
        raise BadPhotos("None of the photos in {folder} serves: {found}", folder=order.photos, found=report.summary())
    held_out = 0.0 if order.valid else data.held_out
    if held_out and report.is_one_burst(report.bursts()):
        events.say(TrainingWarning(ONE_BURST))
    return Manifest.of(report, *report.split(held_out))


def load_validator(order: TrainingOrder, manifest: Manifest, device: torch.device, events: Events) -> Validator | None:
    """By the photos of the folder that was given, else by those held out, else none. Raises BadPhotos,
    MissingFeatures.
    """
    if order.valid:
        paths, news = look_for_photos(order.valid)
        say_passed(events, news)
        photos: Iterable[Pixels] = map(read_photo, random.Random(0).sample(paths, len(paths)))
    elif manifest.held_out:
        photos = read_photos(order.photos, manifest.held_out)
    else:
        return None
    mixture = DEGRADATIONS[order.recipe.data.degradation]
    pristine = load_pristine_model(order.niqe) if order.niqe else None
    return Validator(photos, order.recipe.network.scale, judging_features(order), device, mixture, pristine)


def smallest_side(data: Data) -> int:
    """The least width and height of a photo in pixels: that of the largest crop."""
    return max(data.patch, data.late_patch)


def say_passed(events: Events, news: Iterable[Sentence]) -> None:
    """Say what a look at a folder has passed by."""
    for sentence in news:
        events.say(TrainingWarning(sentence))


def say_reading(events: Events, done: int, total: int) -> None:
    """Say how many photos are read, a hundred times at most."""
    if done == total or done % max(total // 100, 1) == 0:
        events.say(ReadingPhotos(done, total))
