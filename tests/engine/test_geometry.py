"""Sizes and regions."""

from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Region, Size

NUMBERS = st.integers(-20, 20)
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


def test_examples() -> None:
    size = Size(4, 3)
    assert (size.pixels, str(size), size.scaled(2)) == (12, "4 x 3", (8, 6))
    region = Region.of(size)
    assert region == (0, 0, 4, 3) and region.size == size
    assert region.grown(2) == (-2, -2, 6, 5)
    assert Region(1, 2, 3, 4).scaled(4) == (4, 8, 12, 16)
