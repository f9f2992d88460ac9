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


def test_charbonnier_is_nearly_the_absolute_difference() -> None:
    sr, hr = noise(1, 3, 8, 8), noise(1, 3, 8, 8, seed=1)
    assert losses.charbonnier(sr, hr).item() == pytest.approx((sr - hr).abs().mean().item(), abs=1e-3)
    assert losses.charbonnier(sr, sr).item() == pytest.approx(1e-3)


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


def test_texture_asks_how_much_there_is_and_not_where() -> None:
    hr = noise(2, 5, 8, 8)
    moved = hr.unflatten(-1, (2, 4)).flip(-1).flatten(-2)  # within places of four by four
    faint = hr / 2
    assert losses.texture(moved, hr, 4).item() == pytest.approx(0, abs=1e-7)
    matrices = torch.einsum("ncyx,ndyx->ncd", hr[..., :4, :4], hr[..., :4, :4]) / 16
    assert losses.texture(faint[..., :4, :4], hr[..., :4, :4], 4).item() == pytest.approx(
        0.75 * matrices.mean().item(), rel=1e-5
    )
    elsewhere = hr.roll(4, -1)
    assert losses.texture(elsewhere, hr, 4) > 0.01


def test_spectrum_asks_for_the_patterns_that_are_there() -> None:
    flat = torch.full((1, 3, 64, 64), 0.5)
    grain = noise(1, 1, 64, 64).float() * 0.2
    other = noise(1, 1, 64, 64, seed=1).float() * 0.2
    stripes = torch.tensor([0.0, 0.0, 1.0, 1.0]).repeat(16).expand(64, 64)
    stripes = (stripes - 0.5) * 2 * other.std()
    alike = losses.spectrum(flat + other, flat + grain)  # other grain, equally strong
    assert losses.spectrum(flat + grain, flat + grain) == 0
    assert alike < 0.1 < 1 < losses.spectrum(flat, flat + grain) and losses.spectrum(flat + stripes, flat + grain) > 1
    assert losses.spectrum(flat + grain / 100, flat) < 0.05, "what is fainter than a grey level is not seen"


@given(logit=st.floats(-30, 30))
def test_adversarial_losses_are_logarithms_of_the_judgement(logit: float) -> None:
    judged = torch.tensor([logit], dtype=torch.float64)
    probability = 1 / (1 + math.exp(-logit))
    assert losses.says_real(judged).item() == pytest.approx(-math.log(probability), rel=1e-6)
    assert losses.says_fake(judged).item() == pytest.approx(logit - math.log(probability), rel=1e-6)


def test_the_grid_loss_sees_a_grid_and_nothing_else() -> None:
    hr = torch.rand(2, 3, 32, 32)
    mask = torch.zeros(4, 4)
    mask[1, 2] = 1.0
    assert losses.grid(hr + 0.1, hr, 4).item() == pytest.approx(0, abs=1e-6)  # brighter everywhere: no grid
    assert losses.grid(hr + 0.16 * mask.repeat(8, 8), hr, 4).item() == pytest.approx(0.16 * 30 / 256, rel=1e-4)
