"""What layers are called on the screen."""

from __future__ import annotations

from app.window.canvas.layers import PHOTO, REFERENCE, Layer, Map
from app.window.widgets.language import tr
from app.window.widgets.titles import model_title, short_title


def layer_title(layer: Layer) -> str:
    """What a pane that shows it is called."""
    match layer.map:
        case Map.DIFFERENCE:
            return tr("{} minus {}").format(_short(layer.model), _short(layer.other))
        case Map.FIDELITY:
            return tr("Fidelity of {}").format(_short(layer.model))
        case Map.INVENTION:
            return tr("What {} invents").format(_short(layer.model))
    return _title(layer.model)


def map_hint(layer: Layer) -> str:
    """What the colours of a map mean."""
    match layer.map:
        case Map.DIFFERENCE:
            return tr("Grey where both agree; lighter or darker by four times the difference.")
        case Map.FIDELITY:
            return tr("Amber where the result, scaled down again, does not give your photo back.")
        case Map.INVENTION:
            return tr("Blue where there is detail that {} does not have.").format(_short(layer.other))
    return ""


def _title(model: str) -> str:
    return _of_pictures().get(model) or model_title(model)


def _short(model: str) -> str:
    return _of_pictures().get(model) or short_title(model)


def _of_pictures() -> dict[str, str]:
    return {PHOTO: tr("Photo"), REFERENCE: tr("Reference")}
