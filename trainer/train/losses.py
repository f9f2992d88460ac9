"""The losses, as plain functions of tensors; ``objective`` weighs and adds them.

Pixels are (N, 3, H, W) RGB in [0, 1], logits have any shape. A function returns a scalar unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.resampling import bicubic_taps
from trainer.metrics.unit_distance import unit_distance

_EPSILON = 1e-3
"""Where Charbonnier's loss turns from square to straight, in pixel values."""


def charbonnier(sr: Tensor, hr: Tensor) -> Tensor:
    """A smooth absolute difference."""
    return torch.sqrt((sr - hr).square() + _EPSILON**2).mean()


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


def grid(sr: Tensor, hr: Tensor, scale: int) -> Tensor:
    """How much some of the ``scale`` x ``scale`` pixels that come of one LR pixel are always brighter or darker than
    the others where the truth is not: the absolute bias of each over places of 8 x 8 LR pixels. Where the LR is flat, a
    generator that is asked for texture has nothing to vary it by and repeats one pattern; this loss punishes that.
    """
    errors = functional.pixel_unshuffle(sr - hr, scale)  # (N, 3 * scale^2, h, w)
    means = functional.avg_pool2d(errors, 8, stride=4)
    places = means.unflatten(1, (sr.shape[1], scale**2))  # (N, 3, scale^2, rows, columns)
    bias: Tensor = places - places.mean(2, keepdim=True)
    return bias.abs().mean()


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


def texture(sr: Tensor, hr: Tensor, side: int) -> Tensor:
    """Absolute difference of the Gram matrices of maps (N, C, h, w), over places of ``side`` x ``side``: which features
    go together there and how strong they are, wherever in the place they lie (after EnhanceNet; Sajjadi, Schölkopf and
    Hirsch, ICCV 2017).
    """
    return (_gram_matrices(sr, side) - _gram_matrices(hr, side)).abs().mean()


def _gram_matrices(maps: Tensor, side: int) -> Tensor:
    """(N * places, C, C) of what ReLU leaves of (N, C, H, W)."""
    count, channels, height, width = maps.shape
    rows, columns = height // side, width // side
    whole = functional.relu(maps.float())[..., : rows * side, : columns * side]
    places = whole.reshape(count, channels, rows, side, columns, side)
    places = places.permute(0, 2, 4, 1, 3, 5)  # (N, rows, columns, C, side, side)
    vectors = places.reshape(-1, channels, side**2)  # (N * places, C, side^2)
    return vectors @ vectors.mT / side**2


def spectrum(sr: Tensor, hr: Tensor) -> Tensor:
    """Half the absolute difference of the logarithms of fifteen energies around each place: those of the cosine basis
    of 4 x 4 pixels in the grey picture, over 16 x 16 pixels. Texture where the truth has none, or of one pattern where
    the truth has many, costs as much as missing texture.
    """
    return 0.5 * (_log_energies(sr) - _log_energies(hr)).abs().mean()


def _log_energies(rgb: Tensor) -> Tensor:
    """(N, 15, rows, columns), natural logarithms."""
    grey = rgb.float().mean(1, keepdim=True)  # (N, 1, H, W)
    strengths = functional.conv2d(grey, _patterns().to(grey))  # (N, 15, H - 3, W - 3)
    energies = functional.avg_pool2d(strengths.square(), 16, stride=4)
    return (energies + _FAINT**2).log()


_FAINT = 1 / 255
"""Patterns below one grey level are not seen."""


@cache
def _patterns() -> Tensor:
    """(15, 1, 4, 4): all but the flat one, of length 1."""
    wave = torch.cos(torch.pi / 4 * torch.outer(torch.arange(4), torch.arange(4) + 0.5))
    wave = wave / wave.norm(dim=1, keepdim=True)  # (4 frequencies, 4 samples)
    return torch.einsum("iy,jx->ijyx", wave, wave).reshape(16, 1, 4, 4)[1:]


def says_real(logits: Tensor) -> Tensor:
    """``-log D`` of logits: small where the discriminator takes the pictures for real."""
    return functional.softplus(-logits).mean()


def says_fake(logits: Tensor) -> Tensor:
    """``-log(1 - D)`` of logits: small where the discriminator takes the pictures for upscaled."""
    return functional.softplus(logits).mean()
