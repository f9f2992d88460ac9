"""The figures of a verdict as the window shows them."""

from dataclasses import replace

import pytest

from app.window.training.figures import gain_curves, photo_rows, score_at, summary_rows
from trainer.verdict.comparison import Judged
from trainer.verdict.verdict import Verdict, reached


@pytest.fixture
def verdict() -> Verdict:
    """By a distance, which is better when it is smaller: two held-out photos and another, half and wholly mixed in."""

    def at(less: float, more: float, other: float) -> list[Judged]:
        return [
            Judged("less", True, {"psnr": 30.0, "perceptual": 0.4}, {"psnr": 29.9, "perceptual": less}),
            Judged("more", True, {"psnr": 31.0, "perceptual": 0.4}, {"psnr": 31.1, "perceptual": more}),
            Judged("other", False, {"psnr": 28.0, "perceptual": 0.5}, {"psnr": 28.0, "perceptual": other}),
        ]

    return reached("perceptual", "VGG19", "none", {0.5: at(0.33, 0.27, 0.505), 1.0: at(0.39, 0.3, 0.52)})


def test_each_score_has_a_row_for_each_group(verdict: Verdict) -> None:
    rows = summary_rows(verdict)
    assert [row[0] for row in rows] == [
        "Yours (2): PSNR",
        "Others (1): PSNR",
        "Yours (2): distance",
        "Others (1): distance",
    ]
    assert rows[0][1:4] == ["30.500", "30.500", "0.000"] and rows[1][4] == "–"
    assert rows[2][1:4] == ["0.4000", "0.3450", "+0.0550"] and " to " in rows[2][4]


def test_the_photo_that_gained_most_comes_first(verdict: Verdict) -> None:
    assert [row[0] for row in photo_rows(verdict)] == ["more", "less", "other"]
    assert photo_rows(verdict)[0] == ["more", "0.4000", "0.3000", "+0.1000"]


def test_between_two_shares_that_were_measured_lies_a_line(verdict: Verdict) -> None:
    assert verdict.mix == 0.5
    assert score_at(verdict, 0.25) == pytest.approx(0.35) and score_at(verdict, 1.0) == pytest.approx(0.345)
    assert score_at(verdict, 0.75, others=True) == pytest.approx(0.5125)


def test_a_gain_is_above_zero_on_both_curves_and_others_may_be_unmeasured(verdict: Verdict) -> None:
    ours, others = gain_curves(verdict)
    assert [percent for percent, _ in ours] == [0, 50, 100]
    assert [gain for _, gain in ours] == pytest.approx([0.0, 0.1, 0.055])
    assert [gain for _, gain in others] == pytest.approx([0.0, -0.005, -0.02])
    before = replace(verdict, mixes=[replace(mix, others={}) for mix in verdict.mixes])
    assert gain_curves(before)[1] == [] and score_at(before, 0.5, others=True) is None
