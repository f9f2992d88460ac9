"""What layers are called on the screen, and what the colours of maps stand for."""

from __future__ import annotations

from typing import NamedTuple

from app.window.canvas import maps
from app.window.canvas.layers import PHOTO, REFERENCE, Layer, Map
from app.window.widgets.language import tr
from app.window.widgets.titles import model_title, short_title
from app.window.widgets.words import percent
from engine.models import catalog

DIM, BLACK, GREY, WHITE = (51, 51, 51), (0, 0, 0), (128, 128, 128), (255, 255, 255)
"""A map is drawn on a dimmed photo; a difference around grey."""


class MapScale(NamedTuple):
    """``colours`` from the least to the most, and ``figures`` for some of them, at equal distances."""

    colours: tuple[tuple[int, int, int], ...]
    figures: tuple[str, ...]


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


def mixed_title(layer: Layer, texture: float | None) -> str:
    """The same with the share of texture in it, 0 to 1, which is each model's own where None was chosen."""
    share = catalog.texture_of(layer.model, texture) if catalog.is_textured(layer.model) else None
    return layer_title(layer) if layer.map or share is None else f"{layer_title(layer)} · {percent(share)}"


def map_hint(layer: Layer) -> str:
    """What the colours of a map mean."""
    match layer.map:
        case Map.DIFFERENCE:
            return tr("Grey where both agree, lighter or darker where they differ.")
        case Map.FIDELITY:
            return tr("Amber where the result, scaled down again, does not give your photo back.")
        case Map.INVENTION:
            return tr("Blue where there is detail that {} does not have.").format(_short(layer.other))
    return ""


def map_scale(layer: Layer) -> MapScale | None:
    """How much its colours stand for; None for what is no map."""
    match layer.map:
        case Map.DIFFERENCE:
            most = maps.DIFFERENCE_RANGE
            return MapScale((BLACK, GREY, WHITE), (f"−{most}", "0", tr("+{} of 255").format(most)))
        case Map.FIDELITY:
            return _from_nothing(maps.AMBER, maps.FIDELITY_RANGE)
        case Map.INVENTION:
            return _from_nothing(maps.BLUE, maps.INVENTION_RANGE)
    return None


def _from_nothing(colour: tuple[int, int, int], most: int) -> MapScale:
    return MapScale((DIM, colour), ("0", str(most // 2), tr("{} of 255").format(most)))


def _title(model: str) -> str:
    return _of_pictures().get(model) or model_title(model)


def _short(model: str) -> str:
    return _of_pictures().get(model) or short_title(model)


def _of_pictures() -> dict[str, str]:
    return {PHOTO: tr("Photo"), REFERENCE: tr("Reference")}
