"""The damages of the benchmark: always the same ones, done to the LR, by real codecs; seeded by the photo's name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import torch
from torch import Tensor

from trainer.data.degradation.blur import blurred, gaussians
from trainer.data.degradation.codecs import through_file, to_8_bits
from trainer.data.degradation.noise import noisy

Damage = Callable[[Tensor, torch.Generator], Tensor]


def damaged(lr: Tensor, name: str, photo: str) -> Tensor:
    """A photo's LR (1, 3, h, w) with one of the DAMAGES, rounded to 8 bits; the same for the same names."""
    seed = int.from_bytes(hashlib.sha256(f"{name} {photo}".encode()).digest()[:4])
    return to_8_bits(DAMAGES[name](lr, torch.Generator().manual_seed(seed)))


def _unharmed(lr: Tensor, rng: torch.Generator) -> Tensor:
    return lr


def _jpeg(quality: int) -> Damage:
    return lambda lr, rng: through_file(lr, "JPEG", torch.tensor([quality]))


def _noise(level: float) -> Damage:
    strength, colours = torch.tensor([level]), torch.eye(3)[None]
    return lambda lr, rng: noisy(lr, strength, torch.zeros(1), colours, rng)


def _blur(sigma: float) -> Damage:
    width = torch.tensor([sigma])
    return lambda lr, rng: blurred(lr, gaussians(width, width, width))


def _one_after_the_other(*damages: Damage) -> Damage:
    def all_of_them(lr: Tensor, rng: torch.Generator) -> Tensor:
        for damage in damages:
            lr = damage(lr, rng)
        return lr

    return all_of_them


DAMAGES: dict[str, Damage] = {
    "none": _unharmed,
    "JPEG 75": _jpeg(75),
    "JPEG 50": _jpeg(50),
    "noise 5": _noise(5),
    "noise 10": _noise(10),
    "blur 1.2": _blur(1.2),
    "mixed": _one_after_the_other(_blur(0.8), _noise(5), _jpeg(65)),
}

PROTOCOL = (
    "Damage is done to the LR before it is upscaled, the same for every method: JPEG by quality, noise by standard "
    "deviation in grey levels, blur by sigma in pixels; mixed is blur 0.8, then noise 5, then JPEG 65."
)
