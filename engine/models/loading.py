"""Models ready to compute: entries of the catalog with their networks loaded, all called in the same way."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from engine.errors import BadWeights, ModelError
from engine.models import catalog
from engine.models.base import Network
from engine.models.catalog import Entry, Origin
from engine.models.dimensions import Dimensions
from engine.models.limits import check_claims, check_tensors
from engine.models.networks import Generator
from engine.models.resampling import Kernel, bicubic_taps, nearest_taps, resize
from engine.models.torchvision_operators import define_missing_operators
from engine.models.weights import Weights, load_weights, mixed

KERNELS: dict[str, Kernel] = {catalog.NEAREST: nearest_taps, catalog.BICUBIC: bicubic_taps}
_TRIAL = 16
"""Side in pixels of what a model that did not come with Fourfold is tried on."""
_FARTHEST = 1000.0
"""From 0, that a value of a result may lie: those of a trained network lie in about [0, 1], those of weights that
overflow beyond any number, which would be saved as black and white.
"""
FOREIGN_HALO = 32
"""Context in pixels for networks whose receptive radius is not known; most fade out well before."""
DAMAGE = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError),
    *(TypeError, ValueError, SafetensorError),
)
"""What damaged files have been seen to raise, in unpickling and in looking for a network among the tensors."""


@dataclass(frozen=True)
class Model:
    """A method of upscaling.

    ``network`` takes planes (N, 3, H, W) in [0, 1] and gives them ``scale`` times as wide and high; a tile of it needs
    ``halo`` pixels of context. ``sha256`` is that of the weights, empty for resampling. ``kernel`` is there for
    resampling alone, which reaches any size directly. ``memory`` is what each pixel of a tile takes in float32, in
    bytes.
    """

    name: str
    scale: int
    halo: int
    network: nn.Module
    sha256: str = ""
    kernel: Kernel | None = None
    memory: int = Dimensions().memory


def load_model(name: str = catalog.CLEAN.textured, texture: float | None = None) -> Model:
    """The model with that id of the catalog or the weights file at that path.

    ``texture`` from 0 (the faithful model of its pair) to 1 (the textured one) asks for a mix of the two, whichever of
    them is named; None takes the default of the model. Raises UnknownModel, BadWeights, or ModelError where there is
    nothing to mix.
    """
    share = catalog.default_texture(name) if texture is None else texture
    if share is None:
        return _checked(catalog.find(name))
    pair = catalog.pair_of(name)
    if pair is None:
        raise ModelError("Texture goes between SRResNet and SRGAN; {name} has none to choose.", name=name)
    faithful, textured = (load_weights(_path(catalog.find(end))) for end in pair)
    return replace(from_weights(mixed(faithful, textured, share)), name=catalog.name_of(name, texture))


def import_model(path: Path, name: str | None = None) -> Entry:
    """Check a weights file by loading it and computing a few pixels, then copy it among the person's own models.

    Raises UnknownModel, BadWeights, or ModelError where the id is taken.
    """
    _checked(catalog.find(str(path)))
    return catalog.add(path, name or path.stem)


def from_weights(weights: Weights) -> Model:
    """A model of a network of Fourfold's own."""
    dimensions = weights.card.dimensions
    name, digest = weights.card.name, weights.card.sha256
    return Model(name, dimensions.scale, dimensions.halo, weights.generator(), digest, memory=dimensions.memory)


def _checked(entry: Entry) -> Model:
    """The model of an entry; one that did not come with Fourfold has to compute a few pixels first."""
    model = _loaded(entry)
    if entry.origin in (Origin.TRAINED, Origin.FOREIGN):
        check_result(model, _path(entry).name)
    return model


@torch.inference_mode()
def check_result(model: Model, name: str) -> None:
    """Raise BadWeights where a model does not make a picture of a few pixels, from black to white."""
    sane: list[bool] = []

    def look(*told: object) -> None:  # at once: what comes after may clamp it in place
        if isinstance(result := told[-1], Tensor):
            sane.append(bool((result.abs() <= _FARTHEST).all()))

    hooks = [each.register_forward_hook(look) for each in _cores(model.network)]
    result = model.network(torch.linspace(0, 1, 3 * _TRIAL**2).view(1, 3, _TRIAL, _TRIAL))
    for hook in hooks:
        hook.remove()
    look(result)
    if result.shape != (1, 3, _TRIAL * model.scale, _TRIAL * model.scale):
        raise BadWeights("{name} does not give a picture {scale} times as wide and high.", name=name, scale=model.scale)
    if not all(sane):
        raise BadWeights("{name} gives no picture, only values far beyond black and white.", name=name)


def _cores(network: nn.Module) -> list[nn.Module]:
    """The networks inside, whose results nothing has clamped yet."""
    modules = [*network.modules()]
    foreign = [each.model for each in modules if isinstance(each, _Foreign)]
    return [*foreign, *(each for each in modules if isinstance(each, Network))]


def _loaded(entry: Entry) -> Model:
    if entry.origin is Origin.RESAMPLING:
        return Model(entry.id, 4, 3, _Resampling(KERNELS[entry.id]), kernel=KERNELS[entry.id])
    if entry.card:
        return from_weights(load_weights(_path(entry)))
    return _foreign(_path(entry))


class _Resampling(nn.Module):
    """Four times as wide and high by a kernel: a network without weights."""

    def __init__(self, kernel: Kernel) -> None:
        super().__init__()
        self._kernel = kernel

    def forward(self, planes: Tensor) -> Tensor:
        """(N, 3, H, W) to (N, 3, 4 H, 4 W)."""
        return resize(planes, 4 * planes.shape[2], 4 * planes.shape[3], self._kernel)


class _Foreign(nn.Module):
    """A network of another program. spandrel's descriptor pads to the sizes it can do and crops again."""

    def __init__(self, descriptor: Any) -> None:
        super().__init__()
        self.model = descriptor.model.eval().requires_grad_(False)
        self._descriptor = descriptor

    def forward(self, planes: Tensor) -> Tensor:
        """(N, 3, H, W) to (N, 3, scale * H, scale * W)."""
        result: Tensor = self._descriptor(planes)
        return result


def _foreign(path: Path) -> Model:
    """Weights of another program through spandrel, whose unpickler builds tensors and nothing else."""
    define_missing_operators()
    import spandrel

    loader = spandrel.ModelLoader(device="cpu")
    try:
        check_claims(path)
        state = loader.load_state_dict_from_file(path)
        tensors = {str(name): each for name, each in state.items() if isinstance(each, Tensor)}
        check_tensors(path, tensors, sum(each.numel() for each in tensors.values()))
        descriptor = loader.load_from_state_dict(state)
    except pickle.UnpicklingError as error:
        raise BadWeights(
            "{name} was refused: it contains more than weights ({reason}).", name=path.name, reason=error
        ) from error
    except (spandrel.UnsupportedModelError, *DAMAGE) as error:
        raise BadWeights("{name} holds no network that Fourfold knows, or it is damaged.", name=path.name) from error
    is_for_pictures = isinstance(descriptor, spandrel.ImageModelDescriptor)
    if not is_for_pictures or (descriptor.input_channels, descriptor.output_channels) != (3, 3):
        raise BadWeights("{name} holds a network that does not upscale colour photos.", name=path.name)
    if not all(bool(torch.isfinite(tensor).all()) for tensor in descriptor.model.state_dict().values()):
        raise BadWeights("{name} holds values that are not finite numbers.", name=path.name)
    return Model(path.stem, descriptor.scale, FOREIGN_HALO, _Foreign(descriptor), sha256(path.read_bytes()).hexdigest())


def _path(entry: Entry) -> Path:
    assert entry.path is not None, "only resampling has no file"
    return entry.path


def generator_of(model: Model) -> Generator | None:
    """The paper's network where the model is one, for what only that can do: run row by row, change its precision."""
    return model.network if isinstance(model.network, Generator) else None
