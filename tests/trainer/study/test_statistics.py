"""Statistics against numbers that were computed otherwise: by hand, by counting all cases, by other algorithms."""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest

from trainer.study.bradley_terry import fit
from trainer.study.statistics import holm, mean_of, mean_ranks, sign_test, signed_rank, weighted_kappa

PLANTS = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]
"""Darwin's, from Wilcoxon's paper of 1945: no ties, the two negative ones have the ranks 10 and 14."""
BASEBALL = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
]
"""Wins of the American League in 1987, Milwaukee to Baltimore, from Agresti's Categorical Data Analysis."""
AGRESTI = [1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839, 0.0]
"""Their strengths against Baltimore's, as published."""


def test_an_interval_by_students_t() -> None:
    """sd = sqrt(5 / 3), t of 3 degrees of freedom is 3.182446: 2.5 -+ 3.182446 * 1.290994 / 2."""
    assert mean_of([1, 2, 3, 4]) == pytest.approx((2.5, 0.445739, 4.554261), abs=1e-5)
    assert mean_of([1, 2, 3, 4], (1, 5)) == pytest.approx((2.5, 1, 4.554261), abs=1e-5)
    assert mean_of([3]) == pytest.approx((3, math.nan, math.nan), nan_ok=True)


def test_ranks_with_ties() -> None:
    """Of 5 3 3 1 the ranks are 1 2.5 2.5 4, of 2 2 2 2 they are 2.5 each, of 1 2 3 4 they are 4 3 2 1."""
    ranks = mean_ranks(np.array([[5.0, 3, 3, 1], [2, 2, 2, 2], [1, 2, 3, 4]]))
    assert ranks.tolist() == pytest.approx([7.5 / 3, 8 / 3, 7 / 3, 7.5 / 3])


def own_ranks(values: Sequence[float]) -> list[Fraction]:
    """Ranks from the least, ties sharing their mean, by counting."""
    return [
        sum((Fraction(other < value) for other in values), Fraction(0))
        + Fraction(sum(other == value for other in values) + 1, 2)
        for value in values
    ]


def by_all_signs(differences: Sequence[float]) -> float:
    """The exact two-sided p: how many of all signs lead at least as far from the middle."""
    kept = [each for each in differences if each]
    ranks = own_ranks([abs(each) for each in kept])
    middle = sum(ranks) / 2
    far = abs(sum(rank for rank, each in zip(ranks, kept, strict=True) if each > 0) - middle)
    sums = [
        abs(sum(rank for rank, up in zip(ranks, signs, strict=True) if up) - middle)
        for signs in product([0, 1], repeat=len(ranks))
    ]
    return sum(each >= far for each in sums) / len(sums)


def by_partitions(differences: Sequence[float]) -> float:
    """The same without ties, by counting the sets of ranks with each sum."""
    count = len(differences)
    ways = [1] + [0] * (count * (count + 1) // 2)
    for rank in range(1, count + 1):
        for total in range(len(ways) - 1, rank - 1, -1):
            ways[total] += ways[total - rank]
    ranks = own_ranks([abs(each) for each in differences])
    positive = int(sum(rank for rank, each in zip(ranks, differences, strict=True) if each > 0))
    least = min(positive, len(ways) - 1 - positive)
    return min(1, 2 * sum(ways[: least + 1]) / 2**count)


def by_the_normal(differences: Sequence[float]) -> float:
    """The approximation with ties, as in the textbooks."""
    kept = [each for each in differences if each]
    n, sizes = len(kept), [abs(each) for each in kept]
    positive = float(sum(rank for rank, each in zip(own_ranks(sizes), kept, strict=True) if each > 0))
    ties = sum(sizes.count(size) ** 3 - sizes.count(size) for size in set(sizes))
    variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    return math.erfc(abs(positive - n * (n + 1) / 4) / math.sqrt(2 * variance))


@pytest.mark.parametrize(
    "differences",
    [
        [1, 1, 1, 1, 1],
        [2, -1, 3, 1, 1, 0, 0, -2, 1],
        [0, 0, 0, 1],
        [1, -1],
        [4, 3, 2, 2, 1, 1, 1, -1, 1, 2, 3, 0, 0, 0, 0, 0, -1],
    ],
)
def test_few_differences_are_tested_over_all_signs(differences: list[int]) -> None:
    assert signed_rank(differences) == pytest.approx(by_all_signs(differences), rel=1e-12)
    assert signed_rank([-each for each in differences]) == pytest.approx(by_all_signs(differences), rel=1e-12)


def test_five_alike_are_one_sixteenth() -> None:
    assert signed_rank([1] * 5) == pytest.approx(2 / 32)
    assert signed_rank([1] * 6) == pytest.approx(2 / 64)


def test_wilcoxons_own_example() -> None:
    """Of the 2 ** 15 signs, 676 give a sum of at most 24."""
    assert signed_rank(PLANTS) == pytest.approx(2 * 676 / 2**15) == pytest.approx(by_partitions(PLANTS))


def test_many_differences_with_ties_by_the_normal() -> None:
    chance = np.random.default_rng(1)
    for shift in (0, 1):
        differences = [int(each) for each in chance.integers(-4, 5, 200) + shift]
        assert signed_rank(differences) == pytest.approx(by_the_normal(differences), rel=1e-9)


def test_nothing_that_differs_is_chance() -> None:
    assert signed_rank([0, 0, 0]) == signed_rank([]) == 1


def test_the_sign_test_counts_coins() -> None:
    """9 heads of 10: (1 + 10) * 2 / 1024."""
    assert sign_test(9, 1) == pytest.approx(22 / 1024)
    assert sign_test(3, 3) == sign_test(0, 0) == 1
    total = sum(math.comb(30, k) for k in range(31) if math.comb(30, k) <= math.comb(30, 8))
    assert sign_test(8, 22) == pytest.approx(total / 2**30)


def test_holm_steps_down() -> None:
    """Sorted 0.005 0.01 0.03 0.04: times 4 3 2 1 is 0.02 0.03 0.06 0.04, the last not below the one before."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.6, 0.5]) == [1, 1]
    assert holm([]) == []


def by_the_table(first: Sequence[int], second: Sequence[int]) -> float:
    """Cohen's weighted kappa from the table of answers, in fractions."""
    n = len(first)
    observed = sum(Fraction((a - b) ** 2, n) for a, b in zip(first, second, strict=True))
    expected = sum(
        Fraction((a - b) ** 2 * first.count(a) * second.count(b), n * n) for a in set(first) for b in set(second)
    )
    return float(1 - observed / expected)


def test_kappa_with_quadratic_weights() -> None:
    """1 2 3 4 5 against 1 2 3 4 4: 1/5 observed; expected 2 variances and the shift, 2 + 1.36 + 0.04 = 3.4."""
    assert weighted_kappa([1, 2, 3, 4, 5], [1, 2, 3, 4, 4]) == pytest.approx(1 - 0.2 / 3.4)
    assert weighted_kappa([1, 2, 3], [1, 2, 3]) == 1
    assert weighted_kappa([1, 3], [3, 1]) == -1
    assert math.isnan(weighted_kappa([2, 2], [2, 2])) and math.isnan(weighted_kappa([], []))
    chance = np.random.default_rng(2)
    first, second = ([int(each) for each in chance.integers(1, 6, 60)] for _ in range(2))
    assert weighted_kappa(first, second) == pytest.approx(by_the_table(first, second))


def test_bradley_terry_gives_the_published_strengths() -> None:
    fitted = fit(np.array(BASEBALL, float))
    values = [each.value for each in fitted.strengths]
    assert not fitted.smoothed and sum(values) == pytest.approx(0, abs=1e-9)
    assert [value - values[-1] for value in values] == pytest.approx(AGRESTI, abs=2e-4)


def by_zermelo(wins: np.ndarray) -> np.ndarray:
    """The strengths by the iteration of 1929."""
    power, games = np.ones(len(wins)), wins + wins.T
    for _ in range(5000):
        power = wins.sum(1) / (games / (power[:, None] + power[None, :])).sum(1)
        power /= np.exp(np.log(power).mean())
    return np.log(power)


def by_differences(wins: np.ndarray, strengths: np.ndarray) -> np.ndarray:
    """Standard errors from the likelihood's second differences, the last strength being minus the sum of the others."""

    def likelihood(free: np.ndarray) -> float:
        s = np.append(free, -free.sum())
        return sum(
            wins[i, j] * -math.log1p(math.exp(s[j] - s[i])) for i in range(len(s)) for j in range(len(s)) if i != j
        )

    free, step, n = strengths[:-1], 1e-3, len(strengths) - 1
    hessian = np.empty((n, n))
    for i, j in product(range(n), repeat=2):
        corners = [
            a * b * likelihood(free + step * (a * np.eye(n)[i] + b * np.eye(n)[j]))
            for a, b in product((1, -1), repeat=2)
        ]
        hessian[i, j] = sum(corners) / (4 * step**2)
    covariance = np.linalg.inv(-hessian)
    return np.sqrt(np.append(np.diag(covariance), covariance.sum()))


def test_bradley_terry_by_other_algorithms() -> None:
    wins = np.array([[0, 7.5, 9, 4], [3, 0, 6, 4], [1, 4.5, 0, 3], [2, 1, 2, 0]])
    fitted = fit(wins)
    expected = by_zermelo(wins)
    errors = by_differences(wins, expected)
    for each, strength, error in zip(fitted.strengths, expected, errors, strict=True):
        assert each.value == pytest.approx(strength, abs=1e-7)
        assert (each.high - each.low) / 2 == pytest.approx(1.959964 * error, rel=1e-4)


def test_two_methods_in_closed_form() -> None:
    """15 to 5: the strengths are apart by log 3, whose error is sqrt(1 / 15 + 1 / 5)."""
    first, second = fit(np.array([[0, 15.0], [5, 0]])).strengths
    assert first.value - second.value == pytest.approx(math.log(3))
    assert first.high - first.low == pytest.approx(1.959964 * math.sqrt(1 / 15 + 1 / 5), rel=1e-6)
    chance = fit(np.array([[0, 15.0], [5, 0]])).against_average()[0]
    assert chance.value == pytest.approx(math.sqrt(3) / (1 + math.sqrt(3)))


def test_a_method_that_never_loses_has_finite_strength_all_the_same() -> None:
    fitted = fit(np.array([[0, 5.0, 5], [0, 0, 3], [0, 2, 0]]))
    assert fitted.smoothed
    halves = np.array([[0, 5.5, 5.5], [0.5, 0, 3.5], [0.5, 2.5, 0]])
    assert [each.value for each in fitted.strengths] == pytest.approx(by_zermelo(halves).tolist(), abs=1e-7)
    unconnected = fit(np.zeros((3, 3)))
    assert unconnected.smoothed and [each.value for each in unconnected.strengths] == pytest.approx([0, 0, 0])


def test_strengths_are_found_again() -> None:
    """In 20,000 answers of a known model."""
    truth, chance = np.array([1.0, 0.2, -0.3, -0.9]), np.random.default_rng(3)
    wins = np.zeros((4, 4))
    for i, j in combinations(range(4), 2):
        won = chance.binomial(20_000, 1 / (1 + math.exp(truth[j] - truth[i])))
        wins[i, j], wins[j, i] = won, 20_000 - won
    assert [each.value for each in fit(wins).strengths] == pytest.approx(truth.tolist(), abs=0.03)
