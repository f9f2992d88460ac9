"""The check of a folder before training: which photos serve, which do not, and why. No torch."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Callable, Collection, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from engine.sentences import Sentence
from trainer.data.bursts import Shot, bursts, taken
from trainer.data.photos import TrainingPhoto, decode_photo, groups_of, look_for_photos, split
from trainer.data.problems import OVERRULABLE, Fingerprint, Problem, Seen, fingerprint, quality_problem
from trainer.errors import BadPhotos

_FEWEST_PHOTOS, _FEWEST_MEGAPIXELS = 8, 8
"""Either suffices for a fine-tune. A single photo never does: nothing would be left to judge by."""
ONE_BURST = Sentence(
    "All these photos are of one burst, so those held back are like those that are learned from: the verdict will be "
    "too kind."
)


@dataclass(frozen=True)
class Finding:
    """What the check says of one file: its problem, or None where it is good; ``shot`` is None where it is damaged or
    too small.
    """

    photo: TrainingPhoto
    problem: Problem | None
    shot: Shot | None = None


@dataclass(frozen=True)
class DatasetReport:
    """What the check says of a folder. ``news`` are sentences on what it passed by."""

    folder: Path
    findings: list[Finding]
    overruled: frozenset[Problem] = frozenset()
    news: tuple[Sentence, ...] = ()

    @property
    def kept(self) -> list[TrainingPhoto]:
        """The photos to train on."""
        return [each.photo for each in self.findings if self._serves(each)]

    @property
    def left_out(self) -> list[Finding]:
        """Those not to train on."""
        return [each for each in self.findings if not self._serves(each)]

    @property
    def megapixels(self) -> float:
        """Of the photos that are kept."""
        return sum(photo.width * photo.height for photo in self.kept) / 1e6

    def bursts(self) -> dict[str, str]:
        """Of the photos that are kept, by path, the first shot of the burst that each is of."""
        kept = [each for each in self.findings if self._serves(each)]
        return bursts({each.photo.path: each.shot for each in kept if each.shot})

    def split(self, held_out: float) -> tuple[list[TrainingPhoto], list[TrainingPhoto]]:
        """(training, held-out) of the photos that are kept, whole bursts of them, as ``photos.split`` says. Where all
        are of one burst, single shots of it are held out.
        """
        kept, together = self.kept, self.bursts()
        groups = {} if self.is_one_burst(together) else together
        return split(kept, held_out, groups | groups_of(self.folder))

    def is_one_burst(self, together: Mapping[str, str]) -> bool:
        """Whether all photos that are kept are of one burst, so that none is unlike those to learn from."""
        return len(together) == len(self.kept) and len(set(together.values())) == 1

    def summary(self) -> Sentence:
        """One sentence: how many serve, and what is left out."""
        left_out = Counter(each.problem for each in self.left_out)
        counts = [
            Sentence("{count} {problem}", count=left_out[problem], problem=problem)
            for problem in Problem
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

    def _serves(self, finding: Finding) -> bool:
        return finding.problem is None or finding.problem in self.overruled


def enough(report: DatasetReport) -> str:
    """What a folder lacks to fine-tune on, as a sentence; "" where it suffices."""
    photos, megapixels = len(report.kept), report.megapixels
    if photos >= _FEWEST_PHOTOS or (photos > 1 and megapixels >= _FEWEST_MEGAPIXELS):
        return ""
    return Sentence(
        "Photos that serve: {photos}, with {megapixels:.1f} megapixels, which is too few; add more, until there are "
        "{fewest} sharp photos, or fewer with {least} megapixels in all.",
        photos=photos,
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
    """Look at every photo of a folder. ``smallest`` is the least width and height in pixels. Photos with a problem
    named in ``keep`` are kept all the same; files named in ``leave_out`` are not looked at. ``said`` is told
    (done, total); what it raises ends the check at once.

    Raises BadPhotos if there is no folder or no file that could be a photo; a folder without a good one is reported.
    """
    there = look_for_photos(folder, own=False)
    paths = [path for path in there.paths if path.relative_to(folder).as_posix() not in set(leave_out)]
    findings = []
    with closing(_findings(folder, paths, smallest)) as found:
        for finding in found:
            findings.append(finding)
            said(len(findings), len(paths))
    overruled = frozenset(problem for problem in OVERRULABLE if problem in keep)
    return DatasetReport(folder, findings, overruled, there.news)


def _findings(folder: Path, paths: list[Path], smallest: int) -> Generator[Finding, None, None]:
    """One a file, in order. A copy of a good photo is a duplicate; a copy of a bad one has its problem."""
    seen = Seen()
    readers = ThreadPoolExecutor(os.cpu_count())
    try:
        for finding, bits in readers.map(lambda path: _look_at(folder, path, smallest), paths):
            is_copy = bits is not None and finding.problem is None and seen.before(bits)
            yield replace(finding, problem=Problem.DUPLICATE) if is_copy else finding
    finally:
        readers.shutdown(cancel_futures=True)


def _listed(before: Sentence, last: Sentence) -> Sentence:
    return Sentence("{before}, {last}", before=before, last=last)


def _look_at(folder: Path, path: Path, smallest: int) -> tuple[Finding, Fingerprint | None]:
    name = path.relative_to(folder).as_posix()
    try:
        data = path.read_bytes()
        pixels = decode_photo(name, data)
    except (OSError, BadPhotos):
        return Finding(TrainingPhoto(name, "", 0, 0), Problem.DAMAGED), None
    height, width, _ = pixels.shape
    photo = TrainingPhoto(name, hashlib.sha256(data).hexdigest(), width, height)
    if min(width, height) < smallest:
        return Finding(photo, Problem.TOO_SMALL), None
    try:
        bits = fingerprint(pixels)
        return Finding(photo, quality_problem(pixels, data), Shot(*taken(data), bits.tobytes())), bits
    except Exception as error:  # the border: a fault of one photo must not end the check
        logging.getLogger("fourfold").info("%s was not looked at.", name, exc_info=error)
        return Finding(photo, Problem.DAMAGED), None
