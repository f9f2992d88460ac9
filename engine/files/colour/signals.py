"""Colours that a file names without an ICC profile: by the code points of ITU-T H.273 (nclx in AVIF and HEIC, cICP in
PNG), by PNG's gAMA and cHRM, or by DCF's option file (Adobe RGB).

All but HDR become an equal profile, which every format but JPEG XL can carry; ``hdr`` brings HDR to one.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.files.colour.profiles import (
    ADOBE_RGB,
    ADOBE_RGB_CURVE,
    SRGB,
    SRGB_CURVE,
    Curve,
    Primaries,
    grey_profile,
    rgb_profile,
)

PQ, HLG = 16, 18
"""The transfer characteristics of HDR pictures."""

_D65, _C, _DCI = (0.3127, 0.3290), (0.310, 0.316), (0.314, 0.351)
_SMPTE_C = Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070))
_P3 = Primaries(_D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_PRIMARIES = {
    1: SRGB,
    2: SRGB,
    4: Primaries(_C, (0.67, 0.33), (0.21, 0.71), (0.14, 0.08)),
    5: Primaries(_D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: _SMPTE_C,
    7: _SMPTE_C,
    8: Primaries(_C, (0.681, 0.319), (0.243, 0.692), (0.145, 0.049)),
    9: Primaries(_D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: _P3._replace(white=_DCI),
    12: _P3,
    22: Primaries(_D65, (0.630, 0.340), (0.295, 0.605), (0.155, 0.077)),
}
_BT709 = Curve(1 / 0.45, 1 / 1.0993, 0.0993 / 1.0993, 1 / 4.5, 0.0812)
_CURVES = {
    1: _BT709,
    2: SRGB_CURVE,
    4: Curve(2.2),
    5: Curve(2.8),
    6: _BT709,
    7: Curve(1 / 0.45, 1 / 1.1115, 0.1115 / 1.1115, 1 / 4, 0.0913),
    8: Curve(1.0),
    11: _BT709,
    12: _BT709,
    13: SRGB_CURVE,
    14: _BT709,
    15: _BT709,
    17: Curve(2.6, (52.37 / 48) ** (1 / 2.6)),
}
_TAGS = 100
"""The most tags of a profile that are looked at; real ones have about 20."""
_SRGB_GAMMA = 45_455
_GAMMAS = range(5_000, 1_000_001)
"""Exponents from 20 to 0.1; no real file lies outside."""


class Signal(NamedTuple):
    """What the numbers of a picture mean. ``hdr`` is PQ or HLG, where ``curve`` does not count."""

    primaries: Primaries = SRGB
    curve: Curve = SRGB_CURVE
    hdr: int | None = None

    def profile(self, channels: int) -> bytes | None:
        """An equal ICC profile for a picture of 1 to 4 channels, HDR taken as brought to SDR; None for sRGB, which
        needs none."""
        curve = SRGB_CURVE if self.hdr else self.curve
        if channels < 3:
            return None if curve == SRGB_CURVE else grey_profile(curve, _name(SRGB, curve))
        if (self.primaries, curve) == (SRGB, SRGB_CURVE):
            return None
        return rgb_profile(self.primaries, curve, _name(self.primaries, curve))


DCF_ADOBE_RGB = Signal(ADOBE_RGB, ADOBE_RGB_CURVE)


def of_code_points(primaries: int, transfer: int) -> Signal | None:
    """The signal by H.273; None for a code that names no colours we know."""
    hdr = transfer if transfer in (PQ, HLG) else None
    known, curve = _PRIMARIES.get(primaries), SRGB_CURVE if hdr else _CURVES.get(transfer)
    return Signal(known, curve, hdr) if known and curve else None


def of_profile(icc: bytes) -> Signal | None:
    """The signal that an ICC profile names by its cicp tag (ICC.1:2022, 10.4), as those of HDR do."""
    count = min(int.from_bytes(icc[128:132], "big"), _TAGS)
    for at in range(132, 132 + 12 * count, 12):
        if icc[at : at + 4] == b"cicp":
            place = int.from_bytes(icc[at + 4 : at + 8], "big")
            codes = icc[place + 8 : place + 10]
            return of_code_points(*codes) if icc[place : place + 4] == b"cicp" and len(codes) == 2 else None
    return None


def of_gamma(gamma: int, chromaticities: tuple[int, ...] = ()) -> Signal | None:
    """The signal by PNG's gAMA and, where there is one, cHRM, both in 1/100,000. The gamma that stands beside sRGB is
    taken for sRGB, which it approximates, unless other primaries say otherwise. None where the numbers make no
    sense."""
    if gamma not in _GAMMAS:
        return None
    points = [(x / 1e5, y / 1e5) for x, y in zip(chromaticities[::2], chromaticities[1::2], strict=True)]
    primaries = SRGB if not points or _near_srgb(points) else Primaries(*points)
    curve = SRGB_CURVE if primaries == SRGB and abs(gamma - _SRGB_GAMMA) <= 500 else Curve(100_000 / gamma)
    signal = Signal(primaries, curve)
    try:
        signal.profile(3)
    except ValueError:
        return None
    return signal


def _near_srgb(points: list[tuple[float, float]]) -> bool:
    return all(abs(x - u) + abs(y - v) < 0.002 for (x, y), (u, v) in zip(points, SRGB, strict=True))


def _name(primaries: Primaries, curve: Curve) -> str:
    """Few words for the lists of programs."""
    known = {SRGB: "sRGB primaries", ADOBE_RGB: "Compatible with Adobe RGB (1998)", _P3: "Display P3"}
    wide = {_PRIMARIES[9]: "BT.2020", _P3._replace(white=_DCI): "DCI P3"}
    space = (known | wide).get(primaries, "RGB")
    return space if curve in (SRGB_CURVE, ADOBE_RGB_CURVE) else f"{space}, gamma {curve.gamma:.2f}"
