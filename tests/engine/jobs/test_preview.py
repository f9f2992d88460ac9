"""A piece of a result equals the same place of the whole."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.compute.devices import Precision
from engine.compute.photo import planes_through
from engine.compute.runner import ModelRunner
from engine.compute.tensors import bled, to_pixels, to_planes
from engine.errors import RequestError
from engine.geometry import Region, Size
from engine.jobs.method import Method, RunnerCache
from engine.jobs.preview import HALO, computed, preview
from engine.jobs.saving import Job
from engine.jobs.sizing import Measure, Sizing
from engine.jobs.upscaler import upscale
from engine.models.dimensions import Dimensions
from engine.models.loading import Model, load_model
from engine.picture import Header
from tests.engine.making import model

SIZE = Size(90, 70)
FOUR = SIZE.scaled(4)
SMALL = model(Dimensions(blocks=2, width=8))
TWICE = model(Dimensions(blocks=1, width=8, scale=2))


def noise(channels: int, dtype: type = np.uint8) -> np.ndarray:
    highest = np.iinfo(dtype).max
    return np.random.default_rng(0).integers(0, highest, (SIZE.height, SIZE.width, channels), dtype, endpoint=True)


def whole(pixels: np.ndarray, runner: ModelRunner) -> np.ndarray:
    header = Header(SIZE.scaled(4), pixels.shape[2], 8)
    return to_pixels(planes_through(runner.run, to_planes(pixels)), header)


@given(st.integers(0, 80), st.integers(0, 60), st.integers(1, 40), st.integers(1, 40))
def test_a_piece_equals_the_whole(left: int, top: int, width: int, height: int) -> None:
    pixels, runner = noise(3), ModelRunner(SMALL)
    assert SMALL.halo <= HALO, "else the context is not the whole one"
    region = Region(left, top, left + width, top + height).clipped(Region.of(SIZE)).scaled(4)
    exact = whole(pixels, runner)[region.slices]
    assert np.abs(computed(runner, pixels, region, FOUR).astype(int) - exact).max() <= 1


EVERY_WAY = [
    *((SMALL, scale) for scale in (0.5, 1, 2, 2.47, 4, 6, 13.1)),
    *((TWICE, scale) for scale in (1.5, 4)),
    *((load_model(name), scale) for name in ("bicubic", "nearest") for scale in (0.5, 2.47, 13.1)),
]


@pytest.mark.parametrize(("model", "scale"), EVERY_WAY)
def test_a_piece_of_any_size_is_what_is_saved(tmp_path: Path, model: Model, scale: float) -> None:
    """By a model applied never, once or twice and then resized, or resized at once."""
    pixels, runner = noise(3), ModelRunner(model)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    job = Job(tmp_path / "photo.png", tmp_path / "result.png", sizing_for(scale))
    for _ in upscale(job, runner):
        pass
    saved = np.asarray(Image.open(job.target)).astype(int)
    size = sizing_for(scale).size_for(SIZE)
    for box in ((0, 0, 20, 15), (size.width // 3, size.height // 3, size.width // 3 + 37, size.height // 3 + 23)):
        region = Region(*box).clipped(Region.of(size))
        stray = np.abs(computed(runner, pixels, region, size).astype(int) - saved[region.slices])
        assert stray.max() <= 1 and (stray > 0).mean() < 0.001, "but for sums in another order"


def sizing_for(scale: float) -> Sizing:
    return Sizing(Measure.SCALE, scale)


@pytest.mark.parametrize("model_of", [SMALL, load_model("bicubic")], ids=["network", "kernel"])
@pytest.mark.parametrize("size", [Size(1, 30), Size(5, 4), Size(60, 50)], ids=str)
def test_every_piece_shows_the_rim_and_the_flat_parts_that_are_saved(size: Size, model_of: Model) -> None:
    pixels, runner = noise(4)[: size.height, : size.width].copy(), ModelRunner(model_of, precision=Precision.FLOAT32)
    pixels[:, 20:] = 255
    pixels[25:, :, 3] = 0
    header = Header(size.scaled(4), 4, 8)
    exact = to_pixels(planes_through(runner.run, bled(to_planes(pixels))).clamp(0, 1), header).astype(int)
    for top in range(0, size.height, 17):
        for left in range(0, size.width, 13):
            region = Region(left, top, left + 13, top + 17).clipped(Region.of(size)).scaled(4)
            piece = computed(runner, pixels, region, size.scaled(4)).astype(int)
            assert np.abs(piece - exact[region.slices]).max() <= 1
    assert (exact[: 4 * 18, 4 * 27 :, :3] == 255).all()


@pytest.mark.parametrize(("channels", "dtype"), [(1, np.uint8), (3, np.uint16), (2, np.uint8), (4, np.uint16)])
def test_every_kind_of_photo_gives_eight_bits_of_its_channels(channels: int, dtype: type) -> None:
    piece = computed(ModelRunner(SMALL), noise(channels, dtype), Region(40, 40, 120, 80), FOUR)
    assert piece.shape == (40, 80, channels)
    assert piece.dtype == np.uint8


def test_less_context_than_the_network_sees_is_enough() -> None:
    """The depth of the paper: beyond ``HALO`` it sees next to nothing."""
    deep = model(Dimensions(blocks=16, width=8))
    for block in deep.network.blocks:  # residuals as small as training leaves them
        block.second.weight.mul_(0.2)
    runner, pixels = ModelRunner(deep, precision=Precision.FLOAT32), noise(3)
    region = Region(120, 80, 240, 200)
    exact = whole(pixels, runner)[region.slices]
    stray = np.abs(computed(runner, pixels, region, FOUR).astype(int) - exact)
    assert deep.halo > HALO
    assert stray.max() <= 1 and (stray > 0).mean() < 0.01


def test_what_is_hidden_under_transparency_does_not_shine_through() -> None:
    pixels = noise(4)
    pixels[:, 45:, 3] = 0
    hidden = pixels.copy()
    hidden[:, 45:, :3] = 255
    region, runner = Region(160, 80, 180, 160), ModelRunner(SMALL)
    assert np.array_equal(computed(runner, pixels, region, FOUR), computed(runner, hidden, region, FOUR))


def test_it_is_a_task_of_the_worker() -> None:
    region = Region(0, 0, 32, 32)
    steps = preview(Method("bicubic"), noise(3), region, FOUR)(RunnerCache())
    next(steps)
    with pytest.raises(StopIteration) as stop:
        next(steps)
    assert np.array_equal(stop.value.value, computed(ModelRunner(load_model("bicubic")), noise(3), region, FOUR))


def test_a_size_that_the_model_does_not_reach_is_told() -> None:
    with pytest.raises(RequestError, match="at most"):
        computed(ModelRunner(SMALL), noise(3), Region(0, 0, 8, 8), SIZE.scaled(17))
