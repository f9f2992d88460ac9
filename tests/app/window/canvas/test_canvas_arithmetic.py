"""Where things are on the canvas: no widgets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.window.canvas.panes import Arrangement, plan_panes
from app.window.canvas.tiles import ByteCache, Cell, cells, plan_block, seen_photo, seen_plane
from app.window.canvas.viewport import MOST_ZOOM, Area, Point, Viewport
from engine.geometry import Region, Size
from engine.models.catalog import SCALE

sides = st.integers(1, 3000)
zooms = st.floats(0.05, MOST_ZOOM)
areas = st.tuples(st.integers(50, 3000), st.integers(50, 2000)).map(lambda size: Area(0, 0, *size))
shares = st.floats(0, 1)


@given(sides, sides, areas, zooms, zooms, shares, shares)
def test_the_place_under_the_pointer_stays_when_zooming(
    width: int, height: int, area: Area, zoom: float, other: float, x: float, y: float
) -> None:
    viewport = Viewport(Point(width / 2, height / 2), zoom)
    at = Point(area.width * x, area.height * y)
    before = viewport.to_photo(at, area)
    after = viewport.zoomed(other, at, area, 0.01).to_photo(at, area)
    rounding = 1 / zoom + 1 / other
    assert after.x == pytest.approx(before.x, abs=rounding)
    assert after.y == pytest.approx(before.y, abs=rounding)


@given(sides, sides, areas)
def test_fit_shows_all_and_never_more_than_the_result(width: int, height: int, area: Area) -> None:
    viewport = Viewport.fitting(Size(width, height), area)
    assert viewport.shows_all(Size(width, height), area)
    assert viewport.zoom <= SCALE


@given(sides, sides, areas, zooms, st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_the_photo_cannot_be_pushed_out_of_sight(
    width: int, height: int, area: Area, zoom: float, dx: float, dy: float
) -> None:
    photo = Size(width, height)
    viewport = Viewport(Point(0, 0), zoom).panned(dx, dy).held_on(photo, area)
    assert not seen_plane(viewport, area, area, photo).empty


@given(sides, sides, areas, zooms, shares, shares)
def test_the_seen_photo_covers_the_seen_plane(
    width: int, height: int, area: Area, zoom: float, x: float, y: float
) -> None:
    photo = Size(width, height)
    viewport = Viewport(Point(width * x, height * y), zoom).held_on(photo, area)
    plane, seen = seen_plane(viewport, area, area, photo), seen_photo(viewport, area, area, photo)
    assert seen.left * zoom <= plane.left + 1 and seen.right * zoom >= plane.right - 1
    assert seen.top * zoom <= plane.top + 1 and seen.bottom * zoom >= plane.bottom - 1


@given(st.integers(100, 3000), st.integers(100, 2000), shares)
def test_the_split_shares_the_canvas_without_a_gap(width: int, height: int, divider: float) -> None:
    first, second = plan_panes(Arrangement.SPLIT, width, height, divider)
    assert first.area == second.area == Area(0, 0, width, height)
    assert (first.clip.left, second.clip.right) == (0, width)
    assert first.clip.right == second.clip.left


@given(st.integers(100, 3000), st.integers(100, 2000))
def test_panes_beside_each_other_have_one_size(width: int, height: int) -> None:
    for arrangement in (Arrangement.SIDE_BY_SIDE, Arrangement.GRID):
        places = plan_panes(arrangement, width, height, 0.5)
        assert len(places) == arrangement.panes
        assert len({(place.area.width, place.area.height) for place in places}) == 1
        assert max(place.area.right for place in places) == width


def test_cells_come_nearest_the_centre_first() -> None:
    assert cells(Region(0, 0, 300, 100), 100)[0] == Cell(1, 0)
    assert set(cells(Region(10, 10, 110, 20), 100)) == {Cell(0, 0), Cell(1, 0)}


@given(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1), st.integers(1, 30))
def test_a_block_is_a_rectangle_of_missing_cells_around_the_first(places: set[tuple[int, int]], most: int) -> None:
    missing = [Cell(*place) for place in places]
    block = plan_block(missing, most)
    columns, rows = {cell.column for cell in block}, {cell.row for cell in block}
    assert missing[0] in block
    assert set(block) <= set(missing)
    assert len(block) == len(columns) * len(rows) <= most


def test_a_block_grows_to_what_may_be_asked_at_once() -> None:
    assert len(plan_block(cells(Region(0, 0, 640, 640), 64), 16)) == 16


def test_the_cache_drops_what_was_used_longest_ago() -> None:
    cache: ByteCache[str, bytes] = ByteCache(10, len)
    cache.put("first", b"1234")
    cache.put("second", b"1234")
    cache.get("first")
    cache.put("third", b"1234")
    assert cache.kept() == ["first", "third"]
    assert cache.bytes == 8
