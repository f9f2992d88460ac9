"""The door between pixels and tensors: nothing is lost on the way in and out again."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compute.tensors import bled, to_pixels, to_planes
from engine.geometry import Size
from engine.picture import Header, Picture
from tests.engine.making import noise

CHANNELS = st.integers(1, 4)
DEPTHS = st.sampled_from([8, 16])


def header(channels: int, depth: int, width: int = 256, height: int = 1) -> Header:
    return Header(Size(width, height), channels, depth)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_every_level_comes_back_bit_for_bit(channels: int, depth: int) -> None:
    kind = header(channels, depth, width=256, height=2**depth // 256)
    ramp = np.arange(2**depth, dtype=kind.dtype).reshape(-1, 256)
    pixels = np.stack([np.roll(ramp, 7 * i, axis=1) for i in range(channels)], axis=2)
    planes = to_planes(Picture(kind, pixels).pixels)
    assert planes.dtype == torch.float32 and planes.shape == (1 + kind.has_alpha, 3, *ramp.shape)
    assert planes.min() == 0 and planes.max() == 1
    back = to_pixels(planes, kind)
    assert back.dtype == kind.dtype
    np.testing.assert_array_equal(back, pixels)


@settings(max_examples=40)
@given(CHANNELS, DEPTHS, st.integers(1, 9), st.integers(1, 9), st.booleans(), st.integers(0, 99))
def test_any_shape_comes_back(channels: int, depth: int, width: int, height: int, last: bool, seed: int) -> None:
    kind = header(channels, depth, width, height)
    pixels = np.random.default_rng(seed).integers(0, 2**depth, (height, width, channels), kind.dtype)
    planes = to_planes(pixels[::-1, ::-1] if last else pixels)  # views in odd orders are fine too
    layout = torch.channels_last if last else torch.contiguous_format
    back = to_pixels(planes.contiguous(memory_format=layout), kind)
    np.testing.assert_array_equal(back[::-1, ::-1] if last else back, pixels)


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_the_planes_are_left_as_they_are(channels: int, layout: torch.memory_format) -> None:
    planes = noise(2, 3, 5, 6, dtype=torch.float32).contiguous(memory_format=layout)
    before = planes.clone()
    to_pixels(planes, header(channels, 8, 6, 5))
    assert torch.equal(planes, before)


def test_values_are_rounded_and_clamped() -> None:
    planes = torch.tensor([-1.0, -1e-9, 0.49 / 255, 0.51 / 255, 254.4 / 255, 1.0, 3.0]).expand(1, 3, 1, -1)
    assert to_pixels(planes, header(3, 8))[0, :, 1].tolist() == [0, 0, 0, 1, 254, 255, 255]
    assert to_pixels(planes, header(1, 16))[0, :, 0].tolist() == [0, 0, 126, 131, 65381, 65535, 65535]


def test_grey_is_the_mean_and_a_missing_alpha_is_opaque() -> None:
    planes = torch.tensor([0.2, 0.4, 0.9]).reshape(1, 3, 1, 1)
    assert to_pixels(planes, header(2, 8)).tolist() == [[[128, 255]]]
    assert to_pixels(planes, header(4, 16)).tolist() == [[[13107, 26214, 58982, 65535]]]


def test_alpha_that_cannot_be_kept_is_laid_on_white() -> None:
    colours, alpha = torch.full((3, 1, 3), 0.2), torch.tensor([0.0, 0.5, 1.0]).expand(3, 1, 3)
    planes = torch.stack([colours, alpha])
    assert to_pixels(planes, header(3, 8, width=3))[0, :, 0].tolist() == [255, 153, 51]
    assert to_pixels(planes, header(1, 8, width=3))[0, :, 0].tolist() == [255, 153, 51]


def test_colours_bleed_into_what_is_transparent_and_nowhere_else() -> None:
    colours = torch.full((1, 3, 1, 9), 0.9)
    alpha = torch.zeros(1, 3, 1, 9)
    colours[..., 4], alpha[..., 4] = 0.25, 0.1
    result = bled(torch.cat([colours, alpha]), radius=3)
    assert result[0, 0, 0].tolist() == pytest.approx([0.9, *[0.25] * 7, 0.9])
    assert torch.equal(result[1:], alpha)


def test_a_transparent_pixel_gets_the_mean_of_its_coloured_neighbours() -> None:
    planes = torch.zeros(2, 3, 3, 3)
    planes[1] = 1
    planes[1, :, 1, 1] = 0
    planes[0] = torch.arange(9.0).reshape(3, 3) / 8
    planes[0, :, 1, 1] = 77
    assert bled(planes)[0, :, 1, 1].tolist() == pytest.approx([0.5] * 3)


def test_what_has_nothing_transparent_is_not_touched() -> None:
    opaque = noise(1, 3, 4, 4)
    assert bled(opaque) is opaque
    half = torch.cat([opaque, torch.full_like(opaque, 0.5)])
    assert torch.equal(bled(half), half)


def test_a_picture_knows_its_shape_and_stays_as_it_is() -> None:
    kind = header(3, 8, 4, 2)
    picture = Picture(kind, np.zeros((2, 4, 3), np.uint8))
    with pytest.raises(ValueError, match="read-only"):
        picture.pixels[0, 0, 0] = 1
    for wrong in (np.zeros((4, 2, 3), np.uint8), np.zeros((2, 4, 3), np.uint16), np.zeros((2, 4, 4), np.uint8)):
        with pytest.raises(ValueError, match="do not fit"):
            Picture(kind, wrong)


@pytest.mark.parametrize(("channels", "depth"), [(0, 8), (5, 8), (3, 10), (3, 32)])
def test_headers_that_no_picture_has_are_refused(channels: int, depth: int) -> None:
    with pytest.raises(ValueError, match="not"):
        header(channels, depth)


def test_bytes_of_the_raw_pixels() -> None:
    assert header(4, 16, 10, 3).bytes == 240
