"""The rule that makes a word of the figures, and the sentence that gives its ground. No torch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.sentences import Sentence
from trainer.verdict.comparison import Comparison


class Word(StrEnum):
    """The verdict in a word."""

    BETTER = "better"
    TRADES = "better on yours, worse on others"
    UNCLEAR = "no clear difference"
    WORSE = "worse"


class Ground(StrEnum):
    """Why the verdict is what it is; ``sentence`` says it."""

    GAINS = "gains"
    FORGETS = "forgets"
    NOISE = "noise"
    ONE_PHOTO = "one photo"
    DISAGREEMENT = "disagreement"
    UNCHANGED = "unchanged"
    TOO_LITTLE = "too little"
    LOSES = "loses"
    ONLY_FORGETS = "only forgets"

    @property
    def word(self) -> Word:
        """The word that follows from it."""
        return _WORDS.get(self, Word.UNCLEAR)


_WORDS = {
    Ground.GAINS: Word.BETTER,
    Ground.FORGETS: Word.TRADES,
    Ground.LOSES: Word.WORSE,
    Ground.ONLY_FORGETS: Word.WORSE,
}


@dataclass(frozen=True)
class Measured:
    """The figures that decide: gains by the measure on held-out photos and on ``samples``, which are the others, and
    ``cost``, the PSNR lost on the held-out ones in dB. ``features`` names what a perceptual distance looks through.
    """

    measure: str
    features: str
    held_out: Comparison
    samples: Comparison
    cost: float

    @classmethod
    def of(
        cls, measure: str, features: str, held_out: Mapping[str, Comparison], samples: Mapping[str, Comparison]
    ) -> Measured:
        """From the comparisons by score."""
        return cls(measure, features, held_out[measure], samples[measure], cost=-held_out["psnr"].gain)


@dataclass(frozen=True)
class Bounds:
    """What counts: the least gain on held-out photos that is one, the loss on the others that is too much, and the
    PSNR in dB that texture may cost.
    """

    gain: float
    loss: float
    cost: float

    @classmethod
    def of(cls, measured: Measured) -> Bounds:
        """0.03 and 0.10 dB; of a distance 1 % and 3 % of the base's, at a cost as in the paper, where SRGAN is 2.6 dB
        below SRResNet. Local contrast alone is easily had by noise, so it may cost little.
        """
        if measured.measure == "psnr":
            return cls(0.03, 0.10, math.inf)
        base = measured.held_out.base
        return cls(0.01 * base, 0.03 * base, 2.6 if measured.features == "VGG19" else 0.2)


def decided(measured: Measured) -> Ground:
    """The ground of the verdict on these figures."""
    bounds, ours = Bounds.of(measured), measured.held_out
    forgets = measured.samples.gain <= -bounds.loss
    if ours.gain >= bounds.gain and ours.interval is not None and ours.interval[0] > 0:
        noisy = measured.cost > bounds.cost
        return Ground.NOISE if noisy else Ground.FORGETS if forgets else Ground.GAINS
    if ours.interval is not None and ours.interval[1] < 0:
        return Ground.LOSES
    if forgets:
        return Ground.ONLY_FORGETS
    if ours.interval is None:
        return Ground.ONE_PHOTO
    if ours.gain >= bounds.gain:
        return Ground.DISAGREEMENT
    return Ground.UNCHANGED if ours.tuned == ours.base else Ground.TOO_LITTLE


def sentence(ground: Ground, measured: Measured) -> Sentence:
    """A ground with its figures, for a person."""
    means = measured.held_out
    change = Change(measured.measure, measured.features, means.base, means.gain).sentence()
    forgotten = _forgotten(measured)
    match ground:
        case Ground.GAINS:
            return Sentence("{change}, and other photos stay as good as they were.", change=change)
        case Ground.FORGETS:
            return Sentence("{change}, but {forgotten}.", change=change, forgotten=forgotten)
        case Ground.NOISE:
            return Sentence(
                "{change}, but they lose {cost:.2f} dB of PSNR: part of the new texture is noise.",
                change=change,
                cost=measured.cost,
            )
        case Ground.ONE_PHOTO:
            return Sentence("{change}, but one photo is too few to tell; use more photos.", change=change)
        case Ground.DISAGREEMENT:
            return Sentence(
                "{change}, but not all of the {photos} held-out photos agree; use more photos.",
                change=change,
                photos=measured.held_out.photos,
            )
        case Ground.UNCHANGED:
            return Sentence(
                "No step was better on held-out photos than the model that it began from: too little to learn."
            )
        case Ground.TOO_LITTLE:
            return Sentence("{change}, too little to matter.", change=change)
        case Ground.LOSES:
            return Sentence("{change}: the model that it began from is better.", change=change)
        case Ground.ONLY_FORGETS:
            return Sentence("{change}, which is not clear, and {forgotten}.", change=change, forgotten=forgotten)


@dataclass(frozen=True)
class Change:
    """What becomes of the person's photos: a score of the base and the gain on it, both means."""

    measure: str
    features: str
    base: float
    gain: float

    def sentence(self) -> Sentence:
        """In dB, or as a share of the distance that there was."""
        if self.measure == "psnr" and self.gain >= 0:
            return Sentence("Photos like yours gain {gain:.3f} dB", gain=self.gain)
        if self.measure == "psnr":
            return Sentence("Photos like yours lose {loss:.3f} dB", loss=-self.gain)
        sees, share = features_name(self.features), abs(self.gain) / self.base
        if self.gain >= 0:
            return Sentence(
                "As {features} sees it, photos like yours come {share:.1%} closer", features=sees, share=share
            )
        return Sentence("As {features} sees it, photos like yours move {share:.1%} away", features=sees, share=share)


def proposal(mix: float, change: Change) -> Sentence:
    """What a mix does that serves both."""
    return Sentence(
        "{change} with {mix:.0%} of the training, and other photos stay as good as they were.",
        change=change.sentence(),
        mix=mix,
    )


def _forgotten(measured: Measured) -> Sentence:
    """What becomes of other photos, where that is a loss."""
    means = measured.samples
    if measured.measure == "psnr":
        return Sentence("other photos lose {loss:.3f} dB", loss=abs(means.gain))
    return Sentence("other photos move {share:.1%} away", share=abs(means.gain) / means.base)


def features_name(features: str) -> str:
    """What a perceptual distance looks through, in words that can be translated."""
    return Sentence("local contrast") if features == "local contrast" else features
