"""The photos of an evaluation: sets of HR photos with their LR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from trainer.data.degradation.codecs import to_8_bits
from trainer.data.degradation.reduction import reduced
from trainer.data.photos import FoundPhotos, look_for_photos, opened
from trainer.errors import BadPhotos


@dataclass(frozen=True)
class ImagePair:
    """One photo: HR (1, C, H, W), C being 1 where the file is grey, and LR (1, 3, h, w), 8-bit values in [0, 1]."""

    name: str
    hr: Tensor
    lr: Tensor


def pairs(folder: Path, scale: int) -> Iterator[ImagePair]:
    """The pairs of a set: ``HR`` and ``LR`` inside the folder by the same names, or photos that are reduced here.

    Photos are cut to a multiple of the scale. Raises BadPhotos.
    """
    for path in photos_of(folder).paths:
        hr = read_tensor(path)
        height, width = (side // scale * scale for side in hr.shape[-2:])
        hr = hr[..., :height, :width]
        given = folder / "LR" / path.name
        lr = read_tensor(given) if given.is_file() else reduced(hr, scale)
        if (lr.shape[-2] * scale, lr.shape[-1] * scale) != (height, width):
            raise BadPhotos(f"{given} is not {path.name} reduced {scale} times.")
        yield ImagePair(path.stem, hr, lr.expand(1, 3, -1, -1))


def photos_of(folder: Path) -> FoundPhotos:
    """The HR photos of a set. Raises BadPhotos."""
    whole = folder / "HR"
    return look_for_photos(whole if whole.is_dir() else folder)


def read_tensor(path: Path) -> Tensor:
    """(1, C, H, W) in [0, 1], C being 1 where the file is grey, else 3. Raises BadPhotos."""
    with opened(str(path), path) as image:
        pixels = np.array(image if image.mode == "L" else image.convert("RGB"))
    return torch.from_numpy(pixels.reshape(*pixels.shape[:2], -1)).permute(2, 0, 1)[None].float().div(255)


def like(sr: Tensor, hr: Tensor) -> Tensor:
    """A result (1, 3, H, W) as grey where the photo is, rounded to 8 bits."""
    if hr.shape[1] == 1:
        sr = sr[:, 0:1] * 0.299 + sr[:, 1:2] * 0.587 + sr[:, 2:3] * 0.114
    return to_8_bits(sr)
