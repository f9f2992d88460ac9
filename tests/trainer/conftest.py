"""Photos and small networks that the trainer's tests are made of."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw
from safetensors.torch import save_file

from tests.conftest import ROOT
from trainer.metrics.vgg import Vgg19

TINY = (
    *("network.blocks=1", "network.width=4", "data.batch=2", "data.patch=32", "data.late_patch=0", "content.jitter=0"),
    *("schedule.validate_every=5", "schedule.save_every=5", "schedule.warmup=2"),
)
"""Settings that make any recipe take milliseconds a step."""


def made_photo(seed: int, width: int = 96, height: int = 80) -> Image.Image:
    """Shapes, a gradient and fine grain: enough to be taken for a sharp photo."""
    rng = np.random.default_rng(seed)
    ramp = np.linspace(40, 200, width)[None, :, None] * rng.uniform(0.5, 1, (1, 1, 3))
    image = Image.fromarray(np.broadcast_to(ramp, (height, width, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        left, top = rng.integers(0, width), rng.integers(0, height)
        colour = tuple(rng.integers(0, 256, 3).tolist())
        draw.ellipse((left, top, left + rng.integers(2, 24), top + rng.integers(2, 24)), fill=colour)
    grain = rng.normal(0, 6, (height, width, 3))
    return Image.fromarray((np.asarray(image) + grain).clip(0, 255).astype(np.uint8))


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder of six small photos."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for seed in range(6):
        made_photo(seed).save(folder / f"{seed}.png")
    return folder


@pytest.fixture(scope="session")
def vgg19_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """VGG19 with random weights, as torchvision names them."""
    network = Vgg19(["conv5_4"], before_relu=False)
    generator = torch.Generator().manual_seed(0)
    state = {}
    for name, number in network.numbers.items():
        shape = network.convolutions[name].weight.shape
        weight = torch.randn(shape, generator=generator) * (2 / shape[1:].numel()) ** 0.5
        state[f"features.{number}.weight"] = weight.half()
        state[f"features.{number}.bias"] = torch.zeros(shape[0]).half()
    path = tmp_path_factory.mktemp("vgg19") / "vgg19.safetensors"
    save_file(state, path)
    return path


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run() -> Run:
    """Run ``python -m trainer`` with these arguments in a process of its own."""

    def run_trainer(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), cwd=ROOT, capture_output=True, text=True, timeout=300, **options)

    return run_trainer


def command(*arguments: object) -> list[str]:
    """The command line of a trainer."""
    return [sys.executable, "-W", "error", "-m", "trainer", *map(str, arguments)]


def events(output: str, kind: str) -> list[dict]:
    """The events of one kind among JSON lines."""
    return [event for event in map(json.loads, output.splitlines()) if event["event"] == kind]


def settings(*more: str) -> list[str]:
    """Arguments for a tiny network, and more settings."""
    return [argument for setting in (*TINY, *more) for argument in ("--set", setting)]


os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
