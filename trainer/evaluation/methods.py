"""What is compared: models and mixes of them by name, and ready results of other programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.compute.photo import planes_through
from engine.compute.rows import Rows
from engine.models.cards import read_card
from engine.models.weights import Weights, load_weights, mixed
from trainer.errors import BadPhotos, BadRecipe
from trainer.evaluation.evaluation_sets import ImagePair, read_tensor
from trainer.evaluation.paper import ORIGINAL
from trainer.metrics.phases import flat_field_error

LARGE = 3_600_000_000
"""Bytes that a network may take at once; a photo that needs more is upscaled in parts."""

Method = Callable[[ImagePair], Tensor]
"""From a pair, of which it may look at the name and the LR, to the result (1, 3, 4h, 4w), unrounded."""


def methods(models: Iterable[str], results: Iterable[str], device: torch.device) -> dict[str, Method]:
    """Methods by short names, from models as in ``model_method``, ``original``, and ready results as ``NAME=FOLDER``. A
    model may be called otherwise, by ``NAME=MODEL``.

    Raises BadRecipe where there is none or it is not of that form.
    """
    found: dict[str, Method] = {}
    for each in models:
        label, name = _named(each)
        label = name if label in found else label  # two files of one name keep their folders
        found[label] = original_method if name == ORIGINAL else model_method(name, device)
    for each in results:
        name, equals, folder = each.partition("=")
        if not equals:
            raise BadRecipe(f"Results are given as NAME=FOLDER, not as {each}.")
        found[name] = folder_method(Path(folder))
    if not found:
        raise BadRecipe("Say what to evaluate, with --model or --results.")
    return found


def flat_field_errors(models: Iterable[str], device: torch.device) -> dict[str, float]:
    """By model as in ``model_method``, how far the network alone is off on plain colours, in grey levels; a photo that
    is saved has them right whatever the network makes of them.
    """
    named = {label: name for label, name in map(_named, models) if name != ORIGINAL}
    return {label: flat_field_error(_network(name)[0].to(device), device) for label, name in named.items()}


def model_method(name: str, device: torch.device) -> Method:
    """A method by the name of a model (``bicubic``, ``srgan``, a weights file), or a mix such as
    ``srresnet+0.4*srgan``. It goes the way of a photo that is saved, rim and flat areas included.

    Raises UnknownModel, BadWeights or ModelError.
    """
    network, halo, memory = _network(name)
    network.to(device)

    def on_device(planes: Tensor) -> Tensor:
        result: Tensor = network(planes.to(device).contiguous(memory_format=torch.channels_last))
        return result.cpu()

    @torch.no_grad()
    def upscale(pair: ImagePair) -> Tensor:
        if memory * pair.lr.shape[-2] * pair.lr.shape[-1] > LARGE:
            return _in_parts(network, halo, memory, pair.lr, device)
        return planes_through(on_device, pair.lr)

    return upscale


def folder_method(folder: Path) -> Method:
    """Ready results of any method: files named as the photos, in the folder or in one named as the set inside it."""

    def find(pair: ImagePair) -> Tensor:
        found = sorted(path for path in folder.rglob(f"{pair.name}*") if path.is_file())
        if not found:
            raise BadPhotos(f"There is no result for {pair.name} in {folder}.")
        result = read_tensor(found[0])
        if result.shape[-2:] != pair.hr.shape[-2:]:
            raise BadPhotos(f"{found[0]} is not of the size of {pair.name}.")
        return result.expand(1, 3, -1, -1)

    return find


def original_method(pair: ImagePair) -> Tensor:
    """The photo itself: what every other method is compared with."""
    return pair.hr.expand(1, 3, -1, -1)


def _network(name: str) -> tuple[nn.Module, int, int]:
    """A network by name, how many LR pixels around a place it looks at, and how many bytes it takes for each."""
    blend = re.fullmatch(r"(.+)\+([0-9.]+)\*(.+)", name)
    if blend:
        first, share, second = blend.groups()
        generator = mixed(_weights(first), _weights(second), float(share)).generator()
    elif _is_own_file(name):
        generator = load_weights(Path(name)).generator()
    else:
        from engine.models.loading import load_model  # what a bare training machine may lack comes with it

        model = load_model(name)
        return model.network, model.halo, model.memory
    return generator, generator.dimensions.halo, generator.dimensions.memory


def _in_parts(network: nn.Module, halo: int, memory: int, lr: Tensor, device: torch.device) -> Tensor:
    """What the network makes of a large photo, row by row or in tiles: the same, as the engine's tests prove."""
    from engine.compute.devices import Precision, find  # what a bare training machine may lack comes with them
    from engine.compute.runner import ModelRunner
    from engine.models.loading import Model

    runner = ModelRunner(Model("", 4, halo, network, memory=memory), find(str(device)), Precision.FLOAT32)
    return runner.apply(Rows.of(lr)).joined()


def _is_own_file(name: str) -> bool:
    path = Path(name)
    return path.suffix == ".safetensors" and path.is_file() and read_card(path) is not None


def _weights(name: str) -> Weights:
    if _is_own_file(name):
        return load_weights(Path(name))
    from engine.models import catalog

    path = catalog.find(name).path
    return load_weights(path if path else Path(name))


def _named(model: str) -> tuple[str, str]:
    """Short name and name of a model: of ``NAME=MODEL`` both."""
    label, equals, name = model.partition("=")
    return (label, name) if equals and not Path(model).exists() else (_short(model), model)


def _short(name: str) -> str:
    """A weights file by its name alone."""
    return Path(name).stem if name.endswith(".safetensors") and "+" not in name else name
