"""How many training steps a second this device makes, against the plain way of writing the loop."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import Adam
from torch.utils.data import DataLoader, Dataset

from engine.checks.stopwatch import Work, interleaved
from engine.compute.devices import find
from engine.models.networks import Generator
from engine.models.resampling import resize
from trainer.data.crops import Crops
from trainer.data.pairs import Pairing
from trainer.data.photo_store import fill_store
from trainer.recipes.cookbook import recipe_named
from trainer.train.compiling import Choice, can_compile, compile_
from trainer.train.distributed import World, device_named
from trainer.train.training import Training

_PHOTOS, _SIDE = 16, 256
_BATCH, _PATCH = 16, 96
"""What every way learns from in a step."""

PLAIN = "plain loop"
"""Float32, default memory layout, photos decoded and reduced by one process, the last convolution after the pixel
shuffle.
"""
OURS = "Fourfold"


@dataclass(frozen=True)
class TrainingSpeed:
    """Steps a second by way: the plain loop, ours, and what can be chosen beside it."""

    device: str
    rates: dict[str, float]

    @property
    def ratios(self) -> dict[str, float]:
        """How many times as fast as the plain loop each way is."""
        return {way: rate / self.rates[PLAIN] for way, rate in self.rates.items()}


def bench_training(device: str = "auto", steps: int = 5, *, compiled: bool = True) -> TrainingSpeed:
    """Time ``steps`` steps of SRResNet on 16 crops of 96 px, made photos, each way in turns, after one that is not
    counted. ``compiled`` measures that too where torch finds a compiler, which takes a minute or two.
    """
    place = device_named(device)
    rng = np.random.default_rng(0)
    photos = [rng.integers(0, 256, (_SIDE, _SIDE, 3), dtype=np.uint8) for _ in range(_PHOTOS)]
    with TemporaryDirectory() as folder:
        ways = {PLAIN: _plain_steps(_saved(photos, Path(folder)), place), OURS: _our_steps(photos, place)}
        if compiled and can_compile(str(place)):
            ways[f"{OURS}, compiled"] = _our_steps(photos, place, Choice.ALWAYS)
            if place.type == "cuda":
                ways[f"{OURS}, compiled into graphs"] = _our_steps(photos, place, Choice.GRAPHS)
        timed = interleaved(ways, find(str(place)), steps)
    return TrainingSpeed(str(place), {way: 1 / each.seconds for way, each in timed.items()})


def _saved(photos: list[np.ndarray], folder: Path) -> list[Path]:
    paths = [folder / f"{index}.png" for index in range(len(photos))]
    for path, photo in zip(paths, photos, strict=True):
        Image.fromarray(photo).save(path)
    return paths


def _our_steps(photos: list[np.ndarray], device: torch.device, choice: Choice = Choice.NEVER) -> Work:
    recipe = recipe_named("srresnet")
    recipe = replace(recipe, data=replace(recipe.data, batch=_BATCH, patch=_PATCH))
    store = fill_store(photos, Pairing(scale=4, smallest=_PATCH), device)
    crops = Crops(store, recipe.data, seed=0)
    training = Training(recipe, Generator(recipe.network), None, device, World())
    if choice is not Choice.NEVER:
        compile_(training.generator, graphs=choice is Choice.GRAPHS)

    def step() -> Tensor:
        losses = training.take_step(crops.batch(_PATCH), 0.0)
        return torch.stack([*losses.values()]).sum()

    return step


def _plain_steps(paths: list[Path], device: torch.device) -> Work:
    generator = _PlainGenerator().to(device)
    average = copy.deepcopy(generator)
    optimiser = Adam(generator.parameters(), lr=1e-4)
    loader = _endless(DataLoader(_Crops(paths * 64), batch_size=_BATCH, shuffle=True))

    def step() -> Tensor:
        lr, hr = (each.to(device) for each in next(loader))
        loss = functional.l1_loss(generator(lr), hr)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for mean, now in zip(average.parameters(), generator.parameters(), strict=True):
                mean.lerp_(now, 0.001)
        return loss.detach()

    return step


def _endless(loader: DataLoader[tuple[Tensor, Tensor]]) -> Iterator[list[Tensor]]:
    while True:
        yield from loader


class _PlainGenerator(Generator):
    """The generator with its tail as the paper draws it."""

    def forward(self, lr: Tensor) -> Tensor:
        first = x = self.head_activation(self.head(lr))
        for layer in (*self.blocks, self.tail, self.tail_norm):
            x = layer(x)
        return self.last(nn.Sequential(*self.upsampling)(x + first))  # type: ignore[no-any-return]


class _Crops(Dataset[tuple[Tensor, Tensor]]):
    """A photo decoded, cropped and reduced for every crop."""

    def __init__(self, paths: list[Path]) -> None:
        self.paths = paths

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        photo = torch.from_numpy(np.array(Image.open(self.paths[index])))
        top, left = (int(torch.randint(_SIDE - _PATCH, ())) for _ in range(2))
        hr = photo[top : top + _PATCH, left : left + _PATCH].permute(2, 0, 1).float() / 255
        return resize(hr, _PATCH // 4, _PATCH // 4).clamp(0, 1), hr
