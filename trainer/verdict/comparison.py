"""Scores of two models, photo by photo, and what they come to over several photos. No torch.

A score is ``psnr`` (of the luma, in dB) or ``perceptual`` (a distance, where there are features to measure it through).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean

from trainer.verdict.confidence import Interval, interval

Scores = dict[str, float]
"""Figures by the name of the score."""
_HIGHER_IS_BETTER = {"psnr": 1, "perceptual": -1}


def merit(score: str, value: float) -> float:
    """A score so that more is better: a distance becomes negative."""
    return _HIGHER_IS_BETTER[score] * value


@dataclass(frozen=True)
class Judged:
    """One photo by both models: a held-out one, or else one of the others, which come with Fourfold."""

    name: str
    held_out: bool
    base: Scores
    tuned: Scores

    def gain(self, score: str) -> float:
        """Above zero where the fine-tuned model is better: dB of PSNR, or perceptual distance saved."""
        return merit(score, self.tuned[score] - self.base[score])


@dataclass(frozen=True)
class Mixed:
    """A model between base (0) and fine-tuned (1): means over the held-out photos, and over the others. One that
    ``serves_both`` is better on the held-out ones and as good as the base on the others.
    """

    mix: float
    scores: Scores
    others: Scores = field(default_factory=dict)
    serves_both: bool = False


@dataclass(frozen=True)
class Comparison:
    """Means of one score over some photos. ``gain`` is above zero where the fine-tuned model is better; ``interval``
    holds it with 95 % confidence, and is None for a single photo.
    """

    photos: int
    base: float
    tuned: float
    gain: float
    interval: Interval | None

    @classmethod
    def of(cls, score: str, photos: Sequence[Judged]) -> Comparison:
        """From the scores of the photos, one or more."""
        base, tuned = fmean(photo.base[score] for photo in photos), fmean(photo.tuned[score] for photo in photos)
        gains = [photo.gain(score) for photo in photos]
        return cls(len(photos), base, tuned, fmean(gains), interval(gains))
