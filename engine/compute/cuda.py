"""Tiles through a CUDA card: one graph for all tiles of a shape, and copies while other tiles compute.

Three streams work at the same time: while one tile computes, the next is copied to the card and the one before it back.
Each tile in flight has buffers of its own, which are used again for a later tile: nothing is allocated on the way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn

from engine.models.networks import Generator

IN_FLIGHT = 3
"""Tiles on their way at a time: one coming, one computing, one going."""

Item = TypeVar("Item")
Flight = TypeVar("Flight")
Landed = TypeVar("Landed")


class PreparedGenerator(nn.Module):
    """A generator whose last layers are rewritten once instead of in each call. A call then leaves nothing to the CPU,
    so that a graph can hold it.
    """

    slopes: Tensor
    weight: Tensor
    bias: Tensor
    offset: Tensor

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.generator = generator
        weight, bias, offset = generator.last_before_shuffle()
        self.register_buffer("slopes", generator.shuffled_slopes(), persistent=False)
        self.register_buffer("weight", weight.contiguous(memory_format=torch.channels_last), persistent=False)
        self.register_buffer("bias", bias, persistent=False)
        self.register_buffer("offset", offset, persistent=False)

    def forward(self, lr: Tensor) -> Tensor:
        """As ``Generator.forward``: (N, 3, H, W) to (N, 3, scale * H, scale * W)."""
        features = self.generator.features(lr)
        return self.generator.to_pixels(features, self.slopes, self.weight, self.bias, self.offset)


@dataclass(frozen=True)
class TileBuffers:
    """The buffers of one tile in flight and the events that tell how far it is. ``staged`` and the ``landed`` ones are
    pinned memory of the computer, the others memory of the card.
    """

    staged: Tensor  # (N, 3, h, w)
    input: Tensor  # (N, 3, h, w)
    output: Tensor  # (N, 3, scale * h, scale * w)
    finite: Tensor  # (), bool
    landed: Tensor  # as output
    landed_finite: Tensor  # as finite
    uploaded: torch.cuda.Event
    computed: torch.cuda.Event
    downloaded: torch.cuda.Event


class CudaTiles:
    """Runs a network on one card. ``graphed`` captures it in a graph: then it must do the same for every tile of a
    shape and leave nothing to the CPU.
    """

    def __init__(self, network: nn.Module, device: str, *, graphed: bool) -> None:
        self._network = network
        self._device = torch.device(device)
        self._graphed = graphed
        self._upload, self._work, self._download = (torch.cuda.Stream(self._device) for _ in range(3))
        self._shape: torch.Size | None = None
        self._free: deque[TileBuffers] = deque()
        self._compute: Callable[[Tensor], Tensor] = self._eager

    def results(self, tiles: Iterable[Tensor]) -> Iterator[tuple[Tensor, bool]]:
        """For each tile (N, 3, h, w), all of one shape, its result in float32 on the CPU and whether it is finite.

        Raises torch.OutOfMemoryError; call ``release`` before going on.
        """
        return in_flight(tiles, self._launch, self._land, IN_FLIGHT)

    def compute(self, planes: Tensor) -> Tensor:
        """The result of one tile (N, 3, h, w) that is on the card. It stays there and is valid until the next call."""
        self._prepare(planes)
        with exact_convolutions(), torch.cuda.stream(self._work):
            self._work.wait_stream(torch.cuda.default_stream(self._device))
            return self._compute(planes)

    def release(self) -> None:
        """Wait for what is in flight and give the memory back."""
        torch.cuda.synchronize(self._device)
        self._free.clear()
        self._compute = self._eager
        self._shape = None
        torch.cuda.empty_cache()

    def _launch(self, planes: Tensor) -> TileBuffers:
        """Queue all that must happen to a tile, without waiting for any of it."""
        self._prepare(planes)
        buffers = self._free.popleft()
        buffers.staged.copy_(planes)
        with torch.cuda.stream(self._upload):
            buffers.input.copy_(buffers.staged, non_blocking=True)
            buffers.uploaded.record(self._upload)
        with exact_convolutions(), torch.cuda.stream(self._work):
            self._work.wait_event(buffers.uploaded)
            buffers.output.copy_(self._compute(buffers.input))
            buffers.finite.copy_(torch.isfinite(buffers.output).all())
            buffers.computed.record(self._work)
        with torch.cuda.stream(self._download):
            self._download.wait_event(buffers.computed)
            buffers.landed.copy_(buffers.output, non_blocking=True)
            buffers.landed_finite.copy_(buffers.finite, non_blocking=True)
            buffers.downloaded.record(self._download)
        return buffers

    def _land(self, buffers: TileBuffers) -> tuple[Tensor, bool]:
        """Wait for a tile; its buffers are free again once the result is copied out."""
        buffers.downloaded.synchronize()
        result, finite = buffers.landed.to(torch.float32, copy=True), bool(buffers.landed_finite)
        self._free.append(buffers)
        return result, finite

    def _prepare(self, planes: Tensor) -> None:
        """Buffers and graph for a shape; tiles of the shape before it must have landed."""
        if planes.shape == self._shape:
            return
        self.release()
        example = torch.zeros(planes.shape, device=self._device).contiguous(memory_format=torch.channels_last)
        with exact_convolutions(), torch.cuda.stream(self._work):
            self._work.wait_stream(torch.cuda.default_stream(self._device))
            result = self._eager(example)  # chooses the algorithms, which capturing must not
        torch.cuda.synchronize(self._device)
        if self._graphed:
            self._compute = self._captured(example)
        self._free.extend(_buffers(example, result) for _ in range(IN_FLIGHT))
        torch.cuda.synchronize(self._device)  # the buffers may be memory that work on another stream has just left
        self._shape = planes.shape

    def _eager(self, planes: Tensor) -> Tensor:
        result: Tensor = self._network(planes.contiguous(memory_format=torch.channels_last))
        return result

    def _captured(self, example: Tensor) -> Callable[[Tensor], Tensor]:
        """The network as a graph, or as it is where the driver cannot capture it."""
        graph = torch.cuda.CUDAGraph()
        try:
            with (
                exact_convolutions(),
                torch.cuda.graph(graph, stream=self._work, capture_error_mode="thread_local"),
            ):
                result: Tensor = self._network(example)
        except torch.AcceleratorError:
            return self._eager

        def replayed(planes: Tensor) -> Tensor:
            example.copy_(planes)
            graph.replay()
            return result

        return replayed


def in_flight(
    items: Iterable[Item], launch: Callable[[Item], Flight], land: Callable[[Flight], Landed], most: int
) -> Iterator[Landed]:
    """Launch items and land them in order, at most ``most`` in flight. All that were launched land, even when this is
    closed early."""
    flying: deque[Flight] = deque()
    try:
        for item in items:
            flying.append(launch(item))
            if len(flying) == most:
                yield land(flying.popleft())
        while flying:
            yield land(flying.popleft())
    finally:
        while flying:
            land(flying.popleft())


def exact_convolutions() -> AbstractContextManager[None]:
    """Convolutions in full float32, where float32 is asked for, by the algorithm that is fastest for the shape."""
    context: AbstractContextManager[None] = torch.backends.cudnn.flags(enabled=True, benchmark=True, allow_tf32=False)
    return context


def _buffers(example: Tensor, result: Tensor) -> TileBuffers:
    """Buffers for tiles like ``example``, (N, 3, h, w), and results like ``result``."""
    arriving = torch.empty_like(example, memory_format=torch.contiguous_format)
    leaving = torch.empty_like(result)
    finite = torch.empty((), dtype=torch.bool, device=result.device)
    return TileBuffers(
        staged=_pinned(arriving),
        input=arriving,
        output=leaving,
        finite=finite,
        landed=_pinned(leaving),
        landed_finite=_pinned(finite),
        uploaded=torch.cuda.Event(),
        computed=torch.cuda.Event(),
        downloaded=torch.cuda.Event(),
    )


def _pinned(like: Tensor) -> Tensor:
    """Memory of the computer that the card can reach itself, in the layout of ``like``."""
    return torch.empty_like(like, device="cpu", pin_memory=True)
