"""What a weights file says about itself, read without torch.

Fourfold's weights are safetensors files whose header holds a card: dimensions, licence, recipe, data, scores and the
SHA-256 of the tensors. Reading it is safe and takes milliseconds, so models can be listed before torch is loaded.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import BadWeights, UnknownModel
from engine.models.dimensions import SRRESNET, Dimensions
from engine.sentences import why
from engine.texts import storable, to_json

_FORMAT = "fourfold-generator-1"
_HEADER_LIMIT = 16 * 2**20
_DAMAGE = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)
"""What a header that is no card has been seen to raise."""


@dataclass(frozen=True)
class Card:
    """Provenance of one set of weights.

    ``recipe`` is the training recipe as TOML; ``data`` says which photos under which licences; ``scores`` maps names
    such as ``"Set5 PSNR-Y"`` to figures; ``base`` names the weights that training began from; ``created`` is an ISO
    date; ``sha256`` is that of the tensors as stored, in hexadecimal, empty until they are saved.
    """

    name: str
    dimensions: Dimensions = field(default_factory=Dimensions)
    licence: str = ""
    recipe: str = ""
    data: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)
    base: str = ""
    created: str = ""
    notes: str = ""
    sha256: str = ""

    def to_header(self) -> dict[str, str]:
        """The card as safetensors metadata: strings only, without surrogates, and only finite scores."""
        shape = self.dimensions
        header = {
            "format": _FORMAT,
            "name": self.name,
            "scale": str(shape.scale),
            "blocks": str(shape.blocks),
            "width": str(shape.width),
            "skip": json.dumps(shape.skip),
            "halo": str(shape.halo),
            "licence": self.licence,
            "recipe": self.recipe,
            "data": self.data,
            "scores": to_json(_finite(self.scores)),
            "base": self.base,
            "created": self.created,
            "notes": self.notes,
            "sha256": self.sha256,
        }
        if shape.architecture != SRRESNET:  # what a file without it holds
            header["architecture"] = shape.architecture
        return {name: storable(text) for name, text in header.items()}

    @classmethod
    def from_header(cls, header: Mapping[str, str]) -> Card:
        """The inverse of ``to_header``. Raises one of ``_DAMAGE`` where the header is not a card."""
        if header["format"] != _FORMAT:
            raise ValueError(f"unknown format {header['format']}")
        if not all(isinstance(text, str) for text in header.values()):
            raise TypeError("a header holds texts")
        dimensions = Dimensions(
            scale=int(header["scale"]),
            blocks=int(header["blocks"]),
            width=int(header["width"]),
            skip=bool(json.loads(header["skip"])),
            architecture=header.get("architecture", SRRESNET),
        )
        texts = {
            name: header[name] for name in ("name", "licence", "recipe", "data", "base", "created", "notes", "sha256")
        }
        scores = {str(name): float(score) for name, score in json.loads(header["scores"]).items()}
        return cls(dimensions=dimensions, scores=_finite(scores), **texts)


def _finite(scores: Mapping[str, float]) -> dict[str, float]:
    return {name: score for name, score in scores.items() if math.isfinite(score)}


def read_safetensors_header(path: Path) -> dict[str, Any]:
    """The JSON header of a safetensors file. Raises UnknownModel if there is no file, BadWeights if it is another."""
    try:
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if length > _HEADER_LIMIT:
                raise BadWeights("{name} is not a safetensors file.", name=path.name)
            header = json.loads(file.read(length))
    except FileNotFoundError:
        raise UnknownModel("There is no weights file {path}.", path=path) from None
    except OSError as error:
        raise BadWeights("{name} cannot be read: {reason}.", name=path.name, reason=why(error)) from error
    except (struct.error, ValueError, RecursionError) as error:
        raise BadWeights("{name} is not a safetensors file, or it is damaged.", name=path.name) from error
    if not isinstance(header, dict):
        raise BadWeights("{name} is not a safetensors file, or it is damaged.", name=path.name)
    return header


def read_card(path: Path) -> Card | None:
    """The card of a weights file, or None for a safetensors file that is not Fourfold's. Raises UnknownModel if there
    is no file, BadWeights if it is damaged."""
    metadata = read_safetensors_header(path).get("__metadata__", {})
    try:
        if metadata.get("format") != _FORMAT:
            return None
        return Card.from_header(metadata)
    except _DAMAGE as error:
        raise BadWeights("The description inside {name} is damaged.", name=path.name) from error
