"""What a study is, as ``study.json`` and ``key.json`` hold it: values, and the rules that they keep. No torch."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from engine.sentences import why
from trainer.errors import BadStudy
from trainer.evaluation.paper import ORIGINAL as ORIGINAL
from trainer.typed_json import typed

VERSION = 1
"""Of the files of a study."""
LOWEST, HIGHEST = 1, 5
"""Scores: bad and excellent."""
MOST_RETEST = 0.5
"""Share of the images that may be shown again: then half of them lie between the two times."""
_IMAGE = re.compile(r"[0-9a-f]{16}\.png")
_ID = re.compile(r"[0-9a-f]{8}")

T = TypeVar("T")


class Mode(StrEnum):
    """What a rater is asked."""

    RATINGS = "ratings"
    """How good is this image, from 1 to 5? The paper's test."""
    PAIRS = "pairs"
    """Which of these two is better?"""


@dataclass(frozen=True)
class StudyPhoto:
    """A photo that is judged: its name, the set that it is from, the SHA-256 of its file, and which part of the result
    is shown."""

    name: str
    data: str
    sha256: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Stimulus:
    """One method's image of the photo with that number. Which method, only the key tells."""

    image: str
    photo: int


@dataclass(frozen=True)
class Example:
    """An image of the calibration, and the score that it stands for."""

    image: str
    score: int


@dataclass(frozen=True)
class Study:
    """What a rater needs. ``methods`` and ``photos`` are told, which image is whose is not; ``stimuli`` are sorted by
    the names of their images. ``retest`` is the share of trials that come twice, 0 to 0.5.
    """

    version: int
    id: str
    created: str
    mode: Mode
    seed: int
    retest: float
    methods: list[str]
    photos: list[StudyPhoto]
    stimuli: list[Stimulus]
    calibration: list[Example]

    @property
    def images(self) -> list[str]:
        """The names of all image files."""
        return [*(each.image for each in self.calibration), *(each.image for each in self.stimuli)]

    def check(self) -> None:
        """Raise ValueError for what no study says."""
        if self.version > VERSION:
            raise ValueError("it was made by a newer Fourfold")
        if not _ID.fullmatch(self.id):
            raise ValueError("id is no id")
        if len(set(self.images)) < len(self.images) or not all(map(_IMAGE.fullmatch, self.images)):
            raise ValueError("its images are not named as those of a study")
        if not all(0 <= each.photo < len(self.photos) for each in self.stimuli):
            raise ValueError("an image is of no photo")
        if not all(LOWEST <= each.score <= HIGHEST for each in self.calibration):
            raise ValueError("a score is not from 1 to 5")
        if not 0 <= self.retest <= MOST_RETEST:
            raise ValueError("retest is not from 0 to 0.5")


@dataclass(frozen=True)
class Key:
    """Of the study with that id, which method each image is of."""

    study: str
    methods: dict[str, str]


def is_rater_id(text: str) -> bool:
    """Whether a rater can have that id, which is also the name of a file."""
    return bool(_ID.fullmatch(text))


def read_value(path: Path, kind: type[T]) -> T:
    """A value of that kind from a file of JSON. Raises BadStudy."""
    try:
        return typed(kind, strict_json(path.read_bytes()))
    except OSError as error:
        raise BadStudy("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error
    except (ValueError, RecursionError) as error:
        raise BadStudy("{path} is damaged: {reason}.", path=path, reason=error) from error


def strict_json(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError, also for NaN and infinities."""
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")
