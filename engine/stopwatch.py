"""Ways of doing the same work, measured against each other: in turns, repeatedly, so that a noise hits all alike."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import psutil
import torch

from engine.devices import Device

Work = Callable[[], Any]


@dataclass(frozen=True)
class Measured:
    """The median time of one way in seconds, the most memory in bytes during it, and what it returned last."""

    seconds: float
    memory: int
    result: Any


def interleaved(ways: Mapping[str, Work], device: Device, repeats: int, *, warm_up: bool = True) -> dict[str, Measured]:
    """Run all ways in turns, ``repeats`` times each. With ``warm_up`` a first round is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    memory, results = dict.fromkeys(ways, 0), {}
    for counted in [False] * warm_up + [True] * repeats:
        for name, work in ways.items():
            with PeakMemory(device) as peak:
                start = time.perf_counter()
                results[name] = work()
                wait_for(device)
                taken = time.perf_counter() - start
            if counted:
                seconds[name].append(taken)
                memory[name] = max(memory[name], peak.bytes)
    return {name: Measured(statistics.median(seconds[name]), memory[name], results[name]) for name in ways}


def wait_for(device: Device) -> None:
    """Return when everything asked of the device is done."""
    if not device.is_cpu:
        getattr(torch, device.kind).synchronize()


class PeakMemory:
    """``with PeakMemory(device) as peak: ...``, then ``peak.bytes``: of a CUDA device what torch had allocated on it,
    elsewhere the resident memory of the whole process.
    """

    def __init__(self, device: Device) -> None:
        self._device = device
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self.bytes = 0

    def __enter__(self) -> Self:
        if self._device.kind == "cuda":
            torch.cuda.reset_peak_memory_stats(self._device.id)
        else:
            self._watcher.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._device.kind == "cuda":
            self.bytes = torch.cuda.max_memory_allocated(self._device.id)
        else:
            self._done.set()
            self._watcher.join()

    def _watch(self) -> None:
        process = psutil.Process()
        while True:
            self.bytes = max(self.bytes, process.memory_info().rss)
            if self._done.wait(0.01):
                return
