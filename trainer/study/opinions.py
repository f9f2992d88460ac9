"""The key laid over the answers: who prefers which method, on which photo. No torch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from trainer.study.design import HIGHEST, LOWEST, Mode
from trainer.study.folder import StudyFolder
from trainer.study.ratings import Rating, Sheet, read_sheets
from trainer.study.trials import Choice, Kind


class Cell(NamedTuple):
    """One rater before one photo. ``rater`` is the name, with the id where two have one name."""

    rater: str
    photo: int


@dataclass(frozen=True)
class Opinion:
    """A score, and the one given when the image was shown again."""

    cell: Cell
    method: str
    score: int
    again: int | None = None


@dataclass(frozen=True)
class Preference:
    """An answer to a pair: 1 where ``first`` is better, -1 where ``second`` is, 0 for equal; ``again`` likewise.
    ``first`` comes before ``second`` in the alphabet, on whichever side they were shown.
    """

    cell: Cell
    first: str
    second: str
    answer: int
    again: int | None = None


@dataclass(frozen=True)
class Answers:
    """All answers of a study, the newest of each trial: opinions or preferences. ``raters`` have answered so many
    trials; ``unreadable`` lines of their files were passed by.
    """

    opinions: list[Opinion]
    preferences: list[Preference]
    raters: dict[str, int]
    unreadable: int


def read_answers(folder: StudyFolder, data: str | None = None) -> Answers:
    """Those about photos of one set, or about all. Raises BadStudy, also where the key is not here."""
    study, key, sheets = folder.study(), folder.key().methods, read_sheets(folder)
    photos = {each.image: each.photo for each in study.stimuli if data in (None, study.photos[each.photo].data)}
    opinions: list[Opinion] = []
    preferences: list[Preference] = []
    for name, sheet in _named(sheets).items():
        if study.mode is Mode.PAIRS:
            preferences += _preferences(name, sheet, photos, key)
        else:
            opinions += _opinions(name, sheet, photos, key)
    counts = {name: len(sheet.answers()) for name, sheet in _named(sheets).items()}
    return Answers(opinions, preferences, counts, sum(sheet.unreadable for sheet in sheets))


def _named(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    names = [sheet.rater.rater for sheet in sheets]
    return {
        name if names.count(name) == 1 else f"{name} ({sheet.rater.id})": sheet
        for name, sheet in zip(names, sheets, strict=True)
    }


def _opinions(name: str, sheet: Sheet, photos: dict[str, int], key: dict[str, str]) -> Iterable[Opinion]:
    first, again = (_scores(sheet, kind) for kind in (Kind.FIRST, Kind.RETEST))
    for image, score in first.items():
        if image in photos:
            yield Opinion(Cell(name, photos[image]), key[image], score, again.get(image))


def _scores(sheet: Sheet, kind: Kind) -> dict[str, int]:
    answers = (each for each in sheet.answers().values() if each.kind is kind)
    return {each.shown: each.answer for each in answers if LOWEST <= each.answer <= HIGHEST}


def _preferences(name: str, sheet: Sheet, photos: dict[str, int], key: dict[str, str]) -> Iterable[Preference]:
    found: dict[Kind, dict[tuple[int, str, str], int]] = {Kind.FIRST: {}, Kind.RETEST: {}}
    for rating in sheet.answers().values():
        left, _, right = rating.shown.partition("+")
        if rating.kind in found and {left, right} <= set(photos) and photos[left] == photos[right]:
            first, second = sorted((key[left], key[right]))
            found[rating.kind][photos[left], first, second] = _of_first(rating, key[left] == first)
    for place, answer in found[Kind.FIRST].items():
        photo, first, second = place
        yield Preference(Cell(name, photo), first, second, answer, found[Kind.RETEST].get(place))


def _of_first(rating: Rating, first_is_left: bool) -> int:
    sign = max(Choice.LEFT, min(rating.answer, Choice.RIGHT))
    return -sign if first_is_left else sign
