"""Scenes are cut where they say, by every method, and damaged as they say."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tools.make_pictures import CAPTION, GAP
from tools.scenes import CLEAN, DAMAGED, SIDE, Scene, pictures
from trainer.data.degradation.fixed import DAMAGES
from trainer.evaluation.methods import methods

VALID = Path(__file__).resolve().parents[3] / "shared" / "data" / "valid"


def test_a_scene_is_a_part_of_its_photo_by_every_method(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (400, 360, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    compared = methods(["original", "bicubic"], (), torch.device("cpu"))
    scenes = {"plain": Scene("noise", 100, 120), "harmed": Scene("noise", 100, 120, "JPEG 50")}
    shown = {title: np.asarray(picture) for title, picture in pictures(tmp_path, scenes, compared)}
    for picture in shown.values():
        assert picture.shape == (SIDE + CAPTION, 2 * SIDE + GAP, 3)
        assert np.array_equal(picture[CAPTION:, :SIDE], pixels[120 : 120 + SIDE, 100 : 100 + SIDE])
    upscaled = {title: picture[CAPTION:, SIDE + GAP :].astype(int) for title, picture in shown.items()}
    assert 2 < np.abs(upscaled["plain"] - upscaled["harmed"]).mean() < 40


def test_scenes_are_twelve_and_twelve_whose_corners_lie_on_lr_pixels() -> None:
    scenes = [*CLEAN.values(), *DAMAGED.values()]
    assert len(CLEAN) == len(DAMAGED) == 12
    assert all(scene.left % 4 == scene.top % 4 == 0 and scene.damage in DAMAGES for scene in scenes)


@pytest.mark.skipif(not VALID.is_dir(), reason="needs ../shared/data")
def test_scenes_lie_within_their_photos() -> None:
    for scene in (*CLEAN.values(), *DAMAGED.values()):
        with Image.open(VALID / f"{scene.photo}.webp") as photo:
            assert scene.left + SIDE <= photo.width and scene.top + SIDE <= photo.height, scene
