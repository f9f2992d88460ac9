"""Where things are on the canvas: no widgets."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.window.canvas.glass import Glass
from app.window.canvas.layers import Layer
from app.window.canvas.panes import Arrangement, plan_panes
from app.window.canvas.results import Grid
from app.window.canvas.tiles import ByteCache, Cell, boxed, cells, plan_block, seen_plane
from app.window.canvas.view import View
from app.window.canvas.viewport import MOST_SHOWN, Area, Point, Viewport, stepped
from engine.geometry import Region, Size
from engine.models.catalog import SCALE

sides = st.integers(1, 3000)
zooms = st.floats(0.05, MOST_SHOWN * SCALE)
areas = st.tuples(st.integers(50, 3000), st.integers(50, 2000)).map(lambda size: Area(0, 0, *size))
shares = st.floats(0, 1)


def plane_of(photo: Size, zoom: float) -> Size:
    """The photo on the screen at a zoom."""
    return View().with_photo(photo, "srgan").plane(zoom)


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
    assert not seen_plane(viewport, area, area, plane_of(photo, zoom)).empty


@given(sides, sides, areas, zooms, shares, shares)
def test_the_seen_photo_covers_the_seen_plane(
    width: int, height: int, area: Area, zoom: float, x: float, y: float
) -> None:
    photo = Size(width, height)
    viewport = Viewport(Point(width * x, height * y), zoom).held_on(photo, area)
    whole = plane_of(photo, zoom)
    plane = seen_plane(viewport, area, area, whole)
    seen = boxed(plane, whole, photo).around(0, photo)
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


@pytest.mark.parametrize("start", [0.5, 1, 0.73, 1.9])
def test_steps_land_on_what_people_know(start: float) -> None:
    nearer = [stepped(start, number) for number in range(1, 8)]
    farther = [stepped(start, -number) for number in range(1, 8)]
    assert {0.25, 0.5, 1.0, 2.0, 4.0} <= {start, *nearer, *farther}
    assert all(after > before for before, after in pairwise([*farther[::-1], start, *nearer]))
    assert stepped(stepped(1, 3), -3) == 1


@given(st.integers(1, 5000), st.integers(1, 5000), st.floats(0.3, 16))
def test_a_result_is_as_large_on_the_screen_as_its_pixels_are(width: int, height: int, scale: float) -> None:
    result = Size(max(1, round(width * scale)), max(1, round(height * scale)))
    view = View().resized(Size(800, 600)).with_photo(Size(width, height), "srgan", result)
    assert view.plane(view.scale) == result
    assert view.plane(2 * view.scale) == result.scaled(2), "every pixel is a square of four"
    assert view.zoomed(view.scale).shown == pytest.approx(1)


@given(st.floats(0.5, 16), st.integers(100, 4000))
def test_pieces_of_any_size_take_about_the_same_time(scale: float, side: int) -> None:
    photo, size = Size(side, side), Size(round(side * scale), round(side * scale))
    made = SCALE if max(size) <= SCALE * side else SCALE**2
    grid = Grid.of(1, photo, size)
    computed = grid.side * made * side / max(size)
    assert 240 <= computed <= 520 or grid.side == 16


def test_every_pane_has_the_loupe_at_the_same_place() -> None:
    view = View().resized(Size(802, 600)).with_photo(Size(400, 300), "srgan").arranged(Arrangement.GRID).zoomed(4)
    glasses = replace(view, loupe=Glass(Point(300, 100), 50)).glasses
    assert len({glass.viewport for glass in glasses}) == 1
    assert [glass.place.area for glass in glasses[:2]] == [Area(250, 50, 350, 150), Area(652, 50, 752, 150)]
    assert [glass.layer for glass in glasses] == [pane.layer for pane in view.panes]


def test_panes_that_lie_over_each_other_share_the_loupe() -> None:
    view = View().resized(Size(800, 600)).with_photo(Size(400, 300), "srgan").zoomed(4)
    first, second = replace(view, loupe=Glass(Point(300, 100), 50)).glasses
    assert first.place.area == second.place.area and first.viewport == second.viewport
    assert (first.place.clip.right, second.place.clip.left) == (300, 300)
    assert first.layer == Layer("bicubic") != second.layer
