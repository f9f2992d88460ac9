"""How good a trained network is, and how long each takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch

from engine.checks.sample import sample_planes
from engine.checks.stopwatch import interleaved
from engine.compute.devices import find
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from engine.models.weights import load_weights
from trainer.depth.order import name_of
from trainer.errors import BadPhotos
from trainer.evaluation.evaluate import BORDER
from trainer.evaluation.evaluation_sets import like, pairs
from trainer.evaluation.methods import model_method
from trainer.metrics.metrics import psnr_y
from trainer.train.validation import Validator

SIDE = 64
"""Width and height in pixels of the picture that is timed, the paper's."""
ROUNDS = 20
"""The paper took the mean of a hundred runs; the median of a few, all networks in turns, is as steady."""


def pictures_on(data: Path | None) -> float:
    """How many pictures of 64 x 64 pixels a measurement computes as many pixels as. Raises BadPhotos."""
    if data is None:
        return 2 * Validator.MOST  # at most; at the end of the training, and by ``psnr_on_held_out``
    return sum(pair.lr.shape[-2] * pair.lr.shape[-1] for pair in pairs(data, 4)) / SIDE**2


def psnr_on(data: Path, weights: Path, device: torch.device) -> float:
    """Mean PSNR of the luma in dB over a set of photos, by the paper's protocol. Raises BadPhotos."""
    method = model_method(str(weights), device)
    scores = [psnr_y(like(method(pair), pair.hr), pair.hr, BORDER) for pair in pairs(data, 4)]
    return sum(scores) / len(scores)


def psnr_on_held_out(validator: Validator | None, weights: Path, device: torch.device) -> float:
    """The same over the held-out photos' middles. Raises BadPhotos where there are none."""
    if validator is None:
        raise BadPhotos("No photos are held out to measure on; name some with --data.")
    return validator.scores(load_weights(weights).generator().to(device))["psnr"]


@torch.inference_mode()
def milliseconds(networks: Iterable[Dimensions], device: torch.device) -> list[float]:
    """What each network takes for a picture of 64 x 64 pixels: the median of twenty runs in float32, all in turns. It
    does not depend on the weights.
    """
    lr = sample_planes(Size(SIDE, SIDE)).to(device, memory_format=torch.channels_last)  # (1, 3, 64, 64)
    generators = {name_of(network): Generator(replace(network, normalised=False)) for network in networks}
    for each in generators.values():
        each.to(device, memory_format=torch.channels_last).eval()  # type: ignore[call-overload]
    ways = {name: partial(each, lr) for name, each in generators.items()}
    return [1000 * timed.seconds for timed in interleaved(ways, find(str(device)), ROUNDS).values()]
