"""How fast this engine is on a device, against the plain generator on the same device in the same minutes."""

from __future__ import annotations

import copy
import math
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from engine.checks.baseline import BaselineGenerator, baseline_bands
from engine.checks.stopwatch import Work, interleaved
from engine.checks.verification import psnr, sample_planes
from engine.compute.devices import Device, Precision, dtype_for
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.tensors import to_pixels, to_planes
from engine.errors import ModelError
from engine.files.formats import Format, SaveOptions
from engine.files.reading import open_photo
from engine.files.writing import PhotoWriter, save_picture
from engine.geometry import Size
from engine.models.dimensions import EDGE_KERNEL, Dimensions
from engine.models.loading import Model, generator_of, load_model
from engine.picture import Header, Picture

PLAIN = "plain float32"
SAMPLED = 8
"""Of a whole photo every eighth row is kept for the PSNR, the others go as they would into a file."""


class Scope(NamedTuple):
    """How much is measured."""

    tile: Size
    tile_rounds: int
    photo: Size
    photo_rounds: int
    matrix: int


FULL = Scope(Size(128, 128), 7, Size(1152, 896), 2, 2048)
QUICK = Scope(Size(64, 64), 3, Size(256, 192), 1, 1024)


@dataclass(frozen=True)
class Figure:
    """One way of doing one piece of work.

    ``ratio`` is how many times as fast as the plain generator it is; ``speed`` is in millions of LR pixels a second;
    ``peak_share`` is what the arithmetic of the paper's layers makes of the matrix-multiply peak in its precision;
    ``psnr`` is in dB against the plain generator, None for that itself and where nothing differs; ``memory`` is the
    peak in bytes.
    """

    work: str
    way: str
    seconds: float
    ratio: float
    speed: float
    peak_share: float
    psnr: float | None
    memory: int


@dataclass(frozen=True)
class Report:
    """What was measured. ``peaks`` are TFLOP/s of a matrix multiplication by precision; ``files`` is the time to read
    and write the whole photo as a share of the time to upscale it, by format; ``notes`` are sentences.
    """

    device: str
    torch: str
    threads: int
    model: str
    peaks: dict[str, float]
    figures: tuple[Figure, ...]
    files: dict[str, float]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report in types that JSON has."""
        return asdict(self)


def bench(
    device: Device, precision: Precision | None = None, *, quick: bool = False, model: Model | None = None
) -> Report:
    """Measure a tile, a whole photo and its files, in one precision or in each that the device is good at.

    ``quick`` measures less: a minute or two instead of ten on a slow CPU. ``model`` is SRResNet by default.
    Raises ModelError if it is not a generator of the paper's kind.
    """
    model = model or load_model()
    scope = QUICK if quick else FULL
    course = _Course(model, device, _precisions(device, precision), scope)
    with torch.inference_mode():
        figures = [*course.tile(), *course.photo()]
    ours = next(figure for figure in reversed(figures) if figure.way.startswith("Fourfold"))
    files = {
        str(kind): _file_seconds(kind, scope.photo, model.scale) / ours.seconds for kind in (Format.PNG, Format.JPEG)
    }
    threads = torch.get_num_threads()
    return Report(
        device.name, torch.__version__, threads, model.name, course.peaks, tuple(figures), files, course.notes
    )


class _Course:
    """The ways to measure on one device, and the peaks they are compared with."""

    def __init__(self, model: Model, device: Device, precisions: list[Precision], scope: Scope) -> None:
        generator = generator_of(model)
        if generator is None:
            raise ModelError(f"{model.name} is not a generator of the paper's kind, which the benchmark needs.")
        self._model, self._device, self._scope = model, device, scope
        self._runners = [ModelRunner(model, device, precision) for precision in precisions]
        self._plain = {torch.float32: BaselineGenerator(generator).to(device.id)}
        if device.kind == "cuda":
            self._plain[torch.float16] = copy.deepcopy(self._plain[torch.float32]).half()
        dtypes = {torch.float32, *self._plain, *(runner.dtype for runner in self._runners)}
        self.peaks = {_name(dtype): matrix_peak(device, dtype, scope.matrix) for dtype in dtypes}
        self.notes = tuple(self._notes(precisions))
        self._operations = operations_per_pixel(generator.dimensions)

    def tile(self) -> Iterator[Figure]:
        """One tile from the computer's memory and back, and on a card also without the copies."""
        size, device = self._scope.tile, self._device.id
        planes = sample_planes(size)
        ways: dict[str, Work] = {
            f"plain {_name(dtype)}": partial(_there_and_back, plain, planes, device, dtype)
            for dtype, plain in self._plain.items()
        }
        ways |= {_ours(each): partial(each.run, planes) for each in self._runners}
        yield from self._figures(f"tile {size}", size, ways, self._scope.tile_rounds)
        if self._device.kind == "cuda":
            yield from self._resident_tile(planes.to(device))

    def _resident_tile(self, planes: Tensor) -> Iterator[Figure]:
        ways: dict[str, Work] = {
            f"plain {_name(dtype)}": partial(plain, planes.to(dtype)) for dtype, plain in self._plain.items()
        }
        ways |= {_ours(each): partial(each.run_resident, planes) for each in self._runners}
        yield from self._figures(
            f"tile {self._scope.tile} on the card", self._scope.tile, ways, self._scope.tile_rounds
        )

    def photo(self) -> Iterator[Figure]:
        """A whole photo, exactly: the plain generator over tiles, this engine as it writes a file."""
        size = self._scope.photo
        planes = sample_planes(size)
        ways: dict[str, Work] = {PLAIN: partial(self._plain_photo, planes)}
        ways |= {_ours(each): partial(_streamed_photo, each, planes) for each in self._runners}
        yield from self._figures(f"photo {size}", size, ways, self._scope.photo_rounds, warm_up=False)

    def _plain_photo(self, planes: Tensor) -> Tensor:
        network, model = self._plain[torch.float32], self._model
        return _sampled(baseline_bands(network, planes.to(self._device.id), model.halo, model.scale))

    def _figures(
        self, work: str, size: Size, ways: dict[str, Work], rounds: int, *, warm_up: bool = True
    ) -> Iterator[Figure]:
        timed = interleaved(ways, self._device, rounds, warm_up=warm_up)
        plain = timed[PLAIN]
        for way, one in timed.items():
            speed = size.pixels / one.seconds
            yield Figure(
                work=work,
                way=way,
                seconds=one.seconds,
                ratio=plain.seconds / one.seconds,
                speed=speed / 1e6,
                peak_share=speed * self._operations / 1e12 / self.peaks[way.split()[-1]],
                psnr=_finite(psnr(one.result.cpu(), plain.result.cpu())),
                memory=one.memory,
            )

    def _notes(self, precisions: list[Precision]) -> Iterator[str]:
        for precision, runner in zip(precisions, self._runners, strict=True):
            if _name(runner.dtype) != precision:
                yield f"{self._device.name} gets {precision} wrong, so that was measured in {_name(runner.dtype)}."
        if self._device.is_cpu and dtype_for(self._device, Precision.AUTO) == torch.float32:
            yield "This CPU does not compute in bfloat16 itself, so float32 is its fastest precision."


def matrix_peak(device: Device, dtype: torch.dtype, size: int, *, rounds: int = 5) -> float:
    """The fastest of some multiplications of two square matrices, in TFLOP/s."""
    matrix = torch.rand(size, size).to(device.id, dtype)
    timed = [interleaved({"": lambda: matrix @ matrix}, device, 1, warm_up=False)[""].seconds for _ in range(rounds)]
    return 2 * size**3 / min(timed) / 1e12


def operations_per_pixel(dimensions: Dimensions) -> int:
    """Multiplications and additions that the paper's layers take for one LR pixel: 4,436,352 for its own dimensions."""
    width, scale, edge = dimensions.width, dimensions.scale, 3 * dimensions.width * EDGE_KERNEL**2
    body = (2 * dimensions.blocks + 1) * 9 * width**2
    upsampling: int = sum(4**stage for stage in range(dimensions.stages)) * 9 * 4 * width**2
    return 2 * (edge + body + upsampling + scale**2 * edge)


def _precisions(device: Device, precision: Precision | None) -> list[Precision]:
    """What was asked for, or float32 and what the device is fastest in."""
    if precision not in (None, Precision.AUTO):
        return [precision]
    fastest = Precision(_name(dtype_for(device, Precision.AUTO)))
    return [Precision.FLOAT32] if fastest is Precision.FLOAT32 else [Precision.FLOAT32, fastest]


def _file_seconds(kind: Format, size: Size, scale: int) -> float:
    """Seconds to read a photo of that size as planes and to write its result, without anything in between."""
    header = Header(size, 3, 8)
    large = Header(size.scaled(scale), 3, 8)
    grain = 0.02 * torch.randn(1, 3, size.height, size.width, generator=torch.Generator().manual_seed(2))
    planes = sample_planes(size) + grain
    part = torch.nn.functional.interpolate(planes[:, :, :16], scale_factor=scale)
    with tempfile.TemporaryDirectory() as folder:
        source, target = (Path(folder) / f"{name}{kind.suffix}" for name in ("source", "target"))
        save_picture(Picture(header, to_pixels(planes, header)), source, SaveOptions(kind))
        start = time.perf_counter()
        for pixels in open_photo(source).bands():
            to_planes(pixels)
        with PhotoWriter(target, large, SaveOptions(kind)) as writer:
            for top in range(0, large.size.height, part.shape[2]):
                writer.write(to_pixels(part[:, :, : large.size.height - top], large))
        return time.perf_counter() - start


def _sampled(bands: Iterator[Tensor]) -> Tensor:
    """Every eighth row, all that is kept of a photo too large to hold."""
    kept, row = [], 0
    for band in bands:
        kept.append(band[:, :, -row % SAMPLED :: SAMPLED].cpu())
        row += band.shape[2]
    return torch.cat(kept, 2)


def _streamed_photo(runner: ModelRunner, planes: Tensor) -> Tensor:
    rows = Rows(Size(planes.shape[3], planes.shape[2]), iter(torch.split(planes, 64, 2)))
    return _sampled(runner.apply(rows).bands)


def _there_and_back(network: nn.Module, planes: Tensor, device: str, dtype: torch.dtype) -> Tensor:
    result: Tensor = network(planes.to(device, dtype))
    return result.float().cpu()


def _name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _ours(runner: ModelRunner) -> str:
    return f"Fourfold {_name(runner.dtype)}"


def _finite(ratio: float) -> float | None:
    return ratio if math.isfinite(ratio) else None
