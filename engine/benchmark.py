"""How fast this engine is on a device, against the plain generator that other programs run.

The plain generator is the paper's, literally: pixel shuffle, PReLU, then the 9x9 convolution; float32, eager, NCHW. Its
whole photo goes over tiles of 256 pixels with the exact halo, which is what equals the network on the whole photo.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn

from engine.devices import Device, Precision, has_fast_bfloat16
from engine.geometry import Region, Size
from engine.models import Model, generator_of, load_model
from engine.networks import Generator, SubPixelStage
from engine.processor import Processor
from engine.rows import Rows
from engine.stopwatch import Measured, interleaved
from engine.tiling import plan_tiles
from engine.verification import psnr, sample_planes

TILE = Size(128, 128)
PHOTO = Size(1152, 896)
QUICK_TILE = Size(64, 64)
QUICK_PHOTO = Size(320, 288)
PLAIN_TILE = 256
"""Side of the plain generator's tiles, halo included."""
PLAIN = "plain float32"


@dataclass(frozen=True)
class Figure:
    """One way of doing one piece of work.

    ``ratio`` is how many times as fast as the plain generator; ``speed`` is in millions of LR pixels a second; ``peak_share``
    is the share of the matrix-multiply peak in its precision; ``psnr`` in dB against the plain generator, None for
    itself; ``memory`` in bytes.
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
    """What was measured. ``peaks`` are matrix multiplications in TFLOP/s by precision; ``notes`` are sentences."""

    device: str
    torch: str
    threads: int
    peaks: dict[str, float]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report in types that JSON has."""
        return asdict(self)


def bench(device: Device, precision: Precision | None = None, *, quick: bool = False, model: Model | None = None) -> Report:
    """Measure a tile and a whole photo in the precision asked for, or in each that the device is good at.

    ``quick`` takes a small tile and a small photo, fewer times: seconds instead of minutes. ``model`` must be a generator,
    SRResNet by default. Raises ModelError.
    """
    model = model or load_model()
    precisions, notes = _precisions(device, precision)
    peaks = {str(each): matrix_peak(device, dtype_of(each), quick=quick) for each in precisions}
    bench = _Bench(model, device, precisions, peaks, repeats=3 if quick else 7)
    tile, photo = (QUICK_TILE, QUICK_PHOTO) if quick else (TILE, PHOTO)
    figures = (*bench.tile(tile), *bench.photo(photo))
    return Report(device.name, torch.__version__, torch.get_num_threads(), peaks, figures, notes)
