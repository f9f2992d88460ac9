"""A mean over photos and how sure it is. No torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean, stdev

Interval = tuple[float, float]

_T = (
    *(12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281),
    *(2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860),
    *(2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423),
)
"""Student's t at 97.5 % for 1 to 30 degrees of freedom."""
_NORMAL = 1.959964


def interval(values: Sequence[float]) -> Interval | None:
    """95 % confidence interval of the mean, by Student's t; None for fewer than two values."""
    if len(values) < 2:
        return None
    reach = student(len(values) - 1) * stdev(values) / math.sqrt(len(values))
    middle = fmean(values)
    return middle - reach, middle + reach


def student(freedom: int) -> float:
    """Student's t at 97.5 %, to 0.001."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = _NORMAL  # the first terms of the expansion in 1 / freedom
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
