"""The check of a folder before training: which photos serve, which do not, and why. No torch."""

from __future__ import annotations

import hashlib
import io
import os
from collections import Counter
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from trainer.errors import BadPhotos
from trainer.photos import Photo, Pixels, decode_photo, find_photos

PROBLEMS = ("damaged", "too small", "duplicate", "blurred", "enlarged", "compressed")
"""Why a photo may be left out. All but the first two can be overruled."""

_BLURRED = 0.6
"""Root mean square, in grey levels, of what is lost when a photo is halved and doubled: below it there is no fine
detail to learn from.
"""
_ENLARGED = 0.25
"""Fine detail as a share of the detail one octave coarser: below it the photo has been enlarged."""
_COMPRESSED = 60
"""JPEG quality, estimated from the tables, below which blocks and ringing would be learnt."""
_SAME = 6
"""Bits of 256 in which the fingerprints of two files of one photo may differ."""

_Bits = NDArray[np.uint8]


@dataclass(frozen=True)
class Finding:
    """What the check says of one file: its problem, or "" where it is good."""

    photo: Photo
    problem: str


@dataclass(frozen=True)
class DatasetReport:
    """What the check says of a folder."""

    folder: Path
    findings: list[Finding]
    overruled: frozenset[str] = frozenset()

    @property
    def kept(self) -> list[Photo]:
        """The photos to train on."""
        return [each.photo for each in self.findings if each.problem in {"", *self.overruled}]

    @property
    def megapixels(self) -> float:
        """Of the photos that are kept."""
        return sum(photo.width * photo.height for photo in self.kept) / 1e6

    def summary(self) -> str:
        """One sentence: how many serve, and what is left out."""
        left_out = Counter(each.problem for each in self.findings if each.problem not in {"", *self.overruled})
        counts = ", ".join(f"{left_out[problem]} {problem}" for problem in PROBLEMS if left_out[problem])
        start = f"{len(self.kept)} of {len(self.findings)} photos serve ({self.megapixels:.1f} megapixels)"
        return f"{start}; left out: {counts}." if counts else f"{start}."


def check_photos(
    folder: Path,
    *,
    smallest: int,
    keep: Collection[str] = (),
    said: Callable[[int, int], None] = lambda done, total: None,
) -> DatasetReport:
    """Look at every photo of a folder. ``smallest`` is the least width and height in pixels; problems named in ``keep``
    are reported, and the photos kept all the same. ``said`` is told (done, total).

    Raises BadPhotos if there is no folder or no file that could be a photo; a folder without a good one is reported.
    """
    paths = find_photos(folder)
    findings, seen = [], _Seen()
    with ThreadPoolExecutor(os.cpu_count()) as readers:
        for done, (finding, fingerprint) in enumerate(
            readers.map(lambda path: _look_at(folder, path, smallest), paths), start=1
        ):
            said(done, len(paths))
            duplicate = fingerprint is not None and seen.before(fingerprint)
            findings.append(Finding(finding.photo, "duplicate") if duplicate and not finding.problem else finding)
    return DatasetReport(folder, findings, frozenset(keep) & set(PROBLEMS[2:]))


def _look_at(folder: Path, path: Path, smallest: int) -> tuple[Finding, _Bits | None]:
    name = path.relative_to(folder).as_posix()
    try:
        data = path.read_bytes()
        pixels = decode_photo(name, data)
    except (OSError, BadPhotos):
        return Finding(Photo(name, "", 0, 0), "damaged"), None
    height, width, _ = pixels.shape
    photo = Photo(name, hashlib.sha256(data).hexdigest(), width, height)
    if min(width, height) < smallest:
        return Finding(photo, "too small"), None
    return Finding(photo, _quality_problem(pixels, data)), _fingerprint(pixels)


def _quality_problem(pixels: Pixels, data: bytes) -> str:
    if jpeg_quality(data) < _COMPRESSED:
        return "compressed"
    fine, coarse = _detail(pixels)
    if fine < _BLURRED:
        return "blurred"
    return "enlarged" if fine < _ENLARGED * coarse else ""


def _detail(pixels: Pixels) -> tuple[float, float]:
    """Root mean square of the finest octave and of the next one, in grey levels, of the photo's middle."""
    image = Image.fromarray(pixels).convert("L")
    width, height = (min(side, 512) // 4 * 4 for side in image.size)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    image = image.crop((left, top, left + width, top + height))
    return _octave(image), _octave(image.resize((width // 2, height // 2), Image.Resampling.LANCZOS))


def _octave(image: Image.Image) -> float:
    half = image.resize((max(image.width // 2, 1), max(image.height // 2, 1)), Image.Resampling.LANCZOS)
    again = half.resize(image.size, Image.Resampling.LANCZOS)
    difference = np.asarray(image, dtype=np.float32) - np.asarray(again, dtype=np.float32)
    return float(np.sqrt(np.mean(difference**2)))


def jpeg_quality(data: bytes) -> int:
    """Quality from 1 to 100 that a JPEG file was saved with, estimated from its luma table; 100 for any other file."""
    with Image.open(io.BytesIO(data)) as image:
        tables = getattr(image, "quantization", None)
    if not tables:
        return 100
    scale = 100 * float(np.mean(tables[0])) / _STANDARD_LUMA_MEAN
    quality = 5000 / scale if scale > 100 else (200 - scale) / 2
    return max(1, min(100, round(quality)))


_STANDARD_LUMA_MEAN = 57.625
"""Mean of the luma table of the JPEG standard, annex K."""


def _fingerprint(pixels: Pixels) -> _Bits:
    """256 bits that survive scaling and compression: where the brightness rises to the right, on a 17 x 16 grid."""
    grid = np.asarray(Image.fromarray(pixels).convert("L").resize((17, 16), Image.Resampling.BOX), dtype=np.int16)
    return np.packbits(grid[:, 1:] > grid[:, :-1])


class _Seen:
    """Fingerprints so far."""

    def __init__(self) -> None:
        self.fingerprints = np.empty((0, 32), dtype=np.uint8)

    def before(self, fingerprint: _Bits) -> bool:
        """Whether one like it was here before; remembers it."""
        distances = np.bitwise_count(self.fingerprints ^ fingerprint).sum(1)
        self.fingerprints = np.vstack([self.fingerprints, fingerprint])
        return bool((distances <= _SAME).any())
