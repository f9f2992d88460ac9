"""What a training begins with: its generator, new or from other weights, and what its losses look through."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from engine.models.cards import Card
from engine.models.networks import Generator, fold
from engine.models.weights import Weights, load_weights
from trainer.errors import BadRun
from trainer.metrics.features import Features, LocalContrast
from trainer.metrics.vgg import load_vgg19
from trainer.recipes.settings import VGG19_LAYERS
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.train.checkpoint import load_checkpoint


@dataclass(frozen=True)
class Beginning:
    """A generator before its first step here. ``card`` is that of the weights that it comes from, None where it is new;
    ``base`` names them, "" where there are none.
    """

    generator: Generator
    card: Card | None = None
    base: str = ""

    def base_weights(self) -> Weights | None:
        """What it comes from, without batch normalisation, to be compared with; None where it is new."""
        if self.card is None:
            return None
        generator = fold(self.generator) if self.generator.dimensions.normalised else self.generator
        return Weights(self.card, dict(generator.state_dict()))


def beginning(order: TrainingOrder) -> Beginning:
    """New, or from the weights or the run that the order names. Raises BadRun, BadWeights, UnknownModel."""
    if order.base is None:
        generator = Generator(order.recipe.network)
        _initialise(generator)
        return Beginning(generator)
    if order.base.is_dir():
        generator = _average_of(RunFolder(order.base))
        card = Card(f"{order.base.name} (run)", replace(generator.dimensions, normalised=False))
    else:
        weights = load_weights(order.base)
        generator, card = weights.generator().requires_grad_(True), weights.card
    return Beginning(generator, card, f"{card.name} {card.sha256[:12]}".strip())


def resolved(order: TrainingOrder, generator: Generator) -> TrainingOrder:
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


def _average_of(run: RunFolder) -> Generator:
    """The moving average of another training, still batch-normalised where it was."""
    checkpoint = load_checkpoint(run.checkpoints)
    if checkpoint is None:
        raise BadRun("{path} holds no checkpoint to begin from.", path=run.path)
    generator = Generator(run.order().recipe.network)
    generator.load_state_dict(checkpoint["training"]["average"])
    return generator


@torch.no_grad()
def _initialise(generator: Generator) -> None:
    """Kaiming's initialisation, small where a residual or the picture comes out, grey at the start.

    Without batch normalisation this is what lets a learning rate of 5e-4 work.
    """
    convolutions = {name: each for name, each in generator.named_modules() if isinstance(each, nn.Conv2d)}
    for name, convolution in convolutions.items():
        nn.init.kaiming_normal_(convolution.weight, a=0.25)
        nn.init.zeros_(_bias(convolution))
        ends_residual = name == "tail" or name.endswith(".second")
        if name == "last" or (ends_residual and not generator.dimensions.normalised):
            convolution.weight.mul_(0.1)
    _bias(generator.last).fill_(0.45)


def _bias(convolution: nn.Conv2d) -> Tensor:
    assert convolution.bias is not None
    return convolution.bias
