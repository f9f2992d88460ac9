"""Batches of crops out of a store of photos.

Out of photos that lie on the device a batch of 16 x 96 px takes a few milliseconds, so no loader process is needed;
for those on disk there is ``trainer.data.prefetching``.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from trainer.data.degradation.draws import below, strikes
from trainer.data.degradation.mixtures import degraded
from trainer.data.photo_store import PhotoStore, Windows
from trainer.recipes.settings import Data
from trainer.recipes.severity import DEGRADATIONS


class Batch(NamedTuple):
    """``lr`` (N, 3, h, w) and ``hr`` (N, 3, scale*h, scale*w), float32 RGB in [0, 1], channels last. ``undamaged`` is
    the LR before damage; ``flat`` (N,) says which crops are of one colour; ``taught`` is what a teacher makes of the
    undamaged LR, of the shape of HR, which stands in for it in crops of which there is none; None without a teacher.
    """

    lr: Tensor
    hr: Tensor
    undamaged: Tensor
    flat: Tensor
    taught: Tensor | None = None


class Crops:
    """Endless random batches from a store of photos, mixed with some of ``replay``. Chance comes from ``rng`` alone, so
    its state is the position.
    """

    def __init__(self, store: PhotoStore, data: Data, seed: int, replay: PhotoStore | None = None) -> None:
        self.store, self.data, self.replay = store, data, replay
        self.rng = torch.Generator().manual_seed(seed)

    @property
    def replayed(self) -> int:
        """How many crops of each batch, its last ones, are of the photos replayed."""
        return round(self.data.batch * self.data.replay_share) if self.replay else 0

    def batch(self, patch: int) -> Batch:
        """The next batch, of HR crops ``patch`` pixels wide and high, flipped and turned at random if they may.

        Its first crops are of the photos to learn from, ``Data.replay_share`` of it are of those replayed.
        """
        replayed = self.replayed
        parts = [self._gather(self.store, self.data.batch - replayed, patch)]
        if self.replay and replayed:
            parts.append(self._gather(self.replay, replayed, patch))
        lr, hr, *taught = (torch.cat(each) for each in zip(*_alike(parts), strict=True))
        chance = torch.Generator().manual_seed(below(2**62, self.rng.clone_state()))  # so the next crops stay the same
        damaged = degraded(hr, lr, DEGRADATIONS[self.data.degradation], self.data.clean_share, chance)
        flat = self._flattened((damaged, hr, lr, *taught), chance)
        damaged, hr, lr, *taught = (
            each.contiguous(memory_format=torch.channels_last) for each in (damaged, hr, lr, *taught)
        )
        return Batch(damaged, hr, lr, flat, *taught)

    def state(self) -> Tensor:
        """What ``restore`` needs to go on from here."""
        return self.rng.get_state()

    def restore(self, state: Tensor) -> None:
        """Continue from a state."""
        self.rng.set_state(state.cpu())

    def reseed(self, seed: int) -> None:
        """Continue as if it had begun with another seed."""
        self.restore(torch.Generator().manual_seed(seed).get_state())

    def _flattened(self, pixels: tuple[Tensor, ...], chance: torch.Generator) -> Tensor:
        """Overwrite the same share of the crops in each of ``pixels`` by one colour; returns which, (N,) bool."""
        count = len(pixels[0])
        if not self.data.flat_share:
            return torch.zeros(count, dtype=torch.bool, device=pixels[0].device)
        flat = strikes(self.data.flat_share, count, chance)
        colours = torch.randint(256, (count, 3, 1, 1), generator=chance) / 255
        extreme = torch.randint(4, (count, 1, 1, 1), generator=chance)  # a quarter black, a quarter white
        colours = torch.where(extreme > 1, colours, extreme.float())
        for each in pixels:
            each[flat.to(each.device)] = colours[flat].to(each)
        return flat.to(pixels[0].device)

    def _gather(self, store: PhotoStore, count: int, patch: int) -> list[Tensor]:
        """LR, HR and, where there is a teacher, what it makes of the LR."""
        pair = self._pairs(store, count)  # (count,), as are top, left and orientation
        side = patch // store.scale
        top = self._below(store.height[pair] - side + 1)
        left = self._below(store.width[pair] - side + 1)
        orientation = self._below(torch.full((count,), 8 if self.data.augment else 1))
        cut = store.cut(Windows(pair, top, left, orientation, side))
        return [_as_floats(pixels) for pixels in cut if pixels is not None]

    def _pairs(self, store: PhotoStore, count: int) -> Tensor:
        """Distinct photos, as far as there are enough, each in one of its sizes."""
        photos = len(store.variants)
        rounds = -(-count // photos)
        photo = torch.cat([torch.randperm(photos, generator=self.rng) for _ in range(rounds)])[:count]
        reductions = store.variants.shape[1] - 1
        reduced = torch.rand(count, generator=self.rng) < self.data.downscale_share
        which = 1 + self._below(torch.full((count,), max(reductions, 1)))
        return store.variants[photo, torch.where(reduced, which, 0) if reductions else torch.zeros_like(which)]

    def _below(self, limits: Tensor) -> Tensor:
        """Whole numbers from 0 to each limit less one."""
        return (torch.rand(limits.shape, generator=self.rng, dtype=torch.float64) * limits).long()


def _alike(parts: list[list[Tensor]]) -> list[list[Tensor]]:
    """Each of as many: where a teacher was not asked, the truth stands in for what it would make."""
    most = max(map(len, parts))
    return [part if len(part) == most else [*part, part[1]] for part in parts]


def _as_floats(pixels: Tensor) -> Tensor:
    """(N, side, side, 3) uint8 as (N, 3, side, side) float32 in [0, 1], channels last."""
    return pixels.permute(0, 3, 1, 2).float().div_(255)
