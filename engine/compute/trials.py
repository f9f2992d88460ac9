"""Does a device compute right? Tried on one small tile at the first use, and remembered.

Drivers have computed convolutions wrong without a word. So a card's float32 is compared with the CPU's, and a reduced
precision with float32. The answers lie in a file of the user's cache by device, driver and torch: what is new of these
is tried again, and so is everything where that file is damaged or gone. A card that failed at its work is remembered
there as well, and left alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs
import torch
from torch import Tensor

from engine.atomic import write_whole
from engine.compute.devices import Device, driver_of
from engine.errors import CardLost
from engine.models.resampling import resize
from engine.texts import to_json

LEAST_PSNR = 55.0
"""A reduced precision whose result on a test tile is farther from float32's than this many dB is not used. The models
that come with Fourfold have 59 and more in bfloat16."""
LEAST_PSNR_FLOAT32 = 90.0
"""The same for a device's float32 and the CPU's. Rounding alone leaves more than 120."""
_LEFT_ALONE = "; left alone"
"""What the answer of a device ends with that failed at its work; it is never forgotten."""
_left_alone: set[str] = set()
"""The devices that this process has left alone, also where nothing can be remembered."""
_MOST = 256
"""Answers kept, the newest: every mix of two models has its own in a reduced precision."""


def wrong(device: Device) -> CardLost:
    """What to raise of a card that computes wrong."""
    return CardLost("{device} computes wrong, so the CPU is used; a newer driver may help.", device=device.name)


def trial_tile() -> Tensor:
    """What a network is tried on: smooth and coloured, (1, 3, 48, 48) in [0, 1], always the same."""
    noise = torch.rand(1, 3, 12, 12, generator=torch.Generator().manual_seed(0))
    return resize(noise, 48, 48).clamp_(0, 1)


def passes(trial: Callable[[], bool], device: Device, dtype: torch.dtype, network: str) -> bool:
    """The answer of a trial of a network on a device in a dtype, from memory where it was held before.

    ``network`` identifies it; nothing is remembered of one that is identified by nothing.
    """
    if not network:
        return trial()
    key = f"{_named(device)}; torch {torch.__version__}; {dtype}; {network}"
    known = _answers().get(key)
    if known is not None:
        return known
    answer = trial()
    _remember(key, answer)
    return answer


def leave_alone(device: Device) -> None:
    """Remember that a device has broken off or computed wrong at its work; another driver makes up for it."""
    _left_alone.add(_named(device))
    _remember(f"{_named(device)}{_LEFT_ALONE}", True)


def is_left_alone(device: Device) -> bool:
    """Whether a device is not to be used, by ``leave_alone`` in this process or before."""
    return _named(device) in _left_alone or _answers().get(f"{_named(device)}{_LEFT_ALONE}", False)


def memory_file() -> Path:
    """Where the answers are, whether or not it exists."""
    return platformdirs.user_cache_path("fourfold", appauthor=False) / "trials.json"


def _named(device: Device) -> str:
    return f"{device.name}; driver {driver_of(device.id)}"


def _answers() -> dict[str, bool]:
    """All answers, the newest last; none where the file cannot be understood."""
    try:
        read = json.loads(memory_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in read.items() if isinstance(value, bool)} if isinstance(read, dict) else {}


def _remember(key: str, answer: bool) -> None:
    """Keep an answer; where that cannot be, it is asked for again."""
    answers = {**_answers(), key: answer}
    newest = set(list(answers)[-_MOST:])
    kept = {key: value for key, value in answers.items() if key in newest or key.endswith(_LEFT_ALONE)}
    path = memory_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, to_json(kept, indent=1).encode())
