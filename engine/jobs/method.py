"""How to upscale, as a person chooses it: which model, how much texture, on what device, how carefully.

A method can be chosen and kept before torch is there; torch is loaded when a runner is made.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.compute.precision import Precision
from engine.errors import RequestError
from engine.jobs import ahead
from engine.models import catalog

if TYPE_CHECKING:
    from engine.compute.runner import ModelRunner


@dataclass(frozen=True)
class Method:
    """A choice that gives a runner. ``None`` and ``auto`` leave it to Fourfold.

    ``model`` is an id of the catalog or a weights file (one of ``catalog.OPEN`` until a photo decides); ``texture``
    from 0 (SRResNet) to 1 (SRGAN) asks for their mix, None for the model's own; ``tile`` is in LR pixels, 1 to 1024,
    else RequestError; ``ensemble`` takes eight times as long for the last bit of quality.
    """

    model: str = catalog.CLEAN.textured
    texture: float | None = None
    device: str | None = None
    precision: Precision = Precision.AUTO
    tile: int | None = None
    ensemble: bool = False

    def __post_init__(self) -> None:
        if self.tile is not None and not 1 <= self.tile <= 1024:
            raise RequestError("A tile is 1 to 1024 pixels wide, not {tile}.", tile=self.tile)

    @property
    def is_open(self) -> bool:
        """Whether the model is left open until a photo decides."""
        return self.model in catalog.OPEN

    @property
    def asks_for_nothing(self) -> bool:
        """Whether model, texture and device are left to Fourfold, so that nothing of them can be wrong."""
        return self.is_open and self.texture is None and self.device is None

    @property
    def left_open(self) -> str:
        """What is left to Fourfold, as one of ``catalog.OPEN``: who chose how much texture has chosen a textured model.
        The model itself where that is chosen.
        """
        return catalog.AUTO_TEXTURED if self.model == catalog.AUTO and self.texture is not None else self.model

    def with_model(self, model: str) -> Method:
        """With that model where it is left open; one that a person chose stays."""
        return replace(self, model=model) if self.is_open else self

    def for_depth(self, depth: int) -> Method:
        """In float32 where a result of more than 8 bits is asked for and no precision was: bfloat16 may be off by one
        level of 8 bits, which are 257 of 16.
        """
        automatic = self.precision is Precision.AUTO
        return replace(self, precision=Precision.FLOAT32) if depth > 8 and automatic else self

    def begin_loading(self) -> None:
        """Begin with what ``runner`` waits for, beside whatever goes on."""
        ahead.begin_loading()
        if self.device is None:
            from engine.compute.cards.listing import look_ahead

            look_ahead()

    def runner(self) -> ModelRunner:
        """Load the model onto the device, and torch before. Raises ModelError or DeviceError."""
        self.begin_loading()
        ahead.load()
        from engine.compute.cards.choice import preferred
        from engine.compute.devices import AUTOMATIC, find
        from engine.compute.runner import ModelRunner
        from engine.models.loading import load_model

        device = find(self.device)
        model = load_model(self.model, self.texture)
        if self.device in AUTOMATIC:
            device = preferred(device, model, self.precision)
        return ModelRunner(model, device, self.precision, tile=self.tile, ensemble=self.ensemble)


class RunnerCache:
    """The runners in use, made once each; the least recently used goes first when there are too many."""

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._ready: OrderedDict[Method, ModelRunner] = OrderedDict()

    def runner(self, method: Method) -> ModelRunner:
        """The runner for a method. Raises ModelError or DeviceError."""
        if method not in self._ready:
            while len(self._ready) >= self._most:
                self._ready.popitem(last=False)
            self._ready[method] = method.runner()
        self._ready.move_to_end(method)
        return self._ready[method]

    def clear(self) -> None:
        """Let go of all models, for a training that needs the memory."""
        self._ready.clear()
