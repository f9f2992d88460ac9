"""What is still to be done with decoded pixels before they are what the file means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.files.colour.hdr import to_sdr
from engine.files.colour.signals import Signal
from engine.picture import Pixels


@dataclass(frozen=True)
class Treatment:
    """``bits`` are those that count of 16, the upper ones (0: all); ``premultiplied`` colours are divided by alpha;
    what ``hdr`` says is brought to SDR, in 16 bits."""

    bits: int = 0
    premultiplied: bool = False
    hdr: Signal | None = None

    def applied(self, bands: Iterator[Pixels]) -> Iterator[Pixels]:
        """The bands as the file means them."""
        return bands if self == AS_DECODED else map(self._applied, bands)

    def _applied(self, band: Pixels) -> Pixels:
        if 8 < self.bits < 16 and band.dtype == np.uint16:
            band = band | (band >> np.uint16(self.bits))  # so that white is white
        if self.premultiplied and band.shape[2] in (2, 4):
            band = straight(band)
        if self.hdr and self.hdr.hdr:
            band = to_sdr(band, self.hdr.hdr, self.hdr.primaries)
        return band


AS_DECODED = Treatment()
"""Nothing is to be done."""


def straight(band: Pixels) -> Pixels:
    """Premultiplied colours divided by their alpha; black where nothing is to be seen."""
    most = np.iinfo(band.dtype).max
    colours, alpha = band[:, :, :-1].astype(np.uint32), band[:, :, -1:].astype(np.uint32)
    divisor = np.maximum(alpha, 1)
    divided = np.minimum((colours * most + divisor // 2) // divisor, most) * (alpha > 0)
    return np.concatenate([divided.astype(band.dtype), band[:, :, -1:]], axis=2)
