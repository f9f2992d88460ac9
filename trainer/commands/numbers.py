"""Numbers as the command line takes them, each within what makes sense. No torch."""

from __future__ import annotations

import argparse
import math

from engine.texts import shown

_MOST_THREADS = 1024
"""The runtime below torch ends the process where the system refuses it a thread."""
_MOST_STEPS = 10**9
"""Years on any device."""
_MOST_SEED = 2**63 - 2**16
"""Torch takes whole numbers below 2**63; each process of a training adds its number."""


def minutes(text: str) -> float:
    """How long a training lasts."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"a training lasts more than 0 minutes, not {shown(text)}")
    return number


def threads(text: str) -> int:
    """How many threads compute."""
    return whole(text, 1, _MOST_THREADS)


def steps(text: str) -> int:
    """Of a training."""
    return whole(text, 1, _MOST_STEPS)


def seed(text: str) -> int:
    """Of all chance."""
    return whole(text, 0, _MOST_SEED)


def whole(text: str, least: int, most: int) -> int:
    """A whole number from ``least`` to ``most``. Raises ArgumentTypeError, as the others do."""
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"it is a whole number from {least} to {most}, not {shown(text)}")
    return number
