"""The shape of a generator: scale, depth, width, skip. No torch."""

from __future__ import annotations

import math
from dataclasses import dataclass

EDGE_KERNEL = 9
"""Side of the first and the last convolution, in pixels of the picture they work on."""


@dataclass(frozen=True)
class Dimensions:
    """The shape of a generator. Two generators of the same dimensions differ in nothing but their weights.

    ``scale`` is a power of two from 2 to 8; ``blocks`` the number B of residual blocks; ``width`` the channels of a
    feature map; ``skip`` the long skip connection around the blocks; ``normalised`` says whether batch normalisation is
    there (training) or folded away.
    """

    scale: int = 4
    blocks: int = 16
    width: int = 64
    skip: bool = True
    normalised: bool = False

    def __post_init__(self) -> None:
        if self.scale not in (2, 4, 8):
            raise ValueError(f"the scale of a generator is 2, 4 or 8, not {self.scale}")
        if not (0 <= self.blocks <= 256 and 1 <= self.width <= 1024):
            raise ValueError(f"a generator has up to 256 blocks of width 1 to 1024, not {self.blocks} of {self.width}")

    @property
    def stages(self) -> int:
        """Number of sub-pixel stages, each of which doubles the picture."""
        return round(math.log2(self.scale))

    @property
    def halo(self) -> int:
        """Context in LR pixels that a tile needs on each side to equal the whole: the receptive radius, rounded up (40
        for the paper's network).
        """
        edge = EDGE_KERNEL // 2
        body = 2 * self.blocks + 1
        upsampling = 2 - 2 / self.scale  # 1 + 1/2 + 1/4 ...: one LR pixel a stage, each stage at twice the size
        return math.ceil(edge + body + upsampling + edge / self.scale)
