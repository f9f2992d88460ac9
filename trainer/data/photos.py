"""A folder of photos: found, read, and split into training and held-out photos. No torch.

A photo is (H, W, 3) uint8 RGB, upright. Everything is split by group: shots of one burst stay together, and so do
crops of one photo, where a ``manifest.csv`` beside them says so.
"""

from __future__ import annotations

import csv
import hashlib
import io
import logging
import os
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.files.batch import Gathered, gather
from engine.jobs.faults import told
from engine.sentences import Sentence, why
from trainer.errors import BadPhotos

_log = logging.getLogger("fourfold")

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class TrainingPhoto:
    """One photo of a training: where it is under its folder, what its file's SHA-256 is, and its size in pixels."""

    path: str
    sha256: str
    width: int
    height: int


class FoundPhotos(NamedTuple):
    """All photos under a folder, each once, sorted by path, and sentences on what was passed by."""

    paths: list[Path]
    news: tuple[Sentence, ...]


def look_for_photos(folder: Path, *, own: bool = True) -> FoundPhotos:
    """Look through a folder and all in it, also for Fourfold's own results unless ``own`` is False. Raises BadPhotos if
    there is no folder or no photo in it."""
    if not os.path.isdir(folder):
        raise BadPhotos("There is no folder {folder}.", folder=folder)
    gathered = gather([folder], recursive=True, own=own)
    news = tuple(_news(gathered))
    if gathered.photos:
        return FoundPhotos(sorted(each.path for each in gathered.photos), news)
    if news:
        raise BadPhotos("There are no photos in {folder} to learn from. {news}", folder=folder, news=news[0])
    raise BadPhotos("There are no photos in {folder}: it needs JPEG, PNG, WebP, TIFF or HEIC files.", folder=folder)


def find_photos(folder: Path) -> list[Path]:
    """The photos of ``look_for_photos``."""
    return look_for_photos(folder).paths


def _news(gathered: Gathered) -> Iterator[Sentence]:
    if passed := [error.sentence for _, error in (*gathered.failed, *gathered.passed)]:
        yield Sentence("Passed by: {count}. {first}", count=len(passed), first=passed[0])
    if gathered.results:
        yield Sentence("Results of Fourfold left out: {count}.", count=gathered.results)


def bundled_photos() -> Path:
    """The folder of sample photos that come with Fourfold."""
    return Path(str(files("resources") / "samples"))


def unseen_photos() -> Path:
    """The folder of photos that come with Fourfold only to judge by: nothing is ever taught on them."""
    return Path(str(files("resources") / "unseen"))


def read_photo(path: Path) -> Pixels:
    """Decode a photo. Raises BadPhotos if it cannot be read."""
    return decode_photo(path.name, _bytes(path))


def decode_photo(name: str, data: bytes) -> Pixels:
    """(H, W, 3) uint8 from the bytes of a file. Raises BadPhotos if they are not a whole picture."""
    with opened(name, io.BytesIO(data)) as image:
        return np.array(ImageOps.exif_transpose(image).convert("RGB"))


@contextmanager
def opened(name: str, file: Path | BinaryIO) -> Iterator[Image.Image]:
    """A picture to be decoded inside. Raises BadPhotos where it cannot be, whatever is wrong with it."""
    _learn_more_formats()
    try:
        with Image.open(file) as image:
            yield image
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPhotos("{name} cannot be read as a picture: {reason}.", name=name, reason=error) from error
    except Exception as error:  # the border: a fault of one photo must not end a training
        _log.info("%s was not read.", name, exc_info=error)
        raise BadPhotos("{name} cannot be read: {reason}", name=name, reason=told(error).sentence) from error


@cache
def _learn_more_formats() -> None:
    """Let Pillow read what phones take, and JPEG XL; a bare training machine may lack the readers."""
    with suppress(ImportError):
        from pi_heif import register_heif_opener

        register_heif_opener()
    with suppress(ImportError):
        import pillow_jxl  # noqa: F401 - it registers itself


def read_photos(
    folder: Path, photos: Iterable[TrainingPhoto], said: Callable[[int], None] = lambda done: None
) -> Generator[Pixels, None, None]:
    """The pixels of the photos in order, decoded ahead on all cores. ``said`` is told how many are done.

    Raises BadPhotos if one is gone or has changed: a resumed training must see the same photos.
    """
    waiting = iter(photos)
    done = 0
    with ThreadPoolExecutor(os.cpu_count()) as readers:
        while few := list(islice(waiting, 2 * (os.cpu_count() or 1))):  # few at a time: photos may be large
            for pixels in readers.map(lambda photo: _verified(folder, photo), few):
                done += 1
                said(done)
                yield pixels


def _verified(folder: Path, photo: TrainingPhoto) -> Pixels:
    data = _bytes(folder / photo.path)
    if hashlib.sha256(data).hexdigest() != photo.sha256:
        raise BadPhotos("{path} has changed since this training began; start a new one.", path=photo.path)
    return decode_photo(photo.path, data)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadPhotos("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error


def middle(pixels: Pixels, height: int, width: int) -> Pixels:
    """The middle of a photo, (height, width, 3), or as much as there is: a view, not a copy."""
    top, left = max(pixels.shape[0] - height, 0) // 2, max(pixels.shape[1] - width, 0) // 2
    return pixels[top : top + height, left : left + width]


def split(
    photos: list[TrainingPhoto], held_out: float, groups: Mapping[str, str]
) -> tuple[list[TrainingPhoto], list[TrainingPhoto]]:
    """(training, held-out) photos: about a share of ``held_out`` is locked away, the same ones every time, and never
    part of a group. At least one stays on each side where the share is above zero and there are two groups.
    """
    sizes = Counter(groups.get(photo.path, photo.path) for photo in photos)
    locked = _locked(sizes, min(max(round(held_out * len(photos)), 1), len(photos) - 1)) if held_out > 0 else set()
    training = [photo for photo in photos if groups.get(photo.path, photo.path) not in locked]
    return training, [photo for photo in photos if groups.get(photo.path, photo.path) in locked]


def _locked(sizes: Mapping[str, int], wanted: int) -> set[str]:
    """Groups, from all over, with so many photos or a little fewer; the smallest one where all have more."""
    names = sorted(sizes, key=_scattered)
    locked: set[str] = set()
    for name in names:
        if sizes[name] <= wanted:
            locked.add(name)
            wanted -= sizes[name]
    if not locked and len(names) > 1:
        locked.add(min(names, key=lambda name: sizes[name]))
    return locked


def _scattered(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()


def groups_of(folder: Path) -> dict[str, str]:
    """Which crops belong to one photo, from the columns file, source and source_file of ``manifest.csv``, if any."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return {}
    with manifest.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["file"]: f"{row.get('source')} {row['source_file']}" for row in rows if "source_file" in row}
