"""What layers are called on the screen."""

from __future__ import annotations

from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, REFERENCE, Layer, Map
from app.window.widgets.language import tr
from engine.models import catalog


def model_title(model: str) -> str:
    """A model's name, short enough for a label."""
    own = {
        catalog.AUTO: tr("Automatic"),
        PHOTO: tr("Photo"),
        NEAREST: tr("Nearest"),
        BICUBIC: tr("Bicubic"),
        REFERENCE: tr("Reference"),
    }
    known = {
        "srresnet": "SRResNet",
        "srgan": "SRGAN",
        "srresnet-photo": tr("SRResNet, real photos"),
        "srgan-photo": tr("SRGAN, real photos"),
    }
    return own.get(model) or known.get(model) or next((own_title(e) for e in catalog.entries() if e.id == model), model)


def own_title(entry: catalog.Entry) -> str:
    """The name in a model's card, and the one of its file where that is another: two files may hold the same model."""
    return entry.title if entry.title == entry.id else f"{entry.title} ({entry.id})"


def layer_title(layer: Layer) -> str:
    match layer.map:
        case Map.DIFFERENCE:
            return tr("{} minus {}").format(model_title(layer.model), model_title(layer.other))
        case Map.FIDELITY:
            return tr("Fidelity of {}").format(model_title(layer.model))
        case Map.INVENTION:
            return tr("What {} invents").format(model_title(layer.model))
    return model_title(layer.model)


def map_hint(layer: Layer) -> str:
    """What the colours of a map mean."""
    match layer.map:
        case Map.DIFFERENCE:
            return tr("Grey where both agree; lighter or darker by four times the difference.")
        case Map.FIDELITY:
            return tr("Amber where the result, scaled down again, does not give your photo back.")
        case Map.INVENTION:
            return tr("Blue where there is detail that {} does not have.").format(model_title(layer.other))
    return ""
