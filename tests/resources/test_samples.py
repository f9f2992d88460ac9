"""The bundled pictures are there, and the renderer draws the same picture every time."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from resources.render.renderer import render
from resources.render_samples import NAMES, UNSEEN, build_scene
from trainer.data.photos import read_photo
from trainer.data.problems import fingerprint

FILES = {
    name: files("resources") / folder / f"{name}.jpg"
    for folder, names in (("samples", NAMES), ("unseen", UNSEEN))
    for name in names
}


@pytest.mark.parametrize("name", FILES)
def test_a_sample_is_a_small_photo_without_chroma_subsampling(name: str) -> None:
    with FILES[name].open("rb") as file, Image.open(file) as image:
        assert image.size == (768, 512) and image.mode == "RGB"
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3
        assert np.asarray(image.convert("L")).std() > 25


def test_the_samples_stay_below_a_megabyte() -> None:
    assert sum(len(FILES[name].read_bytes()) for name in NAMES) < 1_000_000


def test_none_that_is_judged_by_is_like_one_that_is_replayed() -> None:
    looks = {name: fingerprint(read_photo(Path(str(path)))) for name, path in FILES.items()}
    nearest = min(int(np.bitwise_count(looks[name] ^ looks[other]).sum()) for name in UNSEEN for other in NAMES)
    assert nearest > 64  # of 256 bits: what shots of one burst have in common


@pytest.mark.parametrize("name", FILES)
def test_a_tiny_render_is_repeatable_and_resembles_the_sample(name: str) -> None:
    first, second = (np.asarray(render(build_scene(name), 0.1, fineness=1, rounds=1), np.float64) for _ in range(2))
    assert np.array_equal(first, second)
    with FILES[name].open("rb") as file, Image.open(file) as image:
        sample = np.asarray(image.resize((77, 51), Image.Resampling.BICUBIC), np.float64)
    assert np.corrcoef(first.ravel(), sample.ravel())[0, 1] > 0.5
