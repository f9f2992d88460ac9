"""What a person wants to be judged, as one value. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trainer.study.design import Mode

SIDE = 640
"""Pixels of a result that are shown at most, in width and height: two of them stand side by side on any screen."""
RETEST = 0.1
"""Share of the trials that come again to measure how reliable a rater is; the paper had 10 images of 119."""


@dataclass(frozen=True)
class StudyOrder:
    """What is to be judged.

    ``photos`` and ``calibration`` are files and folders; ``with_original`` says that the photos are originals, which
    are reduced first; those of the calibration always are, and the photos that come with Fourfold where there are
    none. ``models`` are named as for ``fourfold evaluate``, ``original`` among them; ``results`` are folders of ready
    results by name. ``side`` in pixels of the result, None for whole photos; ``corners`` place the part that is shown.
    """

    photos: tuple[Path, ...]
    with_original: bool
    models: tuple[str, ...]
    results: Mapping[str, Path] = field(default_factory=dict)
    calibration: tuple[Path, ...] = ()
    side: int | None = SIDE
    corners: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    mode: Mode = Mode.RATINGS
    retest: float = RETEST
    seed: int = 0
