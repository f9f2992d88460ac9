"""What known ratings come to, worked out by hand."""

import csv
import math
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.study.conftest import fill, make, rate
from trainer.errors import BadStudy
from trainer.study.design import Mode
from trainer.study.findings import Difference, MethodScore, StudyResult
from trainer.study.folder import StudyFolder
from trainer.study.ratings import sheet_of
from trainer.study.result import conclusions, opinions_by_set, result_of
from trainer.study.statistics import Estimate
from trainer.study.tables import tables_of, write_tables
from trainer.study.trials import Kind, Trial

A = {(0, "srgan"): 5, (1, "srgan"): 4, (2, "srgan"): 3, (0, "bicubic"): 2, (1, "bicubic"): 2, (2, "bicubic"): 3}
B = {(0, "srgan"): 4, (1, "srgan"): 4, (2, "srgan"): 5, (0, "bicubic"): 1, (1, "bicubic"): 3, (2, "bicubic"): 2}


@pytest.fixture
def known(tmp_path: Path) -> StudyFolder:
    """Two raters, three photos, two methods."""
    folder = make(tmp_path / "known", methods=("bicubic", "srgan"), sets=("Set5", "Set14"))
    fill(folder, "Anna", A, {(0, "srgan"): 4, (0, "bicubic"): 2})
    fill(folder, "Ben", B, {(1, "srgan"): 4})
    return folder


def test_scores_and_their_intervals(known: StudyFolder) -> None:
    """Photos' means 4.5 4 4: sd 0.288675, t of 2 degrees 4.302653; 1.5 2.5 2.5: sd 0.577350, cut at 1."""
    srgan, bicubic = result_of(known).scores
    assert (srgan.method, bicubic.method) == ("srgan", "bicubic")
    assert srgan.opinion == pytest.approx((4.166667, 3.449558, 4.883775), abs=1e-5)
    assert bicubic.opinion == pytest.approx((2.166667, 1, 3.600884), abs=1e-5)
    assert (srgan.counts, bicubic.counts) == ((0, 0, 1, 3, 2), (1, 3, 2, 0, 0))


def test_ranks_share_ties(known: StudyFolder) -> None:
    """First five times of six, once they share 1 and 2."""
    srgan, bicubic = result_of(known).scores
    assert (srgan.rank, bicubic.rank) == (pytest.approx(6.5 / 6), pytest.approx(11.5 / 6))


def test_differences_are_paired(known: StudyFolder) -> None:
    """3 2 0 3 1 3: five that differ, all one way, 2 of 32 signs."""
    [difference] = result_of(known).differences
    assert (difference.first, difference.second, difference.count) == ("srgan", "bicubic", 6)
    assert (difference.ahead, difference.p, difference.corrected) == pytest.approx((2, 2 / 32, 2 / 32))


def test_agreement_of_the_retest(known: StudyFolder) -> None:
    """5 2 then 4 2: 0.5 observed, 14 / 4 expected. With 4 then 4: 1 / 3 observed, 23 / 9 expected."""
    anna, ben, both = result_of(known).agreements
    assert (anna.rater, anna.count, anna.same, anna.kappa) == ("Anna", 2, 1, pytest.approx(1 - 0.5 / 3.5))
    assert (ben.rater, ben.count, ben.same) == ("Ben", 1, 1) and math.isnan(ben.kappa)
    assert (both.rater, both.count, both.same, both.kappa) == ("all", 3, 2, pytest.approx(1 - 3 / 23))


def test_means_by_rater_and_by_set(known: StudyFolder) -> None:
    """Photos 0 and 2 are of Set5."""
    result = result_of(known)
    assert result.by_rater["Anna"] == pytest.approx({"srgan": 4, "bicubic": 7 / 3})
    assert result.by_set["Set5"] == pytest.approx({"srgan": 4.25, "bicubic": 2})
    assert result.by_set["Set14"] == pytest.approx({"srgan": 4, "bicubic": 2.5})
    by_set = opinions_by_set(known)
    assert by_set["Set5", "srgan"].value == 4.25 and by_set["Set14", "bicubic"].value == 2.5
    assert by_set["Set5", "srgan"].low == pytest.approx(4.25 - 12.706205 * 0.353553 / math.sqrt(2), abs=1e-4)


def test_a_single_photo_has_the_interval_of_its_raters(tmp_path: Path) -> None:
    folder = make(tmp_path / "one", methods=("bicubic", "srgan"), photos=1)
    for name, score in (("Anna", 3), ("Ben", 4), ("Cleo", 5)):
        fill(folder, name, {(0, "srgan"): score, (0, "bicubic"): 1})
    srgan = result_of(folder).scores[0]
    assert srgan.opinion == pytest.approx((4, 4 - 4.302653 / math.sqrt(3), 5), abs=1e-5)


def test_corrections_count_and_calibration_does_not(known: StudyFolder) -> None:
    sheet = sheet_of(known, "Anna")
    image = next(rating.shown for rating in sheet.ratings if rating.answer == 5)
    sheet.append(Trial(Kind.FIRST, (image,), (1,)), 1, 1.0)
    sheet.append(Trial(Kind.CALIBRATION, (known.study().calibration[0].image,), (1,)), 1, 1.0)
    assert result_of(known).scores[0].counts == (1, 0, 1, 3, 1)


def test_a_rater_who_has_not_seen_all_counts_where_they_have(known: StudyFolder) -> None:
    fill(known, "Cleo", {(0, "srgan"): 1})
    result = result_of(known)
    assert result.scores[0].counts == (1, 0, 1, 3, 2) and result.differences[0].count == 6
    assert result.scores[0].rank == pytest.approx(6.5 / 6)
    assert result.raters == {"Anna": 8, "Ben": 7, "Cleo": 1}


def test_pairs(tmp_path: Path) -> None:
    """Each of 3 raters prefers srgan to both others on 4 photos, and finds bicubic and nearest equal, but for one."""
    methods = ("bicubic", "nearest", "srgan")
    folder = make(tmp_path / "pairs", mode=Mode.PAIRS, methods=methods, photos=4, retest=0.5, calibration=0)
    key, order = folder.key().methods, {"srgan": 2, "bicubic": 1, "nearest": 1}

    def choice(trial: Trial) -> int:
        left, right = (order[key[image]] for image in trial.images)
        return (right > left) - (right < left)

    for name in ("Anna", "Ben", "Cleo"):
        rate(folder, name, choice)
    result = result_of(folder)
    assert result.methods[0] == "srgan" and result.smoothed and result.photos == 4
    srgan, *others = result.strengths
    assert (srgan.wins, srgan.losses, srgan.ties) == (24, 0, 0)
    assert {(each.wins, each.losses, each.ties) for each in others} == {(0, 12, 12)}
    # with halves: 12.5 to 0.5 against each, the others equal, so that the strengths are log 25 apart
    assert srgan.strength.value == pytest.approx(2 / 3 * math.log(25), abs=1e-6)
    assert srgan.chance.value == pytest.approx(1 / (1 + 25 ** (-2 / 3)), abs=1e-6)
    first, second, equal = result.differences
    assert (first.p, second.p, equal.p) == pytest.approx((2 / 2**12, 2 / 2**12, 1))
    assert (first.corrected, equal.corrected, first.ahead, equal.ahead) == pytest.approx((6 / 2**12, 1, 1, 0))
    assert all(each.same == each.count and each.kappa == 1 for each in result.agreements)
    assert result.agreements[-1].count == 18


def test_a_side_that_is_always_chosen_is_no_preference(tmp_path: Path) -> None:
    folder = make(tmp_path / "pairs", mode=Mode.PAIRS, photos=60, retest=0.5, calibration=0)
    rate(folder, "Lefty", lambda trial: -1)
    result = result_of(folder)
    assert all(abs(each.chance.value - 0.5) < 0.1 for each in result.strengths)
    assert all(each.corrected > 0.05 for each in result.differences)
    assert result.agreements[-1].same == 0 and result.agreements[-1].kappa < -0.9


def result(*corrected: float, count: int = 40) -> StudyResult:
    scores = [MethodScore(name, Estimate(4, 3, 5), (0, 0, 0, 1, 0), 1) for name in ("original", "srgan", "a", "b")]
    pairs = [("original", "srgan"), ("srgan", "a"), ("srgan", "b")]
    found = [Difference(*pair, 1, count, p, p) for pair, p in zip(pairs, corrected, strict=True)]
    return StudyResult(Mode.RATINGS, 3, {}, 0, scores, differences=found)


def test_conclusions_say_how_sure_they_are() -> None:
    best = "srgan is liked best."
    assert conclusions(result(0.01, 0.04, 0.2)) == [
        best,
        "It is better than a: that is hardly chance.",
        "Whether it is better than b is open: that may be chance.",
    ]
    assert conclusions(result(0.5, 0.001, 0.001)) == [best, "It is better than a, b: that is hardly chance."]
    few = "6 answers cannot decide between 4 methods: judge more photos, or compare fewer."
    assert conclusions(result(0.5, 0.5, 0.5, count=6)) == [best, few]


def test_two_that_are_level_are_said_to_be() -> None:
    found = result(0.01, 1.0, 0.2)
    level = replace(
        found, differences=[replace(each, ahead=0.0) if each.second == "a" else each for each in found.differences]
    )
    assert conclusions(level)[0] == "srgan, a are liked equally well, before the others."


def test_nothing_rated_is_said(study: StudyFolder) -> None:
    with pytest.raises(BadStudy, match="Nobody has rated"):
        result_of(study)
    rate(study, "Anna", lambda trial: 3, most=2)
    with pytest.raises(BadStudy, match="Nobody has rated"):
        result_of(study)


def test_tables_as_csv(known: StudyFolder, tmp_path: Path) -> None:
    files = write_tables(known, result_of(known), tmp_path / "out")
    assert [file.stem for file in files] == ["methods", "differences", "retest", "sets", "raters", "answers"]
    rows = {file.stem: list(csv.DictReader(file.read_text("utf-8").splitlines())) for file in files}
    assert float(rows["methods"][0]["mean opinion"]) == pytest.approx(25 / 6)
    assert rows["retest"][1]["weighted kappa"] == "", "no figure is an empty cell"
    assert len(rows["answers"]) == 12
    anna = [row for row in rows["answers"] if row["rater"] == "Anna" and row["photo"] == "photo 0"]
    assert {row["method"]: (row["score"], row["score again"]) for row in anna} == {
        "srgan": ("5", "4"),
        "bicubic": ("2", "2"),
    }
    texts = {table.name: table.texts() for table in tables_of(result_of(known))}
    assert texts["differences"] == [["srgan", "bicubic", "2.00", "6", "0.0625", "0.0625"]]
