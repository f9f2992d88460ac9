"""From preferences to strengths and differences. Needs scipy, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from trainer.study.bradley_terry import Strengths, Wins, fit
from trainer.study.design import Mode
from trainer.study.findings import Difference, MethodStrength, StudyResult, agreements, corrected
from trainer.study.opinions import Answers, Preference
from trainer.study.statistics import sign_test


def result_of_pairs(answers: Answers) -> StudyResult:
    """What preferences say."""
    preferences = answers.preferences
    methods = sorted({name for each in preferences for name in (each.first, each.second)})
    wins, ties = _counted(methods, preferences)
    fitted = fit(wins + ties / 2)
    found = [_strength(number, methods, fitted, wins, ties) for number in range(len(methods))]
    order = sorted(range(len(methods)), key=lambda number: -found[number].strength.value)
    return StudyResult(
        mode=Mode.PAIRS,
        photos=len({each.cell.photo for each in preferences}),
        raters=answers.raters,
        unreadable=answers.unreadable,
        strengths=[found[number] for number in order],
        smoothed=fitted.smoothed,
        differences=corrected(_differences(order, methods, wins, ties)),
        agreements=agreements((each.cell.rater, each.answer, each.again) for each in preferences),
    )


def _counted(methods: Sequence[str], preferences: Sequence[Preference]) -> tuple[Wins, Wins]:
    """How often the row was preferred to the column, and how often they were equal."""
    wins, ties = np.zeros((len(methods),) * 2), np.zeros((len(methods),) * 2)
    for each in preferences:
        first, second = methods.index(each.first), methods.index(each.second)
        if each.answer:
            wins[(first, second) if each.answer > 0 else (second, first)] += 1
        else:
            ties[first, second] += 1
            ties[second, first] += 1
    return wins, ties


def _strength(number: int, methods: Sequence[str], fitted: Strengths, wins: Wins, ties: Wins) -> MethodStrength:
    return MethodStrength(
        methods[number],
        fitted.against_average()[number],
        fitted.strengths[number],
        int(wins[number].sum()),
        int(wins[:, number].sum()),
        int(ties[number].sum()),
    )


def _differences(order: Sequence[int], methods: Sequence[str], wins: Wins, ties: Wins) -> list[Difference]:
    found = []
    for first, second in combinations(order, 2):
        won, lost = int(wins[first, second]), int(wins[second, first])
        if count := won + lost + int(ties[first, second]):
            ahead = (won - lost) / count
            found.append(Difference(methods[first], methods[second], ahead, count, sign_test(won, lost)))
    return found
