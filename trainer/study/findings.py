"""What a study says, as values, and what is common to ratings and pairs. Needs scipy, no torch."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from trainer.study.design import Mode
from trainer.study.statistics import Estimate, holm, weighted_kappa

SIGNIFICANT = 0.05
"""The paper's level: below it a difference is hardly chance."""
EVERYBODY = "all"
"""Stands for all raters together."""
PROTOCOL = {
    Mode.RATINGS: (
        "Score: the mean opinion from 1 (bad) to 5 (excellent), each photo counting once. Its 95 % interval is "
        "Student's t over the photos' means (over the raters, of a single photo): how far the score might be off for "
        "other photos like these before the same raters. Rank: 1 is the best of a photo's images before one rater, "
        "ties share their mean; where a rater has seen all methods. Differences: Wilcoxon's paired two-sided "
        "signed-rank test of the scores of one rater for one photo, as in the paper, which takes these pairs for "
        "independent; exact up to 13 of them that differ, else by the normal approximation; p corrected by Holm for "
        "the number of pairs of methods. Agreement: kappa with quadratic weights between the first answer to an image "
        "and that when it was shown again; 1 is the same each time, 0 no better than chance."
    ),
    Mode.PAIRS: (
        "Strength: Bradley and Terry's model by maximum likelihood, an answer of equal counting as half a win for "
        "each; shown as the probability of being preferred to a method of average strength, with Wald's 95 % interval, "
        "which takes the answers for independent. Differences: the exact two-sided sign test of who was preferred, "
        "equal left out; p corrected by Holm for the number of pairs of methods. Agreement: kappa with quadratic "
        "weights between the first answer to a pair and that when it came again with its sides swapped."
    ),
}


@dataclass(frozen=True)
class MethodScore:
    """A method's mean opinion, how many gave it 1, 2, 3, 4 and 5, and its mean rank, NaN where nobody saw all."""

    method: str
    opinion: Estimate
    counts: tuple[int, ...]
    rank: float


@dataclass(frozen=True)
class MethodStrength:
    """A method's strength in pairs, as the chance of being preferred to an average method and as its logarithmic
    strength.
    """

    method: str
    chance: Estimate
    strength: Estimate
    wins: int
    losses: int
    ties: int


@dataclass(frozen=True)
class Difference:
    """Two methods before the same raters and photos: by how much ``first`` is ahead on average, of so many answers.
    ``p`` is that of chance, ``corrected`` for the number of differences.
    """

    first: str
    second: str
    ahead: float
    count: int
    p: float
    corrected: float = math.nan


@dataclass(frozen=True)
class Agreement:
    """One rater with themselves: of ``count`` trials that came twice, how many got ``same`` answers."""

    rater: str
    count: int
    same: int
    kappa: float


@dataclass(frozen=True)
class StudyResult:
    """All of it, the best first: ``scores`` of ratings, ``strengths`` of pairs. ``raters`` have answered so many trials
    of ``trials``; the last of ``agreements`` is of all together. ``by_rater`` and ``by_set`` are mean opinions by name
    and method. ``smoothed`` as in ``bradley_terry.Strengths``.
    """

    mode: Mode
    photos: int
    raters: dict[str, int]
    unreadable: int
    scores: list[MethodScore] = field(default_factory=list)
    strengths: list[MethodStrength] = field(default_factory=list)
    smoothed: bool = False
    differences: list[Difference] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    by_rater: dict[str, dict[str, float]] = field(default_factory=dict)
    by_set: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def methods(self) -> list[str]:
        """The best first."""
        return [each.method for each in self.scores or self.strengths]


def corrected(differences: Sequence[Difference]) -> list[Difference]:
    """With their p-values corrected for being as many."""
    ps = holm([each.p for each in differences])
    return [replace(each, corrected=p) for each, p in zip(differences, ps, strict=True)]


def agreements(answers: Iterable[tuple[str, int, int | None]]) -> list[Agreement]:
    """Of each rater's first answers and those of the retest, None where there was none; the last is of all raters."""
    twice = [(rater, first, again) for rater, first, again in answers if again is not None]
    by_rater = {name: [each for each in twice if each[0] == name] for name in dict.fromkeys(each[0] for each in twice)}
    return [_agreement(name, pairs) for name, pairs in (*by_rater.items(), *([(EVERYBODY, twice)] if twice else []))]


def _agreement(rater: str, pairs: Sequence[tuple[str, int, int]]) -> Agreement:
    first, again = [each[1] for each in pairs], [each[2] for each in pairs]
    same = sum(a == b for a, b in zip(first, again, strict=True))
    return Agreement(rater, len(pairs), same, weighted_kappa(first, again))
