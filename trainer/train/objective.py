"""What the generator is asked for: the recipe's losses, weighted, by name."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.reference.luma import luma
from trainer.data.crops import Batch
from trainer.metrics.features import Features
from trainer.recipes.recipe import Recipe
from trainer.train import losses
from trainer.train.discriminators import DiscriminatorInput


class DiscriminatorInputs(NamedTuple):
    """The same window of an upscaled batch and of the truth."""

    sr: DiscriminatorInput
    hr: DiscriminatorInput


class Objective:
    """The recipe's losses. ``feature_unit`` is what the perceptual loss is divided by: its value at the first step
    where the recipe calibrates it, else 1.
    """

    def __init__(self, recipe: Recipe, features: Features | None) -> None:
        self.content, self.features = recipe.content, features
        self.feature_unit = 0.0 if self.content.calibrated else 1.0

    def views(self, sr: Tensor, hr: Tensor, step: int) -> DiscriminatorInputs:
        """What the losses on features and the discriminator see of ``sr`` and ``hr``, both (N, 3, H, W). Where the
        window lies depends on the step alone.
        """
        sr_window, hr_window = _windows(sr, hr, self.content.jitter, step)
        if self.features is None:
            return DiscriminatorInputs(DiscriminatorInput(sr_window, {}), DiscriminatorInput(hr_window, {}))
        with torch.no_grad():
            truth = self.features(hr_window)
        return DiscriminatorInputs(
            DiscriminatorInput(sr_window, self.features(sr_window)), DiscriminatorInput(hr_window, truth)
        )

    def terms(self, sr: Tensor, batch: Batch, views: DiscriminatorInputs, *, late: bool) -> dict[str, Tensor]:
        """The content losses of ``sr`` (N, 3, H, W), each weighted, a scalar; their sum is the content loss. ``late``
        says whether it is the late phase.
        """
        content = self.content
        terms = self._pixel_terms(sr, batch, late=late)
        if content.total_variation:
            terms["total variation"] = content.total_variation * losses.total_variation(sr)
        if content.consistency:
            terms["consistency"] = content.consistency * losses.consistency(sr, batch.undamaged)
        if content.flat:
            terms["flat"] = content.flat * losses.flat_error(sr, batch.hr, batch.flat)
        if content.phase_energy:
            scale = batch.hr.shape[-1] // batch.lr.shape[-1]
            terms["phase energy"] = content.phase_energy * losses.phase_energy(sr, scale)
        if content.perceptual:
            terms["perceptual"] = content.perceptual * self._perceptual(views)
        return terms

    def artefact_term(self, sr: Tensor, hr: Tensor, averaged: Tensor) -> Tensor:
        """The weighted loss against artefacts; ``averaged`` is what the averaged generator makes of the same LR."""
        return self.content.artefacts * losses.artefacts(sr, hr, averaged)

    def _pixel_terms(self, sr: Tensor, batch: Batch, *, late: bool) -> dict[str, Tensor]:
        """Against the truth, and for the teacher's share against what the teacher makes of it."""
        terms = self._pixel_losses(sr, batch.hr, late=late)
        if batch.taught is None:
            return terms
        share = self.content.teacher
        taught = torch.stack([*self._pixel_losses(sr, batch.taught, late=late).values()]).sum()
        return {name: (1 - share) * loss for name, loss in terms.items()} | {"teacher": share * taught}

    def with_recursions(
        self, terms: dict[str, Tensor], recursions: Tensor, hr: Tensor, progress: float
    ) -> dict[str, Tensor]:
        """The terms of DRCN, whose share for the predictions of its recursions falls to 0: the squared error of all of
        them, (recursions, N, 1, H, W), is what the others leave it.
        """
        share = self.content.recursive_supervision * (1 - progress)
        seen = self._inside(recursions)
        error = functional.mse_loss(seen, self._inside(luma(hr)).expand_as(seen))
        others = {name: (1 - share) * each for name, each in terms.items()}
        return others | {"recursive": share * self.content.mse * error}

    def _inside(self, x: Tensor) -> Tensor:
        border = self.content.border
        return x[..., border : x.shape[-2] - border, border : x.shape[-1] - border]

    def _pixel_losses(self, sr: Tensor, hr: Tensor, *, late: bool) -> dict[str, Tensor]:
        content = self.content
        if content.luma:
            sr, hr = luma(sr), luma(hr)  # (N, 1, H, W)
        sr, hr = self._inside(sr), self._inside(hr)
        if late and content.late_mse:
            return {"mse": content.late_mse * functional.mse_loss(sr, hr)}
        terms = {}
        if content.l1:
            terms["l1"] = content.l1 * functional.l1_loss(sr, hr)
        if content.mse:
            terms["mse"] = content.mse * functional.mse_loss(sr, hr)
        return terms

    def _perceptual(self, views: DiscriminatorInputs) -> Tensor:
        assert self.features is not None, "the recipe needs features"
        loss = losses.feature_loss(
            views.sr.features,
            views.hr.features,
            self.content.layers,
            distance=self.content.distance,
            scale=self.content.feature_scale,
        )
        if not self.feature_unit:
            self.feature_unit = max(loss.item(), 1e-6)
        return loss / self.feature_unit


def _windows(sr: Tensor, hr: Tensor, jitter: int, step: int) -> tuple[Tensor, Tensor]:
    """The same windows of both, (N, 3, H - jitter, W - jitter), for each crop elsewhere."""
    if not jitter:
        return sr, hr
    height, width = hr.shape[-2] - jitter, hr.shape[-1] - jitter
    places = torch.randint(jitter + 1, (len(hr), 2), generator=torch.Generator().manual_seed(step)).tolist()

    def cut(pixels: Tensor) -> Tensor:
        windows = [
            crop[:, top : top + height, left : left + width] for crop, (top, left) in zip(pixels, places, strict=True)
        ]
        return torch.stack(windows).contiguous(memory_format=torch.channels_last)

    return cut(sr), cut(hr)
