"""Adam, SGD and Muon, and the schedule of their learning rates."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.optim import SGD, Adam, Optimizer

from engine.models.base import Network
from trainer.recipes.settings import Optimiser, Schedule

_NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)
"""Of x, x^3 and x^5: Muon's published polynomial, steep at 0, around 1 afterwards."""


class Muon(Optimizer):
    """Momentum whose step is made orthogonal by five Newton-Schulz iterations (Jordan et al., 2024), for convolutions.

    A weight (out, in, k, k) counts as a matrix (out, in*k*k). Weights of one shape are worked on together.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], lr: float, momentum: float = 0.95) -> None:
        super().__init__(parameters, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """One step from the gradients."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[nn.Parameter]] = defaultdict(list)
            for parameter in group["params"]:
                by_shape[parameter.shape].append(parameter)
            for shape, parameters in by_shape.items():
                directions = [self._direction(each, group["momentum"]) for each in parameters]  # each (out, in*k*k)
                steps = orthogonal(torch.stack(directions)) * max(1.0, shape[0] / shape[1:].numel()) ** 0.5
                for parameter, step in zip(parameters, steps, strict=True):
                    parameter.add_(step.reshape(shape), alpha=-group["lr"])

    def _direction(self, parameter: nn.Parameter, momentum: float) -> Tensor:
        assert parameter.grad is not None
        state = self.state[parameter]
        if not state:
            state["momentum"] = torch.zeros_like(parameter)
        gradient: Tensor = parameter.grad
        average: Tensor = state["momentum"].lerp_(gradient, 1 - momentum)
        return gradient.lerp(average, momentum).reshape(len(parameter), -1)


def orthogonal(matrices: Tensor) -> Tensor:
    """The nearest orthogonal matrices to (N, rows, columns), roughly: all singular values end near 1.

    An iteration multiplies x by a polynomial of its Gram matrix, x @ x.mT. All of these are polynomials of the first
    one, so they commute, and it is enough to follow the Gram matrix; the wide matrix is multiplied once, at the end.
    """
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices
    norms: Tensor = x.flatten(1).norm(dim=1)
    x = x / (norms[:, None, None] + 1e-7)
    x = _newton_schulz(x @ x.mT) @ x
    return x.mT if tall else x


def _newton_schulz(gram: Tensor) -> Tensor:
    """What five iterations multiply matrices by whose Gram matrices are ``gram``, both (N, side, side)."""
    product = factor = _factor(gram)
    for _ in range(4):
        gram = factor @ gram @ factor
        factor = _factor(gram)
        product = factor @ product
    return product


def _factor(gram: Tensor) -> Tensor:
    """The polynomial of one iteration, of matrices (N, side, side)."""
    linear, cubic, quintic = _NEWTON_SCHULZ
    factor = torch.baddbmm(gram, gram, gram, beta=cubic, alpha=quintic)
    factor.diagonal(dim1=-2, dim2=-1).add_(linear)
    return factor


def optimisers_for(generator: Network, settings: Optimiser) -> dict[str, Optimizer]:
    """The optimisers of a generator by name: ``adam`` or ``sgd``, and ``last`` where the last layer has a learning rate
    of its own; or ``muon`` for the convolutions of its body and ``adam`` for the rest.
    """
    named = dict(generator.named_parameters())
    if settings.method == "muon":
        return _with_muon(named, settings)
    last = [name for name in named if name.startswith("last.") and settings.last_share < 1]
    others = _plain([each for name, each in named.items() if name not in last], settings, settings.learning_rate)
    if not last:
        return {settings.method: others}
    slow = _plain([named[name] for name in last], settings, settings.last_share * settings.learning_rate)
    return {settings.method: others, "last": slow}


def _plain(parameters: list[nn.Parameter], settings: Optimiser, rate: float) -> Optimizer:
    momentum, second = settings.betas
    if settings.method == "sgd":
        return SGD(parameters, lr=rate, momentum=momentum, weight_decay=settings.weight_decay)
    return Adam(parameters, lr=rate, betas=(momentum, second))


def _with_muon(named: dict[str, nn.Parameter], settings: Optimiser) -> dict[str, Optimizer]:
    body = [name for name, each in named.items() if each.ndim == 4 and not name.startswith(("head", "last"))]
    rest = [parameter for name, parameter in named.items() if name not in body]
    return {
        "muon": Muon([named[name] for name in body], lr=settings.body_learning_rate),
        "adam": Adam(rest, lr=settings.learning_rate, betas=(settings.betas[0], settings.betas[1])),
    }


def learning_rate_share(schedule: Schedule, step: int, progress: float) -> float:
    """What learning rates are multiplied by at a step; ``progress`` is the share of the training that is over."""
    warm = min(1.0, (step + 1) / schedule.warmup) if schedule.warmup else 1.0
    if schedule.decay == "cosine":
        return warm * 0.5 * (1 + math.cos(math.pi * min(progress, 1.0)))
    passed = sum(progress >= milestone for milestone in schedule.milestones) if schedule.decay == "milestones" else 0
    return warm * schedule.milestone_factor**passed


def set_learning_rates(optimisers: Iterable[Optimizer], share: float) -> None:
    """Multiply every learning rate's first value by ``share``."""
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = group.setdefault("initial_lr", group["lr"]) * share
