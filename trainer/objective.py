"""What the generator is asked for: the recipe's losses, weighted, by name."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from trainer import losses
from trainer.crops import Batch
from trainer.recipes import Recipe
from trainer.vgg import Vgg19


class Objective:
    """The recipe's losses. ``feature_unit`` is what the perceptual loss is divided by: its value at the first step
    where the recipe calibrates it, else 1.
    """

    def __init__(self, recipe: Recipe, features: Vgg19 | None) -> None:
        self.content, self.adversary, self.features = recipe.content, recipe.adversary, features
        self.feature_unit = 0.0 if self.content.calibrated else 1.0

    def terms(self, sr: Tensor, batch: Batch, *, late: bool) -> dict[str, Tensor]:
        """All content losses, weighted; their sum is the content loss."""
        content = self.content
        terms = self._pixel_terms(sr, batch.hr, late=late)
        if content.total_variation:
            terms["total variation"] = content.total_variation * losses.total_variation(sr)
        if content.consistency:
            terms["consistency"] = content.consistency * losses.consistency(sr, batch.lr)
        if content.perceptual:
            terms["perceptual"] = content.perceptual * self._perceptual(sr, batch.hr)
        return terms

    def artefact_term(self, sr: Tensor, hr: Tensor, averaged: Tensor) -> Tensor:
        """The loss against artefacts, weighted."""
        return self.content.artefacts * losses.artefacts(sr, hr, averaged)

    def adversarial_term(self, discriminator: nn.Module, sr: Tensor) -> Tensor:
        """The adversarial loss of the generator, weighted."""
        return self.adversary.weight * losses.says_real(discriminator(sr).float())

    def _pixel_terms(self, sr: Tensor, hr: Tensor, *, late: bool) -> dict[str, Tensor]:
        content = self.content
        if late and content.late_mse:
            return {"mse": content.late_mse * functional.mse_loss(sr, hr)}
        terms = {}
        if content.l1:
            terms["l1"] = content.l1 * functional.l1_loss(sr, hr)
        if content.charbonnier:
            terms["charbonnier"] = content.charbonnier * losses.charbonnier(sr, hr)
        if content.mse:
            terms["mse"] = content.mse * functional.mse_loss(sr, hr)
        return terms

    def _perceptual(self, sr: Tensor, hr: Tensor) -> Tensor:
        assert self.features is not None, "the recipe needs VGG19"
        with torch.no_grad():
            truth = self.features(hr)
        loss = losses.feature_loss(
            self.features(sr),
            truth,
            self.content.layers,
            distance=self.content.distance,
            scale=self.content.feature_scale,
        )
        if not self.feature_unit:
            self.feature_unit = max(loss.item(), 1e-6)
        return loss / self.feature_unit


def discriminator_loss(discriminator: nn.Module, sr: Tensor, hr: Tensor) -> dict[str, Tensor]:
    """What the discriminator is asked for: real pictures taken for real, upscaled ones not."""
    return {
        "real": losses.says_real(discriminator(hr).float()),
        "fake": losses.says_fake(discriminator(sr.detach()).float()),
    }
