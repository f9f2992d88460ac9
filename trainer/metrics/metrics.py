"""What is measured on results. Tensors are (1, C, H, W) in [0, 1]; results are rounded to 8 bits by the caller."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from engine.compute.fidelity import psnr as decibels
from trainer.metrics.features import Features

_MOST_DECIBELS = 100.0
"""Also of pictures that are equal."""
_STRIP = 2**24
"""Values that a filter may lay out at a time."""


def luma(rgb: Tensor) -> Tensor:
    """Y of BT.601 in studio range, from 16 to 235, unrounded: (1, 3, H, W) to (1, 1, H, W) float64. A grey picture (1,
    1, H, W) is only scaled to 0..255, as MATLAB's evaluation scripts do.
    """
    if rgb.shape[1] == 1:
        return rgb.double() * 255
    red, green, blue = (rgb[:, channel : channel + 1].double() for channel in range(3))
    return 16 + 65.481 * red + 128.553 * green + 24.966 * blue


def psnr_y(sr: Tensor, hr: Tensor, border: int) -> float:
    """PSNR in dB of the luma, ``border`` pixels cut from every side."""
    return min(decibels(_inner(luma(sr), border), _inner(luma(hr), border), peak=255), _MOST_DECIBELS)


def psnr(first: Tensor, second: Tensor) -> float:
    """PSNR in dB over all channels and pixels."""
    return min(decibels(first, second), _MOST_DECIBELS)


def _inner(x: Tensor, border: int) -> Tensor:
    return x[..., border : x.shape[-2] - border, border : x.shape[-1] - border]


def ssim(sr: Tensor, hr: Tensor, border: int) -> float:
    """The usual SSIM of the luma: Gaussian window 11 x 11, sigma 1.5, where it fits; K 0.01 and 0.03, range 255."""
    x, y = _inner(luma(sr), border), _inner(luma(hr), border)
    taps = _gaussian(1.5, 5)  # (11,)
    maps = [_filtered(each, taps) for each in (x, y, x * x, y * y, x * y)]
    return _similarity(*maps, weight=torch.ones_like(maps[0])).mean().item()


def daala_ssim(sr: Tensor, hr: Tensor, border: int) -> float:
    """SSIM as the paper's tool computes it: a Gaussian window of sigma 1.5 * H / 256 in whole numbers of 1/1024,
    weighted by the part of the window that is inside the picture. The tool reads 8-bit luma.
    """
    x, y = _inner(luma(sr).round(), border), _inner(luma(hr).round(), border)
    taps = _whole_number_gaussian(1.5 * x.shape[-2] / 256, max(x.shape[-2:]))  # (2 * radius + 1,)
    radius = len(taps) // 2
    ones = torch.ones_like(x)
    maps = [
        _filtered(functional.pad(each, (radius, radius, radius, radius)), taps)
        for each in (x, y, x * x, y * y, x * y, ones)
    ]
    weight = maps.pop()  # (1, 1, H, W) like all of them
    similarity = _similarity(*maps, weight=weight)
    return ((similarity * weight).sum() / weight.sum()).item()


def _similarity(x: Tensor, y: Tensor, xx: Tensor, yy: Tensor, xy: Tensor, *, weight: Tensor) -> Tensor:
    """SSIM by place from weighted sums of the first and second moments, where the weights add up to ``weight``."""
    first, second = (0.01 * 255 * weight) ** 2, (0.03 * 255 * weight) ** 2
    brightness = (2 * x * y + first) / (x * x + y * y + first)
    structure = (2 * (xy * weight - x * y) + second) / ((xx + yy) * weight - x * x - y * y + second)
    return brightness * structure


def _gaussian(sigma: float, radius: int) -> Tensor:
    taps = torch.exp(-0.5 * (torch.arange(-radius, radius + 1, dtype=torch.float64) / sigma) ** 2)
    return taps / taps.sum()


def _whole_number_gaussian(sigma: float, longest: int) -> Tensor:
    """Taps of a Gaussian in 1/1024, cut where they would round to nothing; the middle one makes the sum exact."""
    least = math.sqrt(math.pi / 2) * sigma / 1024
    reach = math.floor(sigma * math.sqrt(-2 * math.log(least))) if least < 1 else 0
    radius = min(reach, longest - 1)
    offsets = torch.arange(1, radius + 1, dtype=torch.float64)
    side = torch.floor(1024 / (math.sqrt(2 * math.pi) * sigma) * torch.exp(-0.5 * (offsets / sigma) ** 2) + 0.5)
    middle = torch.tensor([1024 - 2 * side.sum()], dtype=torch.float64)
    return torch.cat([side.flip(0), middle, side])


def _filtered(x: Tensor, taps: Tensor) -> Tensor:
    """Separable filter where it fits, (1, 1, H - taps + 1, W - taps + 1); a strip at a time, because torch lays out a
    copy for every tap.
    """
    strip = max(_STRIP // (len(taps) * max(x.shape[-2:])), 1)
    across, down = taps.view(1, 1, 1, -1).to(x), taps.view(1, 1, -1, 1).to(x)
    rows = torch.cat([functional.conv2d(part, across) for part in x.split(strip, 2)], 2)
    return torch.cat([functional.conv2d(part, down) for part in rows.split(strip, 3)], 3)


@torch.no_grad()
def feature_distance(features: Features, sr: Tensor, hr: Tensor) -> float:
    """How far apart two pictures (1, 3, H, W) are to ``features``, averaged over its layers; 0 for equal ones.

    By VGG19 it is not LPIPS: its layers are not weighed by what people said.
    """
    first, second = features(sr), features(hr)
    distances = [features.apart(first[name].float(), second[name].float()).item() for name in first]
    return sum(distances) / len(distances)
