"""What small patches of a photo tell: how noisy it is, whether it holds detail at its own pixels, and whether it is
text or a drawing rather than a photo. Patches are (N, 16, 16) in grey levels of 255. No torch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.picture import Pixels

SIDE = 16
Patches = NDArray[np.float32]

_HALF_BAND = np.array([-1, 0, 9, 16, 9, 0, -1], np.float32) / 32
"""The low-pass filter that passes what half as many pixels can hold."""
_CONTRAST = 60
"""Grey levels between the lightest and the darkest pixels of a patch from which it counts as an edge."""
_LEAST_EDGES = 0.05
"""Share of patches with an edge without which nothing can be called text."""
_EVEN_PAPER = 25
"""Grey levels in which the paper's brightness lies in nine patches of ten, uneven light and grain included."""
_LEAST_TWO_TONES = {"paper": 0.5, "screen": 0.8}
"""Share of an edge's pixels that are as light or as dark as its ends: ink on paper, more on a screen. The edges of
photos have 0.2 to 0.8 with a median of 0.45.
"""
_COMMON_LEVELS, _LEAST_COMMON = 4, 0.5
"""A screen's four commonest grey levels take half of it; of 51 photos they took 0.41 at most."""


def patches_of(band: Pixels, step: int) -> Patches:
    """A grid of pieces of the green channel, or of the only one, of (rows, W, C) integers."""
    plane = band[:, :, 1 if band.shape[2] >= 3 else 0]
    if min(plane.shape) < SIDE:
        return np.empty((0, SIDE, SIDE), np.float32)
    pieces = np.lib.stride_tricks.sliding_window_view(plane, (SIDE, SIDE))[::step, ::step]
    return pieces.reshape(-1, SIDE, SIDE).astype(np.float32) * np.float32(255 / np.iinfo(band.dtype).max)


def noise(patches: Patches) -> float:
    """Standard deviation by the filter that no even or slanted surface passes, of the calmest patches.

    Patches near black or white are left out, where noise is cut off.
    """
    brightness = patches.mean((1, 2))
    lit = (brightness > 16) & (brightness < 239)
    chosen = patches[lit] if lit.any() else patches
    passed = np.diff(np.diff(chosen, 2, axis=1), 2, axis=2)  # variance of white noise times 36
    return float(np.percentile(np.sqrt((passed**2).mean((1, 2))) / 6, 5))


def detail(patches: Patches) -> float:
    """At the strongest edges, the energy of what half as many pixels across could not hold, divided by that of the
    differences between neighbours.
    """
    reach = len(_HALF_BAND) // 2
    inner = patches[:, reach:-reach, reach:-reach]
    finest = ((inner - _smoothed(_smoothed(patches).mT).mT) ** 2).mean((1, 2))
    across, down = ((np.diff(inner, axis=axis) ** 2).mean((1, 2)) for axis in (2, 1))
    strongest = np.argsort(across + down)[-max(len(patches) // 20, 4) :]
    return float(np.median(finest[strongest] / np.maximum((across + down)[strongest], 1e-6)))


def is_screen(patches: Patches) -> bool:
    """Whether this is a screen's picture or a drawing: few tones take most of it, also at its edges."""
    return _share_of_common_levels(patches) >= _LEAST_COMMON and _two_tones(patches) >= _LEAST_TWO_TONES["screen"]


def is_print(patches: Patches) -> bool:
    """Whether letters stand on one paper."""
    darkest, lightest = np.percentile(np.percentile(patches, 95, axis=(1, 2)), (5, 95))
    return bool(lightest - darkest <= _EVEN_PAPER) and _two_tones(patches) >= _LEAST_TWO_TONES["paper"]


def _smoothed(patches: Patches) -> Patches:
    """Low-pass filtered along the rows, which get shorter by six."""
    windows = np.lib.stride_tricks.sliding_window_view(patches, len(_HALF_BAND), axis=2)
    return (windows @ _HALF_BAND).astype(np.float32, copy=False)


def _two_tones(patches: Patches) -> float:
    """At edges, the median share of pixels within 15 % of the lightest or the darkest; 0 where there are few edges."""
    low, high = np.percentile(patches, (5, 95), axis=(1, 2))
    edges = patches[high - low > _CONTRAST]
    if len(edges) < _LEAST_EDGES * len(patches):
        return 0.0
    darkest, lightest = np.percentile(edges, (2, 98), axis=(1, 2))[:, :, None, None]
    place = (edges - darkest) / (lightest - darkest)
    return float(np.median(((place < 0.15) | (place > 0.85)).mean((1, 2))))


def _share_of_common_levels(patches: Patches) -> float:
    counts = np.bincount(patches.round().astype(np.uint8).ravel(), minlength=256)
    return float(np.sort(counts)[-_COMMON_LEVELS:].sum() / patches.size)
