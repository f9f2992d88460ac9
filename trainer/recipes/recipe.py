"""A recipe: everything that decides what a training does, frozen and checked. No torch."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.models.dimensions import Dimensions
from trainer.errors import BadRecipe
from trainer.recipes.rules import rules
from trainer.recipes.settings import Adversary, Content, Data, Optimiser, Schedule


@dataclass(frozen=True)
class Recipe:
    """The network and the five parts of settings. Raises BadRecipe where they do not fit together."""

    name: str
    network: Dimensions = field(default_factory=Dimensions)
    data: Data = field(default_factory=Data)
    schedule: Schedule = field(default_factory=Schedule)
    optimiser: Optimiser = field(default_factory=Optimiser)
    content: Content = field(default_factory=Content)
    adversary: Adversary = field(default_factory=Adversary)

    def __post_init__(self) -> None:
        for broken, rule in rules(self.network, self.data, self.schedule, self.optimiser, self.content, self.adversary):
            if broken:
                raise BadRecipe("Recipe {name}: {rule}.", name=self.name, rule=rule)

    @property
    def adversarial(self) -> bool:
        """Whether there is a discriminator."""
        return self.adversary.kind != "none"
