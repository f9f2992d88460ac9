"""The shape of a network: architecture, scale, depth, width, skip. No torch."""

from __future__ import annotations

import math
from dataclasses import dataclass

SRRESNET, ESPCN, DRCN = "srresnet", "espcn", "drcn"
"""Architectures: the paper's generator, and two of those that it is compared with."""
SRCNN_KERNELS = {"srcnn-9-1-5": (9, 1, 5), "srcnn-9-5-5": (9, 5, 5)}
"""And SRCNN, by the sides of its three kernels."""
ARCHITECTURES = (SRRESNET, *SRCNN_KERNELS, ESPCN, DRCN)
EDGE_KERNEL = 9
"""Side of the generator's first and last convolution, in pixels of the picture they work on."""
_BICUBIC_REACH = 2
"""Input pixels on each side that an output pixel of the bicubic enlargement is made of."""
_ESPCN_RADIUS = 4
"""Of kernels of 5, 3 and 3 pixels, one after the other."""
_MOST_MAPS = 4
"""As large as the result, of all channels, that are in memory at a time; 3.4 were measured for DRCN, 2.7 for SRCNN."""
_MOST_RECURSIONS = 32
"""Of DRCN: they are all computed with the weights of one, so that a small file could ask for any number."""


@dataclass(frozen=True)
class Dimensions:
    """The shape of a network. Two networks of the same dimensions differ in nothing but their weights.

    ``scale`` is a power of two from 2 to 8; ``blocks`` the number B of residual blocks, or DRCN's recursions; ``width``
    the channels of a feature map. Of SRResNet alone: ``skip`` is the long skip connection around the blocks;
    ``normalised`` says whether batch normalisation is there (training) or folded away.
    """

    scale: int = 4
    blocks: int = 16
    width: int = 64
    skip: bool = True
    normalised: bool = False
    architecture: str = SRRESNET

    def __post_init__(self) -> None:
        if self.scale not in (2, 4, 8):
            raise ValueError(f"the scale of a generator is 2, 4 or 8, not {self.scale}")
        if not (0 <= self.blocks <= 256 and 1 <= self.width <= 1024):
            raise ValueError(f"a generator has up to 256 blocks of width 1 to 1024, not {self.blocks} of {self.width}")
        if self.architecture not in ARCHITECTURES:
            raise ValueError(f"an architecture is one of {', '.join(ARCHITECTURES)}, not {self.architecture}")
        if self.architecture == DRCN and not 1 <= self.blocks <= _MOST_RECURSIONS:
            raise ValueError(f"drcn has 1 to {_MOST_RECURSIONS} recursions, not {self.blocks}")
        if self.normalised and self.architecture != SRRESNET:
            raise ValueError(f"{self.architecture} has no batch normalisation")

    @property
    def stages(self) -> int:
        """Number of sub-pixel stages, each of which doubles the picture."""
        return round(math.log2(self.scale))

    @property
    def halo(self) -> int:
        """Context in LR pixels that a tile needs on each side to equal the whole: the receptive radius, rounded up (40
        for the paper's network).
        """
        if self.architecture == ESPCN:
            return _ESPCN_RADIUS
        if self.architecture != SRRESNET:
            return _BICUBIC_REACH + math.ceil(self._enlarged_radius / self.scale)
        edge = EDGE_KERNEL // 2
        body = 2 * self.blocks + 1
        upsampling = 2 - 2 / self.scale  # 1 + 1/2 + 1/4 ...: one LR pixel a stage, each stage at twice the size
        return math.ceil(edge + body + upsampling + edge / self.scale)

    @property
    def memory(self) -> int:
        """Bytes that the network takes for each LR pixel of a tile in float32: measured for the paper's, at most these
        for the others.
        """
        return 9_000 if self.architecture == SRRESNET else _MOST_MAPS * 4 * self.width * self.scale**2

    @property
    def _enlarged_radius(self) -> int:
        """How far a network over the bicubic enlargement sees, in pixels of that."""
        kernels = SRCNN_KERNELS.get(self.architecture)
        return sum(kernel // 2 for kernel in kernels) if kernels else self.blocks + 4
