"""Seeded draws. All of them come from one CPU generator, so its state alone says what damage follows."""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.recipes.severity import Range


def uniform(bounds: Range, count: int, rng: torch.Generator) -> Tensor:
    """(count,) numbers between the bounds."""
    low, high = bounds
    return low + (high - low) * torch.rand(count, generator=rng)


def strikes(share: float, count: int, rng: torch.Generator) -> Tensor:
    """(count,) bool: true for about that share."""
    return torch.rand(count, generator=rng) < share


def below(limit: int, rng: torch.Generator) -> int:
    """A whole number from 0 to limit less one."""
    return int(torch.randint(limit, (), generator=rng))


def normal(shape: tuple[int, ...], device: torch.device, rng: torch.Generator) -> Tensor:
    """Standard normal numbers made on the device, by a generator of its own seeded from ``rng``."""
    own = torch.Generator(device).manual_seed(below(2**62, rng))
    return torch.randn(shape, generator=own, device=device)
