"""Checkpoints: everything a training needs to go on as if it had never stopped, the last three of them.

A file is the SHA-256 of the rest, and the rest is torch's own format, read without running code.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import torch

from engine.atomic import write_whole
from trainer.errors import BadRun

_KEPT = 3
_DIGEST = 32


def save_checkpoint(folder: Path, step: int, state: dict[str, Any]) -> Path:
    """Write a checkpoint, then remove all but the last three. Raises OSError; the ones before it are untouched then."""
    memory = io.BytesIO()
    torch.save(state, memory)
    path = folder / f"step-{step:08d}.checkpoint"
    content = memory.getvalue()
    write_whole(path, hashlib.sha256(content).digest() + content)
    for old in _checkpoints(folder)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def load_checkpoint(folder: Path) -> dict[str, Any] | None:
    """The newest checkpoint that is whole; None where there is none at all. Raises BadRun if all are damaged."""
    paths = _checkpoints(folder)
    for path in reversed(paths):
        if content := _content(path):
            state: dict[str, Any] = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
            return _with_names(state)
    if paths:
        raise BadRun("All checkpoints in {folder} are damaged.", folder=folder)
    return None


def is_whole(path: Path) -> bool:
    """Whether a checkpoint is as it was written."""
    return _content(path) is not None


def _content(path: Path) -> bytes | None:
    """What follows the digest; None where that says otherwise."""
    data = path.read_bytes()
    digest, content = data[:_DIGEST], data[_DIGEST:]
    return content if hashlib.sha256(content).digest() == digest else None


def _with_names(state: dict[str, Any]) -> dict[str, Any]:
    """The state as ``Training`` reads it. In the first checkpoints networks and optimisers were lists without names."""
    training = state.get("training", {})
    if "modules" not in training:
        return state
    networks, optimisers = training.pop("modules"), training["optimisers"]
    training |= dict(zip(("generator", "average", "discriminator"), networks, strict=False))
    if "discriminator" in training:
        parts = training["discriminator"].items()
        training["discriminator"] = {name.replace("judge.", "head."): each for name, each in parts}
    with_muon = len(optimisers) == len(networks)
    names = ("muon", "adam", "discriminator") if with_muon else ("adam", "discriminator")
    training["optimisers"] = dict(zip(names, optimisers, strict=False))
    return state


def _checkpoints(folder: Path) -> list[Path]:
    return sorted(folder.glob("step-*.checkpoint"))
