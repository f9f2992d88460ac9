"""What size a person wants, and how to get there with a model of a fixed scale. Pure arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from engine.errors import RequestError
from engine.geometry import Size
from engine.sentences import Sentence

MOST_PASSES = 2
"""A model is applied at most twice: each further pass would build upon details that the pass before invented."""
LONGEST_SIDE = 2**31
"""In pixels: no picture format goes beyond."""


class Measure(StrEnum):
    """Which measure of the result is given. The other side follows, so that nothing is distorted."""

    SCALE = "scale"
    WIDTH = "width"
    HEIGHT = "height"
    LONG_EDGE = "long-edge"
    MEGAPIXELS = "megapixels"


_CALLED = {
    Measure.SCALE: Sentence("scale"),
    Measure.WIDTH: Sentence("width"),
    Measure.HEIGHT: Sentence("height"),
    Measure.LONG_EDGE: Sentence("long-edge"),
    Measure.MEGAPIXELS: Sentence("megapixels"),
}


@dataclass(frozen=True)
class Sizing:
    """The size wanted: a measure and its value, in times, pixels, pixels, pixels or millions of pixels."""

    measure: Measure = Measure.SCALE
    value: float = 4

    def __post_init__(self) -> None:
        if not (math.isfinite(self.value) and self.value > 0):
            raise RequestError(
                "The {measure} must be a number above zero, not {value:g}.",
                measure=_CALLED[self.measure],
                value=self.value,
            )

    def size_for(self, source: Size) -> Size:
        """The exact size of the result for a photo of size ``source``, each side at least one pixel.

        Raises RequestError where no file could hold it.
        """
        factor = self._factor(source)
        if not max(source) * factor < LONGEST_SIDE:
            raise RequestError(
                "The result would be too large for any file; ask for a smaller {measure}.",
                measure=_CALLED[self.measure],
            )
        return Size(max(1, round(source.width * factor)), max(1, round(source.height * factor)))

    def _factor(self, source: Size) -> float:
        match self.measure:
            case Measure.SCALE:
                return self.value
            case Measure.WIDTH:
                return self.value / source.width
            case Measure.HEIGHT:
                return self.value / source.height
            case Measure.LONG_EDGE:
                return self.value / max(source)
            case Measure.MEGAPIXELS:
                return math.sqrt(self.value * 1e6 / source.pixels)


def plan_passes(source: Size, target: Size, scale: int) -> int:
    """How often a model of that scale must be applied so that only scaling down remains: 0, 1 or 2.

    Raises RequestError where two passes do not reach.
    """
    for passes in range(MOST_PASSES + 1):
        reached = source.scaled(scale**passes)
        if reached.width >= target.width and reached.height >= target.height:
            return passes
    most = source.scaled(scale**MOST_PASSES)
    raise RequestError(
        "The result would be {target}, but this model reaches at most {most} from a photo of {source}.",
        target=target,
        most=most,
        source=source,
    )
