"""A network that enlarges the luma alone, as a network on colours."""

from __future__ import annotations

from torch import Tensor

from engine.models.base import Network
from engine.models.resampling import resize

_RED, _GREEN, _BLUE, _BLACK = (part / 255 for part in (65.481, 128.553, 24.966, 16))
_GAIN = 255 / 219
"""What a step of the luma is to each of red, green and blue where the other two parts of YCbCr stay."""


def luma(rgb: Tensor) -> Tensor:
    """Y of BT.601 in studio range as a share of 255, from 16/255 to 235/255: (N, 3, H, W) to (N, 1, H, W)."""
    red, green, blue = rgb.split(1, 1)
    y: Tensor = _BLACK + _RED * red + _GREEN * green + _BLUE * blue
    return y


class LumaNetwork(Network):
    """A network of which ``upscaled_luma`` is all. The other two parts of YCbCr are enlarged by bicubic, as those who
    published such networks do. Y is linear in the colours, so what the network changes is added to all three of them.
    """

    def forward(self, lr: Tensor) -> Tensor:
        """(N, 3, H, W) to (N, 3, scale * H, scale * W)."""
        enlarged = self.enlarged(lr)
        return in_colours(self.upscaled_luma(luma(lr), luma(enlarged)), enlarged)

    def enlarged(self, lr: Tensor) -> Tensor:
        """The bicubic enlargement: (N, C, H, W) to (N, C, scale * H, scale * W)."""
        scale = self.dimensions.scale
        return resize(lr, scale * lr.shape[-2], scale * lr.shape[-1])

    def upscaled_luma(self, small: Tensor, enlarged: Tensor) -> Tensor:
        """Luma (N, 1, H, W) and its bicubic enlargement (N, 1, scale * H, scale * W) to what has the latter's shape."""
        raise NotImplementedError


def in_colours(upscaled: Tensor, enlarged: Tensor) -> Tensor:
    """The bicubic enlargement (N, 3, H, W) with the luma (N, 1, H, W) instead of its own."""
    return enlarged + _GAIN * (upscaled - luma(enlarged))
