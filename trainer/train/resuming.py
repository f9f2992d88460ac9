"""Going on with a training: for more steps than were ordered, and only with what fits its checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from engine.models.architectures import network_of
from engine.sentences import Sentence
from trainer.errors import BadRun
from trainer.recipes.recipe import Recipe
from trainer.run_folder import TrainingOrder
from trainer.train.discriminators import discriminator_for
from trainer.train.optimisers import optimisers_for


def extended(order: TrainingOrder, step: int, more: int) -> TrainingOrder:
    """The order with ``more`` steps behind ``step``, whatever has ended it there: steps, clock or patience. The
    learning rate is then what it would be if all of them had been ordered at first.
    """
    schedule = replace(order.recipe.schedule, steps=step + more)
    return replace(order, recipe=replace(order.recipe, schedule=schedule), minutes=None, patient_from=step)


def check_fits(recipe: Recipe, training: Mapping[str, Any]) -> None:
    """Raise BadRun where the recipe asks for another network, discriminator or optimiser than those whose state is in
    a checkpoint, as ``Training.state`` wrote it. Nothing is loaded, and no chance is drawn.
    """
    with torch.random.fork_rng(devices=[]), torch.device("meta"):
        generator = network_of(recipe.network)
        discriminator = discriminator_for(recipe) if recipe.adversarial else None
        optimisers = {*optimisers_for(generator, recipe.optimiser), *(["discriminator"] if discriminator else [])}
    judged, judging = training.get("discriminator", {}), discriminator.state_dict() if discriminator else {}
    for part, fits in (
        (Sentence("network"), _alike(generator.state_dict(), training["generator"])),
        (Sentence("discriminator"), _alike(judging, judged)),
        (Sentence("optimiser"), optimisers == set(training["optimisers"])),
    ):
        if not fits:
            raise BadRun(
                "A training goes on with the {part} that it began with; leave its settings as they were, or begin a "
                "new training.",
                part=part,
            )


def _alike(first: Mapping[str, Tensor], second: Mapping[str, Tensor]) -> bool:
    return {name: each.shape for name, each in first.items()} == {name: each.shape for name, each in second.items()}
