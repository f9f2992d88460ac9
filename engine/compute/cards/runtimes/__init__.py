"""What computes on cards, by the kind of device: each lists its cards, and makes an order's network of ours its own.

The packages themselves are imported only when something is asked of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from engine.compute.cards.wire import Order, Tiles

VULKAN = "vulkan"
OPENVINO = "openvino"
_MODULES = {VULKAN: "ncnn_runtime", OPENVINO: "openvino_runtime"}


class ComputeFailed(Exception):
    """The driver has given something up, or the card cannot do it."""


class Runtime(NamedTuple):
    """``listed`` gives what ``listing.Card`` knows of each card. ``load`` makes a network of an order and its weights
    and raises ComputeFailed. ``compute`` takes that and a tile (3, h, w) to (3, scale * h, scale * w) in float32, and
    raises MemoryError or ComputeFailed.
    """

    listed: Callable[[], Iterator[dict[str, object]]]
    load: Callable[[Order, bytes], Any]
    compute: Callable[[Any, Tiles], Tiles]


def runtime(kind: str) -> Runtime:
    """That of a kind of device; what is asked of it raises ImportError where its package is not installed."""
    module = import_module(f"engine.compute.cards.runtimes.{_MODULES[kind]}")
    return Runtime(module.listed, module.load, module.compute)
