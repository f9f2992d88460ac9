"""How many steps all networks can take within some minutes: the same number for each."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterable

from trainer.data.crops import Crops
from trainer.errors import BadRecipe
from trainer.train.training import Training

_TIMED = 3
"""Steps of each depth that are timed; their median counts."""
RESERVE = 0.15
"""Share of the time for saving, and for a computer that gets slower."""
LEAST = 50
"""Steps below which no network has learnt anything that could be compared."""


def seconds_a_step(training: Training, crops: Crops) -> float:
    """The median of three steps, after one that warms up. A step reads its loss, so a GPU has finished it."""
    patch = training.recipe.data.patch
    taken = []
    for _ in range(1 + _TIMED):
        batch = crops.batch(patch)
        begun = time.perf_counter()
        training.take_step(batch, 0.0)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


def steps_within(minutes: float, spent: float, seconds: Iterable[float]) -> int:
    """Steps for each of the networks, one of which takes so many ``seconds``; ``spent`` seconds are over already
    or needed for measuring. Raises BadRecipe where they are too few to teach anything.
    """
    round_of_all = sum(seconds)
    steps = math.floor((60 * minutes * (1 - RESERVE) - spent) / round_of_all)
    if steps < LEAST:
        needed = math.ceil((LEAST * round_of_all + spent) / (60 * (1 - RESERVE)))
        raise BadRecipe(
            "In {minutes} minutes each network could take {steps} steps, which is too few; give them {needed} or more, "
            "or compare fewer.",
            minutes=minutes,
            steps=max(steps, 0),
            needed=needed,
        )
    return steps
