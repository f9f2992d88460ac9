"""What a model is scored on: the middle of a photo and its LR, the same every time."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from trainer.data.degradation.mixtures import degraded
from trainer.data.degradation.reduction import reduced
from trainer.data.photos import Pixels, middle
from trainer.recipes.severity import Mixture


class ScoredCrop(NamedTuple):
    """``hr`` (1, 3, H, W), the ``lr`` (1, 3, h, w) that the model gets, and the same LR ``undamaged``; multiples of
    1/255.
    """

    lr: Tensor
    hr: Tensor
    undamaged: Tensor


def scored_crop(
    photo: Pixels, *, longest: int, scale: int, device: torch.device, mixture: Mixture = (), seed: int = 0
) -> ScoredCrop:
    """The middle of a photo, at most ``longest`` pixels wide and high and a multiple of the scale. Where there is a
    ``mixture``, the LR is damaged by one kind of it; which one, and how badly, depends on the seed alone.
    """
    height, width = (min(side, longest) // scale * scale for side in photo.shape[:2])
    pixels = torch.from_numpy(middle(photo, height, width).copy()).to(device)  # (H, W, 3)
    hr = pixels.permute(2, 0, 1)[None].float().div(255)
    undamaged = reduced(hr, scale)
    lr = degraded(hr, undamaged, mixture, 0.0, torch.Generator().manual_seed(seed))
    return ScoredCrop(lr.contiguous(memory_format=torch.channels_last), hr, undamaged)
