"""Copies of a study that went to several raters come together."""

import shutil
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

from tests.trainer.study.conftest import make, rate
from trainer.errors import BadStudy
from trainer.study.folder import StudyFolder
from trainer.study.merging import merge
from trainer.study.ratings import Rating, read_sheets


def copied(folder: StudyFolder, path: Path) -> StudyFolder:
    return StudyFolder(Path(shutil.copytree(folder.path, path)))


def held(folder: StudyFolder) -> dict[str, list[Rating]]:
    return {sheet.rater.rater: sheet.ratings for sheet in read_sheets(folder)}


def said(news: Iterable[str]) -> list[str]:
    return sorted(map(str, news))


def test_two_raters_on_two_computers(study: StudyFolder, tmp_path: Path) -> None:
    there = copied(study, tmp_path / "there")
    there.key_file.unlink()
    rate(study, "Anna", lambda trial: 3)
    rate(there, "Ben", lambda trial: 4)
    assert said(merge(study, [there])) == ["Ben: 17 new answers."]
    assert {name: len(ratings) for name, ratings in held(study).items()} == {"Anna": 17, "Ben": 17}
    assert list(held(there)) == ["Ben"], "a copy stays as it is"


def test_the_same_again_changes_nothing(study: StudyFolder, tmp_path: Path) -> None:
    there = copied(study, tmp_path / "there")
    rate(there, "Ben", lambda trial: 4)
    merge(study, [there])
    before = {path.name: path.read_bytes() for path in study.ratings.iterdir()}
    assert merge(study, [there, there, study]) == []
    assert {path.name: path.read_bytes() for path in study.ratings.iterdir()} == before


def test_a_rater_who_went_on_in_a_copy(study: StudyFolder, tmp_path: Path) -> None:
    rate(study, "Anna", lambda trial: 3, most=6)
    there = copied(study, tmp_path / "there")
    rate(there, "Anna", lambda trial: 2)
    assert said(merge(study, [there])) == ["Anna: 11 new answers."]
    assert held(study) == held(there)


def test_a_conflict_is_said_and_the_later_answer_counts(study: StudyFolder, tmp_path: Path) -> None:
    rate(study, "Anna", lambda trial: 3, most=6)
    there = copied(study, tmp_path / "there")
    rate(study, "Anna", lambda trial: 2)
    rate(there, "Anna", lambda trial: 4, most=5)
    news = said(merge(study, [there]))
    assert news == [
        "Anna answered 5 trials differently in " + str(there.path) + "; the later answers count.",
        "Anna: 5 new answers.",
    ]
    [sheet] = read_sheets(study)
    assert sorted(rating.answer for rating in sheet.answers().values())[-6:].count(4) == 5
    assert merge(study, [there]) == [], "said once"


def test_the_same_answer_in_two_copies_is_no_conflict(study: StudyFolder, tmp_path: Path) -> None:
    rate(study, "Anna", lambda trial: 3, most=0)
    there = copied(study, tmp_path / "there")
    rate(study, "Anna", lambda trial: 3, most=6)
    rate(there, "Anna", lambda trial: 3, most=6)
    assert said(merge(study, [there])) == ["Anna: 6 new answers."]
    assert len(read_sheets(study)[0].answers()) == 6


def test_a_correction_in_a_copy_is_no_conflict(study: StudyFolder, tmp_path: Path) -> None:
    rate(study, "Anna", lambda trial: 3, most=6)
    there = copied(study, tmp_path / "there")
    session = rate(there, "Anna", lambda trial: 3, most=0)
    session.back()
    session.answer(5)
    assert said(merge(study, [there])) == ["Anna: 1 new answers."]


def test_the_order_of_merging_does_not_matter(study: StudyFolder, tmp_path: Path) -> None:
    copies = [copied(study, tmp_path / str(number)) for number in range(3)]
    rate(study, "Anna", lambda trial: 3, most=4)
    shutil.copytree(study.path, copies[0].path, dirs_exist_ok=True)
    rate(copies[0], "Anna", lambda trial: 2, most=4)
    rate(copies[1], "Ben", lambda trial: 1)
    rate(copies[2], "Cleo", lambda trial: 5, most=7)
    ends = []
    for number, order in enumerate(permutations(copies)):
        whole = copied(study, tmp_path / f"whole {number}")
        merge(whole, order)
        ends.append(held(whole))
    assert all(end == ends[0] for end in ends)


def test_namesakes_stay_two(study: StudyFolder, tmp_path: Path) -> None:
    there = copied(study, tmp_path / "there")
    rate(study, "Anna", lambda trial: 3)
    rate(there, "Anna", lambda trial: 4)
    assert said(merge(study, [there])) == [
        "2 raters are called Anna; they count as 2 people.",
        "Anna: 17 new answers.",
    ]
    with pytest.raises(BadStudy, match="say which"):
        rate(study, "Anna", lambda trial: 3)
    assert rate(study, read_sheets(study)[1].rater.id, lambda trial: 3).done == 17


def test_another_study_is_refused_before_anything_is_written(study: StudyFolder, tmp_path: Path) -> None:
    there, other = copied(study, tmp_path / "there"), make(tmp_path / "other")
    rate(there, "Ben", lambda trial: 4)
    with pytest.raises(BadStudy, match="another study"):
        merge(study, [there, other])
    assert held(study) == {}


def test_the_key_comes_along(study: StudyFolder, tmp_path: Path) -> None:
    there = copied(study, tmp_path / "there")
    there.key_file.unlink()
    merge(there, [study])
    assert there.key() == study.key()
