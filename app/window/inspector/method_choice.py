"""How results are made, as the inspector has it: an ``engine.jobs.method.Method`` for whatever model."""

from __future__ import annotations

from dataclasses import dataclass

from engine.compute.precision import Precision
from engine.jobs.method import Method
from engine.models import catalog


@dataclass(frozen=True)
class MethodChoice:
    """``texture`` from 0 to 1 is SRGAN's share, None each model's own; ``device`` None, ``precision`` auto and ``tile``
    None leave it to Fourfold.
    """

    texture: float | None = None
    device: str | None = None
    precision: str = Precision.AUTO
    tile: int | None = None
    ensemble: bool = False

    def method_for(self, model: str) -> Method:
        """The engine's method for a model, or for one of ``catalog.OPEN``. Raises RequestError."""
        texture = self.texture if self.mixes(model) else None
        return Method(model, texture, self.device, Precision(self.precision), self.tile, self.ensemble)

    @staticmethod
    def mixes(model: str) -> bool:
        """Whether a model, or what an open one comes to, has a share of texture."""
        return model in (catalog.AUTO, catalog.AUTO_TEXTURED) or catalog.is_textured(model)

    def for_model(self, model: str) -> MethodChoice:
        """What of it matters to a model, so that moving the texture slider leaves other models alone."""
        matters = catalog.is_textured(model)
        return self if matters else MethodChoice(None, self.device, self.precision, self.tile, self.ensemble)
