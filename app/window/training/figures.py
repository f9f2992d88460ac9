"""The figures of a verdict as rows of tables and as a curve over the share that is mixed in."""

from __future__ import annotations

from itertools import pairwise

from app.window.widgets.language import tr
from app.window.widgets.words import decimal
from engine.texts import shown
from trainer.verdict.comparison import Judged, Scores, merit
from trainer.verdict.confidence import Interval
from trainer.verdict.verdict import Verdict


def score_name(score: str) -> str:
    """A score in the person's words, with its unit."""
    return {"psnr": tr("PSNR in dB"), "perceptual": tr("distance to the eye")}.get(score, score)


def short_name(score: str) -> str:
    """A score without its unit."""
    return tr("PSNR") if score == "psnr" else tr("distance")


def summary_rows(verdict: Verdict) -> list[list[str]]:
    """One row a score and group of photos: name with their number, before, after, gain and its interval."""
    groups = ((tr("Yours"), verdict.held_out), (tr("Others"), verdict.samples))
    return [
        [
            f"{title} ({means[score].photos}): {short_name(score)}",
            *_figures(score, means[score].base, means[score].tuned, means[score].gain),
            _interval(score, means[score].interval),
        ]
        for score in verdict.held_out
        for title, means in groups
    ]


def photo_rows(verdict: Verdict) -> list[list[str]]:
    """One row a photo, by the score that is judged by: name, before, after and gain; the greatest gain first."""
    score = verdict.measure

    def gain(photo: Judged) -> float:
        return photo.gain(score)

    photos = sorted(verdict.photos, key=gain, reverse=True)
    return [[shown(each.name), *_figures(score, each.base[score], each.tuned[score], gain(each))] for each in photos]


Curve = list[tuple[int, float]]


def gain_curves(verdict: Verdict) -> tuple[Curve, Curve]:
    """By percent of the training what is gained by the score that is judged by: on the person's photos, and on others,
    where that was measured.
    """
    ours = [(mix.mix, mix.scores) for mix in verdict.mixes]
    others = [(mix.mix, mix.others) for mix in verdict.mixes if mix.others]
    return _gains(verdict.measure, ours), _gains(verdict.measure, others)


def score_at(verdict: Verdict, mix: float, *, others: bool = False) -> float | None:
    """The score that is judged by at a share from 0 to 1, on the person's photos or on others; between two that were
    measured, on the line between them. None where it was not measured.
    """
    points = [(each.mix, (each.others if others else each.scores).get(verdict.measure)) for each in verdict.mixes]
    for (left, before), (right, after) in pairwise(points):
        if left <= mix <= right and before is not None and after is not None:
            return before + (after - before) * (mix - left) / (right - left)
    return None


def _gains(measure: str, scores: list[tuple[float, Scores]]) -> Curve:
    base = merit(measure, scores[0][1][measure]) if scores else 0.0
    return [(round(100 * mix), merit(measure, each[measure]) - base) for mix, each in scores]


def _figures(score: str, base: float, tuned: float, gain: float) -> list[str]:
    digits = _digits(score)
    return [decimal(base, digits), decimal(tuned, digits), decimal(gain, digits, signed=True)]


def _interval(score: str, interval: Interval | None) -> str:
    if interval is None:
        return "–"
    low, high = (decimal(bound, _digits(score), signed=True) for bound in interval)
    return tr("{} to {}").format(low, high)


def _digits(score: str) -> int:
    return 3 if score == "psnr" else 4
