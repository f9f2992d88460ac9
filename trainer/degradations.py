"""What happens to real photos before anyone upscales them: blur, resizing, noise, JPEG; seeded.

A stage turns HR crops into LR crops. ``none`` is the paper's: MATLAB-style bicubic, rounded to 8 bits. All tensors are
(N, 3, H, W) RGB in [0, 1]; all chance comes from the generator that is handed in, so that a resumed training sees the
same damage.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from engine.resampling import resize


@dataclass(frozen=True)
class Severity:
    """Ranges from which each crop draws its damage; noise in grey levels, JPEG as quality."""

    blur: tuple[float, float]
    noise: tuple[float, float]
    jpeg: tuple[float, float]


STAGES: dict[str, tuple[Severity, ...]] = {
    "none": (),
    "mild": (Severity(blur=(0.0, 1.2), noise=(0.0, 8.0), jpeg=(60, 95)),),
    "strong": (
        Severity(blur=(0.2, 2.0), noise=(1.0, 15.0), jpeg=(40, 95)),
        Severity(blur=(0.2, 1.0), noise=(0.0, 8.0), jpeg=(50, 95)),
    ),
}
"""Damage by name, one severity an order."""


def degraded(
    hr: Tensor, scale: int, stages: tuple[Severity, ...], clean_share: float, chance: torch.Generator
) -> Tensor:
    """LR of the crops: all orders of damage, then rounded to 8 bits; a share of them is only reduced."""
    return torch.stack([_degraded_crop(crop[None], scale, stages, clean_share, chance)[0] for crop in hr])


def reduced(hr: Tensor, scale: int) -> Tensor:
    """MATLAB-style bicubic reduction, rounded to 8 bits, in [0, 1]."""
    lr = resize(hr, hr.shape[-2] // scale, hr.shape[-1] // scale)
    return to_8_bits(lr)


def to_8_bits(x: Tensor) -> Tensor:
    """Clamped to [0, 1] and rounded to multiples of 1/255."""
    return x.clamp(0, 1).mul(255).round().div(255)


def _degraded_crop(
    crop: Tensor, scale: int, stages: tuple[Severity, ...], clean_share: float, chance: torch.Generator
) -> Tensor:
    if not stages or _uniform((0, 1), chance) < clean_share:
        return reduced(crop, scale)
    height, width = crop.shape[-2] // scale, crop.shape[-1] // scale
    x = crop
    for order, severity in enumerate(stages):
        last = order == len(stages) - 1
        x = blurred(x, _uniform(severity.blur, chance))
        x = _resized(x, (height, width) if last else (2 * height, 2 * width), chance)
        x = noisy(x, _uniform(severity.noise, chance), grey=_uniform((0, 1), chance) < 0.4, chance=chance)
        x = compressed(x, round(_uniform(severity.jpeg, chance)))
    return x


def blurred(x: Tensor, sigma: float) -> Tensor:
    """Gaussian blur, borders mirrored."""
    if sigma < 0.1:
        return x
    radius = min(math.ceil(3 * sigma), x.shape[-1] - 1)
    offsets = torch.arange(-radius, radius + 1, device=x.device, dtype=x.dtype)
    kernel = torch.exp(-0.5 * (offsets / sigma) ** 2)
    kernel = kernel / kernel.sum()
    channels = x.shape[1]
    x = functional.pad(x, (radius, radius, radius, radius), mode="reflect")
    x = functional.conv2d(x, kernel.expand(channels, 1, 1, -1), groups=channels)
    return functional.conv2d(x, kernel[:, None].expand(channels, 1, -1, 1), groups=channels)


def noisy(x: Tensor, level: float, *, grey: bool, chance: torch.Generator) -> Tensor:
    """Gaussian noise of ``level`` grey levels, the same in all channels if ``grey``; clamped."""
    shape = (x.shape[0], 1 if grey else x.shape[1], *x.shape[2:])
    noise = torch.randn(shape, generator=chance).to(x)
    return (x + noise * (level / 255)).clamp(0, 1)


def compressed(x: Tensor, quality: int) -> Tensor:
    """Through a real JPEG file of that quality, colours at half resolution as cameras and phones save them."""
    pixels = x.clamp(0, 1).mul(255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()
    return torch.stack([_through_jpeg(each, quality) for each in pixels]).to(x)


def _through_jpeg(pixels: np.ndarray, quality: int) -> Tensor:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality, subsampling="4:2:0")
    return torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1).float().div(255)


def _resized(x: Tensor, size: tuple[int, int], chance: torch.Generator) -> Tensor:
    way = _RESIZES[int(torch.randint(len(_RESIZES), (1,), generator=chance))]
    return way(x, size).clamp(0, 1)


_RESIZES: tuple[Callable[[Tensor, tuple[int, int]], Tensor], ...] = (
    lambda x, size: resize(x, *size),
    lambda x, size: functional.interpolate(x, size, mode="bilinear", antialias=True),
    lambda x, size: functional.interpolate(x, size, mode="area"),
)


def _uniform(bounds: tuple[float, float], chance: torch.Generator) -> float:
    low, high = bounds
    return low + (high - low) * float(torch.rand((), generator=chance))
