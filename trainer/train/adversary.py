"""The discriminator of a training: it learns, and each of its heads is weighed against the content losses.

A head whose gradient is small would be drowned out, and one that knows nothing yet would only make noise. So a head
gets the weight that makes its gradient on the pixels a share of the content's, is let go where it cannot tell the
pictures apart, and the discriminator has a head start.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.optim import Adam

from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Adversary
from trainer.train import losses
from trainer.train.discriminators import discriminator_for
from trainer.train.distributed import World
from trainer.train.objective import DiscriminatorInputs

_RENEWED = 20
"""Steps after which weights are found anew: gradients change slowly, and finding them costs a step's time."""
_KEPT_WEIGHT, _KEPT_RIGHT = 0.9, 0.95
"""Of the moving means of weights, by renewal, and of the share told right, by step."""
_KNOWS, _GUESSES = 0.59, 0.52
"""Shares told right: from the first on a head counts fully, at the second, chance but for its noise, not at all."""
_TELLS_ENOUGH = 0.8
"""Share told right above which a head waits for the generator: one that knows all has no gradient to learn from."""
_AHEAD = 2.0
"""A weight is at most so many times what the newest gradients ask for: that of a head that is just learning can grow
sevenfold in 40 steps, and would drown the content losses.
"""
_LEAST_NORM = 1e-6


class Balance:
    """How much each head counts. Where the recipe has no shares, always as much as it says."""

    def __init__(self, settings: Adversary, world: World) -> None:
        self.settings, self.world = settings, world
        self.weights: dict[str, float] = {}
        self.norms: dict[str, float] = {}
        self.right: dict[str, float] = {}

    def weighed(self, heads: Mapping[str, Tensor], content: Tensor, sr: Tensor, step: int) -> Tensor:
        """The sum of the losses ``heads``, weighed. ``content`` is the content loss of the same ``sr`` (N, 3, H, W).

        Gradients are taken of one graph several times: nothing between ``sr`` and the losses may be compiled with
        ``donated_buffer``.
        """
        if not self.settings.shares:
            return self.settings.weight * torch.stack([*heads.values()]).mean()
        if step % _RENEWED == 0 or not self.weights:
            self._renew(heads, content, sr)
        return torch.stack([self.weight(name) * loss for name, loss in heads.items()]).sum()

    def weight(self, name: str) -> float:
        """Of a head, with what is let go of it."""
        known = (self.right.get(name, 1.0) - _GUESSES) / (_KNOWS - _GUESSES)
        return self.weights.get(name, 0.0) * min(max(known, 0.0), 1.0)

    def learns(self, name: str) -> bool:
        """Whether a head is still to learn from the pictures as they are; the paper's discriminator always is."""
        return not self.settings.shares or self.right.get(name, 0.0) <= _TELLS_ENOUGH

    def hear(self, right: Mapping[str, Tensor]) -> None:
        """Which share of the places each head told right in a step."""
        shares = self.world.means(torch.stack([*right.values()]).tolist())
        for name, share in zip(right, shares, strict=True):
            before = self.right.get(name, share)
            self.right[name] = _KEPT_RIGHT * before + (1 - _KEPT_RIGHT) * share

    def figures(self) -> dict[str, float]:
        """Told right, gradient norms on the pixels and weights by head, and the norm of the content losses."""
        told = {f"right {name}": each for name, each in self.right.items()}
        norms = {f"norm {name}": each for name, each in self.norms.items()}
        return told | norms | {f"weight {name}": self.weight(name) for name in self.weights}

    def state(self) -> dict[str, dict[str, float]]:
        """All of it."""
        return {"weights": {**self.weights}, "norms": {**self.norms}, "right": {**self.right}}

    def restore(self, state: Mapping[str, Mapping[str, float]]) -> None:
        """Continue from a state."""
        self.weights, self.norms, self.right = ({**state[name]} for name in ("weights", "norms", "right"))

    def _renew(self, heads: Mapping[str, Tensor], content: Tensor, sr: Tensor) -> None:
        """One backward pass a head, no further than to the pixels. A gradient that is not finite changes nothing."""
        named = {"content": content, **heads}
        norms = [torch.autograd.grad(loss, sr, retain_graph=True)[0].norm() for loss in named.values()]
        agreed = self.world.means(torch.stack(norms).tolist())
        if not all(torch.tensor(agreed).isfinite()):
            return
        self.norms = dict(zip(named, agreed, strict=True))
        for name, share in self.settings.shares.items():
            wanted = share * self.norms["content"] / max(self.norms[name], _LEAST_NORM)
            wanted = min(wanted, self.settings.caps[name])
            mean = _KEPT_WEIGHT * self.weights.get(name, wanted) + (1 - _KEPT_WEIGHT) * wanted
            self.weights[name] = min(mean, _AHEAD * wanted)


class Discriminators:
    """The discriminator, its optimiser and the balance of its heads."""

    def __init__(self, recipe: Recipe, world: World) -> None:
        settings = recipe.adversary
        self.network = discriminator_for(recipe)
        self.optimiser = Adam(
            self.network.parameters(), lr=settings.learning_rate, betas=(settings.betas[0], settings.betas[1])
        )
        self.balance = Balance(settings, world)
        self.head_start = settings.head_start

    def adversarial_term(self, views: DiscriminatorInputs, content: Tensor, sr: Tensor, step: int) -> Tensor:
        """The adversarial loss of the generator, weighed against its content loss."""
        self.network.requires_grad_(False)
        heads = {name: losses.says_real(logits.float()) for name, logits in self.network(views.sr).items()}
        self.network.requires_grad_(True)
        return self.balance.weighed(heads, content, sr, step)

    def losses(self, views: DiscriminatorInputs) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
        """The discriminator's two losses, scalars, each the mean of the heads': ``real`` asks it to take real pictures
        for real, ``fake`` not to take upscaled ones for real; and by head the share of the places told right. What a
        head that waits says counts nothing.
        """
        real, fake = self.network(views.hr), self.network(views.sr.detached())
        counts = [float(self.balance.learns(name)) for name in real]
        judged = {
            "real": _mean([losses.says_real(logits.float()) for logits in real.values()], counts),
            "fake": _mean([losses.says_fake(logits.float()) for logits in fake.values()], counts),
        }
        return judged, {name: _told_right(real[name], fake[name]) for name in real}


def _mean(values: list[Tensor], counts: list[float]) -> Tensor:
    return torch.stack([count * value for count, value in zip(counts, values, strict=True)]).mean()


def _told_right(real: Tensor, fake: Tensor) -> Tensor:
    return ((real > 0).float().mean() + (fake < 0).float().mean()) / 2
