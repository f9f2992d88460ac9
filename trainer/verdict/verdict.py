"""Whether a fine-tune helped: figures of base and fine-tuned, photo by photo, and the word for them. No torch.

A verdict is written as JSON::

    word        better, no clear difference, or worse
    ground      why, as one of ``grounds.Ground``
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

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from engine.sentences import Sentence
from trainer.events import TrainerEvent
from trainer.verdict.comparison import Comparison, Judged, Mixed, merit
from trainer.verdict.grounds import Ground, Measured, Word, decided, sentence


@dataclass(frozen=True)
class Verdict(TrainerEvent, event="verdict"):
    """See the module. It is also the event that the command ``verdict`` ends with."""

    ground: Ground
    measure: str
    features: str
    degradation: str
    photos: list[Judged]
    held_out: dict[str, Comparison]
    samples: dict[str, Comparison]
    mixes: list[Mixed]
    mix: float

    @property
    def word(self) -> Word:
        """Better, no clear difference, or worse."""
        return self.ground.word

    @property
    def reason(self) -> Sentence:
        """The ground with its figures."""
        return sentence(self.ground, _measured(self.measure, self.features, self.held_out, self.samples))

    @classmethod
    def from_json(cls, facts: object) -> Self:
        """The verdict that ``to_json`` wrote, by any version. Raises ValueError for what does not fit."""
        verdict = super().from_json(facts)
        _refuse_gaps(verdict)
        return verdict

    def to_json(self) -> dict[str, Any]:
        """As it is written, with word and reason for those who only read."""
        facts = asdict(self)
        return {"word": self.word, "ground": facts.pop("ground"), "reason": str(self.reason), **facts}


def reached(measure: str, features: str, degradation: str, photos: Sequence[Judged], mixes: Sequence[Mixed]) -> Verdict:
    """The verdict on these figures; at least one photo was held out and one is a sample."""
    held_out, samples = (_compared([photo for photo in photos if photo.held_out is ours]) for ours in (True, False))
    best = max(mixes, key=lambda each: merit(measure, each.scores[measure]))
    return Verdict(
        ground=decided(_measured(measure, features, held_out, samples)),
        measure=measure,
        features=features,
        degradation=degradation,
        photos=list(photos),
        held_out=held_out,
        samples=samples,
        mixes=list(mixes),
        mix=best.mix,
    )


def _refuse_gaps(verdict: Verdict) -> None:
    """Raises ValueError where figures that the verdict rests on are missing."""
    groups: dict[str, Collection[str]] = {"held_out": verdict.held_out, "samples": verdict.samples}
    groups |= {f"mixes[{number}]": each.scores for number, each in enumerate(verdict.mixes)}
    for number, photo in enumerate(verdict.photos):
        groups |= {f"photos[{number}].base": photo.base, f"photos[{number}].tuned": photo.tuned}
    for place, scores in groups.items():
        for score in ("psnr", verdict.measure):
            if score not in scores:
                raise ValueError(f"there is no {score} in {place}")
    if not verdict.mixes:
        raise ValueError("mixes is empty")


def _compared(photos: Sequence[Judged]) -> dict[str, Comparison]:
    """By score."""
    return {score: Comparison.of(score, photos) for score in photos[0].base}


def _measured(measure: str, features: str, held_out: dict[str, Comparison], samples: dict[str, Comparison]) -> Measured:
    return Measured(measure, features, held_out[measure], samples[measure], cost=-held_out["psnr"].gain)
