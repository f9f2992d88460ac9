"""How results are made, as the inspector has it: what goes to ``engine.jobs.method.Method``, without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.models import catalog

if TYPE_CHECKING:
    from engine.jobs.method import Method


@dataclass(frozen=True)
class Recipe:
    """``texture`` from 0 to 1 is SRGAN's share; ``device`` None, ``precision`` auto, ``tile`` None: Fourfold's own."""

    texture: float = 1.0
    device: str | None = None
    precision: str = "auto"
    tile: int | None = None
    ensemble: bool = False

    def method(self, model: str) -> Method:
        """The engine's method for a model. Imports torch."""
        from engine.compute.devices import Precision
        from engine.jobs.method import Method

        texture = self.texture if catalog.is_textured(model) and self.texture < 1 else None
        return Method(model, texture, self.device, Precision(self.precision), self.tile, self.ensemble)

    def for_model(self, model: str) -> Recipe:
        """What of it matters to a model, so that moving the texture slider leaves other models alone."""
        matters = catalog.is_textured(model)
        return self if matters else Recipe(1.0, self.device, self.precision, self.tile, self.ensemble)
