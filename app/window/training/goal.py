"""What a person wants a training for, as one value, and the recipe that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trainer.recipes.cookbook import FINE_TUNE_CONTRAST, FINE_TUNE_LENGTHS, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import with_settings


class Length(StrEnum):
    """How long; its steps are fixed, its minutes are measured on the device."""

    QUICK = "quick"
    BALANCED = "balanced"
    THOROUGH = "thorough"

    @property
    def steps(self) -> int:
        """Of the training."""
        return FINE_TUNE_LENGTHS[self.value]


@dataclass(frozen=True)
class Material:
    """The photos. ``keep`` are the problems that are overruled, ``leave_out`` names of photos that serve but are not
    wanted. Of ``count`` photos ``held_out`` are held back for judging.
    """

    folder: Path
    keep: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    count: int = 0
    held_out: int = 0


@dataclass(frozen=True)
class Goal:
    """``base`` is the file of weights to begin from; ``teacher`` the id of a model to learn from, "" for none;
    ``degradation`` what the photos to be upscaled suffer from;
    ``vgg19`` a file of its weights that the person has, ``has_vgg19`` whether it is there in any way.
    """

    base: Path
    textured: bool = False
    degradation: str = "none"
    length: Length = Length.QUICK
    vgg19: Path | None = None
    has_vgg19: bool = False
    teacher: str = ""

    @property
    def recipe_name(self) -> str:
        """As the command line knows it; without VGG19 another stands in for the textured one."""
        return "fine-tune-textured" if self.textured else "fine-tune-faithful"

    @property
    def settings(self) -> list[str]:
        """What of the recipe the person has chosen."""
        return [f"schedule.steps={self.length.steps}", f"data.degradation={self.degradation}"]

    def recipe(self) -> Recipe:
        """What the training will follow."""
        stands_in = self.textured and not self.has_vgg19
        recipe = FINE_TUNE_CONTRAST if stands_in else recipe_named(self.recipe_name)
        return with_settings(recipe, self.settings)
