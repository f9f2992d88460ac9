"""What a pane shows at one place, in figures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.window.canvas import maps
from app.window.canvas.layers import Layer, Map
from app.window.canvas.rendering import Renderer
from app.window.canvas.results import Grid
from app.window.canvas.viewport import Point
from app.window.widgets.words import decimal
from engine.geometry import Region

WIDE = "\u2007"
"""A blank as wide as a figure, so that figures stay where they are while the pointer moves."""


def read_out(renderer: Renderer, layer: Layer, grid: Grid, at: Point) -> str:
    """The red, green and blue of the pixel there, in 255ths; of a difference with signs; of other maps one figure.

    ``at`` is a place of the photo. Empty where the engine has not been yet.
    """
    photo = renderer.photo.size
    x, y = int(at.x * grid.size.width / photo.width), int(at.y * grid.size.height / photo.height)
    pixel = Region(x, y, x + 1, y + 1).clipped(Region.of(grid.size))
    if max(grid.size) > max(photo) and not all(renderer.is_computed(each, grid, pixel) for each in layer.networks):
        return ""
    first = renderer.result(layer.model, grid, pixel)
    match layer.map:
        case Map.FIDELITY:
            return _figure(_error(renderer, layer.model, grid, Point(int(at.x), int(at.y))))
        case Map.DIFFERENCE:
            return _figures(first.astype(int) - renderer.result(layer.other, grid, pixel).astype(int), signed=True)
        case Map.INVENTION:
            return _figure(float(maps.apart(first, renderer.result(layer.other, grid, pixel))[0, 0]))
    return _figures(first.astype(int))


def _error(renderer: Renderer, model: str, grid: Grid, at: Point) -> float:
    """How far a pixel of the photo comes back wrong."""
    pixel = Region(int(at.x), int(at.y), int(at.x) + 1, int(at.y) + 1)
    own = renderer.photo_colours(pixel)
    return float(maps.apart(renderer.reduced(model, grid, pixel), own)[0, 0])


def _figure(value: float) -> str:
    return decimal(value, 1).rjust(5, WIDE)


def _figures(colours: NDArray[np.signedinteger], *, signed: bool = False) -> str:
    width = 4 if signed else 3
    return " ".join(decimal(float(value), 0, signed=signed).rjust(width, WIDE) for value in colours[0, 0])
