"""What each rater is shown, and in which order."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.study.conftest import METHODS, make
from trainer.study.design import Mode
from trainer.study.folder import StudyFolder
from trainer.study.trials import Choice, Kind, plan_trials


def test_calibration_comes_first_and_expects_its_score(study: StudyFolder) -> None:
    trials = plan_trials(study.study(), "a")
    scores = {each.image: each.score for each in study.study().calibration}
    assert {trial.images[0]: trial.expected for trial in trials[:2]} == scores
    assert all(trial.kind is Kind.CALIBRATION and trial.answers == (trial.expected,) for trial in trials[:2])
    assert Kind.CALIBRATION not in {trial.kind for trial in trials[2:]}


def test_every_image_once_and_a_share_again_at_least_half_of_all_later(tmp_path: Path) -> None:
    study = make(tmp_path / "s", photos=25, retest=0.25).study()
    for rater in ("a", "b", "c"):
        trials = [trial for trial in plan_trials(study, rater) if trial.kind is not Kind.CALIBRATION]
        counts = Counter(trial.shown for trial in trials if trial.kind is Kind.FIRST)
        assert counts == {each.image: 1 for each in study.stimuli}
        again = [n for n, trial in enumerate(trials) if trial.kind is Kind.RETEST]
        assert len(again) == 25
        first = {trial.shown: n for n, trial in enumerate(trials) if trial.kind is Kind.FIRST}
        assert all(n - first[trials[n].shown] >= 50 for n in again)
        assert again[-1] - again[0] > 25, "not all at the end"


def test_each_rater_has_an_order_of_their_own_that_stays(study: StudyFolder) -> None:
    held = study.study()
    assert plan_trials(held, "a") == plan_trials(held, "a")
    assert plan_trials(held, "a") != plan_trials(held, "b")
    assert plan_trials(held, "a") != plan_trials(replace(held, seed=8), "a")


def test_the_order_is_the_same_on_every_computer(study: StudyFolder) -> None:
    """Known by heart: a rater who goes on with another Python must not begin anew."""
    shown = "".join(trial.shown[0] for trial in plan_trials(study.study(), "a"))
    assert shown == "7163f54ccb63efe2c"


def test_orders_are_uniform(tmp_path: Path) -> None:
    """Which image comes first, and which is shown again, hangs on nothing."""
    study = make(tmp_path / "s", photos=1, retest=0.25, calibration=0).study()
    first, again = Counter(), Counter()
    for rater in range(2000):
        trials = plan_trials(study, str(rater))
        first[trials[0].shown] += 1
        again.update(trial.shown for trial in trials if trial.kind is Kind.RETEST)
    for counts in (first, again):
        assert len(counts) == 4 and all(abs(count - 500) < 5 * 19.4 for count in counts.values())


def test_pairs_are_all_pairs_of_a_photo_with_drawn_sides(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", mode=Mode.PAIRS, calibration=0, photos=20, retest=0)
    study, key = folder.study(), folder.key().methods
    photo = {each.image: each.photo for each in study.stimuli}
    trials = plan_trials(study, "a")
    assert len(trials) == 20 * 6 and all(trial.answers == tuple(Choice) for trial in trials)
    pairs = Counter((photo[trial.images[0]], frozenset(key[image] for image in trial.images)) for trial in trials)
    assert all(photo[left] == photo[right] for left, right in (trial.images for trial in trials))
    assert set(pairs.values()) == {1} and len(pairs) == 20 * 6
    for method in METHODS:
        left = sum(key[trial.images[0]] == method for trial in trials)
        assert 15 < left < 45, "of 60"


def test_sides_are_drawn_for_each_rater(tmp_path: Path) -> None:
    study = make(tmp_path / "s", mode=Mode.PAIRS, calibration=0, photos=40, retest=0).study()
    first, second = ({trial.images for trial in plan_trials(study, rater)} for rater in ("a", "b"))
    assert 90 < len(first & second) < 150, "of 240"


def test_a_pair_comes_again_with_its_sides_swapped(tmp_path: Path) -> None:
    study = make(tmp_path / "s", mode=Mode.PAIRS, calibration=0, retest=0.5).study()
    trials = plan_trials(study, "a")
    again = [trial for trial in trials if trial.kind is Kind.RETEST]
    first = {trial.images for trial in trials if trial.kind is Kind.FIRST}
    assert len(again) == 9 and all(trial.images[::-1] in first for trial in again)


@pytest.mark.parametrize("retest", [0, 0.5])
def test_the_ends_of_the_share(tmp_path: Path, retest: float) -> None:
    trials = plan_trials(make(tmp_path / "s", retest=retest).study(), "a")
    assert sum(trial.kind is Kind.RETEST for trial in trials) == 12 * retest
