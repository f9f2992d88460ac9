"""How strong each method is in pairs, by Bradley and Terry's model (1952): i is preferred to j with the probability
1 / (1 + exp(s_j - s_i)). A tie is half a win for each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special, stats
from scipy.sparse.csgraph import connected_components

from trainer.study.statistics import CONFIDENCE, Estimate

HALF = 0.5
"""Wins given to both sides of every pair where the likelihood has no maximum otherwise."""

Wins = NDArray[np.float64]
"""(methods, methods): how often the row was preferred to the column."""


@dataclass(frozen=True)
class Strengths:
    """Log-strengths with sum zero and Wald's 95 % intervals. ``smoothed`` where ``HALF`` was given to all pairs, as
    some methods never lost to the others, so that no finite strengths are the likeliest.
    """

    strengths: list[Estimate]
    smoothed: bool

    def against_average(self) -> list[Estimate]:
        """The same as the probability of being preferred to a method of average strength."""
        return [Estimate(*map(float, special.expit(each))) for each in self.strengths]


def fit(wins: Wins) -> Strengths:
    """The likeliest strengths. Comparisons count as independent."""
    count = len(wins)
    smoothed = count > 1 and connected_components(wins, connection="strong")[0] > 1
    if smoothed:
        wins = wins + HALF * (1 - np.eye(count))
    found = optimize.minimize(
        _surprise, np.zeros(count), (wins,), method="trust-exact", jac=_slope, hess=_curvature, options={"gtol": 1e-8}
    ).x
    found -= found.mean()
    errors = np.sqrt(np.diag(np.linalg.pinv(_information(found, wins), hermitian=True)))
    reach = errors * stats.norm.ppf(0.5 + CONFIDENCE / 2)
    rows = np.stack([found, found - reach, found + reach], 1)
    return Strengths([Estimate(*map(float, row)) for row in rows], smoothed)


def _surprise(s: Wins, wins: Wins) -> float:
    """The negative log-likelihood, and a term that keeps the sum at zero without moving the rest."""
    return float((wins * np.logaddexp(0, s[None, :] - s[:, None])).sum() + s.sum() ** 2 / 2)


def _slope(s: Wins, wins: Wins) -> Wins:
    expected = (wins + wins.T) * special.expit(s[:, None] - s[None, :])
    return np.asarray((expected - wins).sum(1) + s.sum())


def _information(s: Wins, wins: Wins) -> Wins:
    chance = special.expit(s[:, None] - s[None, :])
    between = (wins + wins.T) * chance * (1 - chance)
    return np.asarray(np.diag(between.sum(1)) - between)


def _curvature(s: Wins, wins: Wins) -> Wins:
    return _information(s, wins) + 1
