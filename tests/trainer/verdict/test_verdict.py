"""When a fine-tune is called better."""

import json
import math
from collections.abc import Sequence

import pytest
from scipy import stats

from trainer.event_lines import from_line, to_line
from trainer.verdict.comparison import Comparison, Judged, Mixed
from trainer.verdict.confidence import interval, student
from trainer.verdict.grounds import Ground, Measured, Word, sentence
from trainer.verdict.verdict import Verdict, reached


@pytest.mark.parametrize("freedom", [1, 2, 5, 15, 30, 31, 40, 100, 1000])
def test_student_is_students(freedom: int) -> None:
    assert student(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-3)


def test_the_interval_is_the_usual_one() -> None:
    values = [0.1, 0.3, 0.2, -0.1, 0.25]
    expected = stats.t.interval(0.95, 4, loc=sum(values) / 5, scale=stats.sem(values))
    assert interval(values) == pytest.approx(expected, abs=1e-4)
    assert interval([1.0]) is None


def judged(held_out: Sequence[float], samples: Sequence[float]) -> list[Judged]:
    """Photos of 30 dB that gain so much."""
    return [
        Judged("", kind, {"psnr": 30.0}, {"psnr": 30.0 + gain})
        for kind, gains in ((True, held_out), (False, samples))
        for gain in gains
    ]


@pytest.mark.parametrize(
    ("held_out", "samples", "word", "why"),
    [
        ((0.2, 0.25, 0.21, 0.18), (0.0, 0.05, -0.1), Word.BETTER, "gain 0.210 dB"),
        ((0.2, 0.25, 0.22, 0.18), (-0.2, -0.1, -0.1), Word.TRADES, "gain 0.212 dB, but other photos lose 0.133 dB."),
        ((0.02, 0.021, 0.019, 0.02), (0.0, 0.0), Word.UNCLEAR, "too little to matter"),
        ((0.9, -0.5, 0.4, -0.2), (0.0, 0.0), Word.UNCLEAR, "not all of the 4 held-out photos agree"),
        ((0.5,), (0.0, 0.0), Word.UNCLEAR, "one photo is too few"),
        ((-0.2, -0.25, -0.21, -0.18), (0.5, 0.5), Word.WORSE, "lose 0.210 dB: the model that it began from"),
        ((0.01, -0.02, 0.02, 0.0), (-0.3, -0.2), Word.WORSE, "other photos lose 0.250 dB"),
        ((0.0, 0.0, 0.0), (0.0, 0.0), Word.UNCLEAR, "too little"),
    ],
)
def test_the_word_follows_the_figures(
    held_out: tuple[float, ...], samples: tuple[float, ...], word: Word, why: str
) -> None:
    verdict = reached("psnr", "", "none", {1.0: judged(held_out, samples)})
    assert verdict.word == word and why in verdict.reason
    assert verdict.reason.endswith(".") and verdict.reason.count(". ") == 0


def mixes(gain: float, loss: float) -> dict[float, list[Judged]]:
    """A fine-tune that gains in proportion to its share, and loses on others with the square of it."""
    return {
        mix: judged([gain * mix, 1.1 * gain * mix], [-loss * mix**2, -loss * mix**2])
        for mix in (0.2, 0.4, 0.6, 0.8, 1.0)
    }


def test_a_mix_is_proposed_that_serves_both() -> None:
    verdict = reached("psnr", "", "none", mixes(0.5, 0.25))
    assert verdict.word == Word.TRADES and verdict.word.value == "better on yours, worse on others"
    assert [each.serves_both for each in verdict.mixes] == [False, True, True, True, False, False]
    assert verdict.mix == 0.6 and verdict.proposed == verdict.mixes[3]
    assert verdict.advice == (
        "Photos like yours gain 0.315 dB with 60% of the training, and other photos stay as good as they were."
    )
    assert verdict.mixes[3].others["psnr"] == pytest.approx(30 - 0.25 * 0.36)
    assert verdict.to_json()["advice"] == verdict.advice and from_line(to_line(verdict)) == verdict


def test_where_no_mix_serves_both_that_is_said() -> None:
    verdict = reached("psnr", "", "none", mixes(0.5, 9.0))
    assert verdict.word == Word.TRADES and verdict.proposed is None and verdict.mix == 1.0
    assert verdict.advice == "No smaller share of it does both."


def test_a_whole_that_serves_both_needs_no_advice() -> None:
    verdict = reached("psnr", "", "none", mixes(0.5, 0.01))
    assert (verdict.word, verdict.mix, verdict.proposed, verdict.advice) == (Word.BETTER, 1.0, None, None)


def test_a_mix_is_proposed_where_the_whole_has_gone_too_far() -> None:
    tried = {0.2: judged([0.1, 0.11], [0.0, 0.0]), 1.0: judged([-0.2, -0.21], [-0.4, -0.4])}
    verdict = reached("psnr", "", "none", tried)
    assert verdict.word == Word.WORSE and verdict.mix == 0.2
    assert "with 20% of the training" in verdict.advice


def test_a_perceptual_distance_is_better_when_it_is_smaller() -> None:
    photos = [
        Judged(
            str(number), number < 4, {"psnr": 30.0, "perceptual": 0.4}, {"psnr": 29.5, "perceptual": 0.3 + number / 99}
        )
        for number in range(6)
    ]
    verdict = reached("perceptual", "VGG19", "none", {1.0: photos})
    assert verdict.word == Word.BETTER and verdict.mix == 1.0
    assert verdict.held_out["psnr"].gain == -0.5 and math.isclose(verdict.held_out["perceptual"].base, 0.4)
    noisy = reached("perceptual", "local contrast", "none", {1.0: photos})
    assert noisy.word == Word.UNCLEAR and "part of the new texture is noise" in noisy.reason
    assert reached("psnr", "VGG19", "none", {1.0: photos}).mix == 0.0


OLD = {
    "word": "better",
    "ground": "gains",
    "reason": "Photos like yours gain 0.500 dB, and other photos stay as good as they were.",
    "measure": "psnr",
    "features": "",
    "degradation": "none",
    "photos": [{"name": "a.png", "held_out": True, "base": {"psnr": 30.0}, "tuned": {"psnr": 30.5}}],
    "held_out": {"psnr": {"photos": 2, "base": 30.0, "tuned": 30.5, "gain": 0.5, "interval": [0.4, 0.6]}},
    "samples": {"psnr": {"photos": 1, "base": 29.0, "tuned": 29.0, "gain": 0.0, "interval": None}},
    "mixes": [{"mix": 0.0, "scores": {"psnr": 30.0}}, {"mix": 1.0, "scores": {"psnr": 30.5}}],
    "mix": 1.0,
}
"""A verdict.json as it was written before there was a type to read it."""


def test_a_verdict_of_before_is_read_and_written_as_it_was() -> None:
    verdict = Verdict.from_json(OLD)
    assert (verdict.word, verdict.ground, verdict.mixes[1]) == (Word.BETTER, Ground.GAINS, Mixed(1.0, {"psnr": 30.5}))
    assert verdict.held_out["psnr"].interval == (0.4, 0.6) and verdict.samples["psnr"].interval is None
    assert verdict.proposed is None and verdict.advice is None, "what was not measured is not proposed"
    written = json.loads(json.dumps(verdict.to_json()))
    assert [*written] == ["word", "ground", "reason", "advice", *[*OLD][3:]] and written.pop("advice") == ""
    assert written == OLD | {"mixes": [each | {"others": {}, "serves_both": False} for each in OLD["mixes"]]}
    assert from_line(to_line(verdict)) == verdict


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ground": "a whim"}, "ground is no Ground: 'a whim'"),
        ({"mix": None}, "mix is no float: None"),
        ({"held_out": {"psnr": {"photos": 2}}}, "held_out.psnr.base is missing"),
        ({"held_out": {}}, "no psnr in held_out"),
        ({"mixes": []}, "mixes is empty"),
        ({"mixes": [{"mix": 0.0, "scores": {}}]}, r"no psnr in mixes\[0\]"),
        ({"measure": "taste"}, "taste"),
    ],
)
def test_a_verdict_that_does_not_fit_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Verdict.from_json(OLD | change)


def test_every_ground_has_its_sentence() -> None:
    means = Comparison(3, 0.4, 0.36, 0.04, (0.01, 0.07))
    for measure, features in (("psnr", ""), ("perceptual", "local contrast")):
        measured = Measured(measure, features, means, means, cost=0.3)
        sentences = {sentence(ground, measured) for ground in Ground}
        assert len(sentences) == len(Ground) and all(each.endswith(".") and "{" not in each for each in sentences)
    assert sentence(Ground.GAINS, measured).startswith("As local contrast sees it, photos like yours come 10.0% closer")
