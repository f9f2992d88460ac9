"""Blur by a kernel for each picture: Gaussians of any direction, and the sinc filter that rings."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

RADIUS = 7
"""Of every kernel: more than four sigmas of the widest blur."""
_LEAST_SIGMA = 0.05
"""Below it a Gaussian is one pixel wide."""


def blurred(x: Tensor, kernels: Tensor) -> Tensor:
    """Each of (N, 3, H, W) by its kernel of (N, 15, 15); borders mirrored. Sides must be 8 or more."""
    count, channels, height, width = x.shape
    padded = functional.pad(x, (RADIUS,) * 4, mode="reflect")  # (N, 3, H + 14, W + 14)
    planes = padded.reshape(1, count * channels, *padded.shape[-2:])  # (1, N * 3, H + 14, W + 14): a group a plane
    weights = kernels.to(x).repeat_interleave(channels, 0)[:, None]  # (N * 3, 1, 15, 15)
    return functional.conv2d(planes, weights, groups=count * channels).reshape(count, channels, height, width)


def gaussians(along: Tensor, across: Tensor, angle: Tensor) -> Tensor:
    """(N, 15, 15) kernels from the sigmas along and across an axis, in pixels, and its angle, (N,) each; a sigma of 0
    leaves all as it is.
    """
    y, x = _grid()
    cosine, sine = angle.cos()[:, None, None], angle.sin()[:, None, None]  # (N, 1, 1)
    far = (x * cosine + y * sine) / along.clamp(min=_LEAST_SIGMA)[:, None, None]
    near = (y * cosine - x * sine) / across.clamp(min=_LEAST_SIGMA)[:, None, None]
    return _of_sum_one(torch.exp(-0.5 * (far.square() + near.square())))


def sincs(cutoff: Tensor) -> Tensor:
    """(N, 15, 15) kernels of the ideal circular low pass at ``cutoff`` (N,), in radians a pixel; from pi on they leave
    all as it is. They are cut off where the kernel ends, so that edges ring.
    """
    y, x = _grid()
    distance = (x.square() + y.square()).sqrt()
    distance[RADIUS, RADIUS] = 1.0
    limit = cutoff[:, None, None]
    kernels = limit * torch.special.bessel_j1(limit * distance) / (2 * math.pi * distance)
    kernels[:, RADIUS, RADIUS] = cutoff.square() / (4 * math.pi)
    untouched = gaussians(*(torch.zeros_like(cutoff),) * 3)
    return torch.where(limit < math.pi, _of_sum_one(kernels), untouched)


def _grid() -> tuple[Tensor, Tensor]:
    """y and x of a kernel's places from its middle, (15, 15) each."""
    offsets = torch.arange(-RADIUS, RADIUS + 1, dtype=torch.float32)
    y, x = torch.meshgrid(offsets, offsets, indexing="ij")
    return y, x


def _of_sum_one(kernels: Tensor) -> Tensor:
    return kernels / kernels.sum((1, 2), keepdim=True)
