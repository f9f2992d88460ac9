"""Many photos on disk, in shards of whole photos, made once for each list of photos and each way to pair them::

STORE/<digest>/store.json            the version, and what the digest is of
STORE/<digest>/00000.hr.npy ...      the shards; one that is not whole is made anew
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import to_json
from trainer.data.pairs import Pairing
from trainer.data.photos import Pixels, TrainingPhoto
from trainer.data.shards import Shard, damaged, hr_bytes
from trainer.errors import BadPhotos

_VERSION = 1
"""Of how photos are divided among shards, and of their files."""
_SHARD_BYTES = 2**27
"""HR bytes of a shard: it is in memory while it is made, and it is what a kill loses. 350,000 photos of 256 px are some
500 shards; a photo that is larger by itself has one alone.
"""
_ROOM = 1.02
"""What must be free on the disk, as a multiple of what is to be written: file systems need some for themselves."""

Read = Callable[[list[TrainingPhoto]], Generator[Pixels, None, None]]
"""Decodes photos, in order."""


@dataclass(frozen=True)
class ShardedStore:
    """Photos and how their pairs are made, and the shards of these under ``root``. Nothing is read or written yet."""

    root: Path
    photos: Sequence[TrainingPhoto]
    pairing: Pairing

    @cached_property
    def folder(self) -> Path:
        """Named by what the photos are and how they are paired, so that others have one of their own."""
        digest = hashlib.sha256(to_json(asdict(self.pairing)).encode())
        for photo in self.photos:
            digest.update(photo.sha256.encode())
        return self.root / digest.hexdigest()[:16]

    @cached_property
    def shards(self) -> list[Shard]:
        """All of them, in order."""
        parts = _parts(self.photos, self.pairing)
        return [Shard(self.folder / f"{number:05d}", part, self.pairing) for number, part in enumerate(parts)]

    def make(self, read: Read) -> None:
        """Make what lacks. Raises BadPhotos where there is not enough room on the disk, or what ``read`` raises; the
        shards that are whole then stay for the next time.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._mark()
            lacking = [shard for shard in self.shards if not shard.is_whole()]
            self._check_room(sum(shard.bytes() for shard in lacking))
            with closing(read([photo for shard in lacking for photo in shard.photos])) as pixels:
                for shard in lacking:
                    shard.write(islice(pixels, len(shard.photos)))
        except OSError as error:
            raise BadPhotos(
                "The photos cannot be stored in {folder}: {reason}.", folder=self.folder, reason=why(error)
            ) from error

    def _mark(self) -> None:
        """Write what the folder is, or look whether it is that."""
        path = self.folder / "store.json"
        if not path.exists():
            marks = {"version": _VERSION, "photos": len(self.photos), **asdict(self.pairing)}
            write_whole(path, to_json(marks, indent=1).encode())
            return
        try:
            version = json.loads(path.read_text(encoding="utf-8"))["version"]
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(path) from error
        if version != _VERSION:
            raise BadPhotos(
                "The photos in {folder} were stored by another version of Fourfold; remove the folder, and they are "
                "stored anew.",
                folder=self.folder,
            )

    def _check_room(self, needed: int) -> None:
        free = shutil.disk_usage(self.folder).free
        if needed * _ROOM > free:
            raise BadPhotos(
                "The photos take {needed:.1f} GB in {folder}, where {free:.1f} GB are free.",
                needed=needed / 1e9,
                folder=self.folder,
                free=free / 1e9,
            )


def _parts(photos: Sequence[TrainingPhoto], pairing: Pairing) -> Iterator[Sequence[TrainingPhoto]]:
    """The photos in order, so many at a time that a shard is not larger than it should be."""
    first = filled = 0
    for number, photo in enumerate(photos):
        size = hr_bytes(photo, pairing)
        if number > first and filled + size > _SHARD_BYTES:
            yield photos[first:number]
            first, filled = number, 0
        filled += size
    if first < len(photos):
        yield photos[first:]
