"""The heads of the discriminator: each is weighed by its gradient, let go where it guesses, and its state survives."""

import json

import pytest
import torch
from torch import Tensor

from trainer.recipes.cookbook import SRGAN
from trainer.recipes.settings import Adversary
from trainer.recipes.toml import with_settings
from trainer.train.adversary import Balance, Discriminators
from trainer.train.discriminators import DiscriminatorInput
from trainer.train.distributed import World
from trainer.train.objective import DiscriminatorInputs

TWO = Adversary(kind="heads", shares={"phases4": 0.5, "conv3_4": 0.3}, caps={"phases4": 10.0, "conv3_4": 2.0})


def gradients(balance: Balance, step: int, loud: float = 3.0) -> tuple[float, float]:
    """Norms on the pixels of the content losses, and of the heads as they are weighed."""
    sr = torch.ones(1, 3, 4, 4, requires_grad=True)
    content, heads = 2 * sr.sum(), {"phases4": loud * sr.sum(), "conv3_4": 0.01 * sr.sum()}
    total = balance.weighed(heads, content, sr, step)
    return tuple(torch.autograd.grad(each, sr)[0].norm().item() for each in (content, total))


def test_a_head_is_weighed_by_its_gradient_up_to_its_cap() -> None:
    balance = Balance(TWO, World())
    content, adversarial = gradients(balance, 0)
    assert balance.weights == pytest.approx({"phases4": 0.5 * 2 / 3, "conv3_4": 2.0})  # the second would need 60
    assert adversarial == pytest.approx(content * 0.5 + 2.0 * 0.01 * 48**0.5)
    figures = balance.figures()
    assert figures["norm content"] == pytest.approx(2 * 48**0.5)
    assert figures["norm phases4"] == pytest.approx(3 * 48**0.5)


def test_weights_are_renewed_every_twenty_steps_and_move_slowly() -> None:
    balance = Balance(TWO, World())
    gradients(balance, 300)
    before = balance.weights["phases4"]
    gradients(balance, 319, loud=6.0)
    assert balance.weights["phases4"] == before
    gradients(balance, 320, loud=6.0)
    assert balance.weights["phases4"] == pytest.approx(0.9 * before + 0.1 * before / 2)


def test_a_head_whose_gradient_grows_fast_is_never_twice_too_loud() -> None:
    balance = Balance(TWO, World())
    gradients(balance, 300, loud=1.0)
    gradients(balance, 320, loud=7.0)
    assert balance.weights["phases4"] == pytest.approx(2 * 0.5 * 2 / 7)


def test_a_gradient_that_is_not_finite_changes_no_weight() -> None:
    balance = Balance(TWO, World())
    gradients(balance, 0)
    before = balance.state()
    gradients(balance, 20, loud=float("inf"))
    assert balance.state() == before


@pytest.mark.parametrize(("right", "share"), [(0.8, 1.0), (0.59, 1.0), (0.555, 0.5), (0.52, 0.0), (0.4, 0.0)])
def test_a_head_that_guesses_is_let_go(right: float, share: float) -> None:
    balance = Balance(TWO, World())
    gradients(balance, 0)
    for _ in range(3):
        balance.hear({"phases4": torch.tensor(right), "conv3_4": torch.tensor(0.9)})
    assert balance.weight("phases4") == pytest.approx(share * balance.weights["phases4"], abs=1e-6)
    assert balance.weight("conv3_4") == balance.weights["conv3_4"]


def test_the_state_of_the_balance_survives() -> None:
    balance, again = Balance(TWO, World()), Balance(TWO, World())
    gradients(balance, 0)
    balance.hear({"phases4": torch.tensor(0.7), "conv3_4": torch.tensor(0.6)})
    again.restore(json.loads(json.dumps(balance.state())))
    assert again.figures() == balance.figures() and again.state() == balance.state()


def test_without_shares_the_recipe_weighs() -> None:
    balance = Balance(Adversary(kind="paper", weight=1e-3), World())
    sr = torch.ones(1, 3, 4, 4, requires_grad=True)
    assert balance.weighed({"paper": sr.sum()}, sr.sum(), sr, 0).item() == pytest.approx(48e-3)
    assert not balance.weights


class Halves(World):
    """Two processes, of which the other one measured three times as much."""

    def means(self, numbers: list[float]) -> list[float]:
        return [2 * number for number in numbers]


def test_processes_agree_on_norms_and_shares() -> None:
    balance = Balance(TWO, Halves())
    gradients(balance, 0)
    balance.hear({"phases4": torch.tensor(0.3), "conv3_4": torch.tensor(0.4)})
    assert balance.norms["content"] == pytest.approx(4 * 48**0.5) and balance.right["phases4"] == pytest.approx(0.6)


def views(pixels: Tensor) -> DiscriminatorInputs:
    return DiscriminatorInputs(DiscriminatorInput(pixels * 0.5, {}), DiscriminatorInput(pixels, {}))


def test_each_head_counts_alike_however_many_places_it_judges() -> None:
    torch.manual_seed(0)
    heads = ["adversary.shares={phases4=1,phases2=1}", "adversary.caps={phases4=1,phases2=1}", "adversary.width=8"]
    discriminators = Discriminators(with_settings(SRGAN, heads), World())
    seen = views(torch.rand(2, 3, 32, 32))
    discriminators.network.eval()  # no step of the power method in between
    judged, right = discriminators.losses(seen)
    by_head = [torch.nn.functional.softplus(-each).mean() for each in discriminators.network(seen.hr).values()]
    assert judged["real"].item() == pytest.approx(sum(each.item() for each in by_head) / 2)
    assert set(right) == {"phases4", "phases2"} and all(0 <= share <= 1 for share in right.values())


def test_a_head_that_tells_enough_waits_for_the_generator() -> None:
    torch.manual_seed(0)
    heads = ["adversary.shares={phases4=1,phases2=1}", "adversary.caps={phases4=1,phases2=1}", "adversary.width=8"]
    discriminators = Discriminators(with_settings(SRGAN, heads), World())
    for right, learns in ((0.9, False), (0.79, True)):
        discriminators.balance.right = {"phases4": right, "phases2": 0.6}
        judged, told = discriminators.losses(views(torch.rand(2, 3, 32, 32)))
        discriminators.network.zero_grad()
        (judged["real"] + judged["fake"]).backward()
        heads_by_name = discriminators.network.heads.items()
        moved = {name: any(bool(each.grad.any()) for each in head.parameters()) for name, head in heads_by_name}
        assert moved == {"phases4": learns, "phases2": True} and set(told) == set(moved)


def test_the_paper_s_discriminator_never_waits() -> None:
    balance = Balance(Adversary(kind="paper", weight=1e-3), World())
    balance.hear({"paper": torch.tensor(1.0)})
    assert balance.learns("paper")
