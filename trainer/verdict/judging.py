"""Judging a fine-tune: base, tuned and mixes of the two are scored on held-out photos, and on others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from engine.atomic import write_whole
from engine.errors import CannotSave
from engine.models.base import Network
from engine.models.weights import Weights, load_weights, mixed
from engine.sentences import why
from engine.texts import to_json
from trainer.data.degradation.codecs import to_8_bits
from trainer.data.photos import TrainingPhoto
from trainer.data.scored_crops import ScoredCrop
from trainer.errors import BadRun
from trainer.metrics.features import Features
from trainer.metrics.metrics import feature_distance, psnr_y
from trainer.run_folder import RunFolder
from trainer.train.beginning import judging_features
from trainer.train.distributed import device_named
from trainer.train.export import candidate_score
from trainer.verdict.cases import Case, cases_for
from trainer.verdict.comparison import Judged, Scores
from trainer.verdict.verdict import Verdict, reached

_MIXES = (0.2, 0.4, 0.6, 0.8, 1.0)
"""Shares of the fine-tune that are tried. Between two of them nothing sudden happens: the weights move on a line."""
_SEEN = 256
"""The perceptual distance is measured on so many pixels in the middle of a photo."""


class Scorer:
    """Scores models, and says how far it is: ``said`` hears (done, total) in results."""

    def __init__(self, features: Features | None, device: torch.device, total: int, said: Callable[[int, int], None]):
        self.features = features.to(device) if features else None
        self.device, self.total, self.said = device, total, said
        self.done = 0

    def scores(self, weights: Weights, cases: Sequence[Case]) -> list[Scores]:
        """Of one model, case by case: PSNR-Y in dB, and the perceptual distance where there are features."""
        generator = weights.generator().to(self.device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        return [self._score(generator, case.pair) for case in cases]

    @torch.no_grad()
    def _score(self, generator: Network, pair: ScoredCrop) -> Scores:
        """The result is rounded to 8 bits first, as a file would hold it."""
        sr, hr = to_8_bits(generator(pair.lr)), pair.hr  # both (1, 3, height, width) in [0, 1]
        scores = {"psnr": psnr_y(sr, hr, border=4)}
        if self.features is not None:
            scores["perceptual"] = feature_distance(self.features, _middle(sr), _middle(hr))
        self.done += 1
        self.said(self.done, self.total)
        return scores


def judge(run: RunFolder, said: Callable[[int, int], None] = lambda done, total: None) -> Verdict:
    """Compare a fine-tune with what it began from, and write the verdict into the run folder.

    Raises BadRun where there is nothing to compare, BadPhotos where the held-out photos are gone, CannotSave.
    """
    order, (base, tuned) = run.order(), ends(run)
    device, features = device_named(order.device), judging_features(order)
    cases = cases_for(order, _held_out(run), device)
    scorer = Scorer(features, device, (1 + len(_MIXES)) * len(cases), said)
    before = scorer.scores(base, cases)
    tried = {mix: _judged(cases, before, scorer.scores(mixed(base, tuned, mix), cases)) for mix in _MIXES}
    measure, name = (order.recipe.schedule.choose, features.name) if features else ("psnr", "")
    verdict = reached(measure, name, order.recipe.data.degradation, tried)
    _save(run, verdict)
    return verdict


def ends(run: RunFolder) -> tuple[Weights, Weights]:
    """(base, fine-tuned) of a run: the finished model, or the best candidate where the training was cut short.

    Raises BadRun where there is none.
    """
    if not run.base.is_file():
        raise BadRun("{path} did not begin from a model, so there is nothing to compare with.", path=run.path)
    recipe, candidates = run.order().recipe, [*run.weights.glob("step-*.safetensors")]
    finished = run.weights / f"{recipe.name}.safetensors"
    models = [*candidates, *([finished] if finished.is_file() else [])]
    if not models:
        raise BadRun("{path} holds no model yet; continue the training until it has saved one.", path=run.path)
    newest = max(models, key=lambda path: path.stat().st_mtime)
    if newest != finished and recipe.schedule.keep != "last":
        newest = max(candidates, key=lambda path: candidate_score(recipe, path))
    return load_weights(run.base), load_weights(newest)


def _held_out(run: RunFolder) -> list[TrainingPhoto]:
    manifest = run.manifest()
    if manifest is None or not manifest.held_out:
        raise BadRun("{path} has no held-out photos to judge by.", path=run.path)
    return manifest.held_out


def _save(run: RunFolder, verdict: Verdict) -> None:
    try:
        write_whole(run.verdict, to_json(verdict.to_json(), indent=1).encode())
    except OSError as error:
        raise CannotSave(
            "The verdict was not written to {path}: {reason}.", path=run.path, reason=why(error)
        ) from error


def _middle(rgb: Tensor) -> Tensor:
    height, width = rgb.shape[-2:]
    top, left = max(height - _SEEN, 0) // 2, max(width - _SEEN, 0) // 2
    return rgb[..., top : top + _SEEN, left : left + _SEEN]  # (1, 3, 256, 256), less where the photo is smaller


def _judged(cases: Sequence[Case], before: Sequence[Scores], after: Sequence[Scores]) -> list[Judged]:
    return [Judged(case.name, case.held_out, *scores) for case, *scores in zip(cases, before, after, strict=True)]
