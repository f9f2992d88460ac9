"""What models are called on the screen."""

from __future__ import annotations

from app.window.widgets.language import tr
from engine.models import catalog
from engine.texts import shown


def model_title(model: str) -> str:
    """A model's name, short enough for a label."""
    own = {
        catalog.AUTO: tr("Automatic"),
        catalog.NEAREST: tr("Nearest"),
        catalog.BICUBIC: tr("Bicubic"),
    }
    known = {
        catalog.CLEAN.faithful: "SRResNet",
        catalog.CLEAN.textured: "SRGAN",
        catalog.PHOTO.faithful: tr("SRResNet, real photos"),
        catalog.PHOTO.textured: tr("SRGAN, real photos"),
    }
    own_titles = (own_title(entry) for entry in catalog.entries() if entry.id == model)
    return own.get(model) or known.get(model) or next(own_titles, shown(model))


def own_title(entry: catalog.Entry) -> str:
    """The name in a model's card, and the one of its file where that is another: two files may hold the same model."""
    return shown(entry.title if entry.title == entry.id else f"{entry.title} ({entry.id})")
