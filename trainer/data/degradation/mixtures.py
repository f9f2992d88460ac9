"""From HR crops to LR crops as real photos come, by a mixture of kinds: reduced, blurred, noisy, compressed; seeded.

Tensors are (N, 3, H, W) RGB in [0, 1]. All chance comes from the generator that is handed in, so that a resumed
training sees the same damage. The strength of each damage is drawn for each crop. How far and by which filter pictures
are reduced is drawn once a batch, so that all of them keep one size and a batch is a few tensor operations.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from trainer.data.degradation.blur import blurred, gaussians, sincs
from trainer.data.degradation.codecs import through_file, to_8_bits
from trainer.data.degradation.draws import below, strikes, uniform
from trainer.data.degradation.jpeg import through_jpeg
from trainer.data.degradation.noise import mixings, noisy
from trainer.data.degradation.reduction import FILTERS, resized
from trainer.recipes.severity import DegradationPass, Mixture, Range

_LEAST_SIDE = 8


def degraded(hr: Tensor, lr: Tensor, mixture: Mixture, clean_share: float, rng: torch.Generator) -> Tensor:
    """LR of the crops, rounded to 8 bits: each suffers one kind of the mixture; a share keeps the undamaged ``lr``."""
    if not mixture:
        return lr
    lr = lr.clone()
    limits = torch.tensor([clean_share, *((1 - clean_share) * kind.share for kind in mixture)]).cumsum(0)
    # which (N,): 0 stays clean, n suffers the n-th kind
    which = torch.searchsorted(limits, uniform((0, 1), len(hr), rng), right=True).clamp(max=len(mixture))
    for number, kind in enumerate(mixture, start=1):
        chosen = (which == number).nonzero()[:, 0]
        if len(chosen):
            chosen = chosen.to(hr.device)
            whole = lr if kind.done_to_lr else hr
            lr[chosen] = to_8_bits(_damaged(whole[chosen], kind.passes, tuple(lr.shape[-2:]), rng))
    return lr


def _damaged(x: Tensor, passes: tuple[DegradationPass, ...], size: tuple[int, ...], rng: torch.Generator) -> Tensor:
    """HR, or an LR of that size, after the passes: (N, 3, *size)."""
    for ranges in passes:
        share = float(uniform(ranges.size, 1, rng))
        height, width = (max(round(side * share), _LEAST_SIDE) for side in size)
        x = resized(x, height, width, below(len(FILTERS), rng))
        x = _softened(x, ranges, rng)
        x = _grained(x, ranges, rng)
        x = _saved(x, ranges, rng)
    return x


def _softened(x: Tensor, ranges: DegradationPass, rng: torch.Generator) -> Tensor:
    """Half of the blurs are round, half are longer in some direction."""
    along = _drawn(ranges.blur, ranges.blur_share, len(x), rng)  # (N,) like all that is drawn here
    across = along * torch.where(strikes(0.5, len(x), rng), 1.0, uniform((0.3, 1.0), len(x), rng))
    return blurred(x, gaussians(along, across, uniform((0, math.pi), len(x), rng)))


def _grained(x: Tensor, ranges: DegradationPass, rng: torch.Generator) -> Tensor:
    """Half of the noise grows with the light as well."""
    struck = strikes(ranges.noise_share, len(x), rng)
    level = uniform(ranges.noise, len(x), rng) * struck
    shot = _drawn(ranges.shot, 0.5, len(x), rng) * struck
    return noisy(x, level, shot, mixings(len(x), rng), rng)


def _saved(x: Tensor, ranges: DegradationPass, rng: torch.Generator) -> Tensor:
    """Compressed, with the ringing filter before or after."""
    cutoff = torch.where(strikes(ranges.sinc_share, len(x), rng), uniform((math.pi / 3, math.pi), len(x), rng), math.pi)
    first = not ranges.sinc_share or below(2, rng) == 0
    x = x if first else blurred(x, sincs(cutoff)).clamp(0, 1)
    x = _compressed(x, ranges, rng)
    return blurred(x, sincs(cutoff)).clamp(0, 1) if first and ranges.sinc_share else x


def _compressed(x: Tensor, ranges: DegradationPass, rng: torch.Generator) -> Tensor:
    """A share of the crops as JPEG, and a share of those as WebP instead."""
    quality = uniform(ranges.quality, len(x), rng).round()
    struck = strikes(ranges.compressed_share, len(x), rng)
    as_webp = struck & strikes(ranges.webp_share, len(x), rng)
    phase = below(16, rng), below(16, rng)
    halved = below(5, rng) > 0
    saved = through_jpeg(x, quality, halved_colours=halved, phase=phase)
    saved = torch.where(struck.to(x.device)[:, None, None, None], saved, x)
    places = as_webp.nonzero()[:, 0]
    if len(places):
        saved[places.to(x.device)] = through_file(x[places.to(x.device)], "WEBP", quality[places])
    return saved


def _drawn(bounds: Range, share: float, count: int, rng: torch.Generator) -> Tensor:
    """(count,) strengths, from a range for a share of the crops, 0 for the others."""
    return uniform(bounds, count, rng) * strikes(share, count, rng)
