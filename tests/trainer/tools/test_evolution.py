"""Figure 8: the same crop over the steps, where most happens, at steps that are equally far apart."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.trainer.conftest import made_photo
from trainer.tools.evolution import evenly, evolution, liveliest


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], []),
        ([7], [7]),
        ([0, 5, 10], [0, 5, 10]),
        ([*range(0, 71, 2)], [0, 10, 20, 30, 40, 50, 60, 70]),
        ([*range(101), 200, 300, 400, 500, 600, 700], [0, 100, 200, 300, 400, 500, 600, 700]),  # as after a change
    ],
)
def test_steps_are_chosen_by_their_distance(steps: list[int], expected: list[int]) -> None:
    assert evenly(steps, 8) == expected


def test_the_crop_is_where_most_happens() -> None:
    picture = np.full((240, 256), 128, np.uint8)
    picture[80:144, 96:160] = np.random.default_rng(0).integers(0, 256, (64, 64))
    assert liveliest(Image.fromarray(picture), 64) == (96, 80, 160, 144)
    assert liveliest(Image.fromarray(picture), 512) == (0, 0, 256, 240)


def test_all_crops_are_of_one_place(tmp_path: Path) -> None:
    """Each sample is the photo in another brightness; what stands on the sheet is the original's crop, so changed."""
    photo = np.asarray(made_photo(0, 256, 256)) // 2
    photo = np.where(np.arange(256)[:, None, None] < 90, np.uint8(60), photo)
    pictures = {"bicubic": 0, **{f"step-{step:08d}": step for step in range(10, 91, 10)}, "reference": 100}
    for name, more in pictures.items():
        Image.fromarray(photo + np.uint8(more)).save(tmp_path / f"{name}.png")
    sheet = evolution(tmp_path)
    assert sheet is not None and sheet.size == (5 * 160 + 4 * 4, 2 * (20 + 160) + 4)
    crops = [
        np.asarray(sheet)[top : top + 160, left : left + 160].astype(int)
        for top in (20, 204)
        for left in range(0, 5 * 164, 164)
    ]
    assert [int((crop - crops[0]).mean()) for crop in crops] == [0, 10, 20, 30, 40, 60, 70, 80, 90, 100]
    assert all((crop - crops[0]).std() == 0 for crop in crops)
    left, top, right, bottom = liveliest(Image.fromarray(photo), 160)
    assert np.array_equal(crops[0], photo[top:bottom, left:right])


def test_without_samples_there_is_no_picture(tmp_path: Path) -> None:
    assert evolution(tmp_path) is None
