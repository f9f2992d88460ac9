"""What can compute: graphics cards and the CPU, by name and memory, and the precision each is good at."""

from __future__ import annotations

import platform
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.compute.cards.listing import CARD_KINDS, card, cards
from engine.compute.precision import Precision as Precision
from engine.errors import DeviceError

TORCH_KINDS = ("cuda", "xpu", "mps", "cpu")
"""NVIDIA's and AMD's cards, Intel's, Apple's, and the CPU: what torch computes on, and all that can train."""
KINDS = (*TORCH_KINDS[:-1], *CARD_KINDS, TORCH_KINDS[-1])
"""With those through ``compute.cards``."""
AUTOMATIC = (None, "auto")
"""How the best device is asked for."""

_NVIDIA = Path("/proc/driver/nvidia/version")


@dataclass(frozen=True)
class Device:
    """One device. ``id`` is torch's (``cuda:0``, ``mps``, ``xpu:0``, ``cpu``), ``openvino:0`` or ``vulkan:0``; the
    memory is in bytes, as it is now.
    """

    id: str
    name: str
    memory: int
    free_memory: int

    @property
    def is_cpu(self) -> bool:
        """Whether it is the CPU and no card."""
        return self.id == "cpu"

    @property
    def kind(self) -> str:
        """``cuda``, ``mps``, ``xpu``, ``openvino``, ``vulkan`` or ``cpu``."""
        return _kind(self.id)

    @property
    def index(self) -> int:
        """Its number among those of its kind."""
        return int(self.id.partition(":")[2] or 0)

    @property
    def torch_id(self) -> str:
        """Where torch's part of its work is done: the CPU where torch cannot use it."""
        return "cpu" if self.kind in CARD_KINDS else self.id


def devices() -> list[Device]:
    """Every device there is, the one to prefer first; the CPU is always there, and after it what only imitates a card
    on it.
    """
    return [_measured(id, name) for id, name in _names(KINDS)]


def cpu() -> Device:
    """The CPU with the computer's memory."""
    return _measured("cpu", _cpu_name())


def find(name: str | None = None) -> Device:
    """The device with that id, kind or part of its name; None or ``auto`` means the best. Raises DeviceError."""
    return _measured(*_found(name, KINDS))


def find_id(name: str | None = None, kinds: Collection[str] = KINDS) -> str:
    """The id of the device that ``find`` means, among those of the given kinds. Raises DeviceError.

    No memory is measured, which on a CUDA card would take some: processes that share a computer's cards call this.
    """
    return _found(name, kinds)[0]


def _found(name: str | None, kinds: Collection[str]) -> tuple[str, str]:
    """Id and name of a device; no more of them are asked than it takes."""
    if name is None or name in AUTOMATIC:
        return next(_names(kinds))
    wanted = name.lower()
    for id, full_name in _names([_kind(wanted)] if _kind(wanted) in kinds else kinds):
        if wanted in (id, _kind(id)) or (len(wanted) > 2 and wanted in full_name.lower()):
            return id, full_name
    known = ", ".join(f"{id} ({full_name})" for id, full_name in _names(kinds))
    raise DeviceError("There is no device called {name} on this computer; there is {known}.", name=name, known=known)


def reason(left_alone: Collection[str] = ()) -> str:
    """Why the first of ``devices()`` is the one that is used, of those that are not ``left_alone``, as a sentence."""
    id, name = next(each for each in _names(KINDS) if each[0] not in left_alone)
    if _kind(id) in CARD_KINDS:
        return f"{name} is used for models with which it is quicker than the CPU; the first photo tries."
    if id != "cpu":
        return f"{name} is used: a graphics card goes before the CPU."
    if torch.version.cuda is None and sys.platform != "darwin":
        return "The CPU is used: this edition is without CUDA, and NVIDIA's cards need the one with it."
    return "The CPU is used: torch finds no graphics card that it can use."


def driver_of(id: str) -> str:
    """The version of what drives a device, as far as it can be known; empty for the CPU."""
    kind, _, index = id.partition(":")
    if kind in CARD_KINDS:
        return card(id).driver
    if kind == "mps":
        return platform.mac_ver()[0]
    if kind == "xpu":
        return str(getattr(torch.xpu.get_device_properties(int(index)), "driver_version", ""))
    if kind == "cuda":
        version = getattr(torch._C, "_cuda_getDriverVersion", None)  # what CUDA the driver knows; its own on Linux
        own = _NVIDIA.read_text(errors="replace").splitlines()[:1] if _NVIDIA.exists() else []
        return " ".join([str(version()) if version else "", *own])
    return ""


def dtype_for(device: Device, precision: Precision) -> torch.dtype:
    """The dtype for a precision on a device; on Vulkan and OpenVINO float16 is that in which numbers are stored and
    not summed."""
    if device.kind in CARD_KINDS:
        return torch.float32 if precision is Precision.FLOAT32 else torch.float16
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


def _names(kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    """Id and name of the devices of some kinds, the one to prefer first."""
    yield from ((id, name) for id, name in _card_names().items() if _kind(id) in kinds)
    software = {}
    known = cards() if any(kind in CARD_KINDS for kind in kinds) else ()
    for each in (one for one in known if one.kind in kinds):
        name = f"{each.name} ({CARD_KINDS[each.kind]})"
        if each.software:
            software[each.id] = name
        else:
            yield each.id, name
    if "cpu" in kinds:
        yield "cpu", _cpu_name()
    yield from software.items()


def _card_names() -> dict[str, str]:
    """Graphics cards that torch can use; of several CUDA cards torch's current one goes first."""
    names: dict[str, str] = {}
    if torch.cuda.is_available():
        current = torch.cuda.current_device()
        for index in sorted(range(torch.cuda.device_count()), key=lambda index: index != current):
            names[f"cuda:{index}"] = torch.cuda.get_device_name(index)
    if torch.xpu.is_available():
        names |= {f"xpu:{index}": torch.xpu.get_device_name(index) for index in range(torch.xpu.device_count())}
    if torch.backends.mps.is_available():
        names["mps"] = "Apple GPU"
    return names


def _measured(id: str, name: str) -> Device:
    """The device with its memory."""
    kind, _, index = id.partition(":")
    if kind == "cuda":
        free, total = torch.cuda.mem_get_info(int(index))
    elif kind == "xpu":
        free = total = torch.xpu.get_device_properties(int(index)).total_memory
    elif kind == "mps":
        total = torch.mps.recommended_max_memory()
        free = max(0, total - torch.mps.current_allocated_memory())
    elif kind in CARD_KINDS:
        free = total = card(id).memory
    else:
        import psutil  # which a bare training machine may lack

        memory = psutil.virtual_memory()
        free, total = memory.available, memory.total
    return Device(id, name, total, free)


def _kind(id: str) -> str:
    return id.split(":")[0]


def _cpu_name() -> str:
    """The CPU's name as a person knows it."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine() or "CPU"
