"""Degraded LR: seeded, mixed in the shares of the mixture and lying exactly where the HR lies."""

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator, fold
from tests.trainer.conftest import made_photo
from trainer.data.degradation.codecs import through_file, to_8_bits
from trainer.data.degradation.mixtures import degraded
from trainer.data.degradation.reduction import FILTERS, reduced, resized
from trainer.recipes.severity import DEGRADATIONS, DegradationKind, DegradationPass, Mixture
from trainer.train.validation import Validator


def crops(count: int = 3, side: int = 64) -> Tensor:
    photos = [np.array(made_photo(seed, side, side)) for seed in range(count)]
    return torch.from_numpy(np.stack(photos)).permute(0, 3, 1, 2).float() / 255


def lr_of(hr: Tensor, mixture: Mixture, clean_share: float, rng: torch.Generator) -> Tensor:
    return degraded(hr, reduced(hr, 4), mixture, clean_share, rng)


def rng(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_the_same_seed_does_the_same_damage(name: str) -> None:
    first, second = (lr_of(crops(), DEGRADATIONS[name], 0.3, rng(5)) for _ in range(2))
    assert torch.equal(first, second) and torch.equal(first, to_8_bits(first))
    assert first.shape == (3, 3, 16, 16) and first.min() >= 0 and first.max() <= 1
    if name != "none":
        assert not torch.equal(first, lr_of(crops(), DEGRADATIONS[name], 0.3, rng(6)))


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_clean_share_stays_clean(share: float) -> None:
    hr = crops(40, 32).repeat(5, 1, 1, 1)
    always = (
        DegradationKind(
            1.0, (DegradationPass(blur=(1, 1), noise=(5, 5), shot=(0, 0), quality=(60, 60), blur_share=1.0),)
        ),
    )
    clean = (lr_of(hr, always, share, rng()) == reduced(hr, 4)).flatten(1).all(1)
    assert clean.float().mean().item() == pytest.approx(share, abs=0.1)


def test_kinds_come_in_their_shares() -> None:
    hr = torch.full((1000, 3, 32, 32), 0.5)
    noises = (2.0, 20.0)
    passes = (
        DegradationPass(blur=(0, 0), noise=(s, s), shot=(0, 0), quality=(90, 90), compressed_share=0) for s in noises
    )
    few, many = (
        DegradationKind(share, (DegradationPass(**{**vars(each), "noise_share": 1.0}),))
        for share, each in zip((0.36, 0.64), passes, strict=True)
    )
    strength = lr_of(hr, (few, many), 0.3, rng()).sub(0.5).mul(255).std(dim=(1, 2, 3))
    for share, (low, high) in {0.3: (0, 0.7), 0.252: (0.7, 8), 0.448: (8, 99)}.items():
        found = ((strength >= low) & (strength < high)).float().mean().item()
        assert found == pytest.approx(share, abs=0.05)


def test_a_crop_is_saved_once() -> None:
    """As WebP or as JPEG, not as one after the other."""
    hr = crops(1)
    always = (
        DegradationKind(
            1.0, (DegradationPass((0, 0), (0, 0), (0, 0), (70, 70), compressed_share=1.0, webp_share=1.0),)
        ),
    )
    once = [
        to_8_bits(through_file(resized(hr, 16, 16, way), "WEBP", torch.tensor([70]))) for way in range(len(FILTERS))
    ]
    for seed in range(5):
        lr = lr_of(hr, always, 0.0, rng(seed))
        assert any(torch.equal(lr, each) for each in once)


@pytest.mark.parametrize("way", range(len(FILTERS)))
@pytest.mark.parametrize("sides", [(16, 16), (23, 37), (29, 11), (80, 100)])
def test_no_filter_shifts_the_picture(way: int, sides: tuple[int, int]) -> None:
    """The centre of a blob stays where it is, to a thirtieth of a pixel of the smaller picture."""
    y, x = centres(64, 64)
    blob = torch.exp(-((y - 0.52).square() + (x - 0.47).square()) / 0.02)[None, None]
    small = resized(blob, *sides, way)[0, 0]
    y, x = centres(*sides)
    assert ((small * y).sum() / small.sum()).item() == pytest.approx(0.52, abs=0.03 / sides[0])
    assert ((small * x).sum() / small.sum()).item() == pytest.approx(0.47, abs=0.03 / sides[1])


@pytest.mark.parametrize("name", ["mild", "strong", "photo"])
def test_damaged_lr_lies_where_the_hr_lies(name: str) -> None:
    """The mean over many damages of one blob, noise and all, is centred where the blob is."""
    y, x = centres(64, 64)
    blob = 0.1 + 0.8 * torch.exp(-((y - 0.52).square() + (x - 0.47).square()) / 0.03)
    hr = blob.expand(1, 3, 64, 64).repeat(32, 1, 1, 1)
    c = rng()
    mean = torch.cat([lr_of(hr, DEGRADATIONS[name], 0.0, c) for _ in range(12)]).mean((0, 1))
    expected = reduced(hr[:1], 4).mean((0, 1))
    y, x = centres(16, 16)
    for place in (y, x):
        there, wanted = (((each - 0.1) * place).sum() / (each - 0.1).sum() for each in (mean, expected))
        assert there.item() == pytest.approx(wanted.item(), abs=0.1 / 16)


def test_validation_scores_clean_and_damaged_photos() -> None:
    photos = [np.array(made_photo(seed)) for seed in range(4)]
    torch.manual_seed(0)
    generator = fold(Generator(Dimensions(blocks=1, width=4, normalised=True))).eval()
    device = torch.device("cpu")
    validator = Validator(photos, 4, None, device, DEGRADATIONS["photo"])
    scores = validator.scores(generator)
    assert len(validator.clean) == 1 and len(validator.damaged) == 3
    assert scores["psnr"] == pytest.approx((scores["clean psnr"] + 3 * scores["damaged psnr"]) / 4)
    assert scores == Validator(photos, 4, None, device, DEGRADATIONS["photo"]).scores(generator)
    assert "clean psnr" not in Validator(photos, 4, None, device).scores(generator)


def centres(height: int, width: int) -> tuple[Tensor, Tensor]:
    """Coordinates of the pixels' centres, from 0 to 1 over the picture."""
    y, x = torch.meshgrid((torch.arange(height) + 0.5) / height, (torch.arange(width) + 0.5) / width, indexing="ij")
    return y, x
