"""Training the networks, one after the other, on photos that are read once."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import torch
from torch import Tensor

from trainer.data.crops import Crops
from trainer.events import Events
from trainer.run_folder import Manifest, RunFolder, TrainingOrder
from trainer.train.beginning import beginning, features_for
from trainer.train.checkpoint import load_checkpoint
from trainer.train.distributed import World, device_named
from trainer.train.loop import Loop
from trainer.train.photo_choice import choose_photos, load_validator
from trainer.train.photo_loading import PhotoLoading
from trainer.train.training import Training
from trainer.train.validation import Validator


@dataclass(frozen=True)
class Photos:
    """What all networks learn from, and are measured by where nothing else is given. ``start`` is the state of
    ``crops`` before the first of them.
    """

    manifest: Manifest
    crops: Crops
    start: Tensor
    validator: Validator | None

    @classmethod
    def load(cls, manifest: Manifest | None, order: TrainingOrder, events: Events) -> Self:
        """Read the photos, which are chosen first where there is no manifest. Raises BadPhotos."""
        manifest = manifest or choose_photos(order, events)
        device = device_named(order.device)
        crops = PhotoLoading(order, device, World(), events).crops(manifest)
        return cls(manifest, crops, crops.state(), load_validator(order, manifest, device, events))


def new_training(order: TrainingOrder) -> Training:
    """Before its first step. Two of one order are equal."""
    torch.manual_seed(order.seed)
    return Training(order.recipe, beginning(order).generator, features_for(order), device_named(order.device), World())


@dataclass(frozen=True)
class Trained:
    """Where the weights are, and how many seconds they took."""

    weights: Path
    seconds: float


def train(run: RunFolder, order: TrainingOrder, photos: Photos, events: Events, stop: threading.Event) -> Trained:
    """Train to the end, from the newest checkpoint if there is one, or until ``stop`` is set. Raises what
    ``Loop.train`` raises.
    """
    training, checkpoint = new_training(order), load_checkpoint(run.checkpoints)
    photos.crops.restore(photos.start)
    loop = Loop(run, order, photos.manifest, training, photos.crops, photos.validator, "", events)
    if checkpoint:
        loop.restore(checkpoint)
    elif photos.validator:
        photos.validator.save_references(run.samples)
    weights = loop.train(stop)
    assert weights is not None  # this is the first process, and the only one
    return Trained(weights, loop.seconds)
