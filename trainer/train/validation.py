"""Held-out photos: how good the averaged generator is on them, and what one of them looks like."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

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
from trainer.metrics.metrics import feature_distance, luma, psnr, psnr_y
from trainer.metrics.niqe import PristineModel, niqe_of_all
from trainer.metrics.phases import flat_field_error, lag_4, phase_energies, phase_ratio
from trainer.recipes.severity import Mixture

_LONGEST = 256


class _Scored(NamedTuple):
    """One crop's scores; and what only counts together: its ``phase_energies`` (16,) and luma (1, 1, H, W)."""

    scores: dict[str, float]
    phases: Tensor
    luma: Tensor


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
        pristine: PristineModel | None = None,
    ) -> None:
        self.device, self.pristine = device, pristine
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
        VGG19 distance where VGG19 is there, lag-4; PSNR also by clean and damaged photos where there are both. Of all
        photos together: phase ratio, and NIQE where its parameters are there. Of the generator: the flat field's error
        in grey levels. Results are rounded to 8 bits first.
        """
        clean, damaged = ([self._score(generator, each) for each in kind] for kind in (self.clean, self.damaged))
        every = clean + damaged
        scores = {name: _mean(every, name) for name in every[0].scores}
        if clean and damaged:
            scores |= {"clean psnr": _mean(clean, "psnr"), "damaged psnr": _mean(damaged, "psnr")}
        scores["phase ratio"] = phase_ratio(torch.stack([each.phases for each in every]).mean(0))
        scores["flat field"] = flat_field_error(generator, self.device)
        if self.pristine is not None and math.isfinite(niqe := niqe_of_all((e.luma for e in every), self.pristine)):
            scores["niqe"] = niqe
        return scores

    @torch.no_grad()
    def _score(self, generator: Network, crop: ScoredCrop) -> _Scored:
        sr = to_8_bits(generator(crop.lr))
        scores = {
            "psnr": psnr_y(sr, crop.hr, border=4),
            "consistency": psnr(reduced(sr, generator.dimensions.scale), crop.undamaged),
            "lag-4": lag_4(sr),
        }
        if self.features is not None:
            scores["perceptual"] = feature_distance(self.features, sr, crop.hr)
        return _Scored(scores, phase_energies(sr), luma(sr).cpu())

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


def _mean(scored: list[_Scored], name: str) -> float:
    return sum(each.scores[name] for each in scored) / len(scored)


def save_png(rgb: Tensor, path: Path) -> None:
    """Write (1, 3, H, W) in [0, 1] as an 8-bit PNG."""
    pixels = rgb[0].mul(255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    Image.fromarray(pixels).save(path)
