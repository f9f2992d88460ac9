"""The figures of a verdict as the window shows them."""

import pytest

from app.window.training.figures import mix_curve, photo_rows, score_at, summary_rows
from trainer.verdict.comparison import Judged, Mixed
from trainer.verdict.verdict import Verdict, reached


@pytest.fixture
def verdict() -> Verdict:
    """By a distance, which is better when it is smaller: two held-out photos and a sample."""
    photos = [
        Judged("less", True, {"psnr": 30.0, "perceptual": 0.4}, {"psnr": 29.9, "perceptual": 0.39}),
        Judged("more", True, {"psnr": 31.0, "perceptual": 0.4}, {"psnr": 31.1, "perceptual": 0.3}),
        Judged("other", False, {"psnr": 28.0, "perceptual": 0.5}, {"psnr": 28.0, "perceptual": 0.52}),
    ]
    mixes = [
        Mixed(mix, {"psnr": 30.5, "perceptual": distance}) for mix, distance in ((0.0, 0.4), (0.5, 0.3), (1.0, 0.35))
    ]
    return reached("perceptual", "VGG19", "none", photos, mixes)


def test_each_score_has_a_row_for_each_group(verdict: Verdict) -> None:
    rows = summary_rows(verdict)
    assert [row[0] for row in rows] == [
        "Yours (2): PSNR",
        "Samples (1): PSNR",
        "Yours (2): distance",
        "Samples (1): distance",
    ]
    assert rows[0][1:4] == ["30.500", "30.500", "0.000"] and rows[1][4] == "–"
    assert rows[2][1:4] == ["0.4000", "0.3450", "+0.0550"] and " to " in rows[2][4]


def test_the_photo_that_gained_most_comes_first(verdict: Verdict) -> None:
    assert [row[0] for row in photo_rows(verdict)] == ["more", "less", "other"]
    assert photo_rows(verdict)[0] == ["more", "0.4000", "0.3000", "+0.1000"]


def test_between_two_shares_that_were_measured_lies_a_line(verdict: Verdict) -> None:
    assert verdict.mix == 0.5 and mix_curve(verdict) == [(0, 0.4), (50, 0.3), (100, 0.35)]
    assert score_at(verdict, 0.25) == pytest.approx(0.35) and score_at(verdict, 1.0) == 0.35
