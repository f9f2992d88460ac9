"""The losses, as plain functions of tensors; ``objective`` weighs and adds them.

Pixels are (N, 3, H, W) RGB in [0, 1], logits have any shape. A function returns a scalar unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.resampling import bicubic_taps
from trainer.metrics.phases import high_pass
from trainer.metrics.unit_distance import unit_distance

_FAINT = 1e-5
"""Energies of some half a grey level, below which a lattice is not seen and the logarithm would be too steep."""


def total_variation(sr: Tensor) -> Tensor:
    """Sum over all neighbours of the squared difference, a crop's mean: what the paper adds at 2e-8."""
    down = sr[..., 1:, :] - sr[..., :-1, :]  # (N, 3, H - 1, W)
    right = sr[..., :, 1:] - sr[..., :, :-1]  # (N, 3, H, W - 1)
    return (down.square().sum() + right.square().sum()) / len(sr)


def consistency(sr: Tensor, lr: Tensor) -> Tensor:
    """Absolute difference of the bicubically reduced result and the input, where the kernel fits inside the crop: keeps
    colours where they are.
    """
    scale = sr.shape[-1] // lr.shape[-1]
    taps = bicubic_taps(16 * scale, 16).weights[8].to(sr)  # in the middle all rows are alike: 4 * scale taps
    channels = sr.shape[1]
    inner = sr[..., scale // 2 :, scale // 2 :]  # where the first tap of LR pixel 2 lies
    rows = functional.conv2d(inner, taps.expand(channels, 1, 1, -1), stride=(1, scale), groups=channels)
    reduced = functional.conv2d(rows, taps[:, None].expand(channels, 1, -1, 1), stride=(scale, 1), groups=channels)
    # rows (N, 3, H - scale / 2, w - 4), reduced (N, 3, h - 4, w - 4)
    height, width = reduced.shape[-2:]
    return functional.l1_loss(reduced, lr[..., 2 : 2 + height, 2 : 2 + width])


def artefacts(sr: Tensor, hr: Tensor, averaged: Tensor) -> Tensor:
    """Absolute difference, weighted by where artefacts are likely (LDL; Liang, Zeng and Zhang, CVPR 2022).

    The weight of a place is the local variance of its error times a power of the variance of its crop's errors. It is 0
    where the averaged generator, whose result is ``averaged``, does worse.
    """
    with torch.no_grad():
        error = (sr - hr).abs().sum(1, keepdim=True)  # (N, 1, H, W)
        steady = (averaged - hr).abs().sum(1, keepdim=True)  # (N, 1, H, W)
        crop = error.var((1, 2, 3), keepdim=True).pow(0.2)  # (N, 1, 1, 1)
        weight = crop * local_variance(error, 7)
        weight = torch.where(error < steady, 0.0, weight)
    return (weight * (sr - hr).abs()).mean()


def flat_error(sr: Tensor, hr: Tensor, flat: Tensor) -> Tensor:
    """Absolute difference of the crops that ``flat`` (N,) names, as a share of all: white has to stay white."""
    return ((sr - hr).abs().mean((1, 2, 3)) * flat).mean()


def phase_energy(sr: Tensor, scale: int) -> Tensor:
    """Variance, over the ``scale`` x ``scale`` pixels that come of one LR pixel, of the mean logarithm of their fine
    detail, its energy taken over 4 x 4 LR pixels: near 0 for a photo, where no place among them is finer than others.
    """
    energy = high_pass(sr.float().mean(1, keepdim=True)).square()  # (N, 1, H, W)
    places = functional.avg_pool2d(functional.pixel_unshuffle(energy, scale), 4) + _FAINT  # (N, scale^2, h / 4, w / 4)
    by_phase = places.log().mean((0, 2, 3))  # (scale^2,)
    return (by_phase - by_phase.mean()).square().mean()


def local_variance(x: Tensor, side: int) -> Tensor:
    """Variance over a ``side`` x ``side`` neighbourhood, borders mirrored; same shape."""
    radius = side // 2
    padded = functional.pad(x, (radius, radius, radius, radius), mode="reflect")
    mean = functional.avg_pool2d(padded, side, stride=1)
    square = functional.avg_pool2d(padded.square(), side, stride=1)
    return (square - mean.square()).clamp(min=0) * (side**2 / (side**2 - 1))


def feature_loss(
    sr: Mapping[str, Tensor], hr: Mapping[str, Tensor], layers: Mapping[str, float], *, distance: str, scale: float
) -> Tensor:
    """Distance of feature maps (N, C, h, w) by layer, weighted by ``layers``.

    ``squared`` is the paper's: summed over channels, averaged over places. ``l1`` is averaged over both. Both are of
    maps multiplied by ``scale``. ``unit`` is ``unit_distance`` of what ReLU leaves.
    """
    total = torch.zeros((), device=next(iter(sr.values())).device)
    for name, weight in layers.items():
        total = total + weight * _DISTANCES[distance](sr[name].float(), hr[name].float(), scale)
    return total


def _l1(sr: Tensor, hr: Tensor, scale: float) -> Tensor:
    return (scale * (sr - hr)).abs().mean()


def _squared(sr: Tensor, hr: Tensor, scale: float) -> Tensor:
    return (scale * (sr - hr)).square().sum(1).mean()


def _unit(sr: Tensor, hr: Tensor, scale: float) -> Tensor:
    return unit_distance(functional.relu(sr), functional.relu(hr))


_DISTANCES = {"l1": _l1, "squared": _squared, "unit": _unit}


def says_real(logits: Tensor) -> Tensor:
    """``-log D`` of logits: small where the discriminator takes the pictures for real."""
    return functional.softplus(-logits).mean()


def says_fake(logits: Tensor) -> Tensor:
    """``-log(1 - D)`` of logits: small where the discriminator takes the pictures for upscaled."""
    return functional.softplus(logits).mean()
