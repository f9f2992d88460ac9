"""A generator on a card as torch calls a network. What it gives was computed, and by all signs right, or it raises."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.compute.cards.conversion import converted
from engine.compute.cards.process import CardProcess, Lost
from engine.compute.cards.wire import Order
from engine.compute.cuda import in_flight
from engine.compute.devices import Device
from engine.compute.fidelity import psnr
from engine.compute.trials import LEAST_PSNR, LEAST_PSNR_FLOAT32, is_left_alone, leave_alone, wrong
from engine.errors import CardLost
from engine.models.networks import Generator

IN_FLIGHT = 2
"""Tiles on their way at a time: one computes while another goes through the pipes."""
_BLOCK = 8
"""Side in LR pixels of the places whose mean colour a result must keep."""
_MOST_DRIFT = 0.15
"""How far the mean colour of such a place may move, of white, before a result is compared with the CPU's. Models that
upscale move it by hundredths; at a photo's rim by up to this."""


class _Flight(NamedTuple):
    """A tile on its way, and the number of its result."""

    planes: Tensor
    process: CardProcess
    number: int


class CardNetwork(nn.Module):
    """A generator on a card, its numbers stored in ``dtype``, float32 or float16, and summed in float32.

    Its process begins with the first tile and ends with this. Results are looked at: one whose colours moved is
    compared with what ``reference``, the same generator on the CPU, makes of the tile. Raises CardLost.
    """

    def __init__(self, reference: Generator, device: Device, dtype: torch.dtype) -> None:
        super().__init__()
        self.reference, self._device, self._dtype = reference, device, dtype
        self._refuse_if_left_alone()
        network = converted(reference, dtype)
        self._offset, self._weights = network.offset, network.weights
        self._order = Order(device.kind, device.index, dtype == torch.float16, network.layers, len(network.weights))
        self._process: CardProcess | None = None

    def forward(self, planes: Tensor) -> Tensor:
        """Planes (N, 3, h, w) to (N, 3, scale * h, scale * w), float32 on the CPU. Raises as ``results``."""
        return self._land(self._launch(planes))

    def unchecked(self, planes: Tensor) -> Tensor:
        """``forward`` for who looks at the result: it may be wrong."""
        return self._received(self._launch(planes))

    def results(self, tiles: Iterable[Tensor]) -> Iterator[tuple[Tensor, bool]]:
        """``forward`` of tiles of one shape, and whether each is finite; while one computes, the next is on its way.

        Raises CardLost, or torch.OutOfMemoryError after which a tile may be smaller.
        """
        for result in in_flight(tiles, self._launch, self._land, IN_FLIGHT):
            yield result, bool(torch.isfinite(result).all())

    def _launch(self, planes: Tensor) -> _Flight:
        """Send a tile without waiting for it."""
        self._refuse_if_left_alone()
        if self._process is None:
            self._process = CardProcess(self._order, self._weights)
            weakref.finalize(self, self._process.end)
        return _Flight(planes, self._process, self._process.send(planes.to(self._dtype).numpy()))

    def _land(self, flight: _Flight) -> Tensor:
        """Wait for a tile's result and look at it."""
        result = self._received(flight)
        if _has_drifted(flight.planes, result) and not self._is_right(flight.planes, result):
            leave_alone(self._device)
            raise wrong(self._device)
        return result

    def _received(self, flight: _Flight) -> Tensor:
        try:
            received = flight.process.result(flight.number)
        except Lost:
            leave_alone(self._device)
            raise CardLost(
                "{device} broke off, so the CPU is used from here on; a newer driver may help.",
                device=self._device.name,
            ) from None
        if not received.size:
            raise torch.OutOfMemoryError("The card has too little memory for the tile.")
        return torch.from_numpy(received.astype(np.float32)) + self._offset

    def _is_right(self, planes: Tensor, result: Tensor) -> bool:
        """Whether a result that can be right is; one that is not finite may be the weights' fault."""
        wanted: Tensor = self.reference(planes)
        peak = max(1.0, wanted.abs().max().item())
        least = LEAST_PSNR if self._order.half else LEAST_PSNR_FLOAT32
        return psnr(result, wanted, peak=peak) > least

    def _refuse_if_left_alone(self) -> None:
        if is_left_alone(self._device):
            raise CardLost(
                "{device} computed wrong or broke off before, so the CPU is used until it has another driver.",
                device=self._device.name,
            )


def _has_drifted(planes: Tensor, result: Tensor) -> bool:
    """Whether the mean colour of any place is far from the tile's: it is black, or another tile's. Not for results that
    are not finite, which are computed again anyway.
    """
    if not bool(torch.isfinite(result).all()):
        return False
    scale = result.shape[-1] // planes.shape[-1]
    seen = functional.avg_pool2d(result, scale) - planes
    block = min(_BLOCK, *planes.shape[2:])
    return bool(functional.avg_pool2d(seen, block).abs().max() > _MOST_DRIFT)
