"""Measures of lattices and of plain colours, against pictures made for them."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from tests.trainer.conftest import made_photo
from trainer.data.degradation.reduction import reduced
from trainer.metrics.metrics import luma
from trainer.metrics.niqe import PristineModel, niqe, niqe_of_all
from trainer.metrics.phases import flat_field_error, high_pass, lag_4, phase_energies, phase_ratio
from trainer.recipes.cookbook import SRGAN, recipe_named
from trainer.train.export import score_of
from trainer.train.validation import Validator

CPU = torch.device("cpu")


def photo(seed: int = 0) -> Tensor:
    pixels = np.array(made_photo(seed, 256, 256))
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


def lattice(size: int = 256) -> Tensor:
    """A dot on one of sixteen pixels, every second one dark: what neighbouring LR pixels alternate in."""
    dots = torch.zeros(8, 8)
    dots[1, 1] = dots[5, 5] = 0.1
    dots[1, 5] = dots[5, 1] = -0.1
    return dots.repeat(size // 8, size // 8)[None, None]


def test_high_pass_leaves_what_a_mean_does_not() -> None:
    x = torch.rand(1, 3, 9, 9, dtype=torch.float64)
    middle = x[..., 3:6, 3:6]
    assert torch.allclose(high_pass(x)[..., 4, 4], middle[..., 1, 1] - middle.mean((2, 3)))
    assert high_pass(torch.full((1, 3, 8, 8), 0.3)).abs().max() < 1e-6


def test_a_lattice_shows_in_both_measures_and_a_photo_in_none() -> None:
    true, seen = photo(), photo() + lattice()
    assert phase_ratio(phase_energies(true)) < 1.3 < 3 < phase_ratio(phase_energies(seen))
    assert lag_4(seen) < -0.2 < -0.1 < lag_4(true)


def test_phases_are_those_of_squares_of_four() -> None:
    dot = torch.zeros(1, 1, 64, 64)
    dot[..., 1::4, 2::4] = 0.1
    energies = phase_energies(dot.expand(1, 3, -1, -1))
    assert energies.argmax() == 4 * 1 + 2 and energies.shape == (16,)
    assert energies.sum().item() / 16 == pytest.approx(high_pass(dot.double()).square().mean().item())


def test_pictures_without_detail_have_no_lattice() -> None:
    flat = torch.full((1, 3, 64, 64), 0.5)
    assert phase_ratio(phase_energies(flat)) == 1 and lag_4(flat) == 0


def test_the_flat_field_is_off_by_the_largest_deviation() -> None:
    def brighter(lr: Tensor) -> Tensor:
        sr = lr.repeat_interleave(4, 2).repeat_interleave(4, 3)
        sr = sr * (253 / 255)  # white comes out as 253
        sr[..., :3, :] = 0  # the rim is another matter
        return sr

    assert flat_field_error(brighter, CPU) == pytest.approx(2, abs=1e-3)
    assert flat_field_error(lambda lr: lr.repeat_interleave(4, 2).repeat_interleave(4, 3) + 1e-3, CPU) < 0.256


def test_the_validator_measures_what_one_sees() -> None:
    photos = [np.array(made_photo(seed, 256, 256)) for seed in range(3)]
    features = np.random.default_rng(0).normal(size=(200, 36))
    window = np.full((7, 7), 1 / 49)
    pristine = PristineModel(features.mean(0), np.cov(features, rowvar=False), window)
    generator = Generator(Dimensions(blocks=1, width=4)).eval().requires_grad_(False)
    scores = Validator(photos, 4, None, CPU, pristine=pristine).scores(generator)
    assert scores.keys() == {"psnr", "consistency", "lag-4", "phase ratio", "flat field", "niqe"}
    results = [generator(reduced(photo(seed), 4)).clamp(0, 1).mul(255).round().div(255) for seed in range(3)]
    energies = torch.stack([phase_energies(each) for each in results]).mean(0)
    assert scores["phase ratio"] == pytest.approx(phase_ratio(energies), rel=1e-3)
    assert scores["niqe"] == pytest.approx(niqe_of_all(map(luma, results), pristine), rel=1e-3)
    assert scores["flat field"] == pytest.approx(flat_field_error(generator, CPU))
    assert "niqe" not in Validator(photos, 4, None, CPU).scores(generator)


def test_niqe_of_parts_is_that_of_the_whole_but_for_their_rims() -> None:
    model = PristineModel(np.zeros(36), np.eye(36), np.full((7, 7), 1 / 49))
    whole = luma(torch.cat([photo(0)[..., :192, :192], photo(1)[..., :192, :192]], 3))
    parts = [whole[..., :192], whole[..., 192:]]
    assert niqe_of_all(parts, model) == pytest.approx(niqe(whole, model), rel=0.05)
    assert niqe_of_all(parts[:1], model) != niqe_of_all(parts, model)
    assert math.isnan(niqe_of_all([], model)) and math.isnan(niqe_of_all([whole[..., :90]], model))


def test_texture_is_chosen_by_what_one_sees() -> None:
    base = {"psnr": 28.0, "perceptual": 0.36, "phase ratio": 1.05, "lag-4": 0.04, "niqe": 5.0}
    of = {"base": base, "natural": base | {"perceptual": 0.39, "niqe": 2.0}, "lattice": base | {"phase ratio": 1.6}}
    of["weave"] = base | {"lag-4": -0.2}
    scores = {name: score_of(SRGAN, each, 1) for name, each in of.items()}
    assert scores["natural"] > scores["base"] > scores["weave"] > scores["lattice"]
    assert scores["base"] == pytest.approx(-(0.36 + 0.03 * 5))
    assert scores["weave"] == pytest.approx(scores["base"] - 0.2)
    assert scores["lattice"] == pytest.approx(scores["base"] - 0.5)
    assert score_of(SRGAN, {"psnr": 28.0}, 1) == 28 and score_of(SRGAN, {}, 7) == 7
    assert score_of(recipe_named("fine-tune-textured"), base, 1) == -0.36


def test_squares_of_one_colour_have_no_ratio() -> None:
    squares = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    enlarged = squares.repeat_interleave(4, 2).repeat_interleave(4, 3)
    assert math.isinf(phase_ratio(phase_energies(enlarged))) and phase_ratio(torch.zeros(16)) == 1
