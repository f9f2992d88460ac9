"""OpenVINO on Intel's graphics and NPUs; on the CPU for tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from engine.compute.cards.runtimes import ComputeFailed
from engine.compute.cards.wire import Order, Tiles

_CPU = "CPU"
_MEMORY = {"GPU": "GPU_DEVICE_TOTAL_MEM_SIZE", "NPU": "NPU_DEVICE_TOTAL_MEM_SIZE"}
_HALVES = {"FP16": "f16", "BF16": "bf16"}
"""What a device may call itself able to do, and how it is told to; the first is preferred."""
_MOST_SHAPES = 4
"""Shapes of tiles that stay compiled: those of a photo's strips, of its last one, and of a preview."""


def listed() -> Iterator[dict[str, object]]:
    """The devices that OpenVINO knows, the CPU last."""
    import openvino

    for index, device in enumerate(_devices()):
        yield {
            "index": index,
            "name": _core().get_property(device, "FULL_DEVICE_NAME"),
            "driver": f"openvino {openvino.get_version()} {_driver(device)}".strip(),
            "memory": _memory(device),
            "software": device == _CPU,
        }


class Network:
    """A network on a device, compiled for each shape of tiles that comes."""

    def __init__(self, order: Order, weights: bytes) -> None:
        self._device = _devices()[order.card]
        self._model = model_of(order.layers, weights)
        self._settings = {"INFERENCE_PRECISION_HINT": _precision(self._device, half=order.half)}
        self._compiled: dict[tuple[int, ...], Any] = {}

    def __call__(self, planes: Tiles) -> Tiles:
        """(3, h, w) to (3, scale * h, scale * w) in float32."""
        shape = (1, *planes.shape)
        compiled = self._compiled.pop(shape) if shape in self._compiled else self._compile(shape)
        self._compiled[shape] = compiled  # the newest goes last
        result: Tiles = compiled(planes[None].astype(np.float32))[0][0].copy()  # the next one is written there too
        return result

    def _compile(self, shape: tuple[int, ...]) -> Any:
        while len(self._compiled) >= _MOST_SHAPES:
            self._compiled.pop(next(iter(self._compiled)))
        self._model.reshape(shape)
        return _core().compile_model(self._model, self._device, self._settings)


def load(order: Order, weights: bytes) -> Network:
    """Numbers are stored in 16 bits where the order says so and the device can."""
    return Network(order, weights)


def compute(network: Network, planes: Tiles) -> Tiles:
    """One tile."""
    try:
        return network(planes)
    except RuntimeError as failed:
        raise (MemoryError if "memory" in str(failed).lower() else ComputeFailed) from None


def model_of(layers: str, weights: bytes) -> Any:
    """OpenVINO's model of a network that is written down for ncnn, for planes (1, 3, h, w)."""
    import openvino

    numbers = _Numbers(weights)
    values: dict[str, Any] = {}
    for line in layers.splitlines()[2:]:
        kind, _, incoming, outgoing, *words = line.split()
        names, settings = words[: int(incoming) + int(outgoing)], words[int(incoming) + int(outgoing) :]
        made = _layer(kind, [values[name] for name in names[: int(incoming)]], _settings(settings), numbers)
        values |= dict.fromkeys(names[int(incoming) :], made)
    pixels, result = next(iter(values.values())), made
    return openvino.Model([result], [pixels])


def _layer(kind: str, inputs: list[Any], settings: dict[int, int], numbers: _Numbers) -> Any:
    """One of the layers that ``conversion`` writes."""
    from openvino import opset13 as operations

    match kind:
        case "Input":
            return operations.parameter([1, 3, -1, -1], np.float32)
        case "Convolution":
            return _convolution(inputs[0], settings, numbers)
        case "PReLU":
            return operations.prelu(inputs[0], numbers.take(settings[0]))
        case "Split":
            return inputs[0]
        case "BinaryOp":
            return operations.add(*inputs)
        case "PixelShuffle":
            return operations.depth_to_space(inputs[0], "depth_first", settings[0])
    raise ComputeFailed(kind)


def _convolution(value: Any, settings: dict[int, int], numbers: _Numbers) -> Any:
    from openvino import opset13 as operations

    count, side, padding = settings[0], settings[1], [settings[4]] * 2
    numbers.take(1)  # says that float32 follows
    weight = numbers.take(settings[6]).reshape(count, -1, side, side)
    summed = operations.convolution(value, weight, [1, 1], padding, padding, [1, 1])
    return operations.add(summed, numbers.take(count).reshape(1, count, 1, 1))


class _Numbers:
    """All weights, one after another."""

    def __init__(self, weights: bytes) -> None:
        self._all = np.frombuffer(weights, np.float32)
        self._taken = 0

    def take(self, count: int) -> Any:
        self._taken += count
        return self._all[self._taken - count : self._taken]


def _settings(words: list[str]) -> dict[int, int]:
    """``0=64 1=3`` by number."""
    return {int(number): int(value) for number, value in (word.split("=") for word in words)}


@cache
def _core() -> Any:
    import openvino

    return openvino.Core()


def _devices() -> list[str]:
    return sorted(_core().available_devices, key=lambda device: device == _CPU)


def _precision(device: str, *, half: bool) -> str:
    able = _core().get_property(device, "OPTIMIZATION_CAPABILITIES") if half else ()
    return next((name for capability, name in _HALVES.items() if capability in able), "f32")


def _memory(device: str) -> int:
    """In bytes."""
    import psutil

    name = _MEMORY.get(device.partition(".")[0])
    return int(_core().get_property(device, name)) if name else psutil.virtual_memory().total


def _driver(device: str) -> str:
    """Its version, where OpenVINO tells it."""
    return str(_core().get_property(device, "NPU_DRIVER_VERSION")) if device.startswith("NPU") else ""
