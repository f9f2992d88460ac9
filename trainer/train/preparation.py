"""Everything before the first step: the photos checked, split and put on the device, the networks built or restored."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import torch

from engine.errors import DeviceError
from engine.models.cards import Card
from engine.models.networks import Generator, fold
from engine.models.weights import Weights, load_weights, save_weights
from trainer.data.crops import Crops, PhotoStore, fill_store
from trainer.data.dataset import check_photos
from trainer.data.photos import (
    Pixels,
    TrainingPhoto,
    bundled_photos,
    find_photos,
    groups_of,
    read_photo,
    read_photos,
    split,
)
from trainer.errors import BadPhotos, BadRun
from trainer.events import Events
from trainer.metrics.features import Features, LocalContrast
from trainer.metrics.vgg import load_vgg19
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import VGG19_LAYERS, Data
from trainer.recipes.severity import DEGRADATIONS
from trainer.run_folder import BUNDLED, Manifest, RunFolder, TrainingOrder
from trainer.train.checkpoint import load_checkpoint
from trainer.train.distributed import World
from trainer.train.loop import Loop
from trainer.train.training import Training, initialise
from trainer.train.validation import Validator


def prepare(run: RunFolder, order: TrainingOrder, events: Events, world: World) -> Loop:
    """Build a training, and go on from its newest checkpoint if it has one.

    Raises BadPhotos, BadRun, MissingFeatures, BadWeights, UnknownModel, CannotSave.
    """
    device = device_named(order.device)
    torch.manual_seed(order.seed)
    checkpoint = load_checkpoint(run.checkpoints)
    generator, card = (Generator(order.recipe.network), None) if checkpoint else beginning(order)
    base = checkpoint["base"] if checkpoint else _named(card)
    recipe = replace(order.recipe, network=generator.dimensions)  # weights to begin from decide
    order = replace(order, recipe=recipe)
    features = features_for(order)
    if world.first and run.manifest() is None:
        run.save_recipe(recipe)
        run.save_manifest(_decided(order, events))
    if card and world.first:
        save_weights(run.base, Weights(card, dict(_folded(generator).state_dict())))
    world.barrier()
    manifest = run.manifest()
    assert manifest is not None
    store = _store(order.photos, manifest.training, recipe, device, events)
    replay = _replay(_replay_folder(order.replay), recipe, device, events) if order.replay else None
    training = Training(recipe, generator, features.to(device) if features else None, device, world)
    crops = Crops(store, recipe.data, order.seed + world.rank, replay)
    loop = Loop(run, order, manifest, training, crops, _validator(order, manifest, device), base, events)
    if checkpoint:
        loop.restore(checkpoint)
        if world.rank:  # the position that was saved is the first process's
            crops.rng.manual_seed(order.seed + world.rank + world.size * training.step)
    elif loop.validator and world.first:
        loop.validator.save_references(run.samples)
    events.say(
        "started",
        recipe=recipe.name,
        step=training.step,
        device=str(device),
        threads=torch.get_num_threads(),
        processes=world.size,
        photos=len(manifest.training),
        held_out=len(manifest.held_out),
        base=base,
        features=features.name if features else "",
    )
    return loop


def device_named(name: str) -> torch.device:
    """``auto`` is the first GPU, else the CPU. Raises DeviceError."""
    if name == "auto":
        return torch.device("cuda", torch.cuda.current_device()) if torch.cuda.is_available() else torch.device("cpu")
    known = ["cpu", "cuda", *(f"cuda:{index}" for index in range(torch.cuda.device_count()))]
    if name not in known or (name == "cuda" and not torch.cuda.is_available()):
        raise DeviceError(
            "There is no device {name} to train on; this computer has {known}.",
            name=name,
            known=", ".join(known[0:1] + known[2:]),
        )
    return torch.device(name)


def beginning(order: TrainingOrder) -> tuple[Generator, Card | None]:
    """The generator to begin with, and the card of what it comes from, None where it is fresh."""
    if order.base is None:
        generator = Generator(order.recipe.network)
        initialise(generator)
        return generator, None
    if order.base.is_dir():
        generator = _average_of(RunFolder(order.base))
        return generator, Card(f"{order.base.name} (run)", replace(generator.dimensions, normalised=False))
    weights = load_weights(order.base)
    return weights.generator().requires_grad_(True), weights.card


def judging_features(order: TrainingOrder) -> Features | None:
    """What the perceptual distance of held-out photos is measured through: VGG19 where a file of it is given or the
    recipe looks through it, local contrast where the recipe does so; else None.
    """
    content = order.recipe.content
    if order.vgg19 or (content.perceptual and content.features == "vgg19"):
        return load_vgg19(order.vgg19, VGG19_LAYERS)
    return LocalContrast() if content.perceptual else None


def _named(card: Card | None) -> str:
    return f"{card.name} {card.sha256[:12]}".strip() if card else ""


def _folded(generator: Generator) -> Generator:
    return fold(generator) if generator.dimensions.normalised else generator


def features_for(order: TrainingOrder) -> Features | None:
    """What the recipe's perceptual loss looks through, if it has one. Raises MissingFeatures."""
    content = order.recipe.content
    if not content.perceptual:
        return None
    if content.features == "contrast":
        return LocalContrast()
    return load_vgg19(order.vgg19, content.layers, before_relu=content.before_relu)


def _average_of(run: RunFolder) -> Generator:
    """The moving average of another training, still batch-normalised where it was."""
    checkpoint = load_checkpoint(run.checkpoints)
    if checkpoint is None:
        raise BadRun("{path} holds no checkpoint to begin from.", path=run.path)
    generator = Generator(run.order().recipe.network)
    generator.load_state_dict(checkpoint["training"]["average"])
    return generator


def _decided(order: TrainingOrder, events: Events) -> Manifest:
    """The photos of a new run, by the check and the split."""
    data = order.recipe.data
    smallest = max(data.patch, data.late_patch)

    def said(done: int, total: int) -> None:
        _say_reading(events, done, total)

    report = check_photos(order.photos, smallest=smallest, keep=order.keep, leave_out=order.leave_out, said=said)
    events.say("checked", text=report.summary())
    if not report.kept:
        raise BadPhotos("None of the photos in {folder} serves: {found}", folder=order.photos, found=report.summary())
    held_out = 0.0 if order.valid else data.held_out
    return Manifest.of(report, *split(report.kept, held_out, groups_of(order.photos)))


def _store(
    folder: Path, photos: list[TrainingPhoto], recipe: Recipe, device: torch.device, events: Events
) -> PhotoStore:
    def said(done: int) -> None:
        _say_reading(events, done, len(photos))

    return filled_store(read_photos(folder, photos, said), len(photos), recipe, device)


def _say_reading(events: Events, done: int, total: int) -> None:
    """A hundred times at most."""
    if done == total or done % max(total // 100, 1) == 0:
        events.say("reading", done=done, total=total)


def _replay_folder(folder: Path) -> Path:
    return bundled_photos() if folder == BUNDLED else folder


def _replay(folder: Path, recipe: Recipe, device: torch.device, events: Events) -> PhotoStore:
    report = check_photos(
        folder, smallest=max(recipe.data.patch, recipe.data.late_patch), keep=("duplicate", "blurred")
    )
    if not report.kept:
        raise BadPhotos(
            "None of the photos in {folder} serves to be replayed: {found}", folder=folder, found=report.summary()
        )
    return _store(folder, report.kept, recipe, device, events)


def filled_store(pixels: Iterable[Pixels], count: int, recipe: Recipe, device: torch.device) -> PhotoStore:
    """The photos, ``count`` of them, as the crops are taken from them."""
    data: Data = recipe.data
    room = data.megapixels * 1e6 if device.type == "cpu" else torch.cuda.mem_get_info(device)[0] / 16
    return fill_store(
        pixels,
        scale=recipe.network.scale,
        smallest=max(data.patch, data.late_patch),
        downscales=data.downscales if data.downscale_share else (),
        device=device,
        most=int(max(room / count, 4 * max(data.patch, data.late_patch) ** 2)),
    )


def _validator(order: TrainingOrder, manifest: Manifest, device: torch.device) -> Validator | None:
    """By the photos of the folder that was given, else by those held out, else none."""
    pixels: Iterable[Pixels] = (
        map(read_photo, _scattered(find_photos(order.valid)))
        if order.valid
        else read_photos(order.photos, manifest.held_out, lambda done: None)
    )
    if not order.valid and not manifest.held_out:
        return None
    features, mixture = judging_features(order), DEGRADATIONS[order.recipe.data.degradation]
    return Validator(pixels, order.recipe.network.scale, features.to(device) if features else None, device, mixture)


def _scattered(paths: list[Path]) -> list[Path]:
    return random.Random(0).sample(paths, len(paths))
