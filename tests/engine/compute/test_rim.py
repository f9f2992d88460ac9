"""A photo goes on beyond its rim as in a mirror that shows the edge pixel again, however it is cut into bands."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine.compute.rim import MARGIN, mirrored_piece, with_margin, without_margin
from engine.compute.rows import Rows
from engine.geometry import Region, Size
from tests.engine.making import as_rows, joined, noise

HEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=4).filter(any)
SIZES = st.builds(Size, st.integers(1, 25), st.integers(1, 60))


def mirrored(planes: Tensor, margin: int = MARGIN) -> Tensor:
    margins = ((0, 0), (0, 0), (margin, margin), (margin, margin))
    return torch.from_numpy(np.pad(planes.numpy(), margins, mode="symmetric"))


@settings(max_examples=60)
@given(SIZES, HEIGHTS)
def test_rows_go_on_at_every_side(size: Size, heights: list[int]) -> None:
    planes = noise(2, 3, size.height, size.width)
    assert torch.equal(joined(with_margin(as_rows(planes, heights))), mirrored(planes))


@settings(max_examples=60)
@given(SIZES, HEIGHTS, st.integers(0, 70))
def test_the_margin_is_cut_away_again(size: Size, heights: list[int], margin: int) -> None:
    planes = noise(1, 3, size.height, size.width)
    assert torch.equal(joined(without_margin(as_rows(mirrored(planes, margin), heights), margin)), planes)


@given(SIZES, st.data())
def test_a_piece_is_that_of_the_photo_with_its_margin(size: Size, data: st.DataObject) -> None:
    planes = noise(1, 3, size.height, size.width)
    left, top = data.draw(st.integers(-MARGIN, size.width - 1)), data.draw(st.integers(-MARGIN, size.height - 1))
    piece = Region(
        left,
        top,
        data.draw(st.integers(max(left, 0) + 1, size.width + MARGIN)),
        data.draw(st.integers(max(top, 0) + 1, size.height + MARGIN)),
    )
    held = piece.grown(MARGIN).clipped(Region.of(size))
    seen = mirrored_piece(planes[..., *held.slices], held, piece, size)
    assert torch.equal(seen, mirrored(planes)[..., *piece.moved(MARGIN, MARGIN).slices])


@pytest.mark.parametrize("height", [1, 5, 400])
def test_every_band_passes_as_soon_as_it_can(height: int) -> None:
    """Also one without rows, which says that work went on; and no more is read than the mirror shows."""
    read = []

    def bands() -> Iterator[Tensor]:
        for row in range(height):
            read.append(row)
            yield noise(1, 3, 0, 4)
            yield noise(1, 3, 1, 4, seed=row)

    stream = with_margin(Rows(Size(4, height), bands())).bands
    assert next(stream).shape == (1, 3, 0, 4 + 2 * MARGIN) and len(read) == 1
    while not next(stream).shape[2]:
        pass
    assert len(read) == min(MARGIN, height)
