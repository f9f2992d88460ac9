"""What models are called on the screen."""

from __future__ import annotations

from app.window.widgets.language import tr
from engine.models import catalog
from engine.texts import shown


def model_title(model: str) -> str:
    """A model's name, short enough for a label."""
    textured, faithful = tr("Textured (SRGAN)"), tr("Faithful (SRResNet)")
    known = {
        catalog.AUTO: tr("Automatic"),
        catalog.AUTO_TEXTURED: textured,
        catalog.AUTO_FAITHFUL: faithful,
        catalog.CLEAN.textured: textured,
        catalog.CLEAN.faithful: faithful,
        catalog.PHOTO.textured: tr("{}, noisy or compressed").format(textured),
        catalog.PHOTO.faithful: tr("{}, noisy or compressed").format(faithful),
        catalog.NEAREST: tr("Nearest"),
        catalog.BICUBIC: tr("Bicubic"),
    }
    return known.get(model) or next((own_title(e) for e in catalog.entries() if e.id == model), shown(model))


def short_title(model: str) -> str:
    """The paper's name of the models that ship, for titles of two models; for others as ``model_title``."""
    pair = catalog.pair_of(model)
    if pair is None:
        return model_title(model)
    return "SRGAN" if model == pair.textured else "SRResNet"


def menu_text(title: str) -> str:
    """A title as an entry of a menu, where an ampersand marks a key and a tabulator a second column."""
    return title.replace("&", "&&").replace("\t", " ")


def own_title(entry: catalog.Entry) -> str:
    """The name in a model's card, and the one of its file where that is another: two files may hold the same model."""
    return shown(entry.title if entry.title == entry.id else f"{entry.title} ({entry.id})")
