"""A network is compiled where it pays or as told, a training that goes on keeps to it, and losses stay the same."""

import shutil
import sysconfig
import threading
from pathlib import Path

import pytest
import torch
from torch import nn

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from tests.trainer.conftest import TINY
from trainer.data.crops import Batch
from trainer.events import Events, NetworkCompiled, TrainerEvent, TrainingWarning
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import with_settings
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.train import compiling
from trainer.train.compiling import compile_, pays
from trainer.train.distributed import World
from trainer.train.preparation import prepare
from trainer.train.training import Training


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[nn.Module]:
    """The networks that are told to compile, on a computer with a compiler; none of them does."""
    told: list[nn.Module] = []
    monkeypatch.setattr(compiling, "can_compile", lambda device: True)
    monkeypatch.setattr(compiling, "LOOK", 3)
    monkeypatch.setattr(compiling, "compile_", lambda network, graphs: told.append(network))
    return told


def tiny(steps: int) -> Recipe:
    return with_settings(recipe_named("srresnet"), [*TINY, f"schedule.steps={steps}", "schedule.validate_every=1000"])


def train(run: RunFolder, order: TrainingOrder, *, until: int = 10**6) -> list[TrainerEvent]:
    heard: list[TrainerEvent] = []
    stop = threading.Event()
    loop = prepare(run, order, Events(heard.append), World())
    look = loop.compiling.look

    def watched(left: float) -> None:
        look(left)
        if loop.training.step >= until:
            stop.set()

    loop.compiling.look = watched  # type: ignore[method-assign]
    loop.train(stop)
    return heard


def test_hours_pay_and_minutes_do_not() -> None:
    assert not pays(600.0) and pays(4 * 3600.0)


def test_auto_looks_once_and_a_resumed_training_begins_compiled(
    tmp_path: Path, photos: Path, compiled: list[nn.Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    order = TrainingOrder(photos=photos, recipe=tiny(6), device="cpu")
    run = RunFolder.create(tmp_path / "short", order)
    assert NetworkCompiled not in map(type, train(run, order)) and not compiled

    monkeypatch.setattr(compiling, "pays", lambda left: True)
    run = RunFolder.create(tmp_path / "long", order)
    assert NetworkCompiled(3) in train(run, order, until=5) and len(compiled) == 1
    assert NetworkCompiled(5) in train(run, order) and len(compiled) == 2


@pytest.mark.parametrize(("choice", "times"), [("never", 0), ("always", 1), ("graphs", 1)])
def test_as_told(choice: str, times: int, tmp_path: Path, photos: Path, compiled: list[nn.Module]) -> None:
    order = TrainingOrder(photos=photos, recipe=tiny(1), device="cpu", compile=choice)
    train(RunFolder.create(tmp_path / "run", order), order)
    assert len(compiled) == times


def test_without_a_compiler_it_trains_all_the_same(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "_TRIAL", "raise SystemExit(1)")
    order = TrainingOrder(photos=photos, recipe=tiny(1), device="cpu", compile="always")
    heard = train(RunFolder.create(tmp_path / "run", order), order)
    said = [event.text for event in heard if isinstance(event, TrainingWarning)]
    assert said == ["Nothing is compiled here: torch finds no compiler that works."]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch's own, of its own parts
@pytest.mark.skipif(
    not shutil.which("g++") or not Path(sysconfig.get_path("include"), "Python.h").exists(), reason="needs a compiler"
)
def test_compiled_losses_are_the_same_to_rounding_and_a_second_pass_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.train.training.has_fast_bfloat16", lambda: False)
    seed = torch.Generator().manual_seed(0)
    lr, hr = torch.rand(2, 3, 8, 8, generator=seed), torch.rand(2, 3, 32, 32, generator=seed)
    batch = Batch(lr, hr, lr, torch.zeros(2, dtype=torch.bool))
    losses = {}
    for is_compiled in (False, True):
        torch.manual_seed(0)
        training = Training(tiny(9), Generator(Dimensions(blocks=0, width=4)), None, torch.device("cpu"), World())
        if is_compiled:
            compile_(training.generator)
        losses[is_compiled] = [float(training.take_step(batch, 0.0)["l1"]) for _ in range(3)]
    assert losses[True] == pytest.approx(losses[False], rel=1e-5)

    pixels = training.generator(batch.lr).sum()
    first, second = (torch.autograd.grad(pixels, [*training.generator.parameters()], retain_graph=True) for _ in "12")
    torch.testing.assert_close(second, first, rtol=1e-4, atol=1e-4)
    assert all(each.any() for each in first)
