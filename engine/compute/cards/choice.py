"""Is a card worth its while? Graphics within a processor may be slower than the processor itself."""

from __future__ import annotations

import time

import torch

from engine.compute.cards.listing import CARD_KINDS
from engine.compute.devices import Device, cpu, dtype_for
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
    """The device for a person who chose none: a card that torch does not know only where it is quicker than the CPU
    with this network, which is measured once for a driver and remembered. Others are taken as they are.
    """
    if device.kind not in CARD_KINDS:
        return device
    generator, processor = generator_of(model), cpu()
    if generator is None or is_left_alone(device):
        return processor
    network = f"{generator.dimensions} quicker than on {processor.name} with {torch.get_num_threads()} threads"

    def trial() -> bool:
        on_card = ModelRunner(model, device, precision, tile=_TILE)
        return on_card.device == device and _seconds(on_card) < _seconds(ModelRunner(model, processor, precision))

    return device if passes(trial, device, dtype_for(device, precision), network) else processor


def _seconds(runner: ModelRunner) -> float:
    """What a small photo takes, once all is prepared."""
    planes = torch.rand(1, 3, _TIMED.height, _TIMED.width, generator=torch.Generator().manual_seed(0))
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        runner.apply(Rows.of(planes)).joined()
        taken.append(time.perf_counter() - begun)
    return taken[-1]
