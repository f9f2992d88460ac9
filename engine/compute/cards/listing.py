"""The cards that Vulkan and OpenVINO know here, each asked once in a process of its own: a driver may end it."""

from __future__ import annotations

import ctypes
import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from engine.compute.cards.process import Listing
from engine.compute.cards.runtimes import OPENVINO, VULKAN

CARD_KINDS = {OPENVINO: "OpenVINO", VULKAN: "Vulkan"}
"""Devices that torch does not know, the kind to prefer first, and what computes on them as its makers write it."""

_LOADERS = {"win32": ("vulkan-1.dll",), "darwin": ("libvulkan.1.dylib", "libMoltenVK.dylib")}
_PACKAGES = {OPENVINO: "openvino", VULKAN: "ncnn"}
_LOADER = ("libvulkan.so.1",)


@dataclass(frozen=True)
class Card:
    """One card: its kind, its number there, its maker's name for it, what drives it, and the bytes of memory it offers.

    ``software`` is no card at all but the CPU: it serves tests.
    """

    kind: str
    index: int
    name: str
    driver: str
    memory: int
    software: bool

    @property
    def id(self) -> str:
        """``vulkan:0``."""
        return f"{self.kind}:{self.index}"


def look_ahead() -> None:
    """Begin to look for cards, so that ``cards`` need not wait while something else is loaded."""
    for kind in CARD_KINDS:
        _begun(kind)


@cache
def cards() -> tuple[Card, ...]:
    """All cards; none of a kind whose runtime is not installed, has no driver, or fails. They are looked for once."""
    look_ahead()
    return tuple(card for kind in CARD_KINDS for card in _listed(kind))


def card(id: str) -> Card:
    """The card with that id, which must be there."""
    return next(each for each in cards() if each.id == id)


def _listed(kind: str) -> tuple[Card, ...]:
    listing = _begun(kind)
    try:
        return tuple(Card(kind, **json.loads(line)) for line in listing.lines()) if listing else ()
    except (TypeError, ValueError):  # it broke off in a line
        return ()


@cache
def _begun(kind: str) -> Listing | None:
    """What looks for cards of a kind; None where there can be none, for which no process is needed."""
    with suppress(OSError):
        return Listing(kind) if find_spec(_PACKAGES[kind]) and (kind == OPENVINO or _has_loader()) else None
    return None


def _has_loader() -> bool:
    """Whether Vulkan is installed at all."""
    for name in _LOADERS.get(sys.platform, _LOADER):
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False
