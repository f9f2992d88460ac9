"""How long a run of photos will still take: nothing while that is unknown, then a steady figure, then a moving one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

LEAST_SHARE = 0.05
LEAST_SECONDS = 1.0
"""Of a photo before anything is concluded from it: the first rows take longer than the others."""
LEAST_PHOTOS = 2
"""Ended before a figure moves: the first one also waits for its model to be loaded."""
ROUGHLY = 0.25
"""By that share may the truth depart from a steady figure before another is shown."""
SMOOTHING = 0.05
"""Of a moving figure: how much of each new guess counts."""


@dataclass(frozen=True)
class Estimate:
    """``seconds`` that are left. A ``rough`` one stands until it is no longer true, another one counts down."""

    seconds: float
    rough: bool


class Pace:
    """A watch over a run, which stands still while that is paused."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.restart()

    def restart(self) -> None:
        """A run begins."""
        self._passed, self._since = 0.0, self._clock()
        self._paused = False
        self._photo_from = self._computing_from = 0.0
        self._photos = 0
        self._seconds = 0.0
        self._end: float | None = None
        self._shown: float | None = None

    def pause(self, paused: bool) -> None:
        """Stand still, or go on."""
        self._passed, self._since, self._paused = self._now(), self._clock(), paused

    def computes(self) -> None:
        """A photo was opened, and its model is loaded."""
        self._computing_from = self._now()

    def ended(self, *, saved: bool) -> None:
        """A photo has come to its end; only what was saved tells how long photos take."""
        now = self._now()
        if saved:
            self._photos += 1
            self._seconds += now - self._photo_from
        self._photo_from = self._computing_from = now

    @property
    def photo_seconds(self) -> float:
        """How long the photo that runs has been worked on."""
        return self._now() - self._photo_from

    def left(self, share: float, waiting: int) -> Estimate | None:
        """For a photo of which that share is done, and as many that wait; None while it is not known."""
        own = self._own(share)
        usual = self._seconds / self._photos if self._photos else own
        if usual is None:
            return None
        left = (own or usual) * (1 - share) + usual * waiting
        return Estimate(self._moving(left), rough=False) if self._photos >= LEAST_PHOTOS else self._steady(left)

    def _own(self, share: float) -> float | None:
        """How long the photo that runs takes by its share; None while that is too small to tell."""
        computed = self._now() - self._computing_from
        return computed / share if share >= LEAST_SHARE and computed >= LEAST_SECONDS else None

    def _steady(self, left: float) -> Estimate:
        if self._shown is None or abs(left - self._shown) > ROUGHLY * self._shown:
            self._shown = rounded(left)
        return Estimate(self._shown, rough=True)

    def _moving(self, left: float) -> float:
        now = self._now()
        guess = now + left
        if self._end is None or abs(guess - self._end) > ROUGHLY * left:
            self._end = guess
        self._end += SMOOTHING * (guess - self._end)
        return max(0.0, self._end - now)

    def _now(self) -> float:
        return self._passed + (0.0 if self._paused else self._clock() - self._since)


def rounded(seconds: float) -> float:
    """Seconds as roughly as they are known: to ten of them, to minutes, to five minutes."""
    for step, until in ((10.0, 60.0), (60.0, 600.0)):
        if seconds < until - step / 2:
            return max(step, round(seconds / step) * step)
    return round(seconds / 300) * 300
