"""How far a training is, by steps or by the clock, and what it says about that. No torch."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import SupportsFloat

from trainer.events import Events, StepsTaken

_INTERVAL = 2.0
"""Seconds between two reports, at least."""


@dataclass(frozen=True)
class Pace:
    """How long a training takes: a number of steps, or, where ``minutes`` is set, until they are over."""

    steps: int
    minutes: float | None = None

    def progress(self, step: int, seconds: float) -> float:
        """The share that is over; 1 or more ends the training."""
        return step / self.steps if self.minutes is None else seconds / (60 * self.minutes)

    def left(self, step: int, seconds: float) -> float:
        """Seconds that are probably left."""
        progress = self.progress(step, seconds)
        return max(seconds * (1 / progress - 1), 0.0) if progress > 0 else 0.0


class StepReport:
    """Tells about steps, every two seconds or so, with the mean losses since the last report."""

    def __init__(self, pace: Pace, events: Events) -> None:
        self.pace, self.events = pace, events
        self.sums: dict[str, SupportsFloat] = defaultdict(float)
        self.steps = 0
        self.last = 0.0

    def add(
        self,
        step: int,
        seconds: float,
        losses: Mapping[str, SupportsFloat],
        learning_rate: float,
        figures: Mapping[str, float],
    ) -> None:
        """One more step; ``losses`` may be tensors, which are only read when it is time to tell; ``figures`` are told
        as they are then.
        """
        for name, loss in losses.items():
            self.sums[name] = self.sums[name] + loss  # type: ignore[operator]
        self.steps += 1
        if time.monotonic() - self.last < _INTERVAL:
            return
        progress = self.pace.progress(step, seconds)
        said = StepsTaken(
            step=step,
            steps=max(round(step / progress), step),
            seconds=round(seconds, 1),
            left=round(self.pace.left(step, seconds)),
            learning_rate=learning_rate,
            losses={name: float(total) / self.steps for name, total in self.sums.items()},
            figures=dict(figures),
        )
        self.events.say(said)
        self.sums.clear()
        self.steps, self.last = 0, time.monotonic()
