"""Everything before the first step, or before the next one of a training that goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch

from engine.compute.memory import keep_memory
from engine.models.architectures import network_of
from engine.models.weights import save_weights
from engine.sentences import why
from trainer.errors import BadRun
from trainer.events import Events, TrainingStarted
from trainer.run_folder import Manifest, RunFolder, TrainingOrder
from trainer.train.beginning import Beginning, beginning, features_for, resolved
from trainer.train.checkpoint import load_checkpoint
from trainer.train.distributed import World, device_named
from trainer.train.loop import Loop
from trainer.train.photo_choice import choose_photos, load_validator
from trainer.train.photo_loading import PhotoLoading
from trainer.train.resuming import check_fits, extended
from trainer.train.teacher import teacher_for
from trainer.train.training import Training


def prepare(run: RunFolder, order: TrainingOrder, events: Events, world: World, more: int = 0) -> Loop:
    """Build a training, and go on from its newest checkpoint if it has one: to its end, or for ``more`` steps.

    Raises BadPhotos, BadRun, MissingFeatures, BadWeights, UnknownModel, CannotSave.
    """
    keep_memory()
    device = device_named(order.device)
    torch.manual_seed(order.seed)  # chance is drawn in the order of these lines
    checkpoint = load_checkpoint(run.checkpoints)
    if more:
        order = extended(order, checkpoint["training"]["step"] if checkpoint else 0, more)
    if checkpoint:
        check_fits(order.recipe, checkpoint["training"])
    begun = _continued(order, checkpoint) if checkpoint else beginning(order)
    order = resolved(order, begun.generator)
    features = features_for(order)
    manifest = _agreed_photos(run, order, begun, events, world)
    teacher = teacher_for(order, device)
    crops = PhotoLoading(order, device, world, events, run.photos).crops(manifest, teacher)
    training = Training(order.recipe, begun.generator, features, device, world)
    validator = load_validator(order, manifest, device, events)
    taught = teacher.name if teacher else ""
    loop = Loop(run, order, manifest, training, crops, validator, begun.base, events, taught)
    if checkpoint:
        loop.restore(checkpoint)
    elif validator and world.first:
        validator.save_references(run.samples)
    if world.first:
        _keep(run, order, extended=more > 0)
    _say_started(loop, features.name if features else "")
    return loop


def _continued(order: TrainingOrder, checkpoint: dict[str, Any]) -> Beginning:
    """A generator that the checkpoint will fill."""
    return Beginning(network_of(order.recipe.network), base=checkpoint["base"])


def _agreed_photos(run: RunFolder, order: TrainingOrder, begun: Beginning, events: Events, world: World) -> Manifest:
    """The photos, chosen by the first process where that is still to be done. It writes into the run folder which they
    are and what the training begins from; the others wait for it.
    """
    if world.first and run.manifest() is None:
        run.save_manifest(choose_photos(order, events))
    if world.first and (base := begun.base_weights()):
        save_weights(run.base, base)
    world.barrier()
    manifest = run.manifest()
    assert manifest is not None
    return manifest


def _keep(run: RunFolder, order: TrainingOrder, *, extended: bool) -> None:
    """Write the recipe as it is now that everything fits: with settings that were changed, and the network of the
    weights. Where there are more steps, also that, so that who goes on with it next need not say so again.
    """
    try:
        run.save_recipe(order.recipe)
        if extended:
            run.save_order(replace(run.order(), minutes=None, patient_from=order.patient_from))
    except OSError as error:
        raise BadRun("The recipe was not written to {path}: {reason}.", path=run.path, reason=why(error)) from error


def _say_started(loop: Loop, features: str) -> None:
    started = TrainingStarted(
        recipe=loop.order.recipe.name,
        step=loop.training.step,
        device=str(loop.training.device),
        threads=torch.get_num_threads(),
        processes=loop.training.world.size,
        photos=len(loop.manifest.training),
        held_out=len(loop.manifest.held_out),
        base=loop.base,
        features=features,
        teacher=loop.teacher,
    )
    loop.events.say(started)
