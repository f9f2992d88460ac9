"""Does a card compute this model right? Tried on one small tile and remembered, before the first photo."""

from __future__ import annotations

from functools import partial

import torch

from engine.compute.cards.network import CardNetwork
from engine.compute.devices import Device
from engine.compute.fidelity import psnr
from engine.compute.trials import LEAST_PSNR, LEAST_PSNR_FLOAT32, leave_alone, passes, trial_tile, wrong
from engine.errors import CardLost
from engine.models.loading import Model, generator_of


def proven(model: Model, device: Device, dtype: torch.dtype) -> tuple[CardNetwork, torch.dtype]:
    """The model on a card, stored in ``dtype``, or in float32 where its weights need it; and that dtype.

    Raises CardLost where the model is not the paper's network, or the card is left alone, which it is from here on if
    it computes wrong or breaks off.
    """
    generator = generator_of(model)
    if generator is None:
        raise CardLost(
            "{model} is a network of another program, which {device} cannot compute, so the CPU is used.",
            model=model.name,
            device=device.name,
        )
    for tried in dict.fromkeys((dtype, torch.float32)):
        network = CardNetwork(generator, device, tried)
        if passes(partial(_is_close, network, tried), device, tried, model.sha256):
            return network, tried
    leave_alone(device)
    raise wrong(device)


def _is_close(network: CardNetwork, dtype: torch.dtype) -> bool:
    """Whether it gives what the CPU gives in float32, by a test tile."""
    tile = trial_tile()
    wanted = network.reference(tile)
    peak = max(1.0, wanted.abs().max().item())
    least = LEAST_PSNR_FLOAT32 if dtype == torch.float32 else LEAST_PSNR
    return psnr(network.unchecked(tile), wanted, peak=peak) > least  # never where it is NaN
