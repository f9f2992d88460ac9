"""When a fine-tune is called better."""

import math

import pytest
from scipy import stats

from trainer.verdict.confidence import interval, student
from trainer.verdict.verdict import BETTER, UNCLEAR, WORSE, Judged, Mixed, reached


@pytest.mark.parametrize("freedom", [1, 2, 5, 15, 30, 31, 40, 100, 1000])
def test_student_is_students(freedom: int) -> None:
    assert student(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-3)


def test_the_interval_is_the_usual_one() -> None:
    values = [0.1, 0.3, 0.2, -0.1, 0.25]
    expected = stats.t.interval(0.95, 4, loc=sum(values) / 5, scale=stats.sem(values))
    assert interval(values) == pytest.approx(expected, abs=1e-4)
    assert interval([1.0]) is None


@pytest.mark.parametrize(
    ("held_out", "samples", "word", "why"),
    [
        ((0.2, 0.25, 0.21, 0.18), (0.0, 0.05, -0.1), BETTER, "gain 0.210 dB"),
        ((0.2, 0.25, 0.22, 0.18), (-0.2, -0.1, -0.1), UNCLEAR, "a smaller share"),
        ((0.02, 0.021, 0.019, 0.02), (0.0, 0.0), UNCLEAR, "too little to matter"),
        ((0.9, -0.5, 0.4, -0.2), (0.0, 0.0), UNCLEAR, "not all of the 4 held-out photos agree"),
        ((0.5,), (0.0, 0.0), UNCLEAR, "one photo is too few"),
        ((-0.2, -0.25, -0.21, -0.18), (0.5, 0.5), WORSE, "lose 0.210 dB: the model that it began from"),
        ((0.01, -0.02, 0.02, 0.0), (-0.3, -0.2), WORSE, "other photos lose 0.250 dB"),
        ((0.0, 0.0, 0.0), (0.0, 0.0), UNCLEAR, "too little"),
    ],
)
def test_the_word_follows_the_figures(
    held_out: tuple[float, ...], samples: tuple[float, ...], word: str, why: str
) -> None:
    photos = [
        Judged("", kind, {"psnr": 30.0}, {"psnr": 30.0 + gain})
        for kind, gains in ((True, held_out), (False, samples))
        for gain in gains
    ]
    verdict = reached("psnr", "", "none", photos, [Mixed(0.0, {"psnr": 30.0})])
    assert verdict.word == word and why in verdict.reason
    assert verdict.reason.endswith(".") and verdict.reason.count(". ") == 0


def test_a_perceptual_distance_is_better_when_it_is_smaller() -> None:
    photos = [
        Judged(
            str(number), number < 4, {"psnr": 30.0, "perceptual": 0.4}, {"psnr": 29.5, "perceptual": 0.3 + number / 99}
        )
        for number in range(6)
    ]
    mixes = [Mixed(0.0, {"psnr": 30.0, "perceptual": 0.4}), Mixed(1.0, {"psnr": 29.5, "perceptual": 0.31})]
    verdict = reached("perceptual", "VGG19", "none", photos, mixes)
    assert verdict.word == BETTER and verdict.mix == 1.0
    assert verdict.held_out["psnr"].gain == -0.5 and math.isclose(verdict.held_out["perceptual"].base, 0.4)
    noisy = reached("perceptual", "local contrast", "none", photos, mixes)
    assert noisy.word == UNCLEAR and "part of the new texture is noise" in noisy.reason
    assert reached("psnr", "VGG19", "none", photos, mixes).mix == 0.0
