"""Weights of a generator on disk and in memory: saved, checked, loaded, mixed.

A file is safetensors, so reading one cannot run code. Tensors may be stored in half precision; in memory they are
float32, with batch normalisation folded away.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from engine.atomic import write_whole
from engine.errors import BadWeights, CannotSave, ModelError
from engine.models.architectures import network_of
from engine.models.base import Network
from engine.models.cards import Card, read_card
from engine.sentences import why


@dataclass(frozen=True)
class Weights:
    """A model's card and its tensors by name: float32, batch normalisation folded away, on the CPU."""

    card: Card
    state: dict[str, Tensor]

    def generator(self) -> Network:
        """The network with these weights, float32, in evaluation mode."""
        with torch.device("meta"):
            generator = network_of(self.card.dimensions)
        generator.load_state_dict(self.state, assign=True)
        return generator.eval().requires_grad_(False)


def save_weights(path: Path, weights: Weights, *, half: bool = False) -> Card:
    """Write a weights file and return its card with the sha256 filled in.

    ``half`` stores float16: half the size at less than 0.002 dB. The file appears under its name only when it is
    whole. Raises CannotSave.
    """
    dtype = torch.float16 if half else torch.float32
    state = {name: tensor.detach().to("cpu", dtype).contiguous() for name, tensor in weights.state.items()}
    card = replace(weights.card, sha256=digest(state))
    try:
        write_whole(path, save(state, metadata=card.to_header()))
    except OSError as error:
        raise CannotSave("The weights were not saved to {path}: {reason}.", path=path, reason=why(error)) from error
    return card


def load_weights(path: Path) -> Weights:
    """Read a weights file of Fourfold's own. Raises UnknownModel, or BadWeights if it is damaged or not finite."""
    card = read_card(path)
    if card is None:
        raise BadWeights("{name} holds weights of another program; import it as a foreign model.", name=path.name)
    try:
        stored = load(path.read_bytes())  # not mapped: the file may be overwritten while the model is in use
    except SafetensorError as error:
        raise BadWeights("{name} is damaged: its tensors are not where its header says.", name=path.name) from error
    except OSError as error:
        raise BadWeights("{name} cannot be read: {reason}.", name=path.name, reason=why(error)) from error
    if digest(stored) != card.sha256:
        raise BadWeights("{name} is damaged: its contents do not match its checksum.", name=path.name)
    state = {name: tensor.float() for name, tensor in stored.items()}
    _check_shapes(path.name, card, state)
    if not all(bool(torch.isfinite(tensor).all()) for tensor in state.values()):
        raise BadWeights(
            "{name} holds values that are not finite numbers; its training must have failed.", name=path.name
        )
    return Weights(card, state)


def mixed(first: Weights, second: Weights, share: float) -> Weights:
    """``(1 - share) * first + share * second``, tensor by tensor: a model between the two.

    ``share`` is from 0 to 1. Raises ModelError if the two are not of the same dimensions.
    """
    if not 0 <= share <= 1:
        raise ModelError("A share of texture goes from 0 to 1, not {share:g}.", share=share)
    if first.card.dimensions != second.card.dimensions:
        raise ModelError(
            "{first} and {second} cannot be mixed: their networks differ.",
            first=first.card.name,
            second=second.card.name,
        )
    state = {name: torch.lerp(tensor, second.state[name], share) for name, tensor in first.state.items()}
    name = f"{first.card.name}+{share:g}*{second.card.name}"
    return Weights(replace(first.card, name=name, sha256=digest(state), scores={}), state)


def digest(state: dict[str, Tensor]) -> str:
    """SHA-256 over names, types, shapes and bytes of the tensors, in the order of their names."""
    sha = hashlib.sha256()
    for name in sorted(state):
        tensor = state[name].contiguous()
        sha.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        sha.update(tensor.reshape(-1).view(torch.uint8).numpy().tobytes())
    return sha.hexdigest()


def _check_shapes(name: str, card: Card, state: dict[str, Tensor]) -> None:
    with torch.device("meta"):
        expected = {key: tensor.shape for key, tensor in network_of(card.dimensions).state_dict().items()}
    if {key: tensor.shape for key, tensor in state.items()} != expected:
        raise BadWeights("{name} does not fit the network that it describes.", name=name)
