"""The network row by row: the rows of the whole result, in order, whatever the bands."""

import gc
from collections.abc import Iterator
from unittest import mock

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine.compute import streaming
from engine.compute.rows import Rows
from engine.compute.streaming import streamed
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.networks import in_precision
from tests.engine.making import as_rows, eight_bit, generator, joined, model, noise

HEIGHTS = st.lists(st.integers(0, 12), min_size=1, max_size=5).filter(any)
DIMENSIONS = st.builds(
    Dimensions, st.sampled_from([2, 4, 8]), blocks=st.integers(0, 2), width=st.integers(1, 5), skip=st.booleans()
)


@settings(max_examples=60)
@given(DIMENSIONS, st.integers(1, 40), st.integers(1, 12), st.integers(1, 2), HEIGHTS, st.integers(1, 200))
def test_rows_equal_the_whole(
    dimensions: Dimensions, height: int, width: int, count: int, heights: list[int], step_pixels: int
) -> None:
    network, planes = generator(dimensions), noise(count, 3, height, width)
    with mock.patch.object(streaming, "STEP_PIXELS", step_pixels):
        result = joined(streamed(as_rows(planes, heights), network))
    torch.testing.assert_close(result, network(planes), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 30), (30, 1), (2, 2), (41, 7)])
def test_rows_equal_the_whole_at_the_papers_depth(height: int, width: int) -> None:
    network, planes = generator(Dimensions(width=3)), noise(1, 3, height, width)
    result = joined(streamed(as_rows(planes, [5, 0, 1]), network))
    torch.testing.assert_close(result, network(planes), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("scale", [2, 4, 8])
def test_in_float32_all_but_one_level_in_ten_thousand_are_the_same(scale: int) -> None:
    small = model(Dimensions(scale, blocks=2, width=8))
    planes = noise(1, 3, 90, 70, dtype=torch.float32)
    with mock.patch.object(streaming, "STEP_PIXELS", 300):
        result = eight_bit(joined(streamed(as_rows(planes, [16]), small.network)))
    difference = (result - eight_bit(small.network(planes))).abs()
    assert result.unique().numel() > 50
    assert difference.max() <= 1 and difference.count_nonzero() < difference.numel() / 10_000


def test_no_layer_gets_more_at_a_time_at_the_end_of_the_picture() -> None:
    """There each of them gives what waited in it, which had added up to gigabytes."""
    network, planes, seen = generator(Dimensions(blocks=5, width=2)), noise(1, 3, 20, 100), []

    def noted(rows: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        seen.append((rows.shape[2] - 2 * (weight.shape[-1] // 2)) * rows.shape[3])
        return convolution(rows, weight, bias)

    convolution = streaming._convolution
    with mock.patch.object(streaming, "STEP_PIXELS", 300), mock.patch.object(streaming, "_convolution", noted):
        joined(streamed(as_rows(planes, [20]), network))
    assert max(seen) <= 300 + 4 * 200  # at the very end with the rows below the last one


def test_bands_are_cut_evenly() -> None:
    """A narrow rest at the end of each band had cost 2 to 6 % of a photo's time."""
    with mock.patch.object(streaming, "STEP_PIXELS", 600):
        pieces = [piece.shape[2] for (piece,) in streaming._split(iter([(noise(1, 1, 20, 100),)]))]
    assert pieces == [5, 5, 5, 5]


def test_reduced_precision_streams_like_the_whole() -> None:
    network = in_precision(model(Dimensions(blocks=2, width=8)).network, torch.bfloat16)
    planes = noise(1, 3, 30, 20, dtype=torch.float32)
    result = joined(streamed(as_rows(planes, [7]), network)).float()
    torch.testing.assert_close(result, network(planes).float(), rtol=0, atol=0.01)


def test_rows_come_as_soon_as_they_can_and_no_more_are_read() -> None:
    dimensions, read = Dimensions(blocks=1, width=2), []

    def bands() -> Iterator[Tensor]:
        for row in range(1000):
            read.append(row)
            yield noise(1, 3, 1, 4, seed=row)

    ready = 0
    for band in streamed(Rows(Size(4, 1000), bands()), generator(dimensions)).bands:
        ready += band.shape[2]
        if len(read) == 200:
            break
    assert ready >= 4 * (200 - dimensions.halo)


def test_closing_early_closes_the_source() -> None:
    closed = []

    def bands() -> Iterator[Tensor]:
        try:
            while True:
                yield noise(1, 3, 8, 4)
        finally:
            closed.append(True)

    result = streamed(Rows(Size(4, 8000), bands()), generator(Dimensions(blocks=1, width=2))).bands
    next(result)
    result.close()
    del result
    assert closed


def test_what_cannot_be_streamed_exactly_is_refused() -> None:
    rows = as_rows(noise(1, 3, 4, 4), [4])
    with pytest.raises(ValueError, match="folded"):
        streamed(rows, generator(Dimensions(blocks=1, width=2, normalised=True)))
    with pytest.raises(ValueError, match="gradients"):
        streamed(rows, generator(Dimensions(blocks=1, width=2)).requires_grad_(True))


def test_no_more_is_held_after_many_rows_than_after_few() -> None:
    def held() -> int:
        storages = {one.data_ptr(): one.untyped_storage().nbytes() for one in gc.get_objects() if type(one) is Tensor}
        return sum(storages.values())

    network, rows = generator(Dimensions(blocks=3, width=8)), (noise(1, 3, 4, 20, seed=row) for row in range(200))
    result = streamed(Rows(Size(20, 800), rows), network).bands
    for _ in range(30):
        next(result)
    few = held()
    for _ in range(150):
        next(result)
    assert held() == few
