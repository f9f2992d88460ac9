"""The whole comparison, from an order to the figure. Where it was stopped or killed, it goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace

from engine.models.dimensions import Dimensions
from engine.models.networks import parameter_count
from engine.models.weights import load_weights
from trainer.depth.budget import seconds_a_step, steps_within
from trainer.depth.figure import figure
from trainer.depth.folder import DepthFolder
from trainer.depth.measuring import milliseconds, pictures_on, psnr_on, psnr_on_held_out
from trainer.depth.order import DepthOrder
from trainer.depth.result import DepthResult, NetworkMeasured
from trainer.depth.training import Photos, Trained, new_training, train
from trainer.events import Events, Listener, PhotosChecked, ReadingPhotos, StepsTaken, TrainerEvent, TrainingWarning
from trainer.listeners import log_to
from trainer.run_folder import TrainingOrder
from trainer.train.distributed import device_named


def compare(folder: DepthFolder, order: DepthOrder, events: Events, stop: threading.Event) -> DepthResult | None:
    """Train, measure and draw what is still to be done; None where ``stop`` was set before the end.

    Raises BadRun, BadPhotos, BadRecipe, TrainingFailed, and what a training raises.
    """
    begun = time.monotonic()
    result, networks = folder.found(order), order.networks()
    if result is None or len(result.networks) < len(networks):
        photos = Photos.load(folder.manifest(), order.training, events)
        if result is None:
            folder.begin(order, photos.manifest, result := _planned(order, photos, begun))
        events.say(result)
        for network in networks[len(result.networks) :]:
            trained = _trained(folder, order.for_network(network, result.steps), photos, events, stop)
            if stop.is_set():
                return None
            measured = _measured(order, network, trained, photos, result.milliseconds[len(result.networks)])
            folder.save(result := replace(result, networks=[*result.networks, measured]))
            folder.drop_checkpoints(network)
            events.say(measured)
    folder.save_figure(figure(result))
    return result


def _planned(order: DepthOrder, photos: Photos, begun: float) -> DepthResult:
    """The steps that each network is to take, and nothing learnt yet."""
    device = device_named(order.training.device)
    times = milliseconds(order.networks(), device)
    steps = order.steps or _steps(order, photos, begun, times)
    data = order.data.name if order.data else "held-out photos"
    return DepthResult(steps, str(device), data, [round(each, 3) for each in times])


def _steps(order: DepthOrder, photos: Photos, begun: float, times: Sequence[float]) -> int:
    """As many as all networks can take in the minutes that were ordered."""
    assert order.minutes is not None
    networks = order.networks()
    seconds = {
        network.blocks: seconds_a_step(new_training(order.for_network(network, 1)), photos.crops)
        for network in networks
        if network.skip  # which costs nothing
    }
    measuring = sum(times) / 1000 * pictures_on(order.data)
    spent = time.monotonic() - begun + measuring
    return steps_within(order.minutes, spent, [seconds[network.blocks] for network in networks])


def _trained(
    folder: DepthFolder, order: TrainingOrder, photos: Photos, events: Events, stop: threading.Event
) -> Trained:
    run = folder.training(order.recipe.network, order)
    return train(run, order, photos, Events(log_to(run.log), *map(_on_the_way, events.listeners)), stop)


def _on_the_way(listener: Listener) -> Listener:
    """One that hears of a training how far it is, not that it begins and ends."""

    def listen(event: TrainerEvent) -> None:
        if isinstance(event, ReadingPhotos | PhotosChecked | StepsTaken | TrainingWarning):
            listener(event)

    return listen


def _measured(
    order: DepthOrder, network: Dimensions, trained: Trained, photos: Photos, milliseconds: float
) -> NetworkMeasured:
    device = device_named(order.training.device)
    if order.data:
        psnr = psnr_on(order.data, trained.weights, device)
    else:
        psnr = psnr_on_held_out(photos.validator, trained.weights, device)
    return NetworkMeasured(
        blocks=network.blocks,
        skip=network.skip,
        parameters=parameter_count(load_weights(trained.weights).generator()),
        psnr=round(psnr, 4),
        minutes=round(trained.seconds / 60, 2),
        milliseconds=milliseconds,
    )
