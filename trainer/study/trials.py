"""What one rater is shown, in which order. The same for the same study and rater, on every computer. No torch.

All chance is drawn from SHA-256 of what is drawn for, so that it does not hang on a version of Python.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import combinations

from trainer.study.design import HIGHEST, LOWEST, Mode, Study


class Kind(StrEnum):
    """Why a trial is there. What is shown again looks to the rater like any other."""

    CALIBRATION = "calibration"
    FIRST = "first"
    RETEST = "retest"


class Choice(IntEnum):
    """The answers of a pair."""

    LEFT = -1
    EQUAL = 0
    RIGHT = 1


@dataclass(frozen=True)
class Trial:
    """One image, or two side by side, and the answers there are. ``expected`` is the only one in a calibration."""

    kind: Kind
    images: tuple[str, ...]
    answers: tuple[int, ...]
    expected: int | None = None

    @property
    def shown(self) -> str:
        """The images as one text, from left to right."""
        return "+".join(self.images)


def plan_trials(study: Study, rater: str) -> list[Trial]:
    """The calibration, then everything once in random order, some of it again at least half of all trials later."""
    trials = _pairs(study, rater) if study.mode is Mode.PAIRS else _ratings(study)
    ordered = sorted(trials, key=lambda trial: _drawn(study, rater, "order", trial.shown))
    return [*_calibration(study, rater), *_with_retest(ordered, study, rater)]


def _ratings(study: Study) -> list[Trial]:
    scores = tuple(range(LOWEST, HIGHEST + 1))
    return [Trial(Kind.FIRST, (each.image,), scores) for each in study.stimuli]


def _pairs(study: Study, rater: str) -> list[Trial]:
    """Every two methods of each photo, which of them is left being drawn for each rater."""
    trials = []
    for first, second in combinations(study.stimuli, 2):
        if first.photo == second.photo:
            swapped = _drawn(study, rater, "side", f"{first.image}+{second.image}") < 0.5
            images = (second.image, first.image) if swapped else (first.image, second.image)
            trials.append(Trial(Kind.FIRST, images, tuple(Choice)))
    return trials


def _calibration(study: Study, rater: str) -> list[Trial]:
    trials = [Trial(Kind.CALIBRATION, (each.image,), (each.score,), each.score) for each in study.calibration]
    return sorted(trials, key=lambda trial: _drawn(study, rater, "calibration", trial.shown))


def _with_retest(ordered: Sequence[Trial], study: Study, rater: str) -> list[Trial]:
    """Some of the first half again, each at least half the trials later; of a pair the sides are swapped."""
    half = len(ordered) // 2
    count = min(round(study.retest * len(ordered)), half)
    chosen = sorted(range(half), key=lambda number: _drawn(study, rater, "retest", ordered[number].shown))[:count]
    places = [(float(number), trial) for number, trial in enumerate(ordered)]
    for number in chosen:
        trial = ordered[number]
        again = Trial(Kind.RETEST, trial.images[::-1], trial.answers)
        late = half + number + _drawn(study, rater, "late", trial.shown) * (half - number)
        places.append((late, again))
    return [trial for _, trial in sorted(places, key=lambda place: place[0])]


def _drawn(study: Study, rater: str, what: str, of: str) -> float:
    """A number from 0 to below 1."""
    digest = hashlib.sha256("\0".join((str(study.seed), study.id, rater, what, of)).encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48
