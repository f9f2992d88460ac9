"""Copies of one study brought together: the ratings of all raters, each once. No torch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.atomic import copy_whole
from engine.sentences import Sentence, why
from trainer.errors import BadStudy
from trainer.study.folder import StudyFolder
from trainer.study.ratings import Rating, Sheet, read_sheets
from trainer.study.trials import Kind


def merge(into: StudyFolder, copies: Iterable[StudyFolder]) -> list[Sentence]:
    """Add the ratings in the copies to a study, each once; returns what a person should know. In any order, and again,
    it comes to the same. The copies stay as they are. Raises BadStudy where one is of another study, before anything is
    written.
    """
    found = [(folder, read_sheets(folder)) for folder in copies if _is_copy(folder, into)]
    own = {sheet.rater.id: sheet for sheet in read_sheets(into)}
    news = []
    for folder, sheets in found:
        _bring_key(folder, into)
        for sheet in sheets:
            if sheet.rater.id in own:
                news += _add(own[sheet.rater.id], sheet)
            else:
                own[sheet.rater.id] = replace(sheet, path=into.ratings / sheet.path.name)
                own[sheet.rater.id].create()
                news.append(_arrived(sheet, len(sheet.ratings)))
    return [*news, *_namesakes(own.values())]


def _is_copy(folder: StudyFolder, into: StudyFolder) -> bool:
    if folder.study().id != into.study().id:
        raise BadStudy("{path} is another study than {into}.", path=folder.path, into=into.path)
    return True


def _add(ours: Sheet, theirs: Sheet) -> list[Sentence]:
    """What is only there, too, and what to say of it."""
    conflicts = _conflicts(ours, theirs)
    known = set(ours.ratings)
    new = [rating for rating in theirs.ratings if rating not in known]
    if not new:
        return []
    ours.extend(new)
    return [_arrived(ours, len(new)), *conflicts]


def _conflicts(ours: Sheet, theirs: Sheet) -> list[Sentence]:
    """What one rater answered differently in two copies, where neither knew of the other."""
    here, there = (_only(a, b) for a, b in ((ours, theirs), (theirs, ours)))
    both = [trial for trial in here if trial in there and here[trial].answer != there[trial].answer]
    if not both:
        return []
    return [
        Sentence(
            "{name} answered {count} trials differently in {folder}; the later answers count.",
            name=ours.rater.rater,
            count=len(both),
            folder=theirs.path.parents[1],
        )
    ]


def _only(sheet: Sheet, other: Sheet) -> dict[tuple[Kind, str], Rating]:
    known = set(other.ratings)
    return {rating.trial: rating for rating in sheet.ratings if rating not in known}


def _bring_key(copy: StudyFolder, into: StudyFolder) -> None:
    if copy.key_file.is_file() and not into.key_file.exists():
        try:
            copy_whole(copy.key_file, into.key_file)
        except OSError as error:
            raise BadStudy("{path} cannot be written: {reason}.", path=into.key_file, reason=why(error)) from error


def _arrived(sheet: Sheet, count: int) -> Sentence:
    return Sentence("{name}: {count} new answers.", name=sheet.rater.rater, count=count)


def _namesakes(sheets: Iterable[Sheet]) -> list[Sentence]:
    names = [sheet.rater.rater for sheet in sheets]
    shared = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    return [
        Sentence("{count} raters are called {name}; they count as {count} people.", count=names.count(name), name=name)
        for name in shared
    ]
