"""ICC profiles of colours that a file names in numbers: where its primaries lie and how its values become light.

A profile of a matrix and a curve, version 4, as ICC.1:2010 lays it out. ``signals`` knows which numbers files use.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Point = tuple[float, float]

_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_COPYRIGHT = "No copyright, use freely"


class Primaries(NamedTuple):
    """Where white and the three primaries lie, as x and y of CIE 1931."""

    white: Point
    red: Point
    green: Point
    blue: Point


class Curve(NamedTuple):
    """How a value from 0 to 1 becomes light: ``(scale * v + offset) ** gamma``, but ``slope * v`` below ``start``."""

    gamma: float
    scale: float = 1.0
    offset: float = 0.0
    slope: float = 0.0
    start: float = 0.0


SRGB = Primaries((0.3127, 0.3290), (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
ADOBE_RGB = SRGB._replace(green=(0.21, 0.71))
SRGB_CURVE = Curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
ADOBE_RGB_CURVE = Curve(563 / 256)


def xyz_of(primaries: Primaries) -> Matrix:
    """From linear RGB to XYZ, where white has Y = 1. Raises ValueError for primaries that span no colours."""
    columns = np.array([_xyz(point) for point in primaries[1:]]).T
    if abs(np.linalg.det(columns)) < 1e-4:
        raise ValueError("these primaries span no colours")
    return columns * np.linalg.solve(columns, _xyz(primaries.white))


@lru_cache(maxsize=16)
def rgb_profile(primaries: Primaries, curve: Curve, name: str) -> bytes:
    """The profile of an RGB picture. Raises ValueError for primaries that span no colours."""
    adapted = _to_d50(primaries.white)
    columns = (adapted @ xyz_of(primaries)).T
    tags = {key: _xyz_tag(column) for key, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)}
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve_tag(curve))
    return _profile(b"RGB ", name, {**tags, **curves, b"chad": _fixed(b"sf32", adapted.ravel())})


@lru_cache(maxsize=16)
def grey_profile(curve: Curve, name: str) -> bytes:
    """The profile of a grey picture."""
    return _profile(b"GRAY", name, {b"kTRC": _curve_tag(curve)})


def _xyz(point: Point) -> Matrix:
    x, y = point
    if not (0 < y <= 1 and 0 <= x <= 1):
        raise ValueError("no colour lies there")
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _to_d50(white: Point) -> Matrix:
    """Bradford's adaptation from a white to that of all profiles."""
    cones = (_BRADFORD @ _D50) / (_BRADFORD @ _xyz(white))
    return np.linalg.solve(_BRADFORD, cones[:, None] * _BRADFORD)


def _profile(space: bytes, name: str, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"desc": _text_tag(name), b"cprt": _text_tag(_COPYRIGHT), b"wtpt": _xyz_tag(_D50), **tags}
    places: dict[bytes, int] = {}
    body, start = b"", 128 + 4 + 12 * len(tags)
    for data in tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
    table = b"".join(struct.pack(">4sII", key, places[data], len(data)) for key, data in tags.items())
    header = struct.pack(
        ">I4xI4s4s4s12x4s28x12s48x", start + len(body), 0x04200000, b"mntr", space, b"XYZ ", b"acsp", _numbers(_D50)
    )
    return header + struct.pack(">I", len(tags)) + table + body


def _text_tag(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _xyz_tag(values: Matrix) -> bytes:
    return _fixed(b"XYZ ", values)


def _curve_tag(curve: Curve) -> bytes:
    """A parametric curve; the simplest kind where it is a power alone."""
    numbers = np.array([curve.gamma] if curve == Curve(curve.gamma) else curve)
    return struct.pack(">4s4xH2x", b"para", 0 if len(numbers) == 1 else 3) + _numbers(numbers)


def _fixed(kind: bytes, values: Matrix) -> bytes:
    return kind + bytes(4) + _numbers(values)


def _numbers(values: Matrix) -> bytes:
    """With 16 bits behind the point."""
    return np.round(values * 65536).astype(">i4").tobytes()
