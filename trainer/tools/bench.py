"""How many training steps a second this device makes, against the plain way of writing the loop."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import Adam
from torch.utils.data import DataLoader, Dataset

from engine.models.networks import Generator
from engine.models.resampling import resize
from trainer.data.crops import Crops
from trainer.data.pairs import Pairing
from trainer.data.photo_store import fill_store
from trainer.recipes.cookbook import recipe_named
from trainer.train.distributed import World, device_named
from trainer.train.training import Training

_PHOTOS, _SIDE = 16, 256


@dataclass(frozen=True)
class TrainingSpeed:
    """Steps a second: ours, and those of a plain loop (float32, default memory layout, photos decoded and reduced by
    one process, the last convolution after the pixel shuffle).
    """

    device: str
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """How many times as fast ours is."""
        return self.ours / self.plain


def bench_training(device: str = "auto", steps: int = 5) -> TrainingSpeed:
    """Time ``steps`` steps of SRResNet on 16 crops of 96 px, made photos, after one that is not counted."""
    place = device_named(device)
    rng = np.random.default_rng(0)
    photos = [rng.integers(0, 256, (_SIDE, _SIDE, 3), dtype=np.uint8) for _ in range(_PHOTOS)]
    ours = _rate(_our_steps(photos, place), steps)
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{index}.png" for index in range(_PHOTOS)]
        for path, photo in zip(paths, photos, strict=True):
            Image.fromarray(photo).save(path)
        plain = _rate(_plain_steps(paths, place), steps)
    return TrainingSpeed(str(place), ours, plain)


def _rate(step: Callable[[], float], steps: int) -> float:
    step()
    begun = time.perf_counter()
    for _ in range(steps):
        step()
    return steps / (time.perf_counter() - begun)


def _our_steps(photos: list[np.ndarray], device: torch.device) -> Callable[[], float]:
    recipe = recipe_named("srresnet")
    store = fill_store(photos, Pairing(scale=4, smallest=96), device)
    crops = Crops(store, recipe.data, seed=0)
    training = Training(recipe, Generator(recipe.network), None, device, World())
    return lambda: float(sum(training.take_step(crops.batch(96), 0.0).values()))


def _plain_steps(paths: list[Path], device: torch.device) -> Callable[[], float]:
    generator = _PlainGenerator().to(device)
    average = copy.deepcopy(generator)
    optimiser = Adam(generator.parameters(), lr=1e-4)
    loader = _endless(DataLoader(_Crops(paths * 64), batch_size=16, shuffle=True))

    def step() -> float:
        lr, hr = (each.to(device) for each in next(loader))
        loss = functional.l1_loss(generator(lr), hr)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for mean, now in zip(average.parameters(), generator.parameters(), strict=True):
                mean.lerp_(now, 0.001)
        return loss.item()

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
        top, left = (int(torch.randint(_SIDE - 96, ())) for _ in range(2))
        hr = photo[top : top + 96, left : left + 96].permute(2, 0, 1).float() / 255
        return resize(hr, 24, 24).clamp(0, 1), hr
