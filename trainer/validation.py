"""Held-out photos: how good the averaged generator is on them, and what one of them looks like."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from engine.networks import Generator
from engine.resampling import resize
from trainer.crops import Batch
from trainer.degradations import reduced, to_8_bits
from trainer.metrics import feature_distance, psnr, psnr_y
from trainer.photos import Pixels
from trainer.vgg import Vgg19

_SIDE = 256
_MOST = 16


class Validator:
    """The middles of up to 16 held-out photos, at most 256 px wide and high, and their scores."""

    def __init__(self, photos: Iterable[Pixels], scale: int, features: Vgg19 | None, device: torch.device) -> None:
        self.features = features
        self.pairs = [_pair(photo, scale, device) for photo, _ in zip(photos, range(_MOST), strict=False)]

    def scores(self, generator: Generator) -> dict[str, float]:
        """Means over the photos: PSNR-Y, consistency (PSNR of the reduced result against the input) in dB, and the
        VGG19 distance where VGG19 is there. Results are rounded to 8 bits first.
        """
        each = [self._score(generator, pair) for pair in self.pairs]
        return {name: sum(scores[name] for scores in each) / len(each) for name in each[0]}

    @torch.no_grad()
    def _score(self, generator: Generator, pair: Batch) -> dict[str, float]:
        sr = to_8_bits(generator(pair.lr))
        scores = {
            "psnr": psnr_y(sr, pair.hr, border=4),
            "consistency": psnr(reduced(sr, generator.dimensions.scale), pair.lr),
        }
        if self.features is not None:
            scores["perceptual"] = feature_distance(self.features, sr, pair.hr)
        return scores

    @torch.no_grad()
    def save_sample(self, generator: Generator, path: Path) -> None:
        """Write the first photo's result as PNG."""
        save_png(to_8_bits(generator(self.pairs[0].lr)), path)

    def save_references(self, folder: Path) -> None:
        """Write the first photo itself and its bicubic enlargement."""
        lr, hr = self.pairs[0]
        save_png(hr, folder / "reference.png")
        save_png(to_8_bits(resize(lr, hr.shape[-2], hr.shape[-1])), folder / "bicubic.png")


def _pair(photo: Pixels, scale: int, device: torch.device) -> Batch:
    height, width = (min(side, _SIDE) // scale * scale for side in photo.shape[:2])
    top, left = (photo.shape[0] - height) // 2, (photo.shape[1] - width) // 2
    crop = torch.from_numpy(photo[top : top + height, left : left + width].copy()).to(device)
    hr = crop.permute(2, 0, 1)[None].float().div(255)
    return Batch(reduced(hr, scale).contiguous(memory_format=torch.channels_last), hr)


def save_png(rgb: Tensor, path: Path) -> None:
    """Write (1, 3, H, W) in [0, 1] as an 8-bit PNG."""
    pixels = rgb[0].mul(255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    Image.fromarray(pixels).save(path)
