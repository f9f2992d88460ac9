"""A model's card in plain lines. No Qt."""

from __future__ import annotations

from app.window.widgets.language import tr
from engine.models.cards import Card
from engine.texts import shown, shown_lines


def portrait(card: Card) -> str:
    """What a model says about itself: base, photos, scores, date, notes and recipe."""
    lines = {
        tr("Name"): card.name,
        tr("Made"): card.created,
        tr("Began from"): card.base,
        tr("Learned from"): card.data,
        tr("Licence"): card.licence,
        tr("Notes"): card.notes,
    }
    said = [f"{name}: {shown(text)}" for name, text in lines.items() if text]
    scores = [f"  {shown(name)}: {score:g}" for name, score in card.scores.items()]
    parts = ["\n".join(said)]
    if scores:
        parts.append("\n".join([tr("Scores") + ":", *scores]))
    if card.sha256:
        parts.append(f"SHA-256: {shown(card.sha256)}")
    if card.recipe:
        parts.append(tr("Recipe") + f":\n{shown_lines(card.recipe.strip())}")
    return "\n\n".join(parts)
