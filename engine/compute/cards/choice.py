"""Which card is worth its while? Graphics within a processor may be slower than the processor itself."""

from __future__ import annotations

import time
from itertools import takewhile

import torch

from engine.compute.cards.listing import CARD_KINDS
from engine.compute.devices import Device, cpu, devices, dtype_for
from engine.compute.precision import Precision
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.trials import is_left_alone, passes
from engine.geometry import Size
from engine.models.loading import Model, generator_of

_TILE = 128
"""LR pixels: what is timed is as large as the tiles of photos."""
_TIMED = Size(2 * _TILE, _TILE)
"""Two tiles, of which one is on its way while the other computes."""


def preferred(device: Device, model: Model, precision: Precision) -> Device:
    """The device for a person who chose none, where ``device`` is the first: of those that torch does not know the
    quickest with this network, if it is quicker than the CPU. Others are taken as they are.

    What is quicker is measured once for each driver and remembered.
    """
    if device.kind not in CARD_KINDS:
        return device
    best, generator = cpu(), generator_of(model)
    for card in takewhile(lambda each: not each.is_cpu, devices()) if generator else ():
        if not is_left_alone(card) and _is_quicker(card, best, model, precision):
            best = card
    return best


def _is_quicker(card: Device, than: Device, model: Model, precision: Precision) -> bool:
    generator = generator_of(model)
    assert generator is not None
    network = f"{generator.dimensions} quicker than on {than.name} with {torch.get_num_threads()} threads"

    def trial() -> bool:
        on_card = ModelRunner(model, card, precision, tile=_TILE)
        return on_card.device == card and _seconds(on_card) < _seconds(ModelRunner(model, than, precision))

    return passes(trial, card, dtype_for(card, precision), network)


def _seconds(runner: ModelRunner) -> float:
    """What a small photo takes, once all is prepared."""
    planes = torch.rand(1, 3, _TIMED.height, _TIMED.width, generator=torch.Generator().manual_seed(0))
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        runner.apply(Rows.of(planes)).joined()
        taken.append(time.perf_counter() - begun)
    return taken[-1]
