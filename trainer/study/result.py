"""The result of a study, and what a person should take from it. Needs scipy, no torch."""

from __future__ import annotations

from engine.sentences import Sentence
from trainer.errors import BadStudy
from trainer.study.design import ORIGINAL, Mode
from trainer.study.findings import SIGNIFICANT, StudyResult
from trainer.study.folder import StudyFolder
from trainer.study.opinions import read_answers
from trainer.study.paired import result_of_pairs
from trainer.study.rated import mean_opinions, result_of_ratings
from trainer.study.statistics import Estimate

_LEVEL = 1e-9
"""Two methods are level where one is ahead by less: what is left of rounding."""


def result_of(folder: StudyFolder) -> StudyResult:
    """What a study says so far. Raises BadStudy, also where nobody has rated yet."""
    study, answers = folder.study(), read_answers(folder)
    if not answers.opinions and not answers.preferences:
        raise BadStudy("Nobody has rated anything in {path} yet.", path=folder.path)
    if study.mode is Mode.PAIRS:
        return result_of_pairs(answers)
    sets = [photo.data for photo in study.photos]
    return result_of_ratings(answers, lambda opinion: sets[opinion.cell.photo])


def opinions_by_set(folder: StudyFolder) -> dict[tuple[str, str], Estimate]:
    """Mean opinions by (set, method), to stand in a table beside other figures. Raises BadStudy."""
    sets = dict.fromkeys(photo.data for photo in folder.study().photos)
    means = {data: mean_opinions(read_answers(folder, data).opinions) for data in sets}
    return {(data, method): mean for data, found in means.items() for method, mean in found.items()}


def conclusions(result: StudyResult) -> list[Sentence]:
    """Which method is liked best, the original aside, and against which others that is more than chance."""
    methods = [method for method in result.methods if method != ORIGINAL]
    if not methods:
        return []
    best, others = methods[0], set(methods[1:])
    differences = [each for each in result.differences if each.first == best and each.second in others]
    level = [each.second for each in differences if abs(each.ahead) < _LEVEL]
    sure = [each.second for each in differences if each.corrected < SIGNIFICANT]
    unsure = [each.second for each in differences if each.corrected >= SIGNIFICANT and each.second not in level]
    said = [_liked_best(best, level)]
    if sure:
        said.append(Sentence("It is better than {others}: that is hardly chance.", others=", ".join(sure)))
    most = max((each.count for each in differences), default=0)
    if unsure and 2 ** (1 - most) * len(result.differences) >= SIGNIFICANT:
        said.append(
            Sentence(
                "{count} answers cannot decide between {methods} methods: judge more photos, or compare fewer.",
                count=most,
                methods=len(result.methods),
            )
        )
    elif unsure:
        said.append(
            Sentence("Whether it is better than {others} is open: that may be chance.", others=", ".join(unsure))
        )
    return said


def _liked_best(best: str, level: list[str]) -> Sentence:
    if level:
        return Sentence("{methods} are liked equally well, before the others.", methods=", ".join([best, *level]))
    return Sentence("{method} is liked best.", method=best)
