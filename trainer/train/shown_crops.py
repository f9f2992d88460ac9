"""Crops as the network was shown them, in a picture for a person: damaged and small, and what was to come of them."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.crops import Batch
from trainer.events import CropsShown
from trainer.train.validation import save_png

_MOST = 8
"""Crops of a batch, from all over it: more cannot be looked at, and they are written while the training waits."""
_KEPT = 16
"""Sheets beside the first: of a long training the newest, some 4 MB in all."""


def save_crops(folder: Path, step: int, batch: Batch, replayed: int) -> CropsShown:
    """Write some crops of a batch, of which the last ``replayed`` are not the person's, one above the other: at the
    left LR, each pixel enlarged to a square, at the right HR. Removes all sheets but the first and the newest ones.
    Raises OSError.
    """
    count = len(batch.hr)
    chosen = [index * count // min(count, _MOST) for index in range(min(count, _MOST))]
    scale = batch.hr.shape[-1] // batch.lr.shape[-1]
    lr = batch.lr[chosen].repeat_interleave(scale, 2).repeat_interleave(scale, 3)
    pairs = torch.cat([lr, batch.hr[chosen]], 3)  # (N, 3, side, 2 * side)
    folder.mkdir(exist_ok=True)
    path = folder / f"step-{step:08d}.png"
    save_png(torch.cat([*pairs], 1)[None], path)
    for old in sorted(folder.glob("step-*.png"))[1:-_KEPT]:
        old.unlink(missing_ok=True)
    ours = sum(index < count - replayed for index in chosen)
    return CropsShown(step, f"{folder.name}/{path.name}", len(chosen), len(chosen) - ours)
