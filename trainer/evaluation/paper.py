"""The paper's own figures (Ledig et al., CVPR 2017, tables 1 and 2), to stand beside ours. No torch."""

from __future__ import annotations

from typing import NamedTuple

from engine.models import catalog


class PaperScore(NamedTuple):
    """PSNR of the luma in dB, SSIM by daala's tool, mean opinion from 1 to 5 of 26 raters."""

    psnr: float
    ssim: float
    opinion: float


PAPER: dict[str, dict[str, PaperScore]] = {
    "Set5": {
        catalog.NEAREST: PaperScore(26.26, 0.7552, 1.28),
        catalog.BICUBIC: PaperScore(28.43, 0.8211, 1.97),
        "SRCNN": PaperScore(30.07, 0.8627, 2.57),
        "SelfExSR": PaperScore(30.33, 0.872, 2.65),
        "DRCN": PaperScore(31.52, 0.8938, 3.26),
        "ESPCN": PaperScore(30.76, 0.8784, 2.89),
        catalog.CLEAN.faithful: PaperScore(32.05, 0.9019, 3.37),
        catalog.CLEAN.textured: PaperScore(29.40, 0.8472, 3.58),
    },
    "Set14": {
        catalog.NEAREST: PaperScore(24.64, 0.7100, 1.20),
        catalog.BICUBIC: PaperScore(25.99, 0.7486, 1.80),
        "SRCNN": PaperScore(27.18, 0.7861, 2.26),
        "SelfExSR": PaperScore(27.45, 0.7972, 2.34),
        "DRCN": PaperScore(28.02, 0.8074, 2.84),
        "ESPCN": PaperScore(27.66, 0.8004, 2.52),
        catalog.CLEAN.faithful: PaperScore(28.49, 0.8184, 2.98),
        catalog.CLEAN.textured: PaperScore(26.02, 0.7397, 3.72),
    },
    "BSD100": {
        catalog.NEAREST: PaperScore(25.02, 0.6606, 1.11),
        catalog.BICUBIC: PaperScore(25.94, 0.6935, 1.47),
        "SRCNN": PaperScore(26.68, 0.7291, 1.87),
        "SelfExSR": PaperScore(26.83, 0.7387, 1.89),
        "DRCN": PaperScore(27.21, 0.7493, 2.12),
        "ESPCN": PaperScore(27.02, 0.7442, 2.01),
        catalog.CLEAN.faithful: PaperScore(27.58, 0.7620, 2.29),
        catalog.CLEAN.textured: PaperScore(25.16, 0.6688, 3.56),
    },
}


def paper_score(data: str, method: str) -> PaperScore | None:
    """The paper's figures for a set and a method, ``srgan-x4`` and the like counting as ``srgan``; None where it has
    none.
    """
    name = method.removesuffix("-x4")
    by_lower = {known.lower(): score for known, score in PAPER.get(data, {}).items()}
    return by_lower.get(name.lower())
