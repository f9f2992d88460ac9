"""Another model whose results a training learns from: any that the catalog or spandrel knows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import torch

from engine.compute.devices import find
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.tensors import to_pixels, to_planes
from engine.models.loading import load_model
from engine.picture import Header
from trainer.data.photos import Pixels
from trainer.errors import BadRecipe
from trainer.run_folder import TrainingOrder


@dataclass(frozen=True)
class Teacher:
    """A model on a device."""

    runner: ModelRunner

    @property
    def name(self) -> str:
        """What the model is called."""
        return self.runner.model.name

    @property
    def digest(self) -> str:
        """Tells its results from those of all others, whatever their files are called: twelve digits."""
        model = self.runner.model
        return hashlib.sha256((model.sha256 or model.name).encode()).hexdigest()[:12]

    def upscale(self, lr: Pixels) -> Pixels:
        """(h, w, 3) uint8 to the same, ``scale`` times as wide and high: the way of a photo that is saved."""
        rows = self.runner.apply(Rows.of(to_planes(lr)))
        return to_pixels(rows.joined(), Header(rows.size, 3, 8)).astype(np.uint8, copy=False)


def teacher_for(order: TrainingOrder, device: torch.device) -> Teacher | None:
    """Whom the order learns from, if anybody. Raises what ``teacher_named`` raises."""
    if not order.teacher or not order.recipe.content.teacher:
        return None
    return teacher_named(order.teacher, order.recipe.network.scale, device)


def teacher_named(name: str, scale: int, device: torch.device) -> Teacher:
    """The model with that id of the catalog, or the weights file at that path. Raises UnknownModel, BadWeights,
    DeviceError, and BadRecipe where it enlarges by another factor than ``scale``.
    """
    model = load_model(name)
    if model.scale != scale:
        raise BadRecipe(
            "{name} enlarges by {teacher}, and what it is to teach by {scale}; choose another teacher.",
            name=model.name,
            teacher=model.scale,
            scale=scale,
        )
    return Teacher(ModelRunner(model, find(str(device))))
