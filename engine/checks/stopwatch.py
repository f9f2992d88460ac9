"""Ways of doing the same work, timed against each other: in turns, so that what disturbs one disturbs all."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import psutil
import torch
from torch import Tensor

from engine.compute.devices import Device

Work = Callable[[], Tensor]


@dataclass(frozen=True)
class Timed:
    """The median time of one way in seconds, the most memory in bytes during it, and what it returned last."""

    seconds: float
    memory: int
    result: Tensor


def interleaved(ways: Mapping[str, Work], device: Device, rounds: int, *, warm_up: bool = True) -> dict[str, Timed]:
    """Run all ways in turns, ``rounds`` times each. With ``warm_up`` one more round goes before, not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    memory = dict.fromkeys(ways, 0)
    results: dict[str, Tensor] = {}
    for counted in [False] * warm_up + [True] * rounds:
        for name, work in ways.items():
            with PeakMemory(device) as peak:
                start = time.perf_counter()
                results[name] = work()
                wait_for(device)
                taken = time.perf_counter() - start
            if counted:
                seconds[name].append(taken)
                memory[name] = max(memory[name], peak.bytes)
    return {name: Timed(statistics.median(seconds[name]), memory[name], results[name]) for name in ways}


def wait_for(device: Device) -> None:
    """Return when everything asked of the device is done."""
    if not device.is_cpu:
        getattr(torch, device.torch_id.partition(":")[0]).synchronize()


class PeakMemory:
    """``with PeakMemory(device) as peak: ...``, then ``peak.bytes``: on a CUDA device what torch had allocated there,
    elsewhere the resident memory of the whole process.
    """

    def __init__(self, device: Device) -> None:
        self.bytes = 0
        self._device = device
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="memory", daemon=True)

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
