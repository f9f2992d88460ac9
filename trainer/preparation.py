"""Everything before the first step: the photos checked, split and put on the device, the networks built or restored."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import torch

from engine.errors import DeviceError
from engine.networks import Generator
from engine.weights import load_weights
from trainer.checkpoint import load_checkpoint
from trainer.crops import Crops, Shelf, fill_shelf
from trainer.dataset import check_photos
from trainer.distributed import World
from trainer.errors import BadPhotos, BadRun
from trainer.events import Events
from trainer.loop import Loop
from trainer.photos import Photo, Pixels, find_photos, groups_of, read_photo, read_photos, split
from trainer.recipes import VGG19_LAYERS, Data, Recipe
from trainer.run_folder import Manifest, Order, RunFolder
from trainer.training import Training, initialise
from trainer.validation import Validator
from trainer.vgg import load_vgg19

_CPU_PIXELS = 700e6
"""Pixels of photos that are held in memory on a CPU: 2 gigabytes, and 2.3 times that with three reductions."""


def prepare(run: RunFolder, order: Order, events: Events, world: World) -> Loop:
    """Build a training, and go on from its newest checkpoint if it has one.

    Raises BadPhotos, BadRun, MissingFeatures, BadWeights, UnknownModel.
    """
    device = device_named(order.device)
    torch.manual_seed(order.seed)
    checkpoint = load_checkpoint(run.checkpoints)
    generator, base = (Generator(order.recipe.network), checkpoint["base"]) if checkpoint else _generator(order)
    recipe = replace(order.recipe, network=generator.dimensions)  # weights to begin from decide
    order = replace(order, recipe=recipe)
    content = recipe.content
    features = load_vgg19(order.vgg19, content.layers, before_relu=content.before_relu) if content.perceptual else None
    if world.first and run.manifest() is None:
        run.save_recipe(recipe)
        run.save_manifest(_decided(order, events))
    world.wait()
    manifest = run.manifest()
    assert manifest is not None
    shelf = _shelf(order.photos, manifest.training, recipe, device, events)
    replay = _replay(order.replay, recipe, device, events) if order.replay else None
    training = Training(recipe, generator, features.to(device) if features else None, device, world)
    crops = Crops(shelf, recipe.data, order.seed + world.rank, replay)
    loop = Loop(run, order, manifest, training, crops, _validator(order, manifest, device), base, events)
    if checkpoint:
        loop.restore(checkpoint)
        if world.rank:  # the position that was saved is the first process's
            crops.chance.manual_seed(order.seed + world.rank + world.size * training.step)
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
    )
    return loop


def device_named(name: str) -> torch.device:
    """``auto`` is the first GPU, else the CPU. Raises DeviceError."""
    if name == "auto":
        return torch.device("cuda", torch.cuda.current_device()) if torch.cuda.is_available() else torch.device("cpu")
    known = ["cpu", "cuda", *(f"cuda:{index}" for index in range(torch.cuda.device_count()))]
    if name not in known or (name == "cuda" and not torch.cuda.is_available()):
        raise DeviceError(
            f"There is no device {name} to train on; this computer has {', '.join(known[0:1] + known[2:])}."
        )
    return torch.device(name)


def _generator(order: Order) -> tuple[Generator, str]:
    """The generator to begin with, and the name of what it comes from, "" where it is fresh."""
    if order.base is None:
        generator = Generator(order.recipe.network)
        initialise(generator)
        return generator, ""
    if order.base.is_dir():
        return _average_of(RunFolder(order.base)), f"{order.base.name} (run)"
    weights = load_weights(order.base)
    generator = weights.generator().requires_grad_(True)
    return generator, f"{weights.card.name} {weights.card.sha256[:12]}"


def _average_of(run: RunFolder) -> Generator:
    """The moving average of another training, still batch-normalised where it was."""
    checkpoint = load_checkpoint(run.checkpoints)
    if checkpoint is None:
        raise BadRun(f"{run.path} holds no checkpoint to begin from.")
    generator = Generator(run.order().recipe.network)
    generator.load_state_dict(checkpoint["training"]["modules"][1])
    return generator


def _decided(order: Order, events: Events) -> Manifest:
    """The photos of a new run, by the check and the split."""
    data = order.recipe.data
    smallest = max(data.patch, data.late_patch)

    def said(done: int, total: int) -> None:
        _say_reading(events, done, total)

    report = check_photos(order.photos, smallest=smallest, keep=order.keep, said=said)
    events.say("checked", text=report.summary())
    if not report.kept:
        raise BadPhotos(f"None of the photos in {order.photos} serves: {report.summary()}")
    held_out = 0.0 if order.valid else data.held_out
    return Manifest.of(report, *split(report.kept, held_out, groups_of(order.photos)))


def _shelf(folder: Path, photos: list[Photo], recipe: Recipe, device: torch.device, events: Events) -> Shelf:
    def said(done: int) -> None:
        _say_reading(events, done, len(photos))

    return _filled(read_photos(folder, photos, said), len(photos), recipe, device)


def _say_reading(events: Events, done: int, total: int) -> None:
    """A hundred times at most."""
    if done == total or done % max(total // 100, 1) == 0:
        events.say("reading", done=done, total=total)


def _replay(folder: Path, recipe: Recipe, device: torch.device, events: Events) -> Shelf:
    report = check_photos(
        folder, smallest=max(recipe.data.patch, recipe.data.late_patch), keep=("duplicate", "blurred")
    )
    if not report.kept:
        raise BadPhotos(f"None of the photos in {folder} serves to be replayed: {report.summary()}")
    return _shelf(folder, report.kept, recipe, device, events)


def _filled(pixels: Iterable[Pixels], count: int, recipe: Recipe, device: torch.device) -> Shelf:
    data: Data = recipe.data
    room = _CPU_PIXELS if device.type == "cpu" else torch.cuda.mem_get_info(device)[0] / 16
    return fill_shelf(
        pixels,
        scale=recipe.network.scale,
        smallest=max(data.patch, data.late_patch),
        downscales=data.downscales if data.downscale_share else (),
        device=device,
        most=int(max(room / count, 4 * max(data.patch, data.late_patch) ** 2)),
    )


def _validator(order: Order, manifest: Manifest, device: torch.device) -> Validator | None:
    """By the photos of the folder that was given, else by those held out, else none."""
    pixels: Iterable[Pixels] = (
        map(read_photo, _scattered(find_photos(order.valid)))
        if order.valid
        else read_photos(order.photos, manifest.held_out, lambda done: None)
    )
    if not order.valid and not manifest.held_out:
        return None
    features = load_vgg19(order.vgg19, VGG19_LAYERS).to(device) if order.vgg19 else None
    return Validator(pixels, order.recipe.network.scale, features, device)


def _scattered(paths: list[Path]) -> list[Path]:
    return random.Random(0).sample(paths, len(paths))
