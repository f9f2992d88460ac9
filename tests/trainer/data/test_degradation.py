"""Each damage does what it is named after, as strongly as asked, and moves nothing."""

import io
import math

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy.ndimage import gaussian_filter
from torch import Tensor

from tests.trainer.conftest import made_photo
from trainer.data.degradation.blur import blurred, gaussians, sincs
from trainer.data.degradation.codecs import through_file
from trainer.data.degradation.fixed import DAMAGES, damaged
from trainer.data.degradation.jpeg import through_jpeg
from trainer.data.degradation.noise import mixings, noisy


def photo(seed: int = 0, width: int = 90, height: int = 70) -> Tensor:
    pixels = gaussian_filter(np.array(made_photo(seed, width, height)), (0.7, 0.7, 0))
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


def rng(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def saved(x: Tensor, kind: str, **options: object) -> Tensor:
    pixels = (x[0] * 255).round().byte().permute(1, 2, 0).numpy()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, **options)
    return torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1)[None].float() / 255


@example(quality=12, halved=True, width=48, height=62)  # the last rows of colours are repeated, not those of pixels
@given(quality=st.integers(10, 95), halved=st.booleans(), width=st.integers(48, 99), height=st.integers(48, 99))
@settings(max_examples=25, deadline=None)
def test_jpeg_equals_a_real_file_but_for_rounding(quality: int, halved: bool, width: int, height: int) -> None:
    x = photo(1, width, height)
    expected = saved(x, "JPEG", quality=quality, subsampling=2 if halved else 0)
    got = through_jpeg(x, torch.tensor([quality]), halved_colours=halved)
    difference = (got - expected).abs() * 255
    damage = (x - expected).abs().mean() * 255
    assert difference.mean() < 0.1 * damage + 0.4  # a coefficient half-way between two steps may fall on either
    assert difference.median() <= 1.01


def test_every_picture_has_its_own_quality() -> None:
    x = photo().expand(2, -1, -1, -1)
    both = through_jpeg(x, torch.tensor([20, 90]), halved_colours=True)
    alone = through_jpeg(x[:1], torch.tensor([90]), halved_colours=True)
    assert torch.equal(both[1:], alone) and not torch.equal(both[0], both[1])


def test_blocks_begin_where_the_phase_says() -> None:
    whole = through_jpeg(photo(), torch.tensor([30]), halved_colours=True)
    part = through_jpeg(photo()[..., 5:53, 11:75], torch.tensor([30]), halved_colours=True, phase=(5, 11))
    assert torch.equal(part[..., 12:26, 6:52], whole[..., 17:31, 17:63])


def test_files_are_the_codec_s() -> None:
    x = (photo() * 255).round() / 255
    for kind in ("JPEG", "WEBP"):
        got = through_file(x.expand(2, -1, -1, -1), kind, torch.tensor([30.0, 80.0]))
        assert torch.equal(got[:1], saved(x, kind, quality=30)) and torch.equal(got[1:], saved(x, kind, quality=80))


@pytest.mark.parametrize(("level", "shot"), [(8.0, 0.0), (0.0, 10.0), (4.0, 6.0)])
def test_noise_has_the_strength_asked_for(level: float, shot: float) -> None:
    grey = torch.tensor([0.25, 0.6])[:, None, None, None].expand(2, 3, 200, 200)
    strengths = torch.full((2,), level), torch.full((2,), shot)
    noise = (noisy(grey, *strengths, mixings(2, rng(3)), rng()) - grey) * 255
    for brightness, each in zip((0.25, 0.6), noise, strict=True):
        assert each.std(dim=(1, 2)).tolist() == pytest.approx([(level**2 + shot**2 * brightness) ** 0.5] * 3, rel=0.03)


def test_noise_is_grey_independent_or_correlated() -> None:
    mixing = mixings(400, rng())
    covariance = mixing @ mixing.transpose(1, 2)
    between = covariance[:, 0, 1]
    assert torch.allclose(covariance.diagonal(dim1=1, dim2=2), torch.ones(400, 3))
    assert 60 < (between > 1 - 1e-6).sum() < 140 and 60 < (between == 0).sum() < 140


def test_blur_is_gaussian() -> None:
    x = photo().double()
    kernel = gaussians(torch.tensor([1.5]), torch.tensor([1.5]), torch.tensor([0.4]))
    expected = gaussian_filter(x[0].numpy(), (0, 1.5, 1.5), mode="mirror", truncate=4.6)
    assert np.abs(blurred(x, kernel)[0].numpy() - expected).max() < 1e-4


def test_blur_is_longer_along_its_axis() -> None:
    kernel = gaussians(torch.tensor([2.0, 2.0]), torch.tensor([0.5, 0.5]), torch.tensor([0.0, math.pi / 2]))
    assert torch.allclose(kernel[0], kernel[1].T, atol=1e-6)
    spread = torch.arange(-7.0, 8.0).square()
    assert (kernel[0].sum(0) @ spread).item() == pytest.approx(4.0, rel=0.05)
    assert (kernel[0].sum(1) @ spread).item() == pytest.approx(0.25, rel=0.2)


def test_no_blur_and_no_ringing_change_nothing() -> None:
    x = photo()
    none = torch.zeros(1)
    assert torch.equal(blurred(x, gaussians(none, none, none)), x)
    assert torch.equal(blurred(x, sincs(torch.tensor([math.pi]))), x)


def test_the_sinc_filter_rings_and_keeps_what_is_smooth() -> None:
    edge = torch.zeros(1, 3, 40, 40)
    edge[..., 20:] = 0.5
    rung = blurred(edge, sincs(torch.tensor([math.pi / 2])))
    assert rung.max() > 0.52 and rung.min() < -0.02
    assert rung[..., 20, 2].mean().abs() < 0.02 and abs(rung[..., 20, 37].mean() - 0.5) < 0.02


def test_the_benchmark_s_damages_are_fixed_and_differ() -> None:
    lr = (photo() * 255).round() / 255
    results = {name: damaged(lr, name, "photo") for name in DAMAGES}
    assert torch.equal(results["none"], lr)
    assert all(torch.equal(result, damaged(lr, name, "photo")) for name, result in results.items())
    assert not torch.equal(results["noise 5"], damaged(lr, "noise 5", "another"))
    assert torch.equal(results["JPEG 50"], saved(lr, "JPEG", quality=50))
    errors = {name: (result - lr).square().mean().sqrt().item() * 255 for name, result in results.items()}
    assert errors["noise 10"] == pytest.approx(10, rel=0.1) and errors["JPEG 75"] < errors["JPEG 50"]
    assert errors["mixed"] > max(errors["noise 5"], 1)
