"""The graphics cards that Vulkan knows here, asked for once in a process of its own: a driver may end it."""

from __future__ import annotations

import ctypes
import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from engine.compute.vulkan.process import listed

_LOADERS = {"win32": ("vulkan-1.dll",), "darwin": ("libvulkan.1.dylib", "libMoltenVK.dylib")}
_LOADER = ("libvulkan.so.1",)


@dataclass(frozen=True)
class Card:
    """One card: ncnn's number of it, its maker's name for it, what drives it, and the bytes of memory it offers now.

    ``software`` is no card at all but the CPU: it serves tests.
    """

    index: int
    name: str
    driver: str
    memory: int
    software: bool


@cache
def cards() -> tuple[Card, ...]:
    """All cards; none where ncnn is not installed, no driver is there, or it fails. They are looked for once."""
    if find_spec("ncnn") is None or not _has_loader():
        return ()
    try:
        return tuple(Card(**json.loads(line)) for line in listed().splitlines())
    except (TypeError, ValueError):  # it broke off in a line
        return ()


def card(index: int) -> Card:
    """The card with that number, which must be there."""
    return next(each for each in cards() if each.index == index)


def _has_loader() -> bool:
    """Whether Vulkan is installed at all; where it is not, no process needs to find out."""
    for name in _LOADERS.get(sys.platform, _LOADER):
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False
