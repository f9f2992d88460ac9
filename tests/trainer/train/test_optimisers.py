"""Muon, the schedules and the pace."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.settings import Optimiser, Schedule
from trainer.train.optimisers import Muon, learning_rate_share, optimisers_for, orthogonal, set_learning_rates
from trainer.train.pace import Pace


@pytest.mark.parametrize("shape", [(3, 8, 20), (2, 20, 8), (1, 12, 12)])
def test_steps_are_nearly_orthogonal(shape: tuple[int, int, int]) -> None:
    matrices = torch.randn(shape, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    values = torch.linalg.svdvals(orthogonal(matrices))
    assert values.min() > 0.3 and values.max() < 1.3


@pytest.mark.parametrize("shape", [(3, 64, 576), (2, 256, 576), (2, 40, 12)])
def test_the_gram_matrix_is_enough(shape: tuple[int, int, int]) -> None:
    """In float32 as by five multiplications with the wide matrix in float64, also where it is almost of low rank."""
    seed = torch.Generator().manual_seed(0)
    matrices = torch.randn(shape, generator=seed) * torch.logspace(0, -3, shape[2])
    x = matrices.double() / matrices.double().flatten(1).norm(dim=1)[:, None, None]
    for _ in range(5):
        square = x @ x.mT
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    assert (orthogonal(matrices) - x).abs().max() < 3e-4


def test_muon_descends() -> None:
    target = torch.randn(8, 4, 3, 3, generator=torch.Generator().manual_seed(1))
    weight = torch.nn.Parameter(torch.zeros(8, 4, 3, 3))
    muon = Muon([weight], lr=0.05)
    for _ in range(200):
        muon.zero_grad()
        (weight - target).square().mean().backward()
        muon.step()
    assert (weight - target).square().mean() < 0.1


def test_muon_works_on_the_body_and_adam_on_the_rest() -> None:
    generator = Generator(Dimensions(blocks=2, width=4))
    optimisers = optimisers_for(generator, Optimiser(method="muon"))
    muon, adam = optimisers["muon"], optimisers["adam"]
    mine = {id(each) for each in muon.param_groups[0]["params"]}
    names = {name for name, each in generator.named_parameters() if id(each) in mine}
    assert "blocks.1.second.weight" in names and "tail.weight" in names and "upsampling.0.convolution.weight" in names
    assert not any(name.startswith(("head", "last")) or name.endswith("bias") for name in names)
    rest = sum(len(group["params"]) for group in adam.param_groups)
    assert len(mine) + rest == len(list(generator.parameters()))


def test_milestones_are_the_papers() -> None:
    schedule = recipe_named("srgan-vgg54").schedule
    assert [learning_rate_share(schedule, 0, progress) for progress in (0, 0.49, 0.5, 1)] == [1, 1, 0.1, 0.1]


@given(step=st.integers(0, 1000), progress=st.floats(0, 1))
def test_shares_stay_between_nothing_and_all(step: int, progress: float) -> None:
    for decay in ("constant", "cosine", "milestones"):
        schedule = Schedule(decay=decay, milestones=(0.5,), warmup=100)
        assert 0 <= learning_rate_share(schedule, step, progress) <= 1


def test_warm_up_and_cosine() -> None:
    schedule = Schedule(warmup=100, decay="cosine")
    assert learning_rate_share(schedule, 0, 0.0) == pytest.approx(0.01)
    assert learning_rate_share(schedule, 500, 0.5) == pytest.approx(0.5)
    assert learning_rate_share(schedule, 999, 1.0) == pytest.approx(0)


def test_shares_are_of_the_first_rate() -> None:
    adam = torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    for share in (0.5, 0.25):
        set_learning_rates([adam], share)
    assert adam.param_groups[0]["lr"] == 0.25


def test_pace_by_steps_and_by_the_clock() -> None:
    assert Pace(100).progress(25, 7.0) == 0.25
    assert Pace(100).left(25, 10.0) == pytest.approx(30)
    assert Pace(100, minutes=2).progress(999, 60.0) == 0.5
    assert Pace(100, minutes=2).left(999, 60.0) == pytest.approx(60)
