"""A fine-tune becomes a model of the person's own: mixed with its base, with a card that says all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.models import catalog
from engine.models.cards import Card
from engine.models.weights import Weights, mixed, save_weights
from trainer.run_folder import Manifest, RunFolder
from trainer.verdict.judging import ends
from trainer.verdict.verdict import Verdict, verdict_of

_DIGITS = 16
"""Of each photo's SHA-256 in the card."""


def keep(run: RunFolder, name: str, mix: float | None = None) -> Path:
    """Write ``(1 - mix) * base + mix * fine-tuned`` among the person's own models; returns the file.

    Without ``mix`` it is what the verdict found best, and 1 where there is none. Raises BadRun where there is no model
    yet, ModelError for a name that is taken or cannot be a file's, CannotSave.
    """
    base, tuned = ends(run)
    verdict = verdict_of(run)
    share = mix if mix is not None else verdict.mix if verdict else 1.0
    card = _card(tuned.card, name, run.manifest(), verdict, share)
    file = run.weights / "kept.safetensors"
    try:
        save_weights(file, Weights(card, mixed(base, tuned, share).state))
        entry = catalog.add(file, name)
    finally:
        file.unlink(missing_ok=True)
    assert entry.path is not None
    return entry.path


def _card(tuned: Card, name: str, manifest: Manifest | None, verdict: Verdict | None, share: float) -> Card:
    """The fine-tuned model's card, and what it was taught on, how it was judged and how much of it is in the mix."""
    return replace(
        tuned,
        name=name,
        data=_data(tuned.data, manifest),
        scores=_scores(verdict, share) or tuned.scores,
        created=date.today().isoformat(),
        notes=_notes(tuned.notes, verdict, share),
    )


def _data(summary: str, manifest: Manifest | None) -> str:
    """Which photos: how many, and each by its hash."""
    hashes = sorted(photo.sha256[:_DIGITS] for photo in (manifest.training if manifest else []))
    return f"{summary}; by the first {_DIGITS} digits of their SHA-256: {' '.join(hashes)}" if hashes else summary


def _scores(verdict: Verdict | None, share: float) -> dict[str, float]:
    """On the held-out photos: of this mix where it was measured, and of the base."""
    mixes = {each.mix: each.scores for each in verdict.mixes} if verdict else {}
    chosen = {f"held out {name}": round(value, 4) for name, value in mixes.get(share, {}).items()}
    base = {f"held out {name} of the base": round(value, 4) for name, value in mixes.get(0.0, {}).items()}
    return {**chosen, **base}


def _notes(before: str, verdict: Verdict | None, share: float) -> str:
    parts = [before, f"{share:.0%} fine-tuned, {1 - share:.0%} of the base."]
    if verdict:
        parts.append(f"Verdict: {verdict.word}. {verdict.reason}")
    return " ".join(parts)
