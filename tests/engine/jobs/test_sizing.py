"""Sizes: exactly what was promised, by as few passes as reach it."""

import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.errors import RequestError
from engine.geometry import Size
from engine.jobs.sizing import Measure, Sizing, plan_passes

SIDES = st.integers(1, 30_000)
SIZES = st.builds(Size, SIDES, SIDES)


@given(SIZES, st.integers(1, 16))
def test_whole_scales_are_exact(source: Size, scale: int) -> None:
    assert Sizing(Measure.SCALE, scale).size_for(source) == source.scaled(scale)


@given(SIZES, st.integers(1, 60_000))
@example(Size(3, 7), 29)
def test_a_side_asked_for_is_the_side_given(source: Size, side: int) -> None:
    assert Sizing(Measure.WIDTH, side).size_for(source).width == side
    assert Sizing(Measure.HEIGHT, side).size_for(source).height == side
    assert max(Sizing(Measure.LONG_EDGE, side).size_for(source)) == side


@given(SIZES, st.integers(1, 60_000))
def test_the_other_side_follows_to_the_nearest_pixel(source: Size, width: int) -> None:
    height = Sizing(Measure.WIDTH, width).size_for(source).height
    exact = Fraction(source.height * width, source.width)
    assert height == 1 or abs(height - exact) <= Fraction(1, 2) + Fraction(1, 10**6)


@given(SIZES, st.floats(0.1, 1000))
def test_megapixels_are_reached_to_half_a_pixel_a_side(source: Size, millions: float) -> None:
    size = Sizing(Measure.MEGAPIXELS, millions).size_for(source)
    if min(size) > 1:
        assert abs(size.pixels - millions * 1e6) <= (size.width + size.height) / 2 + 1


@given(SIZES, st.floats(1e-6, 1000), st.sampled_from(Measure))
def test_no_side_is_ever_lost(source: Size, value: float, measure: Measure) -> None:
    assert min(Sizing(measure, value).size_for(source)) >= 1


def test_examples() -> None:
    assert Sizing().size_for(Size(120, 80)) == (480, 320)
    assert Sizing(Measure.SCALE, 6.5).size_for(Size(100, 33)) == (650, 214)
    assert Sizing(Measure.SCALE, 0.5).size_for(Size(100, 1)) == (50, 1)
    assert Sizing(Measure.MEGAPIXELS, 24).size_for(Size(3, 2)) == (6000, 4000)


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("value", [0, -1, -0.5, math.nan, math.inf, -math.inf])
def test_a_value_that_makes_no_sense_is_refused(measure: Measure, value: float) -> None:
    with pytest.raises(RequestError, match=f"^The {measure} must be a number above zero, not "):
        Sizing(measure, value)


@pytest.mark.parametrize("measure", Measure)
def test_a_result_beyond_all_numbers_is_refused(measure: Measure) -> None:
    with pytest.raises(RequestError, match="too large"):
        Sizing(measure, 1e308).size_for(Size(4000, 3000))


@given(st.builds(Size, st.integers(1, 500), st.integers(1, 500)), st.data(), st.sampled_from([2, 4, 8]))
def test_as_few_passes_as_reach(source: Size, data: st.DataObject, scale: int) -> None:
    most = source.scaled(scale**2)
    target = Size(data.draw(st.integers(1, most.width)), data.draw(st.integers(1, most.height)))
    passes = plan_passes(source, target, scale)
    reached = source.scaled(scale**passes)
    assert reached.width >= target.width and reached.height >= target.height
    if passes:
        short = source.scaled(scale ** (passes - 1))
        assert short.width < target.width or short.height < target.height


def test_passes_for_the_papers_scale() -> None:
    wanted = {0.5: 0, 1: 0, 1.5: 1, 4: 1, 4.5: 2, 16: 2}
    assert {f: plan_passes(Size(10, 8), Sizing(Measure.SCALE, f).size_for(Size(10, 8)), 4) for f in wanted} == wanted


def test_more_than_two_passes_are_refused_and_the_limit_is_named() -> None:
    with pytest.raises(RequestError, match=r"would be 170 x 170, .* at most 160 x 160 from a photo of 10 x 10"):
        plan_passes(Size(10, 10), Size(170, 170), 4)
