"""The graphics cards that Vulkan knows here, asked for once in a process of its own: a driver may end it."""

from __future__ import annotations

import ctypes
import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from engine.compute.vulkan.process import Listing

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


def look_ahead() -> None:
    """Begin to look for cards, so that ``cards`` need not wait while something else is loaded."""
    _begun()


@cache
def cards() -> tuple[Card, ...]:
    """All cards; none where ncnn is not installed, no driver is there, or it fails. They are looked for once."""
    listing = _begun()
    try:
        return tuple(Card(**json.loads(line)) for line in listing.lines()) if listing else ()
    except (TypeError, ValueError):  # it broke off in a line
        return ()


def card(index: int) -> Card:
    """The card with that number, which must be there."""
    return next(each for each in cards() if each.index == index)


@cache
def _begun() -> Listing | None:
    """What looks for cards; None where there can be none, for which no process is needed."""
    with suppress(OSError):
        return Listing() if find_spec("ncnn") and _has_loader() else None
    return None


def _has_loader() -> bool:
    """Whether Vulkan is installed at all."""
    for name in _LOADERS.get(sys.platform, _LOADER):
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False
