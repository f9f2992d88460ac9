"""How close a result is to what it should be."""

from __future__ import annotations

from torch import Tensor


def psnr(result: Tensor, reference: Tensor, *, peak: float = 1.0) -> float:
    """Peak signal-to-noise ratio in dB of two tensors of one shape whose white is ``peak``; infinite where they are
    equal."""
    mean_square = (result.double() - reference.double()).square_().mean() / peak**2
    return -10 * mean_square.log10().item()
