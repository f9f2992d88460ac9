"""The check of a folder before training: which photos serve, which do not, and why. No torch."""

from __future__ import annotations

import hashlib
import io
import os
from collections import Counter
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.jobs.file_quality import jpeg_quality
from engine.sentences import Sentence
from trainer.data.photos import Pixels, TrainingPhoto, decode_photo, find_photos
from trainer.errors import BadPhotos

PROBLEMS = (
    Sentence("damaged"),
    Sentence("too small"),
    Sentence("duplicate"),
    Sentence("blurred"),
    Sentence("enlarged"),
    Sentence("compressed"),
)
"""Why a photo may be left out. All but the first two can be overruled."""

_BLURRED = 0.6
"""Root mean square, in grey levels, of what is lost when a photo is halved and doubled: below it there is no fine
detail to learn from.
"""
_ENLARGED = 0.33, 0.22
"""Fine detail as a share of that one octave coarser, and of the stronger of the next two: below either, the photo has
been enlarged. Photos of cameras stay above .41 and .24, but for one in 400; nine in ten that bicubic made two to four
times as large are below.
"""
_COMPRESSED = 60
"""JPEG quality, estimated from the tables, below which blocks and ringing would be learnt."""
_SAME = 24
"""Bits of 256 in which the fingerprints of two files of one photo may differ: a third of the size or JPEG 60 changes
23 at most, and no two of 390 photos were nearer than 33.
"""

_FEWEST_PHOTOS, _FEWEST_MEGAPIXELS = 8, 8
"""Either suffices for a fine-tune. A single photo never does: nothing would be left to judge by."""

_Bits = NDArray[np.uint8]


@dataclass(frozen=True)
class Finding:
    """What the check says of one file: its problem, or "" where it is good."""

    photo: TrainingPhoto
    problem: str


@dataclass(frozen=True)
class DatasetReport:
    """What the check says of a folder."""

    folder: Path
    findings: list[Finding]
    overruled: frozenset[str] = frozenset()

    @property
    def kept(self) -> list[TrainingPhoto]:
        """The photos to train on."""
        return [each.photo for each in self.findings if each.problem in {"", *self.overruled}]

    @property
    def megapixels(self) -> float:
        """Of the photos that are kept."""
        return sum(photo.width * photo.height for photo in self.kept) / 1e6

    def summary(self) -> Sentence:
        """One sentence: how many serve, and what is left out."""
        left_out = Counter(each.problem for each in self.findings if each.problem not in {"", *self.overruled})
        counts = [
            Sentence("{count} {problem}", count=left_out[problem], problem=problem)
            for problem in PROBLEMS
            if left_out[problem]
        ]
        serving = Sentence(
            "{kept} of {photos} photos serve ({megapixels:.1f} megapixels)",
            kept=len(self.kept),
            photos=len(self.findings),
            megapixels=self.megapixels,
        )
        if not counts:
            return Sentence("{serving}.", serving=serving)
        return Sentence("{serving}; left out: {counts}.", serving=serving, counts=reduce(_listed, counts))


def enough(report: DatasetReport, leave_out: Collection[str] = ()) -> str:
    """What a folder lacks to fine-tune on, as a sentence; "" where it suffices. ``leave_out`` names photos that will
    not be used.
    """
    photos = [photo for photo in report.kept if photo.path not in set(leave_out)]
    megapixels = sum(photo.width * photo.height for photo in photos) / 1e6
    if len(photos) >= _FEWEST_PHOTOS or (len(photos) > 1 and megapixels >= _FEWEST_MEGAPIXELS):
        return ""
    return Sentence(
        "Photos that serve: {photos}, with {megapixels:.1f} megapixels, which is too few; add more, until there are "
        "{fewest} sharp photos, or fewer with {least} megapixels in all.",
        photos=len(photos),
        megapixels=megapixels,
        fewest=_FEWEST_PHOTOS,
        least=_FEWEST_MEGAPIXELS,
    )


def check_photos(
    folder: Path,
    *,
    smallest: int,
    keep: Collection[str] = (),
    leave_out: Collection[str] = (),
    said: Callable[[int, int], None] = lambda done, total: None,
) -> DatasetReport:
    """Look at every photo of a folder. ``smallest`` is the least width and height in pixels; problems named in ``keep``
    are reported, and the photos kept all the same; files named in ``leave_out`` are not looked at. ``said`` is told
    (done, total); what it raises ends the check at once.

    Raises BadPhotos if there is no folder or no file that could be a photo; a folder without a good one is reported.
    """
    paths = [path for path in find_photos(folder) if path.relative_to(folder).as_posix() not in set(leave_out)]
    findings, seen = [], _Seen()
    readers = ThreadPoolExecutor(os.cpu_count())
    try:
        looks = readers.map(lambda path: _look_at(folder, path, smallest), paths)
        for done, (finding, fingerprint) in enumerate(looks, start=1):
            said(done, len(paths))
            if fingerprint is not None and not finding.problem and seen.before(fingerprint):
                finding = Finding(finding.photo, "duplicate")  # of a good one: a bad copy does not count
            findings.append(finding)
    finally:
        readers.shutdown(cancel_futures=True)
    return DatasetReport(folder, findings, frozenset(keep) & set(PROBLEMS[2:]))


def _listed(before: Sentence, last: Sentence) -> Sentence:
    return Sentence("{before}, {last}", before=before, last=last)


def _look_at(folder: Path, path: Path, smallest: int) -> tuple[Finding, _Bits | None]:
    name = path.relative_to(folder).as_posix()
    try:
        data = path.read_bytes()
        pixels = decode_photo(name, data)
    except (OSError, BadPhotos):
        return Finding(TrainingPhoto(name, "", 0, 0), "damaged"), None
    height, width, _ = pixels.shape
    photo = TrainingPhoto(name, hashlib.sha256(data).hexdigest(), width, height)
    if min(width, height) < smallest:
        return Finding(photo, "too small"), None
    return Finding(photo, _quality_problem(pixels, data)), _fingerprint(pixels)


def _quality_problem(pixels: Pixels, data: bytes) -> str:
    if jpeg_quality(io.BytesIO(data)) < _COMPRESSED:
        return "compressed"
    fine, coarse, coarser = _detail(pixels)
    if fine < _BLURRED:
        return "blurred"
    next_one, next_two = _ENLARGED
    return "enlarged" if fine < next_one * coarse or fine < next_two * max(coarse, coarser) else ""


def _detail(pixels: Pixels) -> list[float]:
    """Root mean square of the three finest octaves, in grey levels, of the photo's middle."""
    image = Image.fromarray(pixels).convert("L")
    width, height = (max(min(side, 512) // 8 * 8, 8) for side in image.size)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    image = image.crop((left, top, left + width, top + height))
    sizes = [(width >> octave, height >> octave) for octave in range(3)]
    return [_octave(image.resize(size, Image.Resampling.LANCZOS)) for size in sizes]


def _octave(image: Image.Image) -> float:
    half = image.resize((max(image.width // 2, 1), max(image.height // 2, 1)), Image.Resampling.LANCZOS)
    again = half.resize(image.size, Image.Resampling.LANCZOS)
    difference = np.asarray(image, dtype=np.float32) - np.asarray(again, dtype=np.float32)
    return float(np.sqrt(np.mean(difference**2)))


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
