"""The noise of sensors: a part that is always there, and one that grows with the light (Poisson's, by the normal
distribution that it comes near to), with any correlation of the colours.
"""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.data.degradation.draws import normal, uniform


def noisy(x: Tensor, level: Tensor, shot: Tensor, mixing: Tensor, rng: torch.Generator) -> Tensor:
    """Noise of variance level^2 + shot^2 x in grey levels, both (N,), its colours mixed by (N, 3, 3); clamped.

    The rows of ``mixing`` have length one, so that each colour has the strength asked for.
    """
    level, shot = (each.to(x)[:, None, None, None] / 255 for each in (level, shot))  # (N, 1, 1, 1)
    noise = torch.einsum("ncd,ndhw->nchw", mixing.to(x), normal(tuple(x.shape), x.device, rng))
    return (x + noise * (level.square() + shot.square() * x).sqrt()).clamp(0, 1)


def mixings(count: int, rng: torch.Generator) -> Tensor:
    """(count, 3, 3): a quarter grey (the same in all colours), a quarter independent, half correlated at random."""
    rows = torch.randn(count, 3, 3, generator=rng)
    correlated = rows / rows.norm(dim=2, keepdim=True)
    grey = torch.tensor([1.0, 0.0, 0.0]).expand(count, 3, 3)
    which = uniform((0, 1), count, rng)[:, None, None]
    return torch.where(which < 0.25, grey, torch.where(which < 0.5, torch.eye(3), correlated))
