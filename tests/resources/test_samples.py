"""The sample pictures are there, and the renderer draws the same picture every time."""

from importlib.resources import files

import numpy as np
import pytest
from PIL import Image

from resources.render.renderer import render
from resources.render_samples import NAMES, build_scene

SAMPLES = files("resources") / "samples"


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_a_small_photo_without_chroma_subsampling(name: str) -> None:
    with (SAMPLES / f"{name}.jpg").open("rb") as file, Image.open(file) as image:
        assert image.size == (768, 512) and image.mode == "RGB"
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3
        assert np.asarray(image.convert("L")).std() > 25


def test_the_samples_stay_below_a_megabyte() -> None:
    assert sum(len((SAMPLES / f"{name}.jpg").read_bytes()) for name in NAMES) < 1_000_000


@pytest.mark.parametrize("name", NAMES)
def test_a_tiny_render_is_repeatable_and_resembles_the_sample(name: str) -> None:
    first, second = (np.asarray(render(build_scene(name), 0.1, fineness=1, rounds=1), np.float64) for _ in range(2))
    assert np.array_equal(first, second)
    with (SAMPLES / f"{name}.jpg").open("rb") as file, Image.open(file) as image:
        sample = np.asarray(image.resize((77, 51), Image.Resampling.BICUBIC), np.float64)
    assert np.corrcoef(first.ravel(), sample.ravel())[0, 1] > 0.5
