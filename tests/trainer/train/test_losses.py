"""Losses against plain arithmetic."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.ndimage import generic_filter
from torch import Tensor

from engine.models.resampling import resize
from trainer.train import losses


def noise(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("scale", [2, 4, 8])
def test_consistency_is_the_difference_after_reduction(scale: int) -> None:
    sr, lr = noise(2, 3, 12 * scale, 10 * scale), noise(2, 3, 12, 10, seed=1)
    expected = (resize(sr, 12, 10) - lr)[..., 2:-2, 2:-2].abs().mean()
    assert losses.consistency(sr, lr).item() == pytest.approx(expected.item(), rel=1e-6)


@given(shift=st.floats(-0.2, 0.2))
def test_consistency_sees_a_colour_drift(shift: float) -> None:
    sr = noise(1, 3, 48, 48)
    lr = resize(sr, 12, 12) + shift
    assert losses.consistency(sr, lr).item() == pytest.approx(abs(shift), abs=1e-6)


def test_total_variation_sums_over_neighbours() -> None:
    sr = torch.tensor([[[[0.0, 0.5], [1.0, 0.0]]]])
    assert losses.total_variation(sr).item() == pytest.approx(1.0 + 0.25 + 0.25 + 1.0)


def test_local_variance_is_the_variance_of_neighbours() -> None:
    x = noise(1, 1, 12, 12)
    expected = generic_filter(x[0, 0].numpy(), lambda window: window.var(ddof=1), size=7, mode="mirror")
    assert torch.allclose(losses.local_variance(x, 7)[0, 0], torch.from_numpy(expected), atol=1e-9)


def test_artefacts_count_only_where_the_average_does_better() -> None:
    hr, sr = noise(2, 3, 16, 16), noise(2, 3, 16, 16, seed=1)
    assert losses.artefacts(sr, hr, averaged=hr) > 0
    assert losses.artefacts(sr, hr, averaged=hr + 2) == 0
    half = hr.clone()
    half[..., 8:] += 2  # there the average is worse
    sr = sr.requires_grad_()
    losses.artefacts(sr, hr, half).backward()
    assert sr.grad is not None
    assert sr.grad[..., 8:].abs().max() == 0 and sr.grad[..., :8].abs().max() > 0


def test_feature_loss_is_the_papers() -> None:
    sr, hr = {"conv5_4": noise(2, 5, 3, 4)}, {"conv5_4": noise(2, 5, 3, 4, seed=1)}
    squares = ((sr["conv5_4"] - hr["conv5_4"]) / 12.75) ** 2
    expected = squares.sum() / (3 * 4 * 2)  # over W * H, a crop's mean
    loss = losses.feature_loss(sr, hr, {"conv5_4": 1.0}, distance="squared", scale=1 / 12.75)
    assert loss.item() == pytest.approx(expected.item(), rel=1e-6)


def test_feature_loss_weighs_layers() -> None:
    sr, hr = ({name: noise(1, 2, 3, 3, seed=seed) for name in ("a", "b")} for seed in (0, 1))
    one = losses.feature_loss(sr, hr, {"a": 1.0}, distance="l1", scale=1.0)
    both = losses.feature_loss(sr, hr, {"a": 1.0, "b": 2.0}, distance="l1", scale=1.0)
    assert both.item() == pytest.approx(3 * one.item())


def test_unit_distance_is_of_directions() -> None:
    sr, hr = ({"a": noise(1, 4, 3, 3, seed=seed) - 0.3} for seed in (0, 1))
    cosine = torch.cosine_similarity(sr["a"].relu().float(), hr["a"].relu().float(), dim=1)
    loss = losses.feature_loss(sr, hr, {"a": 1.0}, distance="unit", scale=1.0)
    assert loss.item() == pytest.approx((2 - 2 * cosine).mean().item(), rel=1e-5)
    louder = {"a": 7 * sr["a"]}
    assert losses.feature_loss(louder, sr, {"a": 1.0}, distance="unit", scale=1.0).item() == pytest.approx(0, abs=1e-9)


@given(logit=st.floats(-30, 30))
def test_adversarial_losses_are_logarithms_of_the_judgement(logit: float) -> None:
    judged = torch.tensor([logit], dtype=torch.float64)
    probability = 1 / (1 + math.exp(-logit))
    assert losses.says_real(judged).item() == pytest.approx(-math.log(probability), rel=1e-6)
    assert losses.says_fake(judged).item() == pytest.approx(logit - math.log(probability), rel=1e-6)


def test_flat_error_counts_crops_of_one_colour_alone() -> None:
    hr, sr = noise(4, 3, 8, 8), noise(4, 3, 8, 8, seed=1)
    flat = torch.tensor([False, True, False, False])
    assert losses.flat_error(sr, hr, flat).item() == pytest.approx((sr - hr)[1].abs().mean().item() / 4)
    assert losses.flat_error(sr, hr, flat & False) == 0


def test_phase_energy_sees_a_lattice_and_nothing_else() -> None:
    photo = noise(2, 3, 96, 96)
    rough = torch.ones(4, 4, dtype=torch.float64)
    rough[1, 2] = 3.0  # one of the sixteen pixels is rougher than the others
    lattice = 0.5 + (photo - 0.5) * rough.repeat(24, 24)
    assert losses.phase_energy(photo, 4) < 0.01 < 0.05 < losses.phase_energy(lattice, 4)
    assert losses.phase_energy(photo / 3, 4).item() == pytest.approx(losses.phase_energy(photo, 4).item(), rel=0.05)
    assert losses.phase_energy(torch.full((1, 3, 32, 32), 0.5), 4) == 0


def test_the_gradient_of_phase_energy_makes_phases_alike() -> None:
    torch.manual_seed(0)
    pixels = (0.1 * torch.rand(1, 3, 48, 48)).requires_grad_()
    weaker = torch.ones(4, 4)
    weaker[0, 0] = 0.2
    lattice = pixels * weaker.repeat(12, 12)
    loss = losses.phase_energy(lattice, 4)
    (gradient,) = torch.autograd.grad(loss, pixels)
    assert losses.phase_energy((pixels - 1e-2 * gradient / gradient.norm()) * weaker.repeat(12, 12), 4) < loss
