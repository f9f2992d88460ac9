"""Checkpoints: everything a training needs to go on as if it had never stopped, the last three of them."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any

import torch

from trainer.errors import BadRun
from trainer.run_folder import write_whole

_KEPT = 3


def save_checkpoint(folder: Path, step: int, state: dict[str, Any]) -> Path:
    """Write a checkpoint, then remove all but the last three. Raises OSError; the ones before it are untouched then."""
    memory = io.BytesIO()
    torch.save(state, memory)
    path = folder / f"step-{step:08d}.pt"
    write_whole(path, memory.getvalue())
    for old in _checkpoints(folder)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def load_checkpoint(folder: Path) -> dict[str, Any] | None:
    """The newest checkpoint that can be read; None where there is none at all. Raises BadRun if all are damaged."""
    paths = _checkpoints(folder)
    for path in reversed(paths):
        try:
            state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        except (OSError, EOFError, RuntimeError, pickle.UnpicklingError):  # how torch reports a damaged file
            continue
        return state
    if paths:
        raise BadRun(f"All checkpoints in {folder} are damaged.")
    return None


def _checkpoints(folder: Path) -> list[Path]:
    return sorted(folder.glob("step-*.pt"))
