"""From a training to weights: each validation's candidate, the best three of them, and the model at the end."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import torch

from engine.models.base import Network
from engine.models.cards import Card, read_card
from engine.models.dimensions import Dimensions
from engine.models.weights import Weights, load_weights, save_weights
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import to_toml
from trainer.run_folder import Manifest, TrainingOrder

_BEST = 3
_NIQE, _MOST_RATIO = 0.03, 1.10
"""By ``texture``, what a whole NIQE counts in distance, and the phase ratio from which on a lattice is seen. NIQE fell
by 3 where the distance rose by .03 and people preferred the result.
"""
_MEASURED = "validation "
"""What the names of a candidate's scores begin with in its card."""


@dataclass(frozen=True)
class Candidate:
    """Weights of one validation; a higher ``score`` is better."""

    step: int
    score: float

    def path(self, folder: Path) -> Path:
        """Where they are."""
        return folder / f"step-{self.step:08d}.safetensors"


def score_of(recipe: Recipe, scores: Mapping[str, float], step: int) -> float:
    """One figure to choose by, as ``Schedule.choose`` says: ``psnr``; ``perceptual``, the distance; or ``texture``, the
    least of

        distance + 0.03 NIQE + (what the phase ratio is above 1.10) + (what lag-4 is below 0)

    where NIQE counts only if it is measured. PSNR where there is no distance, the step where nothing was measured.
    """
    if recipe.schedule.choose == "psnr" or "perceptual" not in scores:
        return scores.get("psnr", float(step))
    distance = scores["perceptual"]
    if recipe.schedule.choose == "texture":
        distance += _NIQE * scores.get("niqe", 0.0)
        distance += max(scores.get("phase ratio", 1.0) - _MOST_RATIO, 0.0) + max(-scores.get("lag-4", 0.0), 0.0)
    return -distance


def candidate_score(recipe: Recipe, path: Path) -> float:
    """The figure to choose by of a candidate's file, from its card."""
    card, step = read_card(path), int(path.stem.removeprefix("step-"))
    scores = {name.removeprefix(_MEASURED): score for name, score in card.scores.items()} if card else {}
    return score_of(recipe, scores, step)


def best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best three, best first."""
    return sorted(candidates, key=lambda each: each.score, reverse=True)[:_BEST]


def save_candidate(folder: Path, card: Card, generator: Network, candidates: Sequence[Candidate]) -> None:
    """Write the newest candidate's weights, then remove all but it and the best three."""
    newest = candidates[-1]
    save_weights(newest.path(folder), Weights(card, dict(generator.state_dict())))
    wanted = {each.path(folder) for each in [newest, *best(candidates)]}
    for path in folder.glob("step-*.safetensors"):
        if path not in wanted:
            path.unlink()


def final_generator(folder: Path, generator: Network, candidates: Sequence[Candidate], keep: str) -> Network:
    """The model at the end: the generator as it is (``last``), the best candidate, or the mean of the best three."""
    chosen = [each for each in best(candidates) if each.path(folder).exists()][: 1 if keep == "best" else _BEST]
    if keep == "last" or not chosen:
        return generator
    weights = [load_weights(each.path(folder)) for each in chosen]
    state = {name: torch.stack([each.state[name] for each in weights]).mean(0) for name in weights[0].state}
    return Weights(weights[0].card, state).generator().to(next(generator.parameters()).device)


def card_for(
    order: TrainingOrder,
    dimensions: Dimensions,
    manifest: Manifest,
    base: str,
    teacher: str,
    *,
    step: int,
    seconds: float,
    scores: Mapping[str, float],
) -> Card:
    """What the weights say about themselves."""
    megapixels = sum(photo.width * photo.height for photo in manifest.training) / 1e6
    return Card(
        name=order.recipe.name,
        dimensions=dimensions,
        licence=order.licence,
        recipe=to_toml(order.recipe),
        data=f"{len(manifest.training)} photos, {megapixels:.0f} megapixels, from {order.photos.name}",
        scores={_MEASURED + name: round(score, 4) for name, score in scores.items()},
        base=base,
        created=date.today().isoformat(),
        notes=f"{step} steps in {_time(seconds)} on {_hardware()}.{_lesson(order.recipe, teacher)}",
    )


def _lesson(recipe: Recipe, teacher: str) -> str:
    return f" {100 * recipe.content.teacher:g} % of the pixel losses were learnt from {teacher}." if teacher else ""


def _time(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.1f} hours"


def _hardware() -> str:
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return f"{torch.get_num_threads()} threads of a {platform.machine()} processor"
