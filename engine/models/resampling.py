"""Resampling to any size, by nearest neighbour or by the bicubic of MATLAB's ``imresize``, which the paper and its
successors use.

That is separable, with a cubic kernel of a = -0.5, widened by the factor when scaling down (antialiasing), and with
borders mirrored including the edge pixel. It equals ``imresize`` to 1e-6 grey levels before rounding.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor


class Taps(NamedTuple):
    """One axis of a resize: output i is the sum over k of ``weights[i, k] * input[indices[i, k]]``. Both are (output
    length, K)."""

    indices: Tensor
    weights: Tensor

    def window(self, start: int, stop: int) -> tuple[Taps, int, int]:
        """The taps of outputs ``start:stop`` over no more inputs than these need, and the range of those inputs: the
        first, and one past the last."""
        indices = self.indices[start:stop]
        first, last = int(indices.min()), int(indices.max())
        return Taps(indices - first, self.weights[start:stop]), first, last + 1


Kernel = Callable[[int, int], Taps]
"""A way to resample: from the lengths of an axis before and after to its taps."""


def bicubic_taps(in_length: int, out_length: int) -> Taps:
    """Taps of MATLAB's antialiased bicubic from ``in_length`` to ``out_length`` samples, weights in float64 summing to
    one."""
    factor = out_length / in_length
    stretch = max(1.0, 1 / factor)
    count = math.ceil(4 * stretch) + 2
    centre = (torch.arange(out_length, dtype=torch.float64) + 0.5) / factor - 0.5  # (out_length,), in input samples
    first = torch.floor(centre - 2 * stretch).long()
    indices = first[:, None] + torch.arange(count)  # (out_length, count)
    weights = _cubic((centre[:, None] - indices) / stretch)
    weights /= weights.sum(1, keepdim=True)
    used = (weights != 0).any(0)  # (count,): the columns that any output needs
    return Taps(mirrored_indices(indices[:, used], in_length), weights[:, used])


def nearest_taps(in_length: int, out_length: int) -> Taps:
    """One tap a sample: the input pixel in which the centre of the output pixel lies."""
    centre = (torch.arange(out_length, dtype=torch.float64) + 0.5) * in_length / out_length
    return Taps(centre.floor().long().clamp(max=in_length - 1)[:, None], torch.ones(out_length, 1, dtype=torch.float64))


def linear_taps(in_length: int, out_length: int) -> Taps:
    """Two taps a sample, the input pixels on both sides of it, for an output at least as long, weights in float64. At
    the borders the edge pixel goes on."""
    centre = (torch.arange(out_length, dtype=torch.float64) + 0.5) * in_length / out_length - 0.5
    first = centre.floor()
    share = centre - first
    indices = torch.stack([first, first + 1], 1).long().clamp(0, in_length - 1)
    return Taps(indices, torch.stack([1 - share, share], 1))


def resample(x: Tensor, taps: Taps, dim: int) -> Tensor:
    """Apply ``taps`` along ``dim`` of a floating-point tensor, whose length there becomes the output length."""
    shape = [1] * x.ndim
    shape[dim] = len(taps.indices)  # weights spread over all other dimensions
    indices, weights = taps.indices.to(x.device), taps.weights.to(x)
    if indices.shape[1] == 1:
        return x.index_select(dim, indices[:, 0])
    out = x.index_select(dim, indices[:, 0]) * weights[:, 0].view(shape)
    for k in range(1, indices.shape[1]):
        out.addcmul_(x.index_select(dim, indices[:, k]), weights[:, k].view(shape))
    return out


def resize(x: Tensor, height: int, width: int, kernel: Kernel = bicubic_taps) -> Tensor:
    """Resize (..., H, W) in floating point to (..., height, width). Bicubic may overshoot the range of the input."""
    vertical, horizontal = kernel(x.shape[-2], height), kernel(x.shape[-1], width)
    if height * x.shape[-1] <= x.shape[-2] * width:  # the axis that leaves less to do goes first
        return resample(resample(x, vertical, x.ndim - 2), horizontal, x.ndim - 1)
    return resample(resample(x, horizontal, x.ndim - 1), vertical, x.ndim - 2)


def mirrored_indices(indices: Tensor, length: int) -> Tensor:
    """Mirror indices outside ``0 .. length-1`` at the borders, the edge pixel counted twice; repeatedly where the
    picture is tiny."""
    indices = indices.remainder(2 * length)
    return torch.where(indices >= length, 2 * length - 1 - indices, indices)


def _cubic(x: Tensor) -> Tensor:
    """Keys' cubic convolution kernel with a = -0.5, support [-2, 2]."""
    x = x.abs()
    near = (1.5 * x - 2.5) * x * x + 1
    far = ((-0.5 * x + 2.5) * x - 4) * x + 2
    return torch.where(x <= 1, near, torch.where(x < 2, far, torch.zeros_like(x)))
