"""The figures of a verdict as rows of tables and as a curve over the share that is mixed in."""

from __future__ import annotations

from itertools import pairwise

from app.window.widgets.language import tr
from app.window.widgets.words import decimal
from engine.texts import shown
from trainer.verdict.comparison import Judged
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
    groups = ((tr("Yours"), verdict.held_out), (tr("Samples"), verdict.samples))
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


def mix_curve(verdict: Verdict) -> list[tuple[int, float]]:
    """Percent of the training, and the score that is judged by."""
    return [(round(100 * each.mix), each.scores[verdict.measure]) for each in verdict.mixes]


def score_at(verdict: Verdict, mix: float) -> float:
    """The score that is judged by at a share from 0 to 1; between two that were measured, on the line between them."""
    points = [(each.mix, each.scores[verdict.measure]) for each in verdict.mixes]
    for (left, before), (right, after) in pairwise(points):
        if left <= mix <= right:
            return before + (after - before) * (mix - left) / (right - left)
    return points[-1][1]


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
