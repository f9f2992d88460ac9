"""What a training begins with: its generator, new or from other weights, and what its losses look through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.models.architectures import folded, network_of
from engine.models.base import Network
from engine.models.cards import Card
from engine.models.weights import Weights, digest, load_weights
from trainer.errors import BadRun
from trainer.metrics.features import Features, LocalContrast
from trainer.metrics.vgg import load_vgg19
from trainer.recipes.settings import VGG19_LAYERS
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.train.checkpoint import load_checkpoint
from trainer.train.initialisation import initialise


@dataclass(frozen=True)
class Beginning:
    """A generator before its first step here. ``card`` is that of the weights that it comes from, None where it is new;
    ``base`` names them, "" where there are none.
    """

    generator: Network
    card: Card | None = None
    base: str = ""

    def base_weights(self) -> Weights | None:
        """What it comes from, without batch normalisation, to be compared with; None where it is new."""
        if self.card is None:
            return None
        return Weights(self.card, dict(folded(self.generator).state_dict()))


def beginning(order: TrainingOrder) -> Beginning:
    """New, or from the weights or the run that the order names. Raises BadRun, BadWeights, UnknownModel."""
    if order.base is None:
        generator = network_of(order.recipe.network)
        initialise(generator)
        return Beginning(generator)
    if order.base.is_dir():
        generator = _average_of(RunFolder(order.base))
        card = Card(f"{order.base.name} (run)", replace(generator.dimensions, normalised=False))
    else:
        weights = _changed(load_weights(order.base), order.change)
        generator, card = weights.generator().requires_grad_(True), weights.card
    return Beginning(generator, card, f"{card.name} {card.sha256[:12]}".strip())


def resolved(order: TrainingOrder, generator: Network) -> TrainingOrder:
    """The order with the generator's dimensions in its recipe: weights to begin from decide."""
    return replace(order, recipe=replace(order.recipe, network=generator.dimensions))


def features_for(order: TrainingOrder) -> Features | None:
    """What the recipe's perceptual loss looks through, if it has one. Raises MissingFeatures."""
    content = order.recipe.content
    if not content.perceptual:
        return None
    if content.features == "contrast":
        return LocalContrast()
    return load_vgg19(order.vgg19, content.layers, before_relu=content.before_relu)


def judging_features(order: TrainingOrder) -> Features | None:
    """What the perceptual distance of held-out photos is measured through: VGG19 where a file of it is given or the
    recipe looks through it, local contrast where the recipe does so; else None. Raises MissingFeatures.
    """
    content = order.recipe.content
    if order.vgg19 or (content.perceptual and content.features == "vgg19"):
        return load_vgg19(order.vgg19, VGG19_LAYERS)
    return LocalContrast() if content.perceptual else None


def _changed(weights: Weights, change: Sequence[Path]) -> Weights:
    """The weights with what has changed between two others added (task arithmetic; Ilharco et al., 2023). Raises BadRun
    where the three are not of one network.
    """
    if not change:
        return weights
    before, after = map(load_weights, change)
    if not weights.card.dimensions == before.card.dimensions == after.card.dimensions:
        raise BadRun(
            "{before} and {after} have another network than {base}.",
            before=before.card.name,
            after=after.card.name,
            base=weights.card.name,
        )
    state = {name: each + after.state[name] - before.state[name] for name, each in weights.state.items()}
    name = f"{weights.card.name} + {after.card.name} - {before.card.name}"
    return Weights(replace(weights.card, name=name, sha256=digest(state), scores={}), state)


def _average_of(run: RunFolder) -> Network:
    """The moving average of another training, still batch-normalised where it was."""
    checkpoint = load_checkpoint(run.checkpoints)
    if checkpoint is None:
        raise BadRun("{path} holds no checkpoint to begin from.", path=run.path)
    generator = network_of(run.order().recipe.network)
    generator.load_state_dict(checkpoint["training"]["average"])
    return generator
