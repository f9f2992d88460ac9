"""A shard: the pairs of HR and LR of some photos, in three files::

    00000.hr.npy        HR pixels of all pairs in a row, (pixels, 3) uint8
    00000.lr.npy        LR pixels of the same pairs, in the same order
    00000.index.npz     the size of each LR, and the variants of each photo

Each appears only when it is whole, and the index last. What a teacher makes of each LR is one more file a shard,
with the same places as HR (``trainer.data.teaching``).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.atomic import replacing
from trainer.data.pairs import Pairing
from trainer.data.photos import Pixels, TrainingPhoto
from trainer.errors import BadPhotos

HEADER_BYTES = 128
"""Of numpy's format before the pixels: its header is padded to this where the shape is no longer than ours."""


class Index(NamedTuple):
    """Of one shard: height and width of each LR, ``sizes`` (pairs, 2); by photo which of its pairs, counted within the
    shard, is it reduced to the k-th size, ``variants`` (photos, k).
    """

    sizes: NDArray[np.int64]
    variants: NDArray[np.int64]


@dataclass(frozen=True)
class Shard:
    """Some photos of a store, and the start of the names of their files."""

    stem: Path
    photos: Sequence[TrainingPhoto]
    pairing: Pairing

    @property
    def hr(self) -> Path:
        """The file of HR pixels."""
        return self.stem.with_name(f"{self.stem.name}.hr.npy")

    @property
    def lr(self) -> Path:
        """The file of LR pixels."""
        return self.stem.with_name(f"{self.stem.name}.lr.npy")

    def taught(self, teacher: str) -> Path:
        """The file of what a teacher of that digest makes of each LR, pixels in the places of HR."""
        return self.stem.with_name(f"{self.stem.name}.{teacher}.npy")

    @property
    def index_file(self) -> Path:
        """The file of the index."""
        return self.stem.with_name(f"{self.stem.name}.index.npz")

    def is_whole(self) -> bool:
        """Whether nothing of it lacks."""
        return all(path.exists() for path in (self.hr, self.lr, self.index_file))

    def bytes(self) -> int:
        """What its pixels take, HR and LR."""
        hr = sum(hr_bytes(photo, self.pairing) for photo in self.photos)
        return hr + hr // self.pairing.scale**2

    def write(self, pixels: Iterable[Pixels]) -> None:
        """Make its files out of its photos. Raises OSError."""
        pairs: list[tuple[Tensor, Tensor]] = []
        variants = []
        for photo in pixels:
            first = len(pairs)
            pairs += self.pairing.pairs(photo, torch.device("cpu"))
            variants.append(self.pairing.variants(first, len(pairs) - first))
        for path, row in zip((self.hr, self.lr), zip(*pairs, strict=True), strict=True):
            _write_row(path, row)
        self.write_index(Index(np.array([lr.shape[:2] for _, lr in pairs]), np.array(variants)))

    def write_index(self, index: Index) -> None:
        """Make the last of its files. Raises OSError."""
        with replacing(self.index_file) as file:
            np.savez(file, **index._asdict())

    def index(self) -> Index:
        """What its files hold. Raises BadPhotos where one of them is not as it was written."""
        try:
            with self.index_file.open("rb") as file, np.load(file) as stored:
                index = Index(stored["sizes"], stored["variants"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise damaged(self.index_file) from error
        if len(index.variants) != len(self.photos):
            raise damaged(self.index_file)
        pixels = int(index.sizes.prod(1).sum())
        for path, count in ((self.hr, pixels * self.pairing.scale**2), (self.lr, pixels)):
            if not _holds(path, count):
                raise damaged(path)
        return index


def hr_bytes(photo: TrainingPhoto, pairing: Pairing) -> int:
    """What the HR pixels of a photo take in all its sizes."""
    return 3 * sum(height * width for height, width in pairing.sizes(photo.height, photo.width))


def write_header(file: BinaryIO, pixels: int) -> None:
    """Write what goes before so many pixels. Raises OSError."""
    np.lib.format.write_array_header_1_0(file, {"descr": "|u1", "fortran_order": False, "shape": (pixels, 3)})


def _write_row(path: Path, pictures: Sequence[Tensor]) -> None:
    """Pictures (h, w, 3) uint8 one behind the other as one array (pixels, 3). Raises OSError."""
    with replacing(path) as file:
        write_header(file, sum(picture.shape[0] * picture.shape[1] for picture in pictures))
        for picture in pictures:
            file.write(picture.numpy().data)


def _holds(path: Path, pixels: int) -> bool:
    """Whether a file holds so many pixels, where ``HEADER_BYTES`` says."""
    try:
        row = np.load(path, mmap_mode="r")
    except (OSError, ValueError, EOFError):
        return False
    return (row.shape, row.dtype, row.offset) == ((pixels, 3), np.uint8, HEADER_BYTES)


def damaged(path: Path) -> BadPhotos:
    """What is said of a file that is not as it was written."""
    return BadPhotos("{path} is damaged; remove it and start again: what is missing is made anew.", path=path)
