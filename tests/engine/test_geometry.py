"""Sizes and regions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Region, Size

NUMBERS = st.integers(-20, 20)
SIZES = st.builds(Size, st.integers(1, 20), st.integers(1, 20))
REGIONS = st.builds(Region, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


def pixels(region: Region) -> set[tuple[int, int]]:
    return {(x, y) for x in range(region.left, region.right) for y in range(region.top, region.bottom)}


@given(REGIONS, REGIONS)
def test_clipping_keeps_what_both_have(region: Region, bounds: Region) -> None:
    assert pixels(region.clipped(bounds)) == pixels(region) & pixels(bounds)


@given(REGIONS)
def test_empty_means_no_pixels(region: Region) -> None:
    assert region.empty is (not pixels(region))


@given(REGIONS, NUMBERS, NUMBERS)
def test_moving_moves_every_pixel(region: Region, x: int, y: int) -> None:
    assert pixels(region.moved(x, y)) == {(left + x, top + y) for left, top in pixels(region)}


@given(SIZES, SIZES)
def test_the_middle_has_as_much_on_either_side(whole: Size, size: Size) -> None:
    region = Region.of(whole).moved(3, -5)
    middle = region.middle(size)
    assert middle.size == (min(whole.width, size.width), min(whole.height, size.height))
    left, right = middle.left - region.left, region.right - middle.right
    above, below = middle.top - region.top, region.bottom - middle.bottom
    assert right - left in (0, 1) and below - above in (0, 1) and min(left, above) >= 0


@given(SIZES, st.integers(1, 30), st.integers(1, 8))
def test_a_size_is_cut_to_whole_steps(size: Size, side: int, step: int) -> None:
    for length, cut in zip(size, size.at_most(side, step), strict=True):
        assert cut % step == 0 and cut <= min(length, side) < cut + step


@given(SIZES, SIZES)
def test_slices_cut_a_region_out(whole: Size, size: Size) -> None:
    region = Region.of(whole).middle(size)
    places = np.stack(np.meshgrid(np.arange(whole.width), np.arange(whole.height)), axis=2)  # (H, W, 2): x and y
    assert {(int(x), int(y)) for x, y in places[region.slices].reshape(-1, 2)} == pixels(region)
    assert places.transpose(2, 0, 1)[..., *region.slices].shape[1:] == (region.size.height, region.size.width)


def test_examples() -> None:
    size = Size(4, 3)
    assert (size.pixels, str(size), size.scaled(2)) == (12, "4 x 3", (8, 6))
    region = Region.of(size)
    assert region == (0, 0, 4, 3) and region.size == size
    assert region.grown(2) == (-2, -2, 6, 5)
    assert Region(1, 2, 3, 4).scaled(4) == (4, 8, 12, 16)
