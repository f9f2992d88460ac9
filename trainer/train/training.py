"""A training in memory: generator, moving average, discriminator, optimisers, and what one step does with a batch."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.compute.devices import has_fast_bfloat16
from engine.models.architectures import folded
from engine.models.base import Network
from engine.models.reference.drcn import Drcn
from trainer.data.crops import Batch
from trainer.errors import TrainingFailed
from trainer.metrics.features import Features
from trainer.recipes.recipe import Recipe
from trainer.train.adversary import Discriminators
from trainer.train.distributed import World
from trainer.train.objective import DiscriminatorInputs, Objective
from trainer.train.optimisers import learning_rate_share, optimisers_for, set_learning_rates

_PATIENCE = 10
"""Steps in a row without a finite gradient that end a training."""


class Training:
    """Everything that changes from step to step. ``step`` counts the steps taken."""

    def __init__(
        self, recipe: Recipe, generator: Network, features: Features | None, device: torch.device, world: World
    ) -> None:
        self.recipe, self.device, self.world = recipe, device, world
        self.step = 0
        self.skipped = 0
        self.generator = _placed(generator, device)
        self.average = copy.deepcopy(self.generator).requires_grad_(False).eval()
        self.optimisers = optimisers_for(self.generator, recipe.optimiser)
        self.discriminators = Discriminators(recipe, world) if recipe.adversarial else None
        if self.discriminators:
            _placed(self.discriminators.network, device)
        self.objective = Objective(recipe, features.to(device) if features else None)
        states = [network.state_dict() for network in self._networks().values()]
        world.broadcast_(*(tensor.data for state in states for tensor in state.values()))

    def take_step(self, batch: Batch, progress: float) -> dict[str, Tensor]:
        """One step of the generator, and of the discriminator where there is one, which has its head start alone;
        returns the losses by name.

        A step whose loss or gradient is not finite is skipped. Raises TrainingFailed after ten in a row.
        """
        schedule = self.recipe.schedule
        set_learning_rates(self._all_optimisers().values(), learning_rate_share(schedule, self.step, progress))
        if self.generator.dimensions.normalised:
            freeze_statistics(self.generator, frozen=progress >= schedule.freeze)
        terms: dict[str, Tensor] = {}
        moved = True
        if self.discriminators and self.step < self.discriminators.head_start:
            views = self._views(batch)
        else:
            terms, views = self._generator_terms(batch, progress)
            moved = self._descend(terms, self.generator, self.optimisers)
        if self.discriminators and moved:
            judged, moved = self._judge(self.discriminators, views)
            terms |= judged
        self._count(moved)
        if moved:
            self._update_average()
        self.step += 1
        return {name: value.detach() for name, value in terms.items()}

    @property
    def learning_rate(self) -> float:
        """Of the generator's first optimiser, at the last step."""
        rate: float = next(iter(self.optimisers.values())).param_groups[0]["lr"]
        return rate

    def figures(self) -> dict[str, float]:
        """Beside the losses: how the discriminator fares, where there is one."""
        return self.discriminators.balance.figures() if self.discriminators else {}

    def folded_average(self) -> Network:
        """The moving average as it is exported: without batch normalisation, for inference."""
        return folded(self.average)

    def state(self) -> dict[str, Any]:
        """All of it, for a checkpoint: each network under its name, and the optimisers by theirs."""
        return {
            "step": self.step,
            "feature_unit": self.objective.feature_unit,
            **({"balance": self.discriminators.balance.state()} if self.discriminators else {}),
            **{name: network.state_dict() for name, network in self._networks().items()},
            "optimisers": {name: each.state_dict() for name, each in self._all_optimisers().items()},
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Continue from a state; the learning rates stay the recipe's, which may have been changed since."""
        self.step, self.objective.feature_unit = state["step"], state["feature_unit"]
        if self.discriminators and "balance" in state:  # older checkpoints have none
            self.discriminators.balance.restore(state["balance"])
        for name, network in self._networks().items():
            network.load_state_dict(state[name])
        for name, optimiser in self._all_optimisers().items():
            rates = [group["lr"] for group in optimiser.param_groups]
            optimiser.load_state_dict(state["optimisers"][name])
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["initial_lr"] = rate

    def _generator_terms(self, batch: Batch, progress: float) -> tuple[dict[str, Tensor], DiscriminatorInputs]:
        """The generator's losses by name, and what the discriminator is to see of the batch."""
        with precision(self.device):
            sr, recursions = outputs(self.generator, batch.lr)  # (N, 3, scale*h, scale*w)
            views = self.objective.views(sr, batch.hr, self.step)
            terms = self.objective.terms(sr, batch, views, late=progress >= self.recipe.schedule.late)
            if recursions is not None:
                terms = self.objective.with_recursions(terms, recursions, batch.hr, progress)
            if self.recipe.content.artefacts:
                with torch.no_grad():
                    averaged = self.average(batch.lr)
                terms["artefacts"] = self.objective.artefact_term(sr, batch.hr, averaged)
            if self.discriminators:
                content = torch.stack([*terms.values()]).sum()
                terms["adversarial"] = self.discriminators.adversarial_term(views, content, sr, self.step)
        return terms, views

    @torch.no_grad()
    def _views(self, batch: Batch) -> DiscriminatorInputs:
        """What the discriminator sees of a batch from which the generator does not learn."""
        with precision(self.device):
            return self.objective.views(self.generator(batch.lr), batch.hr, self.step)

    def _judge(self, discriminators: Discriminators, views: DiscriminatorInputs) -> tuple[dict[str, Tensor], bool]:
        """One step of the discriminator: its losses, and whether it moved."""
        with precision(self.device):
            judged, right = discriminators.losses(views)
        moved = self._descend(judged, discriminators.network, {"discriminator": discriminators.optimiser})
        if moved:
            discriminators.balance.hear(right)
        return judged, moved

    def _descend(self, terms: dict[str, Tensor], module: nn.Module, optimisers: Mapping[str, Optimizer]) -> bool:
        """Follow the gradient of the sum of the terms; False, and nothing moved, where one of them is not finite."""
        module.zero_grad()
        loss = torch.stack([*terms.values()]).sum()
        loss.backward()
        parameters = list(module.parameters())
        self.world.average_gradients(parameters)
        norm = nn.utils.clip_grad_norm_(parameters, self.recipe.optimiser.clip or math.inf)
        if not bool(torch.isfinite(norm + self.world.all_reduce_sum(loss.detach()))):  # of NaN, |x| has the gradient 0
            return False
        for optimiser in optimisers.values():
            optimiser.step()
        return True

    def _count(self, moved: bool) -> None:
        self.skipped = 0 if moved else self.skipped + 1
        if self.skipped >= _PATIENCE:
            raise TrainingFailed(
                "The loss was not a finite number for {steps} steps; resume from the last checkpoint with half "
                "the learning rate (--set optimiser.learning_rate=...).",
                steps=_PATIENCE,
            )

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(self.recipe.optimiser.average, (1 + self.step) / (10 + self.step))
        now = self.generator.state_dict()
        for name, mean in self.average.state_dict().items():
            if mean.is_floating_point():
                mean.lerp_(now[name], 1 - decay)
            else:
                mean.copy_(now[name])

    def _networks(self) -> dict[str, nn.Module]:
        networks: dict[str, nn.Module] = {"generator": self.generator, "average": self.average}
        return networks | ({"discriminator": self.discriminators.network} if self.discriminators else {})

    def _all_optimisers(self) -> dict[str, Optimizer]:
        return self.optimisers | ({"discriminator": self.discriminators.optimiser} if self.discriminators else {})


def outputs(generator: Network, lr: Tensor) -> tuple[Tensor, Tensor | None]:
    """What a generator makes of a batch (N, 3, h, w): (N, 3, scale*h, scale*w), and of DRCN the luma after each of its
    recursions too, (recursions, N, 1, scale*h, scale*w).
    """
    if isinstance(generator, Drcn):
        return generator.supervised(lr)
    return generator(lr), None


def precision(device: torch.device) -> torch.autocast:
    """bfloat16 where the device is quicker with it, else float32."""
    fast = device.type == "cuda" or (device.type == "cpu" and has_fast_bfloat16())
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=fast)


def freeze_statistics(module: nn.Module, *, frozen: bool) -> None:
    """Batch normalisation by the running statistics (as at test time), or by each batch's own."""
    for each in module.modules():
        if isinstance(each, nn.BatchNorm2d):
            each.train(not frozen)


_Placed = TypeVar("_Placed", bound=nn.Module)


def _placed(module: _Placed, device: torch.device) -> _Placed:
    return module.to(device).to(memory_format=torch.channels_last).train()  # type: ignore[call-overload, no-any-return]
