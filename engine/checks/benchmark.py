"""How fast this engine is on a device, against the baseline on the same device in the same minutes."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.checks.arithmetic import matrix_peak, operations_per_pixel
from engine.checks.baseline import BaselineGenerator, baseline_tiles
from engine.checks.file_timing import file_seconds
from engine.checks.peer_runtimes import PeerNetworks, peer_networks
from engine.checks.peers import Peer
from engine.checks.photo_work import streamed_photo, tile_after_tile, tiled_photo
from engine.checks.report import Figure, Report, against_peers
from engine.checks.sample import grainy_planes, sample_planes
from engine.checks.stopwatch import Timed, Work, interleaved
from engine.compute.devices import Device, Precision, dtype_for
from engine.compute.fidelity import psnr
from engine.compute.runner import ModelRunner
from engine.compute.tiling import plan_tiles
from engine.errors import ModelError
from engine.files.formats import Format
from engine.geometry import Size
from engine.models.loading import Model, generator_of, load_model

BASELINE = "plain float32"
"""What the baseline is called in a report."""
_PEER_TILE = 512
"""The longest side of what other runtimes get of a photo at a time, its halo included: smaller ones cost them more."""


class Scope(NamedTuple):
    """How much is measured: sizes in LR pixels, how often each way runs, and the side of the matrices multiplied."""

    tile: Size
    tile_rounds: int
    photo: Size
    photo_rounds: int
    matrix: int


FULL = Scope(Size(128, 128), 7, Size(1152, 896), 2, 2048)
QUICK = Scope(Size(64, 64), 3, Size(256, 192), 1, 1024)


def bench(
    device: Device,
    precision: Precision | None = None,
    *,
    quick: bool = False,
    model: Model | None = None,
    against: Iterable[Peer] = (),
) -> Report:
    """Measure a tile, a whole photo and its files, in one precision or in each that the device is good at.

    ``quick`` measures less: a minute or two instead of ten on a slow CPU. ``model`` is SRResNet by default. On a CPU
    both go ``against`` other runtimes too.
    Raises ModelError if it is not a generator of the paper's kind.
    """
    model = model or load_model()
    scope = QUICK if quick else FULL
    course = _Course(model, device, _precisions(device, precision), scope, against if device.is_cpu else ())
    with torch.inference_mode():
        figures = (*course.tile(), *course.photo())
    ours = next(figure for figure in reversed(figures) if figure.way.startswith("Fourfold"))
    files = {
        str(format): file_seconds(format, scope.photo, model.scale) / ours.seconds
        for format in (Format.PNG, Format.JPEG)
    }
    threads = torch.get_num_threads()
    return Report(
        device.name,
        torch.__version__,
        threads,
        model.name,
        course.peaks,
        figures,
        files,
        course.notes,
        against_peers(figures),
        course.of_tile,
    )


class _Course:
    """The ways to measure on one device, and the peaks they are compared with."""

    def __init__(
        self, model: Model, device: Device, precisions: list[Precision], scope: Scope, against: Iterable[Peer]
    ) -> None:
        generator = generator_of(model)
        if generator is None:
            raise ModelError(f"{model.name} is not a generator of the paper's kind, which the benchmark needs.")
        self._model, self._device, self._scope = model, device, scope
        self._runners = [ModelRunner(model, device, precision) for precision in precisions]
        self._baselines = {torch.float32: BaselineGenerator(generator).to(device.torch_id)}
        if device.kind == "cuda":
            self._baselines[torch.float16] = copy.deepcopy(self._baselines[torch.float32]).half()
        dtypes = {torch.float32, *self._baselines, *(runner.dtype for runner in self._runners)}
        known = device.id == device.torch_id
        self.peaks = {_name(dtype): matrix_peak(device, dtype, scope.matrix) for dtype in dtypes if known}
        self._against, self._generator = list(against), generator
        self._peers = self._peer_networks(sample_planes(scope.tile))
        self.notes = (*self._notes(precisions), *self._peers.notes)
        self.of_tile: dict[str, float] = {}
        self._operations = operations_per_pixel(generator.dimensions)

    def tile(self) -> Iterator[Figure]:
        """One tile from the computer's memory and back, and on a card also without the copies."""
        size, rounds = self._scope.tile, self._scope.tile_rounds
        planes = sample_planes(size)
        yield from self._figures(f"tile {size}", size, self._ways_with_copies(planes), rounds)
        if self._device.kind == "cuda":
            resident = self._ways_without_copies(planes.to(self._device.id))
            yield from self._figures(f"tile {size} on the card", size, resident, rounds)

    def photo(self) -> Iterator[Figure]:
        """A whole photo, exactly: the baseline and other runtimes over tiles, this engine as it writes a file.

        The others leave the photo's rim bent, as programs do; what it costs to mend it is counted here. Beside every
        photo tiles are timed, for a computer is not equally quick from minute to minute.
        """
        size = self._scope.photo
        planes, tile = grainy_planes(size), sample_planes(self._scope.tile)
        count = max(1, size.pixels // self._scope.tile.pixels // 4)
        baseline = self._baselines[torch.float32]
        there, tiles = planes.to(self._device.torch_id), baseline_tiles(size, self._model.halo)
        ways: dict[str, Work] = {BASELINE: partial(tiled_photo, baseline, self._model, there, tiles)}
        beside: dict[str, str] = {}  # what the tiles are called that take turns with a way's photo
        for each in self._runners:
            way = _ours(each)
            beside[way] = f"tiles by {way}"
            ways[way] = partial(streamed_photo, each, planes)
            ways[beside[way]] = partial(tile_after_tile, each, tile, count)
        timed = interleaved(ways | self._peer_photos(planes), self._device, self._scope.photo_rounds, warm_up=False)
        pixels = count * self._scope.tile.pixels
        self.of_tile = {
            way: timed.pop(others).seconds / pixels * size.pixels / timed[way].seconds for way, others in beside.items()
        }
        yield from self._compared(f"photo {size}", size, timed)

    def _peer_networks(self, planes: Tensor) -> PeerNetworks:
        return peer_networks(self._against, self._generator, planes, [each.dtype for each in self._runners])

    def _peer_photos(self, planes: Tensor) -> dict[str, Work]:
        """A photo by the other runtimes, over the tiles of one shape that they need."""
        size = Size(planes.shape[3], planes.shape[2])
        tiles = plan_tiles(size, max(1, _PEER_TILE - 2 * self._model.halo), self._model.halo)
        networks = self._peer_networks(planes[..., *tiles[0].outer.slices]).networks
        return {way: partial(tiled_photo, each, self._model, planes, tiles) for way, each in networks.items()}

    def _ways_with_copies(self, planes: Tensor) -> dict[str, Work]:
        ways: dict[str, Work] = {
            _baseline(dtype): partial(_there_and_back, network, planes, self._device.torch_id, dtype)
            for dtype, network in self._baselines.items()
        }
        return (
            ways
            | {_ours(each): partial(each.run, planes) for each in self._runners}
            | {way: partial(network, planes) for way, network in self._peers.networks.items()}
        )

    def _ways_without_copies(self, planes: Tensor) -> dict[str, Work]:
        ways: dict[str, Work] = {
            _baseline(dtype): partial(network, planes.to(dtype)) for dtype, network in self._baselines.items()
        }
        return ways | {_ours(each): partial(each.run_resident, planes) for each in self._runners}

    def _figures(self, work: str, size: Size, ways: dict[str, Work], rounds: int) -> Iterator[Figure]:
        yield from self._compared(work, size, interleaved(ways, self._device, rounds))

    def _compared(self, work: str, size: Size, timed: dict[str, Timed]) -> Iterator[Figure]:
        """``size`` is that of the LR pixels each way computes."""
        for way, one in timed.items():
            yield self._figure(work, way, size, one, timed[BASELINE])

    def _figure(self, work: str, way: str, size: Size, timed: Timed, baseline: Timed) -> Figure:
        speed, peak = size.pixels / timed.seconds, self.peaks.get(way.split()[-1])
        return Figure(
            work=work,
            way=way,
            seconds=timed.seconds,
            ratio=baseline.seconds / timed.seconds,
            speed=speed / 1e6,
            peak_share=speed * self._operations / 1e12 / peak if peak else None,
            psnr=_finite(psnr(timed.result.cpu(), baseline.result.cpu())),
            memory=timed.memory,
        )

    def _notes(self, precisions: list[Precision]) -> Iterator[str]:
        for precision, runner in zip(precisions, self._runners, strict=True):
            if _name(runner.dtype) != precision:
                yield f"{self._device.name} gets {precision} wrong, so that was measured in {_name(runner.dtype)}."
        if self._device.id != self._device.torch_id:
            yield f"The baseline was measured on the CPU: torch does not compute on {self._device.name}."
        if self._device.is_cpu and dtype_for(self._device, Precision.AUTO) == torch.float32:
            yield "This CPU does not compute in bfloat16 itself, so float32 is its fastest precision."


def _precisions(device: Device, precision: Precision | None) -> list[Precision]:
    """What was asked for, or float32 and what the device is fastest in."""
    if precision not in (None, Precision.AUTO):
        return [precision]
    fastest = Precision(_name(dtype_for(device, Precision.AUTO)))
    return [Precision.FLOAT32] if fastest is Precision.FLOAT32 else [Precision.FLOAT32, fastest]


def _there_and_back(network: nn.Module, planes: Tensor, device: str, dtype: torch.dtype) -> Tensor:
    result: Tensor = network(planes.to(device, dtype))
    return result.float().cpu()


def _name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _baseline(dtype: torch.dtype) -> str:
    return f"plain {_name(dtype)}"


def _ours(runner: ModelRunner) -> str:
    return f"Fourfold {_name(runner.dtype)}"


def _finite(ratio: float) -> float | None:
    return ratio if math.isfinite(ratio) else None
