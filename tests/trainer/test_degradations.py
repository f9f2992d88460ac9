"""Damage: seeded, of the strength that is asked for, and real JPEG."""

import io

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy.ndimage import gaussian_filter
from torch import Tensor

from tests.trainer.conftest import made_photo
from trainer.degradations import STAGES, blurred, compressed, degraded, noisy, reduced


def crops(count: int = 3, side: int = 64) -> Tensor:
    photos = [np.array(made_photo(seed, side, side)) for seed in range(count)]
    return torch.from_numpy(np.stack(photos)).permute(0, 3, 1, 2).float() / 255


def chance(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("name", STAGES)
def test_the_same_seed_does_the_same_damage(name: str) -> None:
    first, second = (degraded(crops(), 4, STAGES[name], 0.3, chance(5)) for _ in range(2))
    assert torch.equal(first, second)
    assert first.shape == (3, 3, 16, 16) and first.min() >= 0 and first.max() <= 1
    if name != "none":
        assert not torch.equal(first, degraded(crops(), 4, STAGES[name], 0.3, chance(6)))


@given(share=st.sampled_from([0.0, 0.5, 1.0]))
@settings(max_examples=3)
def test_the_clean_share_stays_clean(share: float) -> None:
    hr = crops(40, 32)
    clean = (degraded(hr, 4, STAGES["mild"], share, chance()) == reduced(hr, 4)).flatten(1).all(1)
    assert clean.float().mean().item() == pytest.approx(share, abs=0.2)


@pytest.mark.parametrize("quality", [30, 75, 95])
def test_compression_is_a_real_jpeg(quality: int) -> None:
    hr = crops(1)
    file = io.BytesIO()
    made_photo(0, 64, 64).save(file, "JPEG", quality=quality, subsampling=2)
    expected = np.array(Image.open(file))
    got = (compressed(hr, quality)[0] * 255).round().permute(1, 2, 0).numpy()
    assert np.array_equal(got, expected)


def test_noise_has_the_level_asked_for() -> None:
    grey = torch.full((1, 3, 200, 200), 0.5)
    noise = (noisy(grey, 8.0, grey=False, chance=chance()) - grey) * 255
    assert noise.std().item() == pytest.approx(8.0, rel=0.03)
    same = noisy(grey, 8.0, grey=True, chance=chance())
    assert torch.equal(same[:, 0], same[:, 2])


def test_blur_is_gaussian() -> None:
    hr = crops(1).double()
    expected = gaussian_filter(hr[0].numpy(), (0, 1.5, 1.5), mode="mirror", truncate=3.34)
    assert np.abs(blurred(hr, 1.5)[0].numpy() - expected).max() < 2e-3
