"""What a person wants to be judged, and what a child is told to make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.window.judging.methods import method_of
from trainer.data.photos import bundled_photos, look_for_photos
from trainer.study.design import ORIGINAL, Mode
from trainer.study.findings import SIGNIFICANT
from trainer.study.order import RETEST

CROP = 512
"""Pixels of a result that are shown: two of them stand side by side at 100 % in a window of 1280 x 800."""
SECONDS = {Mode.PAIRS: 5, Mode.RATINGS: 4}
"""That an answer takes, roughly."""


@dataclass(frozen=True)
class StudyWish:
    """``models`` are ids of the catalog; ``with_original`` says that photos are made small first, and judged as well
    as they are. ``rater`` is the name of who judges first.
    """

    photos: tuple[Path, ...]
    models: tuple[str, ...]
    with_original: bool
    mode: Mode
    rater: str

    @property
    def methods(self) -> int:
        """How many are compared."""
        return len(self.models) + self.with_original

    @property
    def questions(self) -> int:
        """How many a rater is asked."""
        each = self.methods * (self.methods - 1) // 2 if self.mode is Mode.PAIRS else self.methods
        first = len(self.photos) * each
        examples = 2 * len(self._examples()) if self.mode is Mode.RATINGS else 0
        return examples + first + min(round(RETEST * first), first // 2)

    @property
    def seconds(self) -> float:
        """That judging takes, roughly."""
        return self.questions * SECONDS[self.mode]

    @property
    def least(self) -> int:
        """Photos with which one rater can tell methods apart for sure, where all answers are the same."""
        pairs, photos = self.methods * (self.methods - 1) // 2, 1
        while 2 ** (1 - photos) * pairs >= SIGNIFICANT:
            photos += 1
        return photos

    def command(self, folder: Path) -> list[str]:
        """The arguments of the command line that make it in a new folder."""
        models = [*map(method_of, self.models), *([ORIGINAL] if self.with_original else [])]
        photos = ["--originals" if self.with_original else "--photos", *map(str, self.photos)]
        words = ["study", "new", str(folder), *photos, "--model", *models, "--crop", str(CROP), "--json"]
        if self.mode is Mode.PAIRS:
            return [*words, "--pairs"]
        examples = self._examples()
        return [*words, *(["--calibration", *map(str, examples)] if examples else [])]

    def _examples(self) -> list[Path]:
        """The samples that are not judged themselves."""
        judged = {path.name for path in self.photos}
        return [path for path in look_for_photos(bundled_photos(), own=False).paths if path.name not in judged]


def spread(paths: Sequence[Path], count: int) -> tuple[Path, ...]:
    """At most so many of them, from all over; of those that results could not be told apart by name, one."""
    by_name: dict[tuple[str, str], Path] = {}
    for path in paths:
        by_name.setdefault((path.parent.name, path.stem), path)
    alone = list(by_name.values())
    count = min(count, len(alone))
    return tuple(alone[number * len(alone) // count] for number in range(count))
