"""Pictures made smaller: as the paper does, or by the filters that programs use."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor
from torch.nn import functional

from engine.models.resampling import resize
from trainer.data.degradation.codecs import to_8_bits


def reduced(hr: Tensor, scale: int) -> Tensor:
    """MATLAB-style bicubic reduction to (N, C, H // scale, W // scale), rounded to 8 bits."""
    lr = resize(hr, hr.shape[-2] // scale, hr.shape[-1] // scale)
    return to_8_bits(lr)


def resized(x: Tensor, height: int, width: int, way: int) -> Tensor:
    """(N, 3, height, width), by one of the FILTERS. None of them shifts the picture: all lay corners on corners. What
    has that size stays as it is.
    """
    if x.shape[-2:] == (height, width):
        return x
    return FILTERS[way](x, (height, width)).clamp(0, 1)


FILTERS: tuple[Callable[[Tensor, tuple[int, int]], Tensor], ...] = (
    lambda x, size: resize(x, *size),
    lambda x, size: functional.interpolate(x, size, mode="bilinear", antialias=True),
    lambda x, size: functional.interpolate(x, size, mode="bicubic", antialias=True),
    lambda x, size: functional.interpolate(x, size, mode="area"),
)
