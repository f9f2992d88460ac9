"""Batches: LR fits HR, every orientation comes up, the same chance gives the same batch."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
import torch
from PIL import Image

from engine.models.resampling import resize
from tests.trainer.conftest import made_photo
from trainer.data.crops import Crops
from trainer.data.degradation.mixtures import degraded
from trainer.data.pairs import Pairing
from trainer.data.photo_store import PhotoStore, fill_store
from trainer.errors import BadPhotos
from trainer.metrics.metrics import luma
from trainer.recipes.cookbook import FINE_TUNE_CONTRAST, FINE_TUNE_TEXTURED, SRGAN, SRGAN_PHOTO
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Data
from trainer.recipes.severity import DEGRADATIONS


def store(
    count: int = 5, *, scale: int = 4, downscales: tuple[float, ...] = (0.8, 0.6), most: int = 10**6
) -> PhotoStore:
    photos = [np.array(made_photo(seed, 101 + seed, 90)) for seed in range(count)]
    return fill_store(photos, Pairing(scale, 48, downscales, most), torch.device("cpu"))


@pytest.mark.parametrize("scale", [2, 4])
def test_lr_is_the_reduced_hr(scale: int) -> None:
    data = Data(patch=48, batch=16, downscale_share=0.5)
    batch = Crops(store(scale=scale), data, seed=1).batch(48)
    assert batch.lr.shape == (16, 3, 48 // scale, 48 // scale) and batch.hr.shape == (16, 3, 48, 48)
    reduced = resize(batch.hr, 48 // scale, 48 // scale).clamp(0, 1)
    inner = (reduced - batch.lr)[..., 3:-3, 3:-3].abs().max()  # the crop's border lacks its surroundings
    assert inner <= 0.51 / 255 + 1e-5


def test_whole_photos_are_reduced_as_matlab_does() -> None:
    photo = np.array(made_photo(0, 96, 80))
    one = fill_store([photo], Pairing(4, 32), torch.device("cpu"))
    expected = resize(torch.from_numpy(photo).permute(2, 0, 1).double(), 20, 24).round().clamp(0, 255)
    assert torch.equal(one.lr.reshape(20, 24, 3).permute(2, 0, 1).double(), expected)


def test_all_eight_orientations_come_up() -> None:
    photo = np.arange(32 * 32 * 3, dtype=np.uint32).reshape(32, 32, 3).astype(np.uint8)
    one = fill_store([photo], Pairing(4, 32), torch.device("cpu"))
    whole = torch.from_numpy(photo).permute(2, 0, 1).float() / 255
    expected = [each.rot90(turns, (1, 2)) for turns in range(4) for each in (whole, whole.flip(2))]
    seen = Crops(one, Data(patch=32, batch=200), seed=0).batch(32).hr
    counts = [sum(bool(torch.equal(crop, each)) for crop in seen) for each in expected]
    assert sum(counts) == 200 and min(counts) > 5
    published = Crops(one, Data(patch=32, batch=20, augment=False), seed=0).batch(32).hr
    assert all(torch.equal(crop, whole) for crop in published)


def test_crops_of_a_batch_come_from_distinct_photos() -> None:
    photos = [np.full((64, 64, 3), value, dtype=np.uint8) for value in range(0, 160, 10)]
    flat = fill_store(photos, Pairing(4, 32), torch.device("cpu"))
    values = Crops(flat, Data(batch=16), seed=0).batch(32).hr.mean((1, 2, 3))
    assert len(set(values.tolist())) == 16


def test_a_restored_state_goes_on_exactly() -> None:
    crops = Crops(store(), Data(batch=4), seed=3)
    crops.batch(32)
    state = crops.state().clone()
    expected = crops.batch(32)
    again = Crops(store(), Data(batch=4), seed=99)
    again.restore(state)
    assert all(torch.equal(*pair) for pair in zip(again.batch(32)[:4], expected[:4], strict=True))


@pytest.mark.parametrize("recipe", [SRGAN, SRGAN_PHOTO, FINE_TUNE_TEXTURED, FINE_TUNE_CONTRAST])
def test_blocks_of_jpeg_are_not_where_the_pixels_of_an_lr_pixel_are(recipe: Recipe) -> None:
    """Whoever judges textures would take blocks that always lie alike for something real, and teach a grid."""
    assert _blocks(Data(patch=96, batch=64, downscale_share=0.0)) > 1.4
    assert _blocks(replace(recipe.data, batch=64, degradation="none")) < 1.1


def _blocks(data: Data) -> float:
    """How much larger steps between neighbours are at one of four columns than at the others."""
    photos = []
    for seed in range(4):
        file = BytesIO()
        made_photo(seed, 256, 240).save(file, "JPEG", quality=30, subsampling=0)
        photos.append(np.array(Image.open(file)))
    device = torch.device("cpu")
    filled = fill_store(photos, Pairing(4, 96, data.downscales), device)
    grey = Crops(filled, data, seed=0).batch(96).hr.mean(1)
    steps = grey.diff(dim=-1).abs().clamp(max=0.05).mean((0, 1))
    by_column = torch.stack([steps[column::4].mean() for column in range(4)])
    return float(by_column.max() / by_column.min())


def test_a_share_of_the_batch_is_replayed() -> None:
    own, old = (
        fill_store([np.full((64, 64, 3), value, dtype=np.uint8)], Pairing(4, 32), torch.device("cpu"))
        for value in (50, 200)
    )
    batch = Crops(own, Data(batch=10, replay_share=0.4), seed=0, replay=old).batch(32)
    assert (batch.hr.mean((1, 2, 3)) > 0.5).sum() == 4


def test_large_photos_take_no_more_than_their_share() -> None:
    small = store(3, downscales=(), most=50 * 50)
    assert small.hr.shape[0] <= 3 * 50 * 50


def test_reductions_too_small_are_left_out() -> None:
    photo = np.array(made_photo(0, 40, 40))
    one = fill_store([photo], Pairing(4, 32, (0.9, 0.5)), torch.device("cpu"))
    assert one.variants.tolist() == [[0, 1, 0]]


def test_no_photos_is_an_error() -> None:
    with pytest.raises(BadPhotos):
        store(0)


def test_degraded_batches_keep_their_hr() -> None:
    batch = Crops(store(), Data(batch=4, degradation="mild", clean_share=0.0), seed=0).batch(32)
    clean = resize(batch.hr, 8, 8)
    assert batch.lr.shape == (4, 3, 8, 8) and (batch.lr - clean).abs().mean() > 0.01


def test_light_damage_is_done_to_the_lr_of_a_quarter_of_the_crops() -> None:
    data = Data(batch=200, degradation="light", clean_share=0.75, downscale_share=0.0)
    batch = Crops(store(), data, seed=0).batch(32)
    difference = batch.lr - batch.undamaged  # that of colours is large: these shapes are smaller than JPEG's
    brightness = (luma(batch.lr) - luma(batch.undamaged)).abs().mean((1, 2, 3))  # in grey levels
    assert 30 < (difference.abs().amax((1, 2, 3)) > 0).sum() < 70 and brightness.max() < 5
    strong = Crops(store(), replace(data, degradation="strong"), seed=0).batch(32)
    assert torch.equal(strong.undamaged, batch.undamaged), "another damage, the same crops"


def test_a_share_of_the_crops_is_of_one_colour() -> None:
    data = Data(batch=100, flat_share=0.3, degradation="strong", clean_share=0.0)
    crops = Crops(store(), data, seed=0)
    batch = crops.batch(32)
    flat = batch.flat
    assert 15 < flat.sum() < 45
    for pixels in (batch.lr, batch.hr, batch.undamaged):
        spread = pixels.amax((2, 3)) - pixels.amin((2, 3))  # (N, 3)
        assert spread[flat].max() == 0 and spread[~flat].amax(1).min() > 0
        assert torch.equal(pixels[flat][..., 0, 0], batch.hr[flat][..., 0, 0])
    colours = batch.hr[flat][..., 0, 0]  # (n, 3)
    assert {0.0, 1.0} <= {colour[0] for colour in colours.tolist() if len(set(colour)) == 1}
    plain = Crops(store(), replace(data, flat_share=0.0), seed=0)
    plain.batch(32)
    following, ours = plain.batch(32), crops.batch(32)
    assert torch.equal(following.hr[~ours.flat], ours.hr[~ours.flat]), "the next crops stay the same"


def test_light_damage_begins_with_the_lr() -> None:
    lr, hr = torch.full((4, 3, 16, 16), 0.6), torch.zeros(4, 3, 64, 64)
    damaged = degraded(hr, lr, DEGRADATIONS["light"], 0.0, torch.Generator().manual_seed(0))
    assert (damaged - lr).abs().max() < 0.1
