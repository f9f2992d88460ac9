"""What a pane can show: the photo, a method, or a map made from two of them. Plain values, no Qt, no torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.models import catalog

PHOTO, REFERENCE = "photo", "reference"
NEAREST, BICUBIC = catalog.NEAREST, catalog.BICUBIC
WITHOUT_NETWORK = (PHOTO, NEAREST, BICUBIC, REFERENCE)


class Map(StrEnum):
    """A comparison drawn as a picture."""

    DIFFERENCE = "difference"
    FIDELITY = "fidelity"
    INVENTION = "invention"


@dataclass(frozen=True)
class Layer:
    """One method, or with ``map`` a comparison of ``model`` with ``other``.

    ``model`` is an id of the catalog or one of ``catalog.OPEN``, or ``photo`` or ``reference``.
    """

    model: str
    map: Map | None = None
    other: str = BICUBIC

    def decided(self, advised: str) -> Layer:
        """With the model advised for a photo, or its partner, where they are left open; what is invented, the textured
        one invents.
        """
        pair = catalog.pair_of(advised) or catalog.CLEAN
        if self.map is Map.INVENTION and self.model in catalog.OPEN:
            return Layer(pair.textured, self.map, pair.faithful)
        return Layer(catalog.decided(self.model, advised), self.map, catalog.decided(self.other, advised))

    @property
    def models(self) -> tuple[str, ...]:
        """The models whose results it is made of."""
        return (self.model,) if self.map in (None, Map.FIDELITY) else (self.model, self.other)

    @property
    def networks(self) -> tuple[str, ...]:
        """Those of them that the engine has to compute."""
        return tuple(model for model in self.models if model not in WITHOUT_NETWORK)
