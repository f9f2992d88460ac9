"""What is of one colour in the photo is of that colour in the result, exactly, and nothing else is touched."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine.compute.flat import FAR, NEAR, REACH, flat_kept, flatness
from engine.compute.rows import Rows
from engine.geometry import Size
from tests.engine.making import as_rows, joined, noise

HEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=4).filter(any)


def spotted(size: Size, spots: int, seed: int, count: int = 1) -> Tensor:
    """Planes of one colour with some pixels that differ a little, each in one channel alone."""
    random = np.random.default_rng(seed)
    planes = torch.full((count, 3, size.height, size.width), 0.4)
    for _ in range(spots):
        item, channel, y, x = (int(random.integers(high)) for high in planes.shape)
        planes[item, channel, y, x] += 1e-3
    return planes


def share_of(planes: Tensor, y: int, x: int) -> float:
    """The share of one pixel, by looking at ever larger squares around it."""
    radius = 0
    while radius < FAR:
        square = planes[:, max(0, y - radius - 1) : y + radius + 2, max(0, x - radius - 1) : x + radius + 2]
        if bool((square != planes[:, y : y + 1, x : x + 1]).any()):
            break
        radius += 1
    share = max(0, radius - NEAR) / (FAR - NEAR)
    return share * share * (3 - 2 * share)


def flat(result: Tensor, photo: Tensor) -> Tensor:
    return flat_kept(Rows.of(result), Rows.of(photo)).joined()


@settings(max_examples=40, deadline=None)
@given(st.builds(Size, st.integers(1, 30), st.integers(1, 30)), st.integers(0, 4), st.integers(0, 10**6))
def test_a_share_grows_with_the_square_that_is_of_one_colour(size: Size, spots: int, seed: int) -> None:
    planes = spotted(size, spots, seed, count=2)
    wanted = [[[share_of(item, y, x) for x in range(size.width)] for y in range(size.height)] for item in planes]
    assert torch.equal(flatness(planes)[:, 0], torch.tensor(wanted))


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 8])
def test_far_from_all_else_the_result_is_the_colour_and_near_it_the_network_s(scale: int) -> None:
    photo = torch.full((1, 3, 41, 41), 200 / 255)
    photo[0, 1, 20, 20] = 0
    network = noise(1, 3, 41 * scale, 41 * scale, dtype=torch.float32)
    result = flat(network, photo)
    near = slice((20 - NEAR) * scale, (21 + NEAR) * scale)
    assert torch.equal(result[..., near, near], network[..., near, near])
    away = torch.ones_like(result, dtype=torch.bool)
    seen = slice((20 - REACH) * scale, (21 + REACH) * scale)
    away[..., seen, seen] = False
    assert torch.equal(result[away], torch.full_like(result[away], 200 / 255))


def test_the_way_from_the_one_to_the_other_is_in_steps_too_small_to_see() -> None:
    photo = torch.ones(1, 3, 40, 50)
    photo[..., 10:14, 8:30] = 0
    bent = torch.full((1, 3, 160, 200), 249.0)
    result = flat(bent / 255, photo) * 255
    steps = max(result.diff(dim=axis).abs().max().item() for axis in (2, 3))
    assert result.max() == 255 and result.min() == pytest.approx(249)
    assert 0.3 < steps <= 0.6


def test_colours_and_alpha_each_count_for_themselves() -> None:
    photo = noise(2, 3, 20, 20, dtype=torch.float32)
    photo[1] = 1
    network = noise(2, 3, 80, 80, seed=1, dtype=torch.float32)
    result = flat(network, photo)
    assert torch.equal(result[0], network[0]) and bool((result[1] == 1).all())


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([1, 2, 4]),
    st.builds(Size, st.integers(1, 30), st.integers(1, 120)),
    st.integers(0, 4),
    st.integers(0, 10**6),
    HEIGHTS,
    HEIGHTS,
)
def test_bands_of_any_height_give_exactly_the_whole(
    scale: int, size: Size, spots: int, seed: int, heights: list[int], read: list[int]
) -> None:
    photo = spotted(size, spots, seed)
    network = noise(1, 3, size.height * scale, size.width * scale, dtype=torch.float32)
    result = joined(flat_kept(as_rows(network, heights), as_rows(photo, read)))
    assert torch.equal(result, flat(network, photo))


@pytest.mark.parametrize("row", range(22, 76))
def test_shares_go_on_where_the_photo_is_looked_at_in_parts(row: int) -> None:
    photo = torch.ones(1, 3, 110, 20)
    photo[..., row, 10] = 0
    result = flat(torch.zeros_like(photo), photo)
    assert torch.equal(result, flatness(photo).expand_as(result))


def test_the_photo_is_read_a_little_ahead_and_heartbeats_pass() -> None:
    read = []

    def photo() -> Iterator[Tensor]:
        for row in range(1000):
            read.append(row)
            yield torch.ones(1, 3, 1, 4)

    network = Rows(Size(16, 4000), iter([torch.zeros(1, 3, 0, 16), torch.zeros(1, 3, 40, 16)]))
    bands = flat_kept(network, Rows(Size(4, 1000), photo())).bands
    assert next(bands).shape[2] == 0 and not read
    assert bool((next(bands) == 1).all()) and len(read) <= 11 + 32 + REACH
