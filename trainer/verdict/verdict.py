"""Whether a fine-tune helped: figures of base and fine-tuned, photo by photo, and the word for them. No torch.

A verdict is written as JSON::

    word        better; better on yours, worse on others; no clear difference; or worse
    ground      why, as one of ``grounds.Ground``
    reason      why, as a sentence
    advice      how much of it to take instead of all, as a sentence; "" where that is not needed
    measure     psnr or perceptual: by which of the two it is judged, as the recipe chooses
    features    what the perceptual distance looks through, "" where there is none
    degradation how the photos were damaged before they were upscaled, as the recipe says
    photos      one a photo: name, held_out (else one of the others), base and tuned (scores: psnr, perceptual)
    held_out    by score: photos, base, tuned, gain, interval (two numbers, or null for a single photo)
    samples     the same for the others, which come with Fourfold and were not taught: what was forgotten
    mixes       from base (mix 0) to fine-tuned (mix 1): mix, scores and others (means over the held-out photos and over
                the others), serves_both (better on the held-out photos and as good on the others)
    mix         of those that serve both, or of all where none does, the one that is best on the held-out photos

A gain is above zero where the fine-tuned model is better: dB of PSNR, or perceptual distance saved.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from engine.sentences import Sentence
from trainer.errors import BadRun
from trainer.events import TrainerEvent
from trainer.run_folder import RunFolder
from trainer.verdict.comparison import Comparison, Judged, Mixed, Scores, merit
from trainer.verdict.grounds import Change, Ground, Measured, Word, decided, proposal, sentence


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
        return sentence(self.ground, Measured.of(self.measure, self.features, self.held_out, self.samples))

    @property
    def proposed(self) -> Mixed | None:
        """The mix that serves both, where the whole fine-tune does not."""
        if self.ground is Ground.GAINS:
            return None
        return next((each for each in self.mixes if each.mix == self.mix and each.serves_both), None)

    @property
    def advice(self) -> Sentence | None:
        """How much of the fine-tune to take instead of all of it; None where that was not tried or is not needed."""
        if found := self.proposed:
            base = self.mixes[0].scores[self.measure]
            gain = merit(self.measure, found.scores[self.measure]) - merit(self.measure, base)
            return proposal(found.mix, Change(self.measure, self.features, base, gain))
        tried = all(each.others for each in self.mixes)
        return Sentence("No smaller share of it does both.") if tried and self.ground is Ground.FORGETS else None

    @classmethod
    def from_json(cls, facts: object) -> Self:
        """The verdict that ``to_json`` wrote, by any version. Raises ValueError for what does not fit."""
        verdict = super().from_json(facts)
        _refuse_gaps(verdict)
        return verdict

    def to_json(self) -> dict[str, Any]:
        """As it is written, with word, reason and advice for those who only read."""
        facts = asdict(self)
        told = {"reason": str(self.reason), "advice": str(self.advice or "")}
        return {"word": self.word, "ground": facts.pop("ground"), **told, **facts}


def reached(measure: str, features: str, degradation: str, tried: Mapping[float, Sequence[Judged]]) -> Verdict:
    """The verdict on these figures: photos by the base and by each mix, of which 1 is the whole fine-tune. At least one
    photo was held out and one is another.
    """
    photos = tried[1.0]
    held_out, samples = _groups(photos)
    base = Mixed(0.0, _means(held_out, tuned=False), _means(samples, tuned=False))
    mixes = [base, *(_mixed(mix, judged, measure, features) for mix, judged in sorted(tried.items()))]
    fitting = [each for each in mixes if each.serves_both] or mixes
    return Verdict(
        ground=decided(Measured.of(measure, features, held_out, samples)),
        measure=measure,
        features=features,
        degradation=degradation,
        photos=list(photos),
        held_out=held_out,
        samples=samples,
        mixes=mixes,
        mix=max(fitting, key=lambda each: merit(measure, each.scores[measure])).mix,
    )


def verdict_of(run: RunFolder) -> Verdict | None:
    """What was written of a training, None where it was not judged yet. Raises BadRun where it cannot be read."""
    if not run.verdict.is_file():
        return None
    try:
        return Verdict.from_json(json.loads(run.verdict.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise BadRun("The verdict in {path} cannot be read: {reason}.", path=run.path, reason=error) from error


def _mixed(mix: float, photos: Sequence[Judged], measure: str, features: str) -> Mixed:
    """By the same rule as the whole fine-tune."""
    held_out, samples = _groups(photos)
    serves = decided(Measured.of(measure, features, held_out, samples)) is Ground.GAINS
    return Mixed(mix, _means(held_out, tuned=True), _means(samples, tuned=True), serves)


def _means(comparisons: Mapping[str, Comparison], *, tuned: bool) -> Scores:
    return {score: each.tuned if tuned else each.base for score, each in comparisons.items()}


def _groups(photos: Sequence[Judged]) -> list[dict[str, Comparison]]:
    """By score: of the held-out photos, and of the others."""
    return [_compared([photo for photo in photos if photo.held_out is ours]) for ours in (True, False)]


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
