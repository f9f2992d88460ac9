"""A result as the rows of a table."""

from __future__ import annotations

import math

from app.window.widgets.language import tr
from app.window.widgets.words import decimal, percent
from engine.texts import shown
from trainer.study.design import Mode
from trainer.study.findings import StudyResult
from trainer.study.statistics import Estimate


def heads(mode: Mode) -> list[str]:
    """What stands above the columns."""
    if mode is Mode.PAIRS:
        return [tr("Method"), tr("Preferred"), tr("95 % interval"), tr("Better"), tr("Equal"), tr("Worse")]
    return [tr("Method"), tr("Mean score"), tr("95 % interval"), tr("Mean rank")]


def rows(result: StudyResult) -> list[list[str]]:
    """One a method, the best first."""
    if result.mode is Mode.PAIRS:
        return [
            [
                shown(each.method),
                percent(each.chance.value),
                _interval(Estimate(*(100 * bound for bound in each.chance)), 0, " %"),
                *map(str, (each.wins, each.ties, each.losses)),
            ]
            for each in result.strengths
        ]
    return [
        [shown(each.method), decimal(each.opinion.value, 2), _interval(each.opinion, 2), _figure(each.rank)]
        for each in result.scores
    ]


def _interval(estimate: Estimate, digits: int, unit: str = "") -> str:
    if math.isnan(estimate.low):
        return "–"
    return tr("{} to {}").format(decimal(estimate.low, digits), decimal(estimate.high, digits)) + unit


def _figure(value: float) -> str:
    return "–" if math.isnan(value) else decimal(value, 2)
