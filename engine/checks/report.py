"""What a benchmark found: figures of one device, in types that JSON has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

OWN_WAYS = ("Fourfold", "plain")
"""What the ways are called that are no other runtime's."""


@dataclass(frozen=True)
class Figure:
    """One way of doing one piece of work.

    ``ratio`` is how many times as fast as the baseline it is; ``speed`` is in millions of LR pixels a second;
    ``peak_share`` is how much of the device's peak in that precision it uses, counting the arithmetic of the paper's
    layers, None where that peak is not known; ``psnr`` is in dB against the baseline's result, None where the two are
    equal; ``memory`` is the peak in bytes.
    """

    work: str
    way: str
    seconds: float
    ratio: float
    speed: float
    peak_share: float | None
    psnr: float | None
    memory: int


@dataclass(frozen=True)
class Report:
    """What was measured on a device.

    ``peaks`` are the TFLOP/s of a matrix multiplication by precision; ``files`` is the time to read and write the whole
    photo as a share of the time to upscale it, by format; ``notes`` are sentences; ``against`` says how many times as
    fast as another runtime this engine computes a tile in the same precision.
    """

    device: str
    torch: str
    threads: int
    model: str
    peaks: dict[str, float]
    figures: tuple[Figure, ...]
    files: dict[str, float]
    notes: tuple[str, ...]
    against: dict[str, float] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The report in types that JSON has."""
        return asdict(self)


def against_peers(figures: Iterable[Figure]) -> dict[str, float]:
    """How many times as fast Fourfold is as each way of another runtime to do the same work in the same precision."""
    seconds = {(each.work, each.way): each.seconds for each in figures}
    return {
        way: theirs / ours
        for (work, way), theirs in seconds.items()
        if not way.startswith(OWN_WAYS) and (ours := seconds.get((work, f"Fourfold {way.split()[-1]}")))
    }
