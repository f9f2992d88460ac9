"""Seeded draws. All of them come from one CPU generator, so its state alone says what damage follows."""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.recipes.severity import Range


def uniform(bounds: Range, count: int, chance: torch.Generator) -> Tensor:
    """(count,) numbers between the bounds."""
    low, high = bounds
    return low + (high - low) * torch.rand(count, generator=chance)


def strikes(share: float, count: int, chance: torch.Generator) -> Tensor:
    """(count,) bool: true for about that share."""
    return torch.rand(count, generator=chance) < share


def below(limit: int, chance: torch.Generator) -> int:
    """A whole number from 0 to limit less one."""
    return int(torch.randint(limit, (), generator=chance))


def normal(shape: tuple[int, ...], device: torch.device, chance: torch.Generator) -> Tensor:
    """Standard normal numbers made on the device, by a generator of its own seeded from ``chance``."""
    own = torch.Generator(device).manual_seed(below(2**62, chance))
    return torch.randn(shape, generator=own, device=device)
