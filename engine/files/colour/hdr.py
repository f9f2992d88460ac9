"""HDR pictures (PQ and HLG) brought to the brightness of a usual screen; their primaries stay.

A result is a photo for any screen, and no format we write says PQ or HLG so that usual programs show it. By ITU-R
BT.2408 white paper lies at 203 nits; what is darker than three quarters of that stays as it is, what is brighter is
pressed together so that 1,000 nits (the peak that HLG is defined with) become white.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.files.colour.profiles import Primaries, xyz_of
from engine.files.colour.signals import HLG
from engine.picture import Pixels

_Light = NDArray[np.float32]
_WHITE_NITS, _PEAK_NITS = 203.0, 1000.0
_KNEE = 0.75
_HLG_SYSTEM_GAMMA = 1.2


def to_sdr(band: Pixels, transfer: int, primaries: Primaries) -> Pixels:
    """A band in PQ or HLG (``transfer`` of H.273) of any channels as 16 bits with sRGB's curve; alpha stays."""
    wide = band if band.dtype == np.uint16 else band.astype(np.uint16) * np.uint16(257)
    alphas = wide.shape[2] in (2, 4)
    light = _table(transfer)[wide[:, :, : wide.shape[2] - alphas]]
    if transfer == HLG:
        light = light * _luminance(light, primaries) ** np.float32(_HLG_SYSTEM_GAMMA - 1) * (_PEAK_NITS / _WHITE_NITS)
    brightest = light.max(axis=2, keepdims=True)
    light = light * (pressed(brightest) / np.maximum(brightest, np.float32(1e-6)))
    shown = np.round(_encoded(light) * 65535).astype(np.uint16)
    return np.concatenate([shown, wide[:, :, -1:]], axis=2) if alphas else shown


def pressed(light: _Light) -> _Light:
    """Light in units of white paper, brought into 0 to 1: unchanged up to the knee, then ever flatter."""
    excess = np.clip(light, _KNEE, _PEAK_NITS / _WHITE_NITS) - _KNEE
    room = 1 - _KNEE
    most = (_PEAK_NITS / _WHITE_NITS - _KNEE) / room
    part = excess / room
    curved: _Light = np.minimum(light, np.float32(_KNEE)) + room * part * (1 + part / most**2) / (1 + part)
    return curved


def light_of_pq(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084: values from 0 to 1 as light in units of white paper."""
    root = values ** (32 / 2523)
    ratio = np.maximum(root - 3424 / 4096, 0) / (2413 / 128 - 2392 / 128 * root)
    return 10_000 / _WHITE_NITS * ratio ** (16384 / 2610)


def light_of_hlg(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """ITU-R BT.2100: values from 0 to 1 as light of the scene, from 0 to 1."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(values <= 0.5, values**2 / 3, (np.exp((values - c) / a) + b) / 12)


@cache
def _table(transfer: int) -> _Light:
    values = np.arange(65536) / 65535
    return (light_of_hlg(values) if transfer == HLG else light_of_pq(values)).astype(np.float32)


def _luminance(light: _Light, primaries: Primaries) -> _Light:
    weights = xyz_of(primaries)[1].astype(np.float32) if light.shape[2] == 3 else np.ones(1, np.float32)
    return np.maximum(light @ weights, np.float32(1e-6))[:, :, None]


def _encoded(light: _Light) -> _Light:
    """sRGB's curve."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** np.float32(1 / 2.4) - 0.055).astype(np.float32)
