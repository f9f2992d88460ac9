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
    photo as a share of the time to upscale it, by format; ``notes`` are sentences; ``against`` says by work how many
    times as fast as another runtime this engine is in the same precision; ``of_tile`` by way how quickly a whole photo
    is computed, as a share of the rate of tiles in the same minutes.
    """

    device: str
    torch: str
    threads: int
    model: str
    peaks: dict[str, float]
    figures: tuple[Figure, ...]
    files: dict[str, float]
    notes: tuple[str, ...]
    against: dict[str, dict[str, float]] = field(default_factory=dict)
    of_tile: dict[str, float] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The report in types that JSON has."""
        return asdict(self)


def against_peers(figures: Iterable[Figure]) -> dict[str, dict[str, float]]:
    """By work, how many times as fast as another runtime Fourfold does it in the same precision."""
    seconds = {(each.work, each.way): each.seconds for each in figures}
    against: dict[str, dict[str, float]] = {}
    for (work, way), theirs in seconds.items():
        ours = seconds.get((work, f"Fourfold {way.split()[-1]}"))
        if ours and not way.startswith(OWN_WAYS):
            against.setdefault(work, {})[way] = theirs / ours
    return against
