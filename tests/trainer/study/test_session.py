"""One rater at work: answers, back, pause, and going on after an end of any kind."""

import shutil
from pathlib import Path

import pytest

from tests.trainer.study.conftest import make, rate
from trainer.errors import BadStudy
from trainer.study.folder import StudyFolder
from trainer.study.ratings import read_sheets, sheet_of
from trainer.study.session import Session, Stage
from trainer.study.trials import Kind, plan_trials


def score(trial: object) -> int:
    return 3


def test_from_the_calibration_to_the_end(study: StudyFolder) -> None:
    session = Session.begin(study, "Anna")
    assert (session.stage, session.done, session.total) == (Stage.CALIBRATING, 0, 2 + 12 + 3)
    assert session.trial and session.trial.expected in (1, 5)
    assert not session.answer(3), "a calibration has one answer"
    assert session.done == 0
    session = rate(study, "Anna", score)
    assert (session.stage, session.done, session.trial, session.pictures) == (Stage.DONE, 17, None, [])
    assert not session.answer(3)
    [sheet] = read_sheets(study)
    assert [rating.answer for rating in sheet.ratings if rating.kind is not Kind.CALIBRATION] == [3] * 15


def test_only_scores_count(study: StudyFolder) -> None:
    session = rate(study, "Anna", score, most=2)
    assert session.stage is Stage.RATING
    for wrong in (0, 6, -1, 30):
        assert not session.answer(wrong)
    assert session.done == 2 and session.answer(5)


def test_back_replaces_the_answer_by_a_later_line(study: StudyFolder) -> None:
    session = rate(study, "Anna", score, most=6)
    here = session.trial
    assert session.back() and session.back()
    corrected = session.trial
    assert session.answered == 3 and corrected
    session.answer(5)
    assert session.trial == here, "on to where nothing is answered yet"
    [sheet] = read_sheets(study)
    both = [rating.answer for rating in sheet.ratings if rating.shown == corrected.shown]
    assert both == [3, 5] and len(sheet.ratings) == 7
    assert sheet.answers()[corrected.kind, corrected.shown].answer == 5


def test_back_ends_at_the_beginning_and_comes_from_the_end(study: StudyFolder) -> None:
    session = Session.begin(study, "Anna")
    assert not session.back()
    session = rate(study, "Anna", score)
    assert session.back() and session.stage is Stage.RATING and session.answered == 3
    session.answer(4)
    assert session.stage is Stage.DONE


def test_a_pause_shows_nothing_and_costs_no_time(study: StudyFolder) -> None:
    now = [0.0]
    sheet = sheet_of(study, "Anna")
    session = Session(study, plan_trials(study.study(), sheet.rater.id), sheet, lambda: now[0])
    trial = session.trial
    assert trial and trial.expected
    now[0] = 2.0
    session.pause()
    assert session.stage is Stage.PAUSED
    assert not session.answer(trial.expected) and not session.back()
    now[0] = 1000.0
    session.go_on()
    assert session.trial == trial and session.stage is Stage.CALIBRATING
    now[0] = 1001.5
    session.answer(trial.expected)
    assert [rating.seconds for rating in sheet.ratings] == [3.5]


def test_a_session_goes_on_where_it_was(study: StudyFolder) -> None:
    here = rate(study, "Anna", score, most=5).trial
    assert Session.begin(study, "Anna").trial == here
    assert Session.begin(study, "Ben").done == 0
    assert [sheet.rater.rater for sheet in read_sheets(study)] == ["Anna", "Ben"]


@pytest.mark.parametrize("cut", [1, 5, 30])
def test_a_torn_last_line_is_passed_by_and_what_follows_is_whole(study: StudyFolder, cut: int) -> None:
    rate(study, "Anna", score, most=6)
    [sheet] = read_sheets(study)
    lines = sheet.path.read_bytes()
    sheet.path.write_bytes(lines[:-cut])
    session = Session.begin(study, "Anna")
    assert session.done == 6 if cut == 1 else session.done == 5
    done = session.done
    assert session.answer(4) and session.answer(2)
    assert Session.begin(study, "Anna").done == done + 2
    [sheet] = read_sheets(study)
    assert sheet.unreadable == (cut > 1)


def test_a_clock_that_was_set_back_changes_nothing(study: StudyFolder) -> None:
    rate(study, "Anna", score, most=4)
    [sheet] = read_sheets(study)
    text = sheet.path.read_text("utf-8").replace('"at": "20', '"at": "21')
    sheet.path.write_text(text, "utf-8")
    session = Session.begin(study, "Anna")
    session.back()
    session.answer(5)
    [sheet] = read_sheets(study)
    assert [rating.answer for rating in sheet.ratings][-1] == 5
    times = [rating.at for rating in sheet.ratings]
    assert len(set(times)) == 5, "no two of them at once, as merging goes by the time"


def test_what_cannot_be_rated_is_said(study: StudyFolder, tmp_path: Path) -> None:
    with pytest.raises(BadStudy, match="holds no study"):
        Session.begin(StudyFolder(tmp_path), "Anna")
    with pytest.raises(BadStudy, match="needs a name"):
        Session.begin(study, " ")
    next(study.images.iterdir()).unlink()
    with pytest.raises(BadStudy, match="lacks images"):
        Session.begin(study, "Anna")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"version": 1', '"version": 2', "newer Fourfold"),
        ('"photo": 0', '"photo": 9', "of no photo"),
        ('"score": 5', '"score": 6', "from 1 to 5"),
        ('"retest": 0.25', '"retest": NaN', "NaN"),
        ('"retest": 0.25', '"retest": 0.75', "from 0 to 0.5"),
        ('"mode": "ratings"', '"mode": "guesses"', "mode is no Mode"),
        (".png", "/../../secret.png", "not named"),
    ],
)
def test_files_that_say_nonsense_are_refused(study: StudyFolder, old: str, new: str, reason: str) -> None:
    file = study.path / "study.json"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadStudy, match=reason):
        study.study()


def test_a_study_without_its_key_can_be_rated_but_not_read(study: StudyFolder) -> None:
    study.key_file.unlink()
    rate(study, "Anna", score)
    with pytest.raises(BadStudy, match="has no key"):
        study.key()


def test_a_copy_is_the_same_study(study: StudyFolder, tmp_path: Path) -> None:
    here = rate(study, "Anna", score, most=5).trial
    copy = StudyFolder(Path(shutil.copytree(study.path, tmp_path / "elsewhere" / "copy")))
    assert Session.begin(copy, "Anna").trial == here


def test_a_name_with_hidden_characters_is_found_again(study: StudyFolder) -> None:
    here = rate(study, "A\u202ena\n", score, most=5).trial
    assert Session.begin(study, "A\u202ena\n").trial == here
    assert [sheet.rater.rater for sheet in read_sheets(study)] == ["A\\u202ena\\n"]


@pytest.mark.parametrize("text", ["", "nonsense\n", '{"rater": "A", "id": "../../x", "study": "x", "began": ""}\n'])
def test_a_file_without_its_rater_is_said(study: StudyFolder, text: str) -> None:
    (study.ratings / "0a0a0a0a.jsonl").write_text(text, "utf-8")
    with pytest.raises(BadStudy, match=r"0a0a0a0a\.jsonl does not say whose ratings it holds"):
        Session.begin(study, "Anna")


def test_ratings_of_another_study_are_refused(study: StudyFolder, tmp_path: Path) -> None:
    other = make(tmp_path / "other")
    sheet = sheet_of(other, "Anna")
    shutil.copy(sheet.path, study.ratings)
    with pytest.raises(BadStudy, match="of another study"):
        read_sheets(study)
