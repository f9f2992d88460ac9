"""Which layers the panes of each arrangement show. Plain values, no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer
from app.window.canvas.panes import Arrangement
from engine.models import catalog

Layers = tuple[Layer, ...]
LayersOf = Mapping[Arrangement, Layers]

FIRST_LAYERS: LayersOf = {
    Arrangement.SINGLE: (Layer(catalog.AUTO),),
    Arrangement.SPLIT: (Layer(BICUBIC), Layer(catalog.AUTO)),
    Arrangement.SIDE_BY_SIDE: (Layer(BICUBIC), Layer(catalog.AUTO)),
    Arrangement.GRID: (Layer(PHOTO), Layer(BICUBIC), Layer(catalog.AUTO_FAITHFUL), Layer(catalog.AUTO)),
}
"""Before anything is chosen; the last pane follows the chosen model."""


def with_output(layers_of: LayersOf, model: str) -> LayersOf:
    """With a model in the last pane of all, unless a map is looked at there, and beside it what it is compared with."""

    def layers(arrangement: Arrangement, before: Layers) -> Layers:
        kept = before[:-1]
        if arrangement.panes == 2 and kept[0].model in (PHOTO, BICUBIC):
            kept = (Layer(PHOTO if model == BICUBIC else BICUBIC),)
        return (*kept, before[-1] if before[-1].map else Layer(model))

    return {name: layers(name, before) for name, before in layers_of.items()}


def without_reference(layers_of: LayersOf) -> LayersOf:
    """With bicubic for what showed the reference photo."""

    def without(layer: Layer) -> Layer:
        if REFERENCE not in layer.models:
            return layer
        return Layer(BICUBIC if layer.model == REFERENCE else layer.model)

    return {arrangement: tuple(map(without, layers)) for arrangement, layers in layers_of.items()}
