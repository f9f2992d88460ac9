"""Streams of rows: windows, resampling and bleeding equal what they would be on the whole, in bounded memory."""

import weakref
from collections.abc import Iterator

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine.compute.rows import Rows, RowWindow, forked, resized, with_bled_colours
from engine.compute.tensors import bled
from engine.geometry import Size
from engine.models.resampling import Kernel, bicubic_taps, nearest_taps, resize
from tests.engine.making import as_rows, joined, noise

HEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any)


@given(HEIGHTS, st.integers(1, 60), st.data())
def test_a_window_equals_slices_of_the_whole(heights: list[int], height: int, data: st.DataObject) -> None:
    planes = noise(1, 3, height, 2)
    window, first = RowWindow(as_rows(planes, heights)), 0
    for _ in range(8):
        first = data.draw(st.integers(first, height - 1))
        last = data.draw(st.integers(first + 1, height))
        assert torch.equal(window.take(first, last), planes[:, :, first:last])


def test_a_window_holds_no_more_than_it_still_needs() -> None:
    planes = noise(1, 3, 2000, 4)
    window = RowWindow(as_rows(planes, [7]))
    window.take(0, 50)
    for first in range(10, 1900, 10):  # windows overlap, so that some rows always stay
        rows_in_memory = window.take(first, first + 50).untyped_storage().nbytes() // planes[0, :, 0].nbytes
        assert rows_in_memory <= 10 + 50 + 7


@settings(max_examples=60)
@given(
    st.sampled_from([bicubic_taps, nearest_taps]),
    HEIGHTS,
    st.integers(1, 90),
    st.integers(1, 6),
    st.integers(1, 300),
    st.integers(1, 9),
)
def test_resized_equals_the_resize_of_the_whole(
    kernel: Kernel, heights: list[int], height: int, width: int, new_height: int, new_width: int
) -> None:
    planes = noise(2, 3, height, width)
    result = joined(resized(as_rows(planes, heights), Size(new_width, new_height), kernel))
    torch.testing.assert_close(result, resize(planes, new_height, new_width, kernel), rtol=0, atol=1e-12)


@given(HEIGHTS, st.integers(1, 60), st.lists(st.booleans(), max_size=80))
def test_a_fork_gives_the_same_rows_twice_whichever_is_ahead(
    heights: list[int], height: int, turns: list[bool]
) -> None:
    planes = noise(1, 3, height, 2)
    taken: tuple[list[Tensor], list[Tensor]] = ([], [])
    branches = forked(as_rows(planes, heights))
    for turn in turns:
        taken[turn].extend(band for band in [next(branches[turn].bands, None)] if band is not None)
    for bands, branch in zip(taken, branches, strict=True):
        assert torch.equal(torch.cat([*bands, *branch.bands], 2), planes)


def test_a_fork_holds_only_what_one_branch_has_still_to_read() -> None:
    made: list[weakref.ref[Tensor]] = []

    def bands() -> Iterator[Tensor]:
        for row in range(100):
            band = noise(1, 3, 1, 4, seed=row)
            made.append(weakref.ref(band))
            yield band
            del band

    first, second = forked(Rows(Size(4, 100), bands()))
    for _ in range(60):
        next(first.bands)
        next(second.bands)
    for _ in range(10):
        next(first.bands)
    assert sum(each() is not None for each in made) <= 12


def with_holes(planes: Tensor, share: float, seed: int) -> Tensor:
    """Planes with an alpha of zero but in ``share`` of the pixels."""
    alpha = (noise(1, 1, *planes.shape[2:], seed=seed) < share).to(planes).expand(1, 3, -1, -1)
    return torch.cat([planes[:1], alpha])


@settings(max_examples=40)
@given(HEIGHTS, st.integers(1, 300), st.floats(0, 0.02), st.integers(0, 1000))
def test_bleeding_row_by_row_equals_bleeding_the_whole(
    heights: list[int], height: int, share: float, seed: int
) -> None:
    planes = with_holes(noise(1, 3, height, 5), share, seed)
    result = joined(with_bled_colours(as_rows(planes, heights), radius=16))
    torch.testing.assert_close(result, bled(planes, radius=16), rtol=0, atol=1e-12)


@pytest.mark.parametrize("visible", [112, 143])
def test_bleeding_reaches_its_full_radius_across_a_seam(visible: int) -> None:
    """Seams lie at multiples of 128 rows; one visible row must colour the 16 rows on either side of it."""
    planes = torch.zeros(2, 3, 300, 2)
    planes[:, :, visible] = 1
    result = joined(with_bled_colours(as_rows(planes, [50]), radius=16))
    assert result[0, 0, :, 0].nonzero().flatten().tolist() == list(range(visible - 16, visible + 17))


def test_closing_the_last_stage_closes_the_first() -> None:
    closed = []

    def bands() -> Iterator[Tensor]:
        try:
            yield from as_rows(noise(1, 3, 400, 4), [8]).bands
        finally:
            closed.append(True)

    result = resized(with_bled_colours(Rows(Size(4, 400), bands())), Size(8, 800)).bands
    next(result)
    assert not closed
    result.close()
    del result
    assert closed


def test_a_stream_that_ends_early_is_an_error_and_not_a_short_picture() -> None:
    short = Rows(Size(4, 30), as_rows(noise(1, 3, 20, 4), [8]).bands)
    with pytest.raises(RuntimeError):
        joined(resized(short, Size(4, 60)))


def test_bands_are_low_where_the_picture_is_wide() -> None:
    read = []

    def bands() -> Iterator[Tensor]:
        for _ in range(40):
            read.append(10)
            yield torch.zeros(1, 3, 10, 40_000)

    low = next(resized(Rows(Size(40_000, 400), bands()), Size(10_000, 100)).bands)
    assert low.shape[2] == 25
    assert sum(read) <= 25 * 4 + 10 + 10
    assert next(resized(as_rows(noise(1, 3, 500, 4), [8]), Size(4, 1000)).bands).shape[2] == 64
