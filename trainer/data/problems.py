"""What may be wrong with a photo that is to be learnt from, and how it is found out. No torch."""

from __future__ import annotations

import io
from enum import ReprEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.jobs.file_quality import jpeg_quality
from engine.sentences import Sentence
from trainer.data.photos import Pixels, middle


class Problem(Sentence, ReprEnum):
    """Why a photo may be left out. Each is its word, as in ``StrEnum``, and can be said in other languages."""

    DAMAGED = Sentence("damaged")
    TOO_SMALL = Sentence("too small")
    DUPLICATE = Sentence("duplicate")
    BLURRED = Sentence("blurred")
    ENLARGED = Sentence("enlarged")
    COMPRESSED = Sentence("compressed")


OVERRULABLE = (Problem.DUPLICATE, Problem.BLURRED, Problem.ENLARGED, Problem.COMPRESSED)
"""Problems of photos that a person may want all the same; the others cannot be trained on."""

Fingerprint = NDArray[np.uint8]

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


def quality_problem(pixels: Pixels, data: bytes) -> Problem | None:
    """What makes a photo a bad teacher: blurred, enlarged or compressed; None where it is good. ``data`` are the bytes
    of its file.
    """
    if jpeg_quality(io.BytesIO(data)) < _COMPRESSED:
        return Problem.COMPRESSED
    fine, coarse, coarser = _detail(pixels)
    if fine < _BLURRED:
        return Problem.BLURRED
    next_one, next_two = _ENLARGED
    return Problem.ENLARGED if fine < next_one * coarse or fine < next_two * max(coarse, coarser) else None


def _detail(pixels: Pixels) -> list[float]:
    """Root mean square of the three finest octaves, in grey levels, of the photo's middle."""
    height, width = (max(min(side, 512) // 8 * 8, 8) for side in pixels.shape[:2])
    image = Image.fromarray(middle(pixels, height, width)).convert("L")
    sizes = [(width >> octave, height >> octave) for octave in range(3)]
    return [_octave(image.resize(size, Image.Resampling.LANCZOS)) for size in sizes]


def _octave(image: Image.Image) -> float:
    """Root mean square, in grey levels, of what halving and doubling loses."""
    half = image.resize((max(image.width // 2, 1), max(image.height // 2, 1)), Image.Resampling.LANCZOS)
    again = half.resize(image.size, Image.Resampling.LANCZOS)
    difference = np.asarray(image, dtype=np.float32) - np.asarray(again, dtype=np.float32)
    return float(np.sqrt(np.mean(difference**2)))


def fingerprint(pixels: Pixels) -> Fingerprint:
    """256 bits that survive scaling and compression: where the brightness rises to the right, on a 17 x 16 grid."""
    grid = np.asarray(Image.fromarray(pixels).convert("L").resize((17, 16), Image.Resampling.BOX), dtype=np.int16)
    return np.packbits(grid[:, 1:] > grid[:, :-1])


class Seen:
    """The fingerprints of the photos so far, as words of 64 bits: of 350,000 one look takes a millisecond."""

    def __init__(self) -> None:
        self._words = np.empty((4, 1024), dtype=np.uint64)
        self._count = 0

    def before(self, fingerprint: Fingerprint) -> bool:
        """Whether one like it was here before. It is remembered."""
        words = fingerprint.view(np.uint64)  # (4,)
        different = np.bitwise_count(self._words[:, : self._count] ^ words[:, None])  # (4, photos)
        self._remember(words)
        return bool((different.sum(0, dtype=np.uint16) <= _SAME).any())

    def _remember(self, words: NDArray[np.uint64]) -> None:
        """With room for as many again where there is none, so that little is copied."""
        if self._count == self._words.shape[1]:
            self._words = np.hstack([self._words, np.empty_like(self._words)])
        self._words[:, self._count] = words
        self._count += 1
