"""The distance between two feature maps that LPIPS and the perceptual losses use (Zhang et al., CVPR 2018)."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional


def unit_distance(sr: Tensor, hr: Tensor) -> Tensor:
    """Squared difference of the vectors of maps (N, C, h, w), each brought to length 1, averaged over places; a scalar:
    0 for equal maps, about 1 for unrelated pictures.
    """
    first, second = (functional.normalize(maps, dim=1, eps=1e-6) for maps in (sr, hr))
    return (first - second).square().sum(1).mean()
