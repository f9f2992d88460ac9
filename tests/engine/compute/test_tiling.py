"""Tiles: every pixel once, all of one shape, each with the context it needs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.compute.tiling import plan_strip, plan_tiles
from engine.geometry import Region, Size

LENGTHS = st.integers(1, 120)
TILES = st.integers(4, 60)
HALOS = st.integers(0, 45)
SIZES = st.builds(Size, LENGTHS, LENGTHS)


@given(SIZES, TILES, HALOS)
def test_inner_parts_cover_every_pixel_once(size: Size, tile: int, halo: int) -> None:
    covered = np.zeros((size.height, size.width), int)
    for inner, _ in plan_tiles(size, tile, halo):
        assert max(inner.size) <= tile
        covered[inner.top : inner.bottom, inner.left : inner.right] += 1
    assert (covered == 1).all()


@given(SIZES, TILES, HALOS)
def test_context_reaches_the_halo_or_the_border_of_the_photo(size: Size, tile: int, halo: int) -> None:
    photo = Region.of(size)
    for inner, outer in plan_tiles(size, tile, halo):
        assert outer.clipped(photo) == outer
        needed = inner.grown(halo).clipped(photo)
        assert needed.clipped(outer) == needed


@given(SIZES, TILES, HALOS, st.integers(0, 12))
def test_context_reaches_into_the_margin(size: Size, tile: int, halo: int, margin: int) -> None:
    """With a margin there are as many tiles as without, each as large as its context wants."""
    photo, top, above, shapes = Region.of(size).grown(margin), 0, -margin, set()
    while top < size.height:
        strip = plan_strip(size, top, tile, halo, margin)
        assert [one.inner for one in strip] == [one.inner for one in plan_strip(size, top, tile, halo)]
        for inner, outer in strip:
            assert outer.clipped(photo) == outer and outer.top >= above
            needed = inner.grown(halo).clipped(photo)
            assert needed.clipped(outer) == needed
            assert max(outer.size) <= tile + 2 * halo
        shapes.add(strip[0].outer.size)
        above, top = strip[0].outer.top, strip[0].inner.bottom
    assert len(shapes) == 1


@given(SIZES, TILES, HALOS)
def test_all_tiles_of_a_photo_have_one_shape(size: Size, tile: int, halo: int) -> None:
    assert len({outer.size for _, outer in plan_tiles(size, tile, halo)}) == 1


@given(SIZES, TILES, HALOS)
def test_tiles_are_shared_out_evenly(size: Size, tile: int, halo: int) -> None:
    tiles = plan_tiles(size, tile, halo)
    assert len(tiles) == -(-size.width // tile) * -(-size.height // tile)
    assert max(tile.inner.size.width for tile in tiles) - min(tile.inner.size.width for tile in tiles) <= 1
    assert max(tile.inner.size.height for tile in tiles) - min(tile.inner.size.height for tile in tiles) <= 1


@given(SIZES, TILES, HALOS, st.sampled_from([0, 8]), st.data())
def test_strips_never_ask_for_rows_above_those_before(
    size: Size, tile: int, halo: int, margin: int, data: st.DataObject
) -> None:
    """Rows already given back cannot be read again, also where tiles are made smaller on the way."""
    top, above = 0, -margin
    while top < size.height:
        strip = plan_strip(size, top, tile, halo, margin)
        assert {one.outer.top for one in strip} == {strip[0].outer.top}
        assert strip[0].outer.top >= above
        above = strip[0].outer.top
        if tile > 4 and data.draw(st.booleans(), "memory runs out"):
            tile //= 2
        else:
            top = strip[0].inner.bottom


def test_crop_is_the_inner_part_in_pixels_of_the_result() -> None:
    tile = plan_tiles(Size(100, 50), tile=30, halo=7)[1]
    assert tile.inner == (25, 0, 50, 25)
    assert tile.outer == (18, 0, 57, 39)
    assert tile.crop(4) == (28, 0, 128, 100)
