"""Held-out photos: how good the averaged generator is on them, and what one of them looks like."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import torch
from PIL import Image
from torch import Tensor

from engine.models.networks import Generator
from engine.models.resampling import resize
from trainer.data.degradations import degraded, reduced, to_8_bits
from trainer.data.photos import Pixels
from trainer.metrics.features import Features
from trainer.metrics.metrics import feature_distance, psnr, psnr_y
from trainer.recipes.severity import Mixture

_SIDE = 256


class HeldOutCrop(NamedTuple):
    """One photo (1, 3, H, W), what the generator gets of it, and the same without damage, in 8-bit values."""

    lr: Tensor
    hr: Tensor
    undamaged: Tensor


class Validator:
    """The middles of up to 16 held-out photos, at most 256 px wide and high, and their scores.

    Where ``mixture`` names damage, every third photo stays clean, and the others suffer the same each time.
    """

    MOST = 16

    def __init__(
        self,
        photos: Iterable[Pixels],
        scale: int,
        features: Features | None,
        device: torch.device,
        mixture: Mixture = (),
    ) -> None:
        self.features = features
        chosen = zip(range(self.MOST), photos, strict=False)
        self.clean: list[HeldOutCrop] = []
        self.damaged: list[HeldOutCrop] = []
        for number, photo in chosen:
            if mixture and number % 3 < 2:
                self.damaged.append(_sample(photo, scale, device, mixture, seed=number))
            else:
                self.clean.append(_sample(photo, scale, device))

    def scores(self, generator: Generator) -> dict[str, float]:
        """Means over the photos: PSNR-Y, consistency (PSNR of the reduced result against the undamaged LR) in dB, the
        VGG19 distance where VGG19 is there; PSNR also by clean and damaged photos where there are both. Results are
        rounded to 8 bits first.
        """
        clean, damaged = ([self._score(generator, each) for each in kind] for kind in (self.clean, self.damaged))
        scores = {name: _mean(clean + damaged, name) for name in (clean + damaged)[0]}
        if clean and damaged:
            scores |= {"clean psnr": _mean(clean, "psnr"), "damaged psnr": _mean(damaged, "psnr")}
        return scores

    @torch.no_grad()
    def _score(self, generator: Generator, sample: HeldOutCrop) -> dict[str, float]:
        sr = to_8_bits(generator(sample.lr))
        scores = {
            "psnr": psnr_y(sr, sample.hr, border=4),
            "consistency": psnr(reduced(sr, generator.dimensions.scale), sample.undamaged),
        }
        if self.features is not None:
            scores["perceptual"] = feature_distance(self.features, sr, sample.hr)
        return scores

    @torch.no_grad()
    def save_sample(self, generator: Generator, path: Path) -> None:
        """Write one photo's result as PNG: a damaged one where there is one."""
        save_png(to_8_bits(generator(self._shown.lr)), path)

    def save_references(self, folder: Path) -> None:
        """Write that photo itself and its bicubic enlargement."""
        lr, hr, _ = self._shown
        save_png(hr, folder / "reference.png")
        save_png(to_8_bits(resize(lr, hr.shape[-2], hr.shape[-1])), folder / "bicubic.png")

    @property
    def _shown(self) -> HeldOutCrop:
        return (self.damaged + self.clean)[0]


def _mean(scores: list[dict[str, float]], name: str) -> float:
    return sum(each[name] for each in scores) / len(scores)


def _sample(photo: Pixels, scale: int, device: torch.device, mixture: Mixture = (), seed: int = 0) -> HeldOutCrop:
    height, width = (min(side, _SIDE) // scale * scale for side in photo.shape[:2])
    top, left = (photo.shape[0] - height) // 2, (photo.shape[1] - width) // 2
    crop = torch.from_numpy(photo[top : top + height, left : left + width].copy()).to(device)
    hr = crop.permute(2, 0, 1)[None].float().div(255)
    undamaged = reduced(hr, scale)
    lr = degraded(hr, undamaged, mixture, 0.0, torch.Generator().manual_seed(seed))
    return HeldOutCrop(lr.contiguous(memory_format=torch.channels_last), hr, undamaged)


def save_png(rgb: Tensor, path: Path) -> None:
    """Write (1, 3, H, W) in [0, 1] as an 8-bit PNG."""
    pixels = rgb[0].mul(255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    Image.fromarray(pixels).save(path)
