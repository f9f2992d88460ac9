"""Whether a fine-tune helped: figures of base and fine-tuned, photo by photo, and the word for them. No torch.

A verdict is written as JSON::

    word        better, no clear difference, or worse
    ground      why, as one of GROUNDS
    reason      why, as a sentence
    measure     psnr or perceptual: by which of the two it is judged, as the recipe chooses
    features    what the perceptual distance looks through, "" where there is none
    degradation how the photos were damaged before they were upscaled, as the recipe says
    photos      one a photo: name, held_out (else a sample photo), base and tuned (scores: psnr, perceptual)
    held_out    by score: photos, base, tuned, gain, interval (two numbers, or null for a single photo)
    samples     the same for the sample photos that come with Fourfold: what was forgotten
    mixes       from base (mix 0) to fine-tuned (mix 1): mix and scores, means over the held-out photos
    mix         the one that is best on the held-out photos

A gain is above zero where the fine-tuned model is better: dB of PSNR, or perceptual distance saved.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any, NamedTuple

from trainer.verdict.confidence import Interval, interval

BETTER, UNCLEAR, WORSE = "better", "no clear difference", "worse"
_HIGHER_IS_BETTER = {"psnr": 1, "perceptual": -1}
Scores = dict[str, float]


@dataclass(frozen=True)
class Judged:
    """One photo by both models."""

    name: str
    held_out: bool
    base: Scores
    tuned: Scores


@dataclass(frozen=True)
class Mixed:
    """Means over the held-out photos of a model between base (0) and fine-tuned (1)."""

    mix: float
    scores: Scores


@dataclass(frozen=True)
class Comparison:
    """Means of one score over some photos. ``gain`` is above zero where the fine-tuned model is better."""

    photos: int
    base: float
    tuned: float
    gain: float
    interval: Interval | None

    @classmethod
    def of(cls, score: str, photos: Sequence[Judged]) -> Comparison:
        """From the scores of the photos, one or more."""
        base, tuned = ([getattr(photo, name)[score] for photo in photos] for name in ("base", "tuned"))
        gains = [_HIGHER_IS_BETTER[score] * (after - before) for before, after in zip(base, tuned, strict=True)]
        return cls(len(photos), fmean(base), fmean(tuned), fmean(gains), interval(gains))


@dataclass(frozen=True)
class Bounds:
    """What counts: the least gain on held-out photos that is one, the loss on the samples that is too much, and the
    PSNR in dB that texture may cost.
    """

    gain: float
    loss: float
    cost: float
    unit: str

    @classmethod
    def of(cls, measure: str, features: str, base: float) -> Bounds:
        """0.03 and 0.10 dB; of a distance 1 % and 3 % of the base's, at a cost as in the paper, where SRGAN is 2.6 dB
        below SRResNet. Local contrast alone is easily had by noise, so it may cost little.
        """
        if measure == "psnr":
            return cls(0.03, 0.10, math.inf, "dB")
        return cls(0.01 * base, 0.03 * base, 2.6 if features == "VGG19" else 0.2, "of perceptual distance")


class Ground(NamedTuple):
    """The word that follows from it, and how it is said."""

    word: str
    sentence: str


GROUNDS = {
    "gains": Ground(BETTER, "{change}, and other photos stay as good as they were."),
    "forgets": Ground(UNCLEAR, "{change}, but {forgotten}; a smaller share of the fine-tune may keep both."),
    "noise": Ground(UNCLEAR, "{change}, but they lose {cost} of PSNR: part of the new texture is noise."),
    "one photo": Ground(UNCLEAR, "{change}, but one photo is too few to tell; use more photos."),
    "disagreement": Ground(UNCLEAR, "{change}, but not all of the {photos} held-out photos agree; use more photos."),
    "too little": Ground(UNCLEAR, "{change}, too little to matter."),
    "loses": Ground(WORSE, "{change}: the model that it began from is better."),
    "only forgets": Ground(WORSE, "{change}, which is not clear, and {forgotten}."),
}


@dataclass(frozen=True)
class Verdict:
    """See the module."""

    word: str
    ground: str
    reason: str
    measure: str
    features: str
    degradation: str
    photos: list[Judged]
    held_out: dict[str, Comparison]
    samples: dict[str, Comparison]
    mixes: list[Mixed]
    mix: float

    def to_json(self) -> dict[str, Any]:
        """As it is written."""
        return asdict(self)


def reached(measure: str, features: str, degradation: str, photos: Sequence[Judged], mixes: Sequence[Mixed]) -> Verdict:
    """The verdict on these figures; at least one photo was held out and one is a sample."""
    ours, samples = ([photo for photo in photos if photo.held_out is held_out] for held_out in (True, False))
    scores = [*photos[0].base]
    held_out, kept = ({score: Comparison.of(score, group) for score in scores} for group in (ours, samples))
    bounds, cost = Bounds.of(measure, features, held_out[measure].base), -held_out["psnr"].gain
    ground = decided(held_out[measure], kept[measure], bounds, cost)
    reason = _reason(ground, held_out[measure], kept[measure], bounds.unit, cost)
    best = max(mixes, key=lambda each: _HIGHER_IS_BETTER[measure] * each.scores[measure])
    return Verdict(
        GROUNDS[ground].word,
        ground,
        reason,
        measure,
        features,
        degradation,
        list(photos),
        held_out,
        kept,
        list(mixes),
        best.mix,
    )


def decided(held_out: Comparison, samples: Comparison, bounds: Bounds, cost: float = 0.0) -> str:
    """The ground of the verdict, one of GROUNDS. ``cost`` is the PSNR lost on the held-out photos, in dB."""
    gain, interval = held_out.gain, held_out.interval
    clear = gain >= bounds.gain and interval is not None and interval[0] > 0
    forgets = samples.gain <= -bounds.loss
    if clear:
        return "noise" if cost > bounds.cost else "forgets" if forgets else "gains"
    if interval is not None and interval[1] < 0:
        return "loses"
    if forgets:
        return "only forgets"
    if interval is None:
        return "one photo"
    return "disagreement" if gain >= bounds.gain else "too little"


def _reason(ground: str, held_out: Comparison, samples: Comparison, unit: str, cost: float) -> str:
    gain = held_out.gain
    return GROUNDS[ground].sentence.format(
        change=f"Photos like yours {'gain' if gain >= 0 else 'lose'} {abs(gain):.3f} {unit}",
        forgotten=f"other photos lose {abs(samples.gain):.3f} {unit}",
        cost=f"{cost:.2f} dB",
        photos=held_out.photos,
    )
