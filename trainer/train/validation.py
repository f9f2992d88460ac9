"""Held-out photos: how good the averaged generator is on them, and what one of them looks like."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from engine.models.base import Network
from engine.models.resampling import resize
from trainer.data.degradation.codecs import to_8_bits
from trainer.data.degradation.reduction import reduced
from trainer.data.photos import Pixels
from trainer.data.scored_crops import ScoredCrop, scored_crop
from trainer.metrics.features import Features
from trainer.metrics.metrics import feature_distance, psnr, psnr_y
from trainer.recipes.severity import Mixture

_LONGEST = 256


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
        self.features = features.to(device) if features else None
        self.clean: list[ScoredCrop] = []
        self.damaged: list[ScoredCrop] = []
        cut = partial(scored_crop, longest=_LONGEST, scale=scale, device=device)
        for number, photo in zip(range(self.MOST), photos, strict=False):
            if mixture and number % 3 < 2:
                self.damaged.append(cut(photo, mixture=mixture, seed=number))
            else:
                self.clean.append(cut(photo))

    def scores(self, generator: Network) -> dict[str, float]:
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
    def _score(self, generator: Network, crop: ScoredCrop) -> dict[str, float]:
        sr = to_8_bits(generator(crop.lr))
        scores = {
            "psnr": psnr_y(sr, crop.hr, border=4),
            "consistency": psnr(reduced(sr, generator.dimensions.scale), crop.undamaged),
        }
        if self.features is not None:
            scores["perceptual"] = feature_distance(self.features, sr, crop.hr)
        return scores

    @torch.no_grad()
    def save_sample(self, generator: Network, path: Path) -> None:
        """Write one photo's result as PNG: a damaged one where there is one."""
        save_png(to_8_bits(generator(self._shown.lr)), path)

    def save_references(self, folder: Path) -> None:
        """Write that photo itself and its bicubic enlargement."""
        lr, hr, _ = self._shown
        save_png(hr, folder / "reference.png")
        save_png(to_8_bits(resize(lr, hr.shape[-2], hr.shape[-1])), folder / "bicubic.png")

    @property
    def _shown(self) -> ScoredCrop:
        return (self.damaged + self.clean)[0]


def _mean(scores: list[dict[str, float]], name: str) -> float:
    return sum(each[name] for each in scores) / len(scores)


def save_png(rgb: Tensor, path: Path) -> None:
    """Write (1, 3, H, W) in [0, 1] as an 8-bit PNG."""
    pixels = rgb[0].mul(255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    Image.fromarray(pixels).save(path)
