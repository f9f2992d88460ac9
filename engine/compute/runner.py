"""A model on a device. It never gives a wrong pixel: a device that computes wrong or breaks off is left alone, what
half precision spoils is computed again in float32, and what does not fit into memory is computed in smaller tiles and
at last on the CPU.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor, nn

from engine.compute.cards.listing import CARD_KINDS
from engine.compute.cards.network import CardNetwork
from engine.compute.cards.proof import proven
from engine.compute.cards.runtimes import OPENVINO, VULKAN
from engine.compute.cuda import CudaTiles, PreparedGenerator, exact_convolutions
from engine.compute.devices import Device, Precision, cpu, dtype_for
from engine.compute.ensemble import EightFold
from engine.compute.fidelity import psnr
from engine.compute.memory import keep_memory
from engine.compute.photo import photo_through
from engine.compute.rim import MARGIN, without_margin
from engine.compute.rows import Rows, RowWindow
from engine.compute.streaming import streamed
from engine.compute.tiling import plan_strip
from engine.compute.trials import LEAST_PSNR, LEAST_PSNR_FLOAT32, passes, trial_tile, wrong
from engine.errors import CardLost, DeviceError
from engine.geometry import Size
from engine.models.loading import Model, generator_of
from engine.models.networks import Generator, in_precision
from engine.sentences import Sentence

SMALLEST_TILE = 32
_LARGEST_TILE = {"cpu": 256, OPENVINO: 256, VULKAN: 128}
"""Elsewhere 512. Drivers of Vulkan give up on work that takes longer than a second or two."""


class ModelRunner:
    """Applies one model on one device.

    ``tile`` is the side of a tile in LR pixels without its halo; None takes what the free memory allows. ``ensemble``
    averages the eight flips and turns, for eight times the work. ``device`` and ``dtype`` say where and how it computes
    now; they change when it has to fall back. ``remarks`` are what a person should know of that.
    """

    def __init__(
        self,
        model: Model,
        device: Device | None = None,
        precision: Precision = Precision.AUTO,
        *,
        tile: int | None = None,
        ensemble: bool = False,
    ) -> None:
        keep_memory()
        self.model = model
        self.device = device or cpu()
        self.remarks: tuple[Sentence, ...] = ()
        self._ensemble = ensemble
        self._precision = precision
        self._cuda_tiles: CudaTiles | None = None
        self._card: CardNetwork | None = None
        self._set_up()
        self.tile = tile or self._tile_for_memory()

    def apply(self, rows: Rows) -> Rows:
        """The model applied to a photo as a stream of planes: ``scale`` times as wide and high, exactly as to the
        whole, without bent rims, and flat where the photo is.
        """
        return photo_through(partial(self.upscaled, margin=MARGIN), rows)

    def upscaled(self, rows: Rows, margin: int = 0) -> Rows:
        """What the network alone makes of a stream, at whose edges it pads with zeros. ``margin`` pixels on each side
        are only context.

        Row by row where that is possible (the paper's network on the CPU), in tiles elsewhere. float16 goes in
        tiles too, because a tile that overflows can be computed again.
        """
        scale = self.model.scale
        if isinstance(self._network, Generator) and self.device.is_cpu and self.dtype != torch.float16:
            result = streamed(rows, self._network)
            return without_margin(result, scale * margin)
        size = Size(rows.size.width - 2 * margin, rows.size.height - 2 * margin)
        return Rows(size.scaled(scale), self._strips(rows, size, margin))

    def run(self, planes: Tensor) -> Tensor:
        """One tile by the network alone: planes (N, 3, h, w) to (N, 3, scale * h, scale * w), both float32 on the CPU.

        Raises torch.OutOfMemoryError; the next call may be smaller.
        """
        result = self._call(self._network, planes)
        if self._network is not self._exact and not bool(torch.isfinite(result).all()):
            result = self._call(self._exact, planes)
        return result

    def run_resident(self, planes: Tensor) -> Tensor:
        """The result of one tile (N, 3, h, w) that is on this CUDA card. It stays there, valid until the next call."""
        assert self._cuda_tiles is not None, "only a CUDA card is asked this"
        return self._cuda_tiles.compute(planes)

    def _strips(self, rows: Rows, size: Size, margin: int) -> Iterator[Tensor]:
        """Bands of the result, one for each strip of tiles, and an empty one after each tile as a heartbeat.

        ``rows`` are a picture of ``size`` with its margin.
        """
        window, top = RowWindow(rows), 0
        while top < size.height:
            device, tiles = self.device, plan_strip(size, top, self.tile, self.model.halo, margin)
            outers = [tile.outer.moved(margin, margin) for tile in tiles]  # in pixels of the rows, all of one shape
            context = window.take(outers[0].top, outers[0].bottom)  # (N, 3, outer height, width)
            cuts = [context[..., outer.left : outer.right] for outer in outers]
            parts: list[Tensor] = []
            for tile, result in zip(tiles, self._as_far_as_memory_goes(cuts), strict=False):
                parts.append(result[..., *tile.crop(self.model.scale).slices])
                yield result.new_empty(len(result), 3, 0, size.width * self.model.scale)
            if len(parts) == len(tiles):
                yield torch.cat(parts, 3)  # (N, 3, scale * inner height, scale * width)
                top = tiles[0].inner.bottom
            elif device == self.device:
                self._retreat()

    def _as_far_as_memory_goes(self, cuts: list[Tensor]) -> Iterator[Tensor]:
        """The results of tiles in order, fewer than all where the memory does not suffice or the card is lost."""
        try:
            yield from self._run_all(cuts)
        except torch.OutOfMemoryError:
            return
        except CardLost as lost:
            self._leave_device(lost.sentence)

    def _run_all(self, cuts: list[Tensor]) -> Iterator[Tensor]:
        """``run`` for tiles of one shape, on a card several at a time."""
        card = self._cuda_tiles or self._card
        if card is None:
            yield from map(self.run, cuts)
            return
        for planes, (result, finite) in zip(cuts, card.results(cuts), strict=True):
            yield result if finite or self._network is self._exact else self._call(self._exact, planes)

    def _retreat(self) -> None:
        """Halve the tile; at the smallest go to the CPU. Raises DeviceError where nothing smaller is left."""
        if self._cuda_tiles:
            self._cuda_tiles.release()
        if self.tile > SMALLEST_TILE:
            self.tile = max(SMALLEST_TILE, self.tile // 2)
        elif not self.device.is_cpu:
            self._fall_back_to_cpu()
        else:
            raise DeviceError("There is not enough free memory for even the smallest tile; close other programs.")

    def _set_up(self) -> None:
        """Put the network on the device; on the CPU where the device computes wrong or has too little memory."""
        self.dtype = dtype_for(self.device, self._precision) if generator_of(self.model) else torch.float32
        try:
            self._exact = self._network = self._on_device(self.model.network)
            if self.device.kind in CARD_KINDS:
                self._take_card()
                return
            if not self._computes_right():
                raise wrong(self.device)
            if self.dtype != torch.float32:
                self._take_reduced_precision()
            if self.device.kind == "cuda":
                graphed = generator_of(self.model) is not None
                self._cuda_tiles = CudaTiles(self._network, self.device.id, graphed=graphed)
        except torch.OutOfMemoryError:
            self._fall_back_to_cpu()
        except CardLost as lost:
            self._leave_device(lost.sentence)

    def _take_card(self) -> None:
        """Compute on the card from here on, where it can do that model and does it right."""
        if self.model.kernel:
            self.device = cpu()
            return
        card, self.dtype = proven(self.model, self.device, self.dtype)
        self._network = self._as_asked(card)
        self._card = None if self._ensemble else card

    def _leave_device(self, why: Sentence) -> None:
        """Use the CPU, as if it had been asked for, and say why."""
        self.remarks += () if self.device.is_cpu else (why,)
        self.device, self._card = cpu(), None
        self._set_up()

    def _fall_back_to_cpu(self) -> None:
        self.device = cpu()
        self.dtype = torch.float32
        self._cuda_tiles = self._card = None
        self._exact = self._network = self._on_device(self.model.network)

    def _call(self, network: nn.Module, planes: Tensor) -> Tensor:
        """One tile there and back: (N, 3, h, w) to (N, 3, scale * h, scale * w), float32 on the CPU."""
        on_device = planes.to(self.device.torch_id, memory_format=torch.channels_last, non_blocking=True)
        with exact_convolutions():
            result: Tensor = network(on_device).float().cpu()
        return result

    def _on_device(self, network: nn.Module) -> nn.Module:
        """The network as it computes here: a copy on a card, channels last, prepared for CUDA, as an ensemble."""
        place = self.device.torch_id
        moved = network if place == "cpu" else copy.deepcopy(network).to(place)
        moved.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.device.kind == "cuda" and isinstance(moved, Generator):
            moved = PreparedGenerator(moved)
        return self._as_asked(moved)

    def _as_asked(self, network: nn.Module) -> nn.Module:
        return EightFold(network) if self._ensemble else network

    def _computes_right(self) -> bool:
        """Whether this device's float32 is the CPU's, by a test tile; what goes wrong depends on the layers' shapes."""
        if self.device.is_cpu:
            return True
        generator, network = generator_of(self.model), self.model.sha256

        def trial() -> bool:
            tile = trial_tile()
            wanted: Tensor = self._as_asked(self.model.network)(tile)
            peak = max(1.0, wanted.abs().max().item())  # a network of other programs may go far beyond white
            return psnr(self._call(self._exact, tile), wanted, peak=peak) > LEAST_PSNR_FLOAT32  # never where it is NaN

        if network and generator:
            network = str(generator.dimensions)
        return passes(trial, self.device, torch.float32, network)

    def _take_reduced_precision(self) -> None:
        """Compute in ``dtype`` from here on, unless a test tile shows that this device gets it wrong."""
        generator = generator_of(self.model)
        assert generator is not None
        reduced = self._on_device(in_precision(generator, self.dtype))

        def trial() -> bool:
            tile = trial_tile()
            return psnr(self._call(reduced, tile), self._call(self._exact, tile)) > LEAST_PSNR  # never where it is NaN

        if passes(trial, self.device, self.dtype, self.model.sha256):
            self._network = reduced
        else:
            self.dtype = torch.float32

    def _tile_for_memory(self) -> int:
        """The side of a tile that takes half of the free memory, within limits."""
        side = math.isqrt(self.device.free_memory // 2 // self.model.memory) - 2 * self.model.halo
        return max(SMALLEST_TILE, min(_LARGEST_TILE.get(self.device.kind, 512), side))
