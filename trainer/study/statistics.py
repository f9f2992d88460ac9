"""What numbers say, by scipy: intervals, ranks, tests, agreement. Nothing in here knows a study."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy  # its parts load when they are used: who needs only the values in here does not wait for them
from numpy.typing import NDArray

CONFIDENCE = 0.95

Numbers = NDArray[np.float64]


class Estimate(NamedTuple):
    """A figure and its 95 % confidence interval, NaN where too few values tell one."""

    value: float
    low: float
    high: float


def mean_of(values: Sequence[float], bounds: tuple[float, float] = (-math.inf, math.inf)) -> Estimate:
    """The mean of independent values, its interval by Student's t and no wider than ``bounds``."""
    mean = float(np.mean(values))
    if len(values) < 2:
        return Estimate(mean, math.nan, math.nan)
    error = float(np.std(values, ddof=1)) / math.sqrt(len(values))
    reach = float(scipy.stats.t.ppf(0.5 + CONFIDENCE / 2, len(values) - 1)) * error
    return Estimate(mean, max(mean - reach, float(bounds[0])), min(mean + reach, float(bounds[1])))


def mean_ranks(scores: Numbers) -> Numbers:
    """Of scores (cases, methods), the mean rank of each method: 1 is the best of its case, ties share their mean."""
    return np.asarray(scipy.stats.rankdata(-scores, axis=1).mean(0))


def signed_rank(differences: Sequence[float]) -> float:
    """p of Wilcoxon's paired two-sided signed-rank test; 1 where nothing differs.

    Differences of zero are left out. Up to 13 are tested exactly, over all signs, and up to 50 where none are alike;
    beyond that by the normal approximation with its correction for ties.
    """
    kept = [difference for difference in differences if difference]
    return float(scipy.stats.wilcoxon(kept).pvalue) if kept else 1.0


def sign_test(first: int, second: int) -> float:
    """p of the exact two-sided test whether two sides win equally often; 1 where nobody wins."""
    return float(scipy.stats.binomtest(first, first + second).pvalue) if first + second else 1.0


def holm(ps: Sequence[float]) -> list[float]:
    """p-values corrected for being as many, by Holm's step-down, in the order given."""
    adjusted, least = [0.0] * len(ps), 0.0
    for rank, number in enumerate(sorted(range(len(ps)), key=lambda n: ps[n])):
        least = max(least, min(1.0, (len(ps) - rank) * ps[number]))
        adjusted[number] = least
    return adjusted


def weighted_kappa(first: Sequence[int], second: Sequence[int]) -> float:
    """Cohen's kappa of two series of ordinal answers with quadratic weights: 1 agrees, 0 is chance. NaN where there
    are none, or all are the same.
    """
    a, b = np.asarray(first, float), np.asarray(second, float)
    expected = float(np.square(a[:, None] - b[None, :]).mean()) if len(a) else 0.0
    return 1 - float(np.square(a - b).mean()) / expected if expected else math.nan
