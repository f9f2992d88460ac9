"""Which networks are compared, and on what. No torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from engine.models.dimensions import Dimensions
from trainer.run_folder import TrainingOrder

_SAVES = 10
"""Checkpoints within a training at least: a kill costs a tenth of one network."""


@dataclass(frozen=True)
class DepthOrder:
    """``training`` is what every network has in common. Each of ``blocks`` is trained with and without the long skip
    connection, for ``steps`` steps, or, where that is None, for as many as all of them can take within ``minutes``.
    PSNR is measured on the set of photos ``data``, else on those held out.
    """

    training: TrainingOrder
    blocks: tuple[int, ...]
    minutes: float | None = None
    steps: int | None = None
    data: Path | None = None

    def networks(self) -> list[Dimensions]:
        """Those to compare, from the shallowest, each with its skip first."""
        before = self.training.recipe.network
        counts = sorted(set(self.blocks))
        return [replace(before, blocks=count, skip=skip) for count in counts for skip in (True, False)]

    def for_network(self, network: Dimensions, steps: int) -> TrainingOrder:
        """The training of one of them: to its last step, whatever it gains, and validated there alone."""
        recipe = self.training.recipe
        saved = min(recipe.schedule.save_every, max(steps // _SAVES, 1))
        schedule = replace(
            recipe.schedule, steps=steps, validate_every=steps, save_every=saved, patience=0, keep="last"
        )
        return replace(self.training, recipe=replace(recipe, network=network, schedule=schedule))


def name_of(network: Dimensions) -> str:
    """Such as ``16-skip`` and ``08-plain``, which sort by depth."""
    return f"{network.blocks:02d}-{'skip' if network.skip else 'plain'}"
