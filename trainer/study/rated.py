"""From opinions to scores, ranks and differences. Needs scipy, no torch."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from trainer.study.design import HIGHEST, LOWEST, Mode
from trainer.study.findings import Difference, MethodScore, StudyResult, agreements, corrected
from trainer.study.opinions import Answers, Cell, Opinion
from trainer.study.statistics import Estimate, mean_of, mean_ranks, signed_rank


def result_of_ratings(answers: Answers, set_of: Callable[[Opinion], str]) -> StudyResult:
    """What opinions say; ``set_of`` names the set that an opinion's photo is from."""
    opinions = answers.opinions
    scores = _by_cell(opinions)
    methods = sorted({each.method for each in opinions})
    ranks = _ranks(methods, scores)
    found = [_score(method, opinions, ranks) for method in methods]
    order = sorted(found, key=lambda each: -each.opinion.value)
    return StudyResult(
        mode=Mode.RATINGS,
        photos=len({each.cell.photo for each in opinions}),
        raters=answers.raters,
        unreadable=answers.unreadable,
        scores=order,
        differences=corrected(_score_differences([each.method for each in order], scores)),
        agreements=agreements((each.cell.rater, each.score, each.again) for each in opinions),
        by_rater=_means(opinions, lambda each: each.cell.rater),
        by_set=_means(opinions, set_of),
    )


def mean_opinions(opinions: Iterable[Opinion]) -> dict[str, Estimate]:
    """The mean opinion of each method: over the photos' means, or over those of the raters of a single photo."""
    grouped: dict[str, list[Opinion]] = {}
    for opinion in opinions:
        grouped.setdefault(opinion.method, []).append(opinion)
    return {method: _opinion(group) for method, group in grouped.items()}


def _opinion(opinions: Sequence[Opinion]) -> Estimate:
    photos: dict[int, list[int]] = {}
    for each in opinions:
        photos.setdefault(each.cell.photo, []).append(each.score)
    single = len(photos) == 1
    values = [float(each.score) for each in opinions] if single else [float(np.mean(each)) for each in photos.values()]
    return mean_of(values, (LOWEST, HIGHEST))


def _score(method: str, opinions: Sequence[Opinion], ranks: Mapping[str, float]) -> MethodScore:
    own = [each for each in opinions if each.method == method]
    counts = tuple(sum(each.score == score for each in own) for score in range(LOWEST, HIGHEST + 1))
    return MethodScore(method, _opinion(own), counts, ranks.get(method, math.nan))


def _by_cell(opinions: Iterable[Opinion]) -> dict[Cell, dict[str, int]]:
    scores: dict[Cell, dict[str, int]] = {}
    for each in opinions:
        scores.setdefault(each.cell, {})[each.method] = each.score
    return scores


def _ranks(methods: Sequence[str], scores: Mapping[Cell, Mapping[str, int]]) -> dict[str, float]:
    whole = [[given[method] for method in methods] for given in scores.values() if len(given) == len(methods)]
    return dict(zip(methods, map(float, mean_ranks(np.array(whole, float))), strict=True)) if whole else {}


def _score_differences(methods: Sequence[str], scores: Mapping[Cell, Mapping[str, int]]) -> list[Difference]:
    found = []
    for first, second in combinations(methods, 2):
        ahead = [given[first] - given[second] for given in scores.values() if first in given and second in given]
        if ahead:
            found.append(Difference(first, second, float(np.mean(ahead)), len(ahead), signed_rank(ahead)))
    return found


def _means(opinions: Iterable[Opinion], name_of: Callable[[Opinion], str]) -> dict[str, dict[str, float]]:
    grouped: dict[str, list[Opinion]] = {}
    for each in opinions:
        grouped.setdefault(name_of(each), []).append(each)
    return {
        name: {method: mean.value for method, mean in mean_opinions(group).items()} for name, group in grouped.items()
    }
