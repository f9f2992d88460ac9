"""Comparisons drawn as pictures: (h, w, 3) 8-bit colours in and out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Colours = NDArray[np.uint8]

DIFFERENCE_GAIN = 4
FIDELITY_RANGE = 12
"""Grey levels of error drawn in full colour."""
INVENTION_RANGE = 48
_AMBER = np.array([255, 170, 40], np.float32)
_VIOLET = np.array([90, 200, 255], np.float32)


def difference(first: Colours, second: Colours) -> Colours:
    """Mid-grey where both agree; lighter and darker by four times what they differ."""
    signed = first.astype(np.int16) - second
    drawn: Colours = np.clip(128 + DIFFERENCE_GAIN * signed, 0, 255).astype(np.uint8)
    return drawn


def fidelity(result: Colours, photo: Colours) -> Colours:
    """Where a result, scaled down again, does not give the photo back: amber over the dimmed photo, of its size."""
    height, width, _ = photo.shape
    small = np.asarray(Image.fromarray(result).resize((width, height), Image.Resampling.BICUBIC))
    error = np.abs(small.astype(np.float32) - photo).mean(2) / FIDELITY_RANGE
    return _tinted(photo, error, _AMBER)


def invention(textured: Colours, faithful: Colours) -> Colours:
    """Where one result has detail that the other does not: blue over the dimmed picture."""
    strength = np.abs(textured.astype(np.float32) - faithful).mean(2) / INVENTION_RANGE
    return _tinted(faithful, strength, _VIOLET)


def dimmed(colours: Colours) -> Colours:
    """A dark grey picture to draw a map on."""
    return np.repeat(_dim_grey(colours), 3, 2).astype(np.uint8)


def _tinted(below: Colours, strength: NDArray[np.float32], colour: NDArray[np.float32]) -> Colours:
    amount = np.clip(strength, 0, 1)[:, :, None]
    drawn: Colours = (_dim_grey(below) * (1 - amount) + colour * amount).astype(np.uint8)
    return drawn


def _dim_grey(colours: Colours) -> NDArray[np.float32]:
    grey: NDArray[np.float32] = colours.mean(2, keepdims=True, dtype=np.float32) * 0.4
    return grey
