"""What a device could reach: its fastest matrix multiplication, and the arithmetic that the network needs."""

from __future__ import annotations

import torch

from engine.checks.stopwatch import interleaved
from engine.compute.devices import Device
from engine.models.dimensions import EDGE_KERNEL, Dimensions


def matrix_peak(device: Device, dtype: torch.dtype, size: int, *, rounds: int = 5) -> float:
    """The fastest of some multiplications of two square matrices of ``size`` rows, in TFLOP/s."""
    matrix = torch.rand(size, size).to(device.id, dtype)
    timed = [interleaved({"": lambda: matrix @ matrix}, device, 1, warm_up=False)[""].seconds for _ in range(rounds)]
    return 2 * size**3 / min(timed) / 1e12


def operations_per_pixel(dimensions: Dimensions) -> int:
    """Multiplications and additions that the paper's layers take for one LR pixel: 4,436,352 for its own dimensions."""
    width, scale, edge = dimensions.width, dimensions.scale, 3 * dimensions.width * EDGE_KERNEL**2
    body = (2 * dimensions.blocks + 1) * 9 * width**2
    upsampling: int = sum(4**stage for stage in range(dimensions.stages)) * 9 * 4 * width**2
    return 2 * (edge + body + upsampling + scale**2 * edge)
