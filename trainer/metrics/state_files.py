"""Weights of other people's networks from a file, without running code."""

from __future__ import annotations

import pickle
import struct
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from engine.models.limits import check_claims
from trainer.errors import MissingFeatures


def read_state(file: Path) -> dict[str, Tensor]:
    """Tensors by name from a safetensors file or torch's .pth. Raises MissingFeatures, or BadWeights where it claims to
    be far larger than it is.
    """
    try:
        if file.suffix == ".safetensors":
            return dict(load_file(file))
        check_claims(file)
        _check_archive(file)
        state = torch.load(file, map_location="cpu", weights_only=True)
        if not isinstance(state, dict):
            raise ValueError("it holds no tensors by name")
    except (OSError, SafetensorError, EOFError, ValueError, struct.error, pickle.UnpicklingError, BadZipFile) as error:
        raise MissingFeatures("The weights in {file} cannot be read: {reason}.", file=file, reason=error) from error
    return state


def _check_archive(file: Path) -> None:
    """Raise BadZipFile where a .pth of today's kind, an archive, is damaged: torch would only raise RuntimeError."""
    with file.open("rb") as start:
        archived = start.read(2) == b"PK"
    if archived:
        with ZipFile(file) as archive:
            damaged = archive.testzip()
        if damaged:
            raise BadZipFile(f"{damaged} is damaged")
