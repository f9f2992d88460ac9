"""Lattices: the pattern that a sub-pixel convolution leaves, and what a network makes of a plain colour.

Of one LR pixel come 4 x 4 pixels, its phases. In a photo none of them is finer than the others, and neighbouring LR
pixels look alike; the texture of a generator may repeat a pattern of 4 pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

PERIOD = 4
"""Of the pattern, in pixels: the scale of the paper."""
_COLOURS = (
    *((0, 0, 0), (128, 128, 128), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)),
    *((200, 160, 130), (110, 150, 200)),
)
"""In grey levels: black, grey, white, the primaries, and those of skin and sky."""
_NOTHING = 1e-12
"""Energy below which there is no detail."""
_SIDE, _RIM = 40, 14
"""Of a flat field and of what is left out of it, in LR pixels: zeros beyond the rim bend what is near it."""


def high_pass(x: Tensor) -> Tensor:
    """What (N, C, H, W) has beyond the mean of three by three pixels; same shape."""
    return x - functional.avg_pool2d(functional.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)


def phase_energies(rgb: Tensor) -> Tensor:
    """(16,) mean squares of the fine detail of the grey picture (1, C, H, W), by the place in squares of 4 x 4."""
    height, width = (side // PERIOD * PERIOD for side in rgb.shape[-2:])
    energy = high_pass(_grey(rgb)).square()[..., :height, :width]
    return functional.pixel_unshuffle(energy, PERIOD).mean((0, 2, 3))


def phase_ratio(energies: Tensor) -> float:
    """The largest of ``phase_energies`` over the smallest: near 1 for photos, 1 where there is no detail at all, and
    infinite where some places have none, as in squares of one colour.
    """
    largest, smallest = energies.max().item(), energies.min().item()
    if largest < _NOTHING:
        return 1.0
    return largest / smallest if smallest > _NOTHING else math.inf


def lag_4(rgb: Tensor) -> float:
    """How alike the fine detail of the grey picture (1, C, H, W) is to itself four pixels on, across and down: its
    autocorrelation from -1 to 1, a little above 0 for photos; 0 where there is none.
    """
    x = high_pass(_grey(rgb))
    across = (x[..., PERIOD:] * x[..., :-PERIOD]).mean()
    down = (x[..., PERIOD:, :] * x[..., :-PERIOD, :]).mean()
    return ((across + down) / (2 * x.square().mean() + 1e-12)).item()


@torch.no_grad()
def flat_field_error(network: Callable[[Tensor], Tensor], device: torch.device) -> float:
    """The largest deviation, in grey levels, of what a network makes of plain colours, its rim left out. ``network``
    takes (N, 3, h, w) in [0, 1].
    """
    colours = torch.tensor(_COLOURS, device=device).div(255)[:, :, None, None]
    lr = colours.expand(-1, -1, _SIDE, _SIDE).contiguous(memory_format=torch.channels_last)
    sr = network(lr).clamp(0, 1)
    rim = _RIM * sr.shape[-1] // _SIDE
    return (255 * (sr[..., rim:-rim, rim:-rim] - colours)).abs().max().item()


def _grey(rgb: Tensor) -> Tensor:
    return rgb.double().mean(1, keepdim=True)
