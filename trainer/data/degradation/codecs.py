"""What files do to pixels, by the real codecs: for few pictures, and where it must be the real thing."""

from __future__ import annotations

import io

import numpy as np
import torch
from PIL import Image
from torch import Tensor


def to_8_bits(x: Tensor) -> Tensor:
    """Clamped to [0, 1] and rounded to multiples of 1/255."""
    return x.clamp(0, 1).mul(255).round().div(255)


def through_file(x: Tensor, format: str, quality: Tensor) -> Tensor:
    """(N, 3, H, W) as after saving as JPEG (colours at half resolution) or WEBP with (N,) qualities and reading."""
    pixels = x.clamp(0, 1).mul(255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()
    return torch.stack([_saved(each, format, round(q)) for each, q in zip(pixels, quality.tolist(), strict=True)]).to(x)


def _saved(pixels: np.ndarray, format: str, quality: int) -> Tensor:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format, quality=quality)
    return torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1).float().div(255)
