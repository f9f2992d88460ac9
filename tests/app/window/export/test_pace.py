"""How long a run will take, by a clock that the test winds."""

from itertools import pairwise

import pytest

from app.window.export.pace import LEAST_SECONDS, Estimate, Pace, rounded


class Clock:
    """``pace`` with a time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pace = Pace(lambda: self.now)

    def passes(self, seconds: float) -> None:
        self.now += seconds

    def photo(self, seconds: float) -> None:
        """One is saved from beginning to end."""
        self.pace.computes()
        self.passes(seconds)
        self.pace.ended(saved=True)


def test_nothing_is_said_before_anything_is_known() -> None:
    clock = Clock()
    clock.passes(5)
    clock.pace.computes()
    clock.passes(LEAST_SECONDS / 2)
    assert clock.pace.left(0.5, 3) is None, "too short a time to tell"
    clock.passes(20)
    assert clock.pace.left(0.01, 3) is None, "too few rows to tell"
    assert clock.pace.left(0.5, 3) is not None


def test_the_first_figure_stands_while_it_is_about_true() -> None:
    """Ten photos of 60 s, whose first one seems quicker and slower."""
    clock = Clock()
    clock.pace.computes()
    shown = []
    for second in range(6, 60, 3):
        clock.now = 1000.0 + second
        shown.append(clock.pace.left(second / 60 * (1.1 if second % 2 else 0.9), 9))
    assert all(estimate is not None and estimate.rough for estimate in shown)
    assert len({estimate.seconds for estimate in shown if estimate}) == 1


def test_after_two_photos_it_counts_down() -> None:
    clock = Clock()
    for _ in range(2):
        clock.photo(60)
    clock.pace.computes()
    seen = []
    for second in range(3, 60, 3):
        clock.passes(3)
        left = clock.pace.left(second / 60, 4)
        assert left is not None and not left.rough
        seen.append(left.seconds)
        assert left.seconds == pytest.approx(5 * 60 - second, abs=15)
    assert all(before > after for before, after in pairwise(seen))


def test_one_slow_photo_does_not_throw_the_figure_about() -> None:
    clock = Clock()
    for _ in range(8):
        clock.photo(60)
    before = clock.pace.left(0.0, 9)
    clock.photo(120)
    after = clock.pace.left(0.0, 8)
    assert before and after
    assert abs(after.seconds - before.seconds) < 120


def test_a_pause_and_what_was_skipped_count_for_nothing() -> None:
    clock = Clock()
    clock.photo(60)
    clock.pace.ended(saved=False)
    clock.pace.computes()
    clock.passes(30)
    assert clock.pace.photo_seconds == 30
    clock.pace.pause(True)
    clock.passes(5000)
    clock.pace.pause(False)
    clock.passes(15)
    assert clock.pace.photo_seconds == 45
    assert clock.pace.left(0.75, 0) == Estimate(20, rough=True)


@pytest.mark.parametrize(("seconds", "said"), [(2, 10), (44, 40), (56, 60), (100, 120), (580, 600), (4000, 3900)])
def test_what_is_rough_is_said_roughly(seconds: float, said: float) -> None:
    assert rounded(seconds) == said
