"""Comparisons drawn as pictures: (h, w, 3) 8-bit colours in and out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.uint8]

DIFFERENCE_GAIN = 4
DIFFERENCE_RANGE = 128 // DIFFERENCE_GAIN
"""Grey levels of difference drawn in black or white."""
FIDELITY_RANGE = 12
"""Grey levels of error drawn in full colour."""
INVENTION_RANGE = 48
"""The same for what is invented."""
Colour = tuple[int, int, int]
AMBER: Colour = (255, 170, 40)
BLUE: Colour = (90, 200, 255)


def difference(first: Colours, second: Colours) -> Colours:
    """Mid-grey where both agree; lighter and darker by four times what they differ."""
    signed = first.astype(np.int16) - second
    drawn: Colours = np.clip(128 + DIFFERENCE_GAIN * signed, 0, 255).astype(np.uint8)
    return drawn


def fidelity(reduced: Colours, photo: Colours) -> Colours:
    """Where a result, scaled down again, does not give the photo back: amber over the dimmed photo, of its size."""
    return _tinted(photo, apart(reduced, photo) / FIDELITY_RANGE, AMBER)


def invention(textured: Colours, faithful: Colours) -> Colours:
    """Where one result has detail that the other does not: blue over the dimmed picture."""
    return _tinted(faithful, apart(textured, faithful) / INVENTION_RANGE, BLUE)


def apart(first: Colours, second: Colours) -> NDArray[np.float32]:
    """How far two pictures are apart at each pixel (h, w), in levels of 255: the mean of the three colours."""
    distance: NDArray[np.float32] = np.abs(first.astype(np.float32) - second).mean(2)
    return distance


def dimmed(colours: Colours) -> Colours:
    """A dark grey picture to draw a map on."""
    return np.repeat(_dim_grey(colours), 3, 2).astype(np.uint8)


def _tinted(below: Colours, share: NDArray[np.floating], colour: Colour) -> Colours:
    amount = np.clip(share, 0, 1)[:, :, None]
    drawn: Colours = (_dim_grey(below) * (1 - amount) + np.array(colour, np.float32) * amount).astype(np.uint8)
    return drawn


def _dim_grey(colours: Colours) -> NDArray[np.float32]:
    grey: NDArray[np.float32] = colours.mean(2, keepdims=True, dtype=np.float32) * 0.4
    return grey
