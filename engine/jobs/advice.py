"""Which model suits a photo where nobody chose: of the pair for clean photos, or of that for real ones with their
damage; the faithful one for text and graphics, whose letters are not to be invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.jobs.assessment import Damage
from engine.models import catalog


@dataclass(frozen=True)
class Advice:
    """``model`` is an id of the catalog; ``sentence`` says why it was chosen."""

    model: str
    sentence: str


def suited(model: str, damage: Damage) -> str:
    """The counterpart of a model in the pair that suits a photo with that damage; itself if it has no pair."""
    pair = catalog.pair_of(model)
    wanted = catalog.PHOTO if damage.signs else catalog.CLEAN
    return wanted[pair.index(model)] if pair else model


def advise(damage: Damage, left_open: str = catalog.AUTO) -> Advice:
    """What a model that was left open comes to: that of the pair that suits; the clean pair's where the other pair is
    not installed.
    """
    open_model = catalog.AUTO_FAITHFUL if damage.graphic and left_open == catalog.AUTO else left_open
    clean = catalog.decided(open_model)
    best = suited(clean, damage)
    if best not in {entry.id for entry in catalog.entries()}:
        return Advice(clean, f"{damage.reason}, but {best} is not there, so {clean}")
    return Advice(best, f"{damage.reason}, so {best}")
