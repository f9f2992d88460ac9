"""What can compute: graphics cards and the CPU, by name and memory, and the precision each is good at."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil
import torch

from engine.compute.precision import Precision as Precision
from engine.errors import DeviceError


@dataclass(frozen=True)
class Device:
    """One device. ``id`` is torch's (``cuda:0``, ``mps``, ``xpu:0``, ``cpu``); the memory is in bytes, as it is now."""

    id: str
    name: str
    memory: int
    free_memory: int

    @property
    def is_cpu(self) -> bool:
        return self.id == "cpu"

    @property
    def kind(self) -> str:
        """``cuda``, ``mps``, ``xpu`` or ``cpu``."""
        return self.id.split(":")[0]


def devices() -> list[Device]:
    """Every device there is, the one to prefer first; the CPU is always there and last."""
    return [*_cards(), cpu()]


def cpu() -> Device:
    """The CPU with the computer's memory."""
    memory = psutil.virtual_memory()
    return Device("cpu", _cpu_name(), memory.total, memory.available)


def find(name: str | None = None) -> Device:
    """The device with that id, kind or part of its name; None or ``auto`` means the best. Raises DeviceError."""
    found = devices()
    if name in (None, "auto"):
        return found[0]
    wanted = name.lower()
    for device in found:
        if wanted in (device.id, device.kind) or (len(wanted) > 2 and wanted in device.name.lower()):
            return device
    known = ", ".join(f"{device.id} ({device.name})" for device in found)
    raise DeviceError("There is no device called {name} on this computer; there is {known}.", name=name, known=known)


def reason() -> str:
    """Why the first of ``devices()`` is the one that is used, as a sentence."""
    if not (first := devices()[0]).is_cpu:
        return f"{first.name} is used: a graphics card goes before the CPU."
    if torch.version.cuda is None and sys.platform != "darwin":
        return "The CPU is used: this edition is without CUDA, and NVIDIA's cards need the one with it."
    return "The CPU is used: torch finds no graphics card that it can use."


def dtype_for(device: Device, precision: Precision) -> torch.dtype:
    """The dtype for a precision on a device."""
    match precision:
        case Precision.FLOAT32:
            return torch.float32
        case Precision.BFLOAT16:
            return torch.bfloat16
        case Precision.FLOAT16:
            return torch.float16
    if device.kind == "cuda":
        return torch.float16
    return torch.bfloat16 if device.is_cpu and has_fast_bfloat16() else torch.float32


def has_fast_bfloat16() -> bool:
    """Whether this CPU computes in bfloat16 itself; emulated it is two to three times slower than float32."""
    flags = {name: getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")}
    return any(bool(supported()) for supported in flags.values() if supported is not None)


def _cards() -> list[Device]:
    cards = []
    for index in range(torch.cuda.device_count()):
        free, total = torch.cuda.mem_get_info(index)
        cards.append(Device(f"cuda:{index}", torch.cuda.get_device_name(index), total, free))
    if torch.xpu.is_available():
        for index in range(torch.xpu.device_count()):
            total = torch.xpu.get_device_properties(index).total_memory
            cards.append(Device(f"xpu:{index}", torch.xpu.get_device_name(index), total, total))
    if torch.backends.mps.is_available():
        total = torch.mps.recommended_max_memory()
        cards.append(Device("mps", "Apple GPU", total, max(0, total - torch.mps.current_allocated_memory())))
    return cards


def _cpu_name() -> str:
    """The CPU's name as a person knows it."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine() or "CPU"
