"""What a person chooses between: a method, and what the photos are like. Both together give a model. No Qt."""

from __future__ import annotations

from enum import StrEnum

from engine.models import catalog

METHODS = (catalog.AUTO, catalog.AUTO_TEXTURED, catalog.BICUBIC, catalog.AUTO_FAITHFUL)
"""Those that are seen at a glance. A method is an id of the catalog; the textured and the faithful one are open ones,
because it takes the kind of the photo to say which model they are.
"""


class PhotoKind(StrEnum):
    """What the photos are like; ``automatic`` looks at each of them."""

    AUTOMATIC = "automatic"
    CLEAN = "clean"
    DAMAGED = "damaged"


_PAIRS = {PhotoKind.CLEAN: catalog.CLEAN, PhotoKind.DAMAGED: catalog.PHOTO}


def model_for(method: str, kind: PhotoKind) -> str:
    """The catalog's id for a method and a kind of photo. It stays open where the kind is left open."""
    pair = _PAIRS.get(kind)
    return catalog.decided(method, pair.textured) if pair else method


def chosen_by(model: str) -> tuple[str, PhotoKind | None]:
    """The inverse: the method and the kind that a model of the catalog stands for; None where it fits any photo."""
    pair = catalog.pair_of(model)
    if pair is None:
        return model, None
    method = catalog.AUTO_TEXTURED if model == pair.textured else catalog.AUTO_FAITHFUL
    return method, next(kind for kind, its_pair in _PAIRS.items() if its_pair == pair)


def is_there(kind: PhotoKind) -> bool:
    """Whether there are models for photos of that kind."""
    pair = _PAIRS.get(kind)
    return pair is None or set(pair) <= {entry.id for entry in catalog.entries()}
