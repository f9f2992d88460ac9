"""Windows read from photos on disk, by several readers at once.

Files are read, not mapped into memory: cold, that takes a tenth of the time, as one reading fetches a whole window,
memory stays flat, and a file that has become shorter is an error and not the end of the process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.sentences import why
from trainer.data.photo_store import Cut, PhotoStore, Windows, starts
from trainer.data.shards import HEADER_BYTES, Shard
from trainer.errors import BadPhotos

_READERS = 8
"""A disk that has moving parts, or is in another room, answers many at once sooner than one after the other."""


@dataclass(frozen=True)
class PhotosOnDisk(PhotoStore):
    """The pixels of each shard in files: ``hr``, ``lr`` and, with a teacher, ``taught``. ``first`` (shards,) is the
    place in the row of LR where each shard begins. Windows arrive on the ``device``.
    """

    hr: Sequence[Path]
    lr: Sequence[Path]
    taught: Sequence[Path]
    first: Tensor
    device: torch.device
    readers: ThreadPoolExecutor

    def cut(self, windows: Windows) -> Cut:
        """As of every store. Raises BadPhotos where a file cannot be read."""
        start = self.start[windows.pair]  # (N,)
        shard = torch.searchsorted(self.first, start, right=True) - 1
        where = [start - self.first[shard], self.width[windows.pair], windows.top, windows.left, windows.orientation]
        places = [Place(windows.side, *each) for each in torch.stack(where, 1).tolist()]  # N of them
        lr = self._read([self.lr[each] for each in shard.tolist()], places)
        large = [each.enlarged(self.scale) for each in places]
        hr = self._read([self.hr[each] for each in shard.tolist()], large)
        taught = self._read([self.taught[each] for each in shard.tolist()], large) if self.taught else None
        return Cut(self._placed(lr), self._placed(hr), self._placed(taught) if taught else None)

    def _read(self, files: list[Path], places: list[Place]) -> Iterator[NDArray[np.uint8]]:
        """Windows that all readers have begun to read."""
        return self.readers.map(read_window, files, places)

    def _placed(self, windows: Iterator[NDArray[np.uint8]]) -> Tensor:
        """(N, side, side, 3) on the device. A GPU copies while it computes, from memory that is pinned."""
        pixels = torch.from_numpy(np.stack([*windows]))
        if self.device.type != "cuda":
            return pixels
        torch.cuda.set_device(self.device)  # of this thread; the memory would be pinned for another one
        return pixels.pin_memory().to(self.device, non_blocking=True)


class Place(NamedTuple):
    """Where a window lies in a file of pixels: its picture's first pixel and width, and the rest as in ``Windows``."""

    side: int
    start: int
    width: int
    top: int
    left: int
    orientation: int

    def enlarged(self, by: int) -> Place:
        """The same in pictures so many times as wide and high."""
        side, start, width, top, left, orientation = self
        return Place(side * by, start * by**2, width * by, top * by, left * by, orientation)


def open_store(shards: Sequence[Shard], device: torch.device, teacher: str = "") -> PhotosOnDisk:
    """The photos of shards that are there, and what the teacher of that digest has made of them. Raises BadPhotos where
    there are none, or a file is damaged.
    """
    if not shards:
        raise BadPhotos("There are no photos to train on.")
    indices = [shard.index() for shard in shards]
    height, width = torch.from_numpy(np.concatenate([each.sizes for each in indices])).unbind(1)
    start = starts(height, width)  # (pairs,)
    before = np.cumsum([0, *(len(each.sizes) for each in indices)])[:-1]  # pairs in the shards before, (shards,)
    variants = np.concatenate([each.variants + pairs for each, pairs in zip(indices, before, strict=True)])
    return PhotosOnDisk(
        scale=shards[0].pairing.scale,
        height=height,
        width=width,
        start=start,
        variants=torch.from_numpy(variants),
        hr=[shard.hr for shard in shards],
        lr=[shard.lr for shard in shards],
        taught=[shard.taught(teacher) for shard in shards] if teacher else [],
        first=start[torch.from_numpy(before)],
        device=device,
        readers=ThreadPoolExecutor(_READERS, thread_name_prefix="shards"),
    )


def read_window(file: Path, place: Place) -> NDArray[np.uint8]:
    """(side, side, 3): its rows are read as wide as the picture is, at one go."""
    rows = np.empty((place.side, place.width, 3), dtype=np.uint8)
    try:
        with file.open("rb", buffering=0) as pixels:
            pixels.seek(HEADER_BYTES + 3 * (place.start + place.top * place.width))
            count = pixels.readinto(rows.data)
    except OSError as error:
        raise BadPhotos("{path} cannot be read: {reason}.", path=file, reason=why(error)) from error
    if count != rows.nbytes:
        raise BadPhotos("{path} has become shorter since this training began.", path=file)
    window = rows[:, place.left : place.left + place.side]
    window = window[::-1] if place.orientation & 2 else window
    window = window[:, ::-1] if place.orientation & 4 else window
    return window.swapaxes(0, 1) if place.orientation & 1 else window
