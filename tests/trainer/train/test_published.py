"""What the published recipes ask of a training: statistics that never freeze, SGD, losses on the luma alone."""

import pytest
import torch
from torch.optim import SGD

from engine.models.architectures import network_of
from engine.models.reference.luma import luma
from tests.trainer.conftest import TINY
from trainer.data.crops import Batch
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.toml import with_settings
from trainer.train.distributed import World
from trainer.train.initialisation import initialise
from trainer.train.objective import Objective
from trainer.train.training import Training


def batch() -> Batch:
    torch.manual_seed(0)
    hr = torch.rand(2, 3, 32, 32)
    lr = torch.nn.functional.avg_pool2d(hr, 4)
    return Batch(lr, hr, lr, torch.zeros(len(hr), dtype=torch.bool))


def training(name: str, *settings: str) -> Training:
    recipe = with_settings(recipe_named(name), [*TINY, *settings])
    torch.manual_seed(0)
    network = network_of(recipe.network)
    initialise(network)
    return Training(recipe, network, None, torch.device("cpu"), World())


@pytest.mark.parametrize(("name", "moves"), [("srresnet-mse", True), ("srgan-mse", True), ("srresnet", False)])
def test_the_papers_statistics_move_to_the_last_step(name: str, moves: bool) -> None:
    made = training(name, "network.normalised=true", "adversary.width=8")
    before = made.generator.tail_norm.running_mean.clone()
    made.take_step(batch(), 0.999_999)
    assert torch.equal(made.generator.tail_norm.running_mean, before) != moves


def test_the_last_layer_learns_slower_and_sgd_has_its_momentum() -> None:
    made = training("srcnn-9-5-5", "optimiser.weight_decay=0.01", "schedule.warmup=0")
    sgd, last = made.optimisers["sgd"], made.optimisers["last"]
    assert isinstance(sgd, SGD) and isinstance(last, SGD)
    assert {id(each) for each in last.param_groups[0]["params"]} == {
        id(each) for each in made.generator.last.parameters()
    }
    assert len(sgd.param_groups[0]["params"]) == 4
    assert (sgd.param_groups[0]["lr"], last.param_groups[0]["lr"]) == (1e-4, pytest.approx(1e-5))
    assert [(each["momentum"], each["weight_decay"]) for each in (*sgd.param_groups, *last.param_groups)] == [
        (0.9, 0.01)
    ] * 2
    made.take_step(batch(), 0.0)
    assert made.optimisers["last"].param_groups[0]["lr"] == pytest.approx(1e-5)


def test_the_loss_is_on_the_luma_inside_the_border() -> None:
    objective = Objective(with_settings(recipe_named("srcnn-9-1-5"), ["content.mse=1"]), None)
    given = batch()
    sr = given.hr.clone()
    sr[..., :6, :] = 0  # in the border
    sr[:, 0, 20, 20] += 0.5
    terms = objective.terms(sr, given, objective.views(sr, given.hr, 0), late=False)
    assert terms.keys() == {"mse"}
    error = (luma(sr) - luma(given.hr))[..., 6:-6, 6:-6]
    assert terms["mse"].item() == pytest.approx(error.square().mean().item())
    assert terms["mse"].item() == pytest.approx((0.5 * 65.481 / 255) ** 2 / 20**2, rel=1e-4)


@pytest.mark.parametrize(("progress", "share"), [(0.0, 0.9), (0.5, 0.45), (1.0, 0.0)])
def test_drcns_recursions_are_asked_less_and_less(progress: float, share: float) -> None:
    objective = Objective(with_settings(recipe_named("drcn"), ["content.mse=2"]), None)
    given = batch()
    recursions = torch.stack([luma(given.hr) + error for error in (0.1, 0.3)])
    terms = objective.with_recursions({"mse": torch.tensor(7.0)}, recursions, given.hr, progress)
    assert terms["mse"].item() == pytest.approx((1 - share) * 7)
    assert terms["recursive"].item() == pytest.approx(share * 2 * (0.1**2 + 0.3**2) / 2, abs=1e-6)


def test_drcn_begins_with_what_it_gets() -> None:
    made = training("drcn", "network.blocks=3", "network.width=8").generator
    features = torch.rand(1, 8, 5, 5)
    torch.testing.assert_close(made.recursion(features), features)


def test_srcnn_begins_near_zero() -> None:
    weights = training("srcnn-9-1-5", "network.width=64").generator.head.weight
    assert weights.std().item() == pytest.approx(1e-3, rel=0.05)
