"""The paper's own figures (Ledig et al., CVPR 2017, tables 1 and 2), to stand beside ours. No torch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from engine.models import catalog

ORIGINAL = "original"
"""The method that leaves a photo as it is, where the original is there; the paper's HR."""


class PaperScore(NamedTuple):
    """PSNR of the luma in dB, SSIM by daala's tool, mean opinion from 1 to 5 of 26 raters."""

    psnr: float
    ssim: float
    opinion: float


class PaperRow(NamedTuple):
    """A method of the paper, what methods of ours are called that it is compared with, and its scores by set."""

    name: str
    ours: tuple[str, ...]
    scores: Mapping[str, PaperScore]


def _row(name: str, ours: tuple[str, ...], *scores: tuple[float, float, float]) -> PaperRow:
    by_set = zip(("Set5", "Set14", "BSD100"), scores, strict=False)
    return PaperRow(name, ours, {data: PaperScore(*each) for data, each in by_set})


TABLE_1 = (
    _row("SRResNet-MSE", ("srresnet-mse",), (32.05, 0.9019, 3.37), (28.49, 0.8184, 2.98)),
    _row("SRResNet-VGG22", ("srresnet-vgg22",), (30.51, 0.8803, 3.46), (27.19, 0.7807, 3.15)),
    _row("SRGAN-MSE", ("srgan-mse",), (30.64, 0.8701, 3.77), (26.92, 0.7611, 3.43)),
    _row("SRGAN-VGG22", ("srgan-vgg22",), (29.84, 0.8468, 3.78), (26.44, 0.7518, 3.57)),
    _row("SRGAN-VGG54", ("srgan-vgg54",), (29.40, 0.8472, 3.58), (26.02, 0.7397, 3.72)),
)
"""The network and its losses."""
TABLE_2 = (
    _row(catalog.NEAREST, (), (26.26, 0.7552, 1.28), (24.64, 0.7100, 1.20), (25.02, 0.6606, 1.11)),
    _row(catalog.BICUBIC, (), (28.43, 0.8211, 1.97), (25.99, 0.7486, 1.80), (25.94, 0.6935, 1.47)),
    _row(
        "SRCNN",
        ("srcnn-9-5-5", "srcnn-9-1-5"),
        *((30.07, 0.8627, 2.57), (27.18, 0.7861, 2.26), (26.68, 0.7291, 1.87)),
    ),
    _row("SelfExSR", (), (30.33, 0.872, 2.65), (27.45, 0.7972, 2.34), (26.83, 0.7387, 1.89)),
    _row("DRCN", (), (31.52, 0.8938, 3.26), (28.02, 0.8074, 2.84), (27.21, 0.7493, 2.12)),
    _row("ESPCN", (), (30.76, 0.8784, 2.89), (27.66, 0.8004, 2.52), (27.02, 0.7442, 2.01)),
    _row("SRResNet", ("srresnet-mse",), (32.05, 0.9019, 3.37), (28.49, 0.8184, 2.98), (27.58, 0.7620, 2.29)),
    _row("SRGAN", ("srgan-vgg54",), (29.40, 0.8472, 3.58), (26.02, 0.7397, 3.72), (25.16, 0.6688, 3.56)),
    _row(ORIGINAL, ("hr",), (math.inf, 1.0, 4.32), (math.inf, 1.0, 4.32), (math.inf, 1.0, 4.46)),
)
"""The systems that are compared."""
TABLES = {"Table 1": TABLE_1, "Table 2": TABLE_2}


def stands_for(row: PaperRow, method: str) -> bool:
    """Whether a method of ours belongs into a row, by its name: ``srgan-x4`` and the like count as ``srgan``."""
    return method.lower().removesuffix("-x4") in (row.name.lower(), *row.ours)


def is_compared(method: str) -> bool:
    """Whether the paper has a row for a method of that name."""
    return any(stands_for(row, method) for table in TABLES.values() for row in table)


def paper_score(data: str, method: str) -> PaperScore | None:
    """The paper's figures for a set and a method of ours; None where it has none."""
    rows = (row for table in TABLES.values() for row in table if stands_for(row, method))
    return next((row.scores[data] for row in rows if data in row.scores), None)
