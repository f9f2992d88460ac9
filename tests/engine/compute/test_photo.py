"""Whatever computes a photo, in rows, in tiles or at once, mends its rim and keeps what is flat, and gives the same."""

from collections.abc import Callable

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from engine.compute.devices import Device, Precision, cpu
from engine.compute.flat import REACH
from engine.compute.photo import planes_through
from engine.compute.runner import ModelRunner
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.loading import Model, load_model
from tests.engine.making import as_photo, as_rows, joined, model, noise

SMALL = Dimensions(blocks=1, width=4)
CARD = Device("cpu:0", "Card", 2**34, 2**34)
HEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=4).filter(any)


class Foreign(nn.Module):
    """Another program's network: three times as wide and high, padded with zeros, and never quite right."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.layer = nn.Conv2d(3, 27, 3, padding=1).requires_grad_(False)

    def forward(self, planes: Tensor) -> Tensor:
        return nn.functional.pixel_shuffle(self.layer(planes), 3)


FOREIGN = Model("foreign", 3, 2, Foreign())
RUNNERS: dict[str, Callable[[], ModelRunner]] = {
    "rows": lambda: ModelRunner(model(SMALL), precision=Precision.FLOAT32),
    "rows in bfloat16": lambda: ModelRunner(model(SMALL), precision=Precision.BFLOAT16),
    "float16": lambda: ModelRunner(model(SMALL), precision=Precision.FLOAT16, tile=9),
    "tiles": lambda: ModelRunner(model(SMALL), CARD, Precision.FLOAT32, tile=9),
    "ensemble": lambda: ModelRunner(model(SMALL), tile=20, ensemble=True),
    "foreign": lambda: ModelRunner(FOREIGN, tile=9),
    "bicubic": lambda: ModelRunner(load_model("bicubic"), tile=9),
    "nearest": lambda: ModelRunner(load_model("nearest"), tile=9),
}


@pytest.mark.parametrize("size", [Size(1, 1), Size(1, 40), Size(40, 1), Size(2, 3), Size(7, 9), Size(30, 22)], ids=str)
@pytest.mark.parametrize("name", RUNNERS)
def test_a_photo_of_one_colour_comes_out_in_it(name: str, size: Size) -> None:
    runner = RUNNERS[name]()
    photo = torch.tensor([[1, 0, 40 / 255], [1, 1, 1]])[:, :, None, None].expand(2, 3, size.height, size.width)
    result = joined(runner.apply(as_rows(photo, [5])))
    scale = runner.model.scale
    assert result.shape == (2, 3, scale * size.height, scale * size.width)
    wanted = photo[:, :, :1, :1].expand_as(result)
    torch.testing.assert_close(result, wanted, rtol=0, atol=2e-7)
    if scale == 4 and runner.model.kernel is None:
        assert torch.equal(result, wanted)


def test_without_it_a_photo_of_one_colour_would_not() -> None:
    photo = torch.ones(1, 3, 30, 22)
    assert (RUNNERS["rows"]().run(photo) - 1).abs().median() > 0.1


@settings(max_examples=30)
@given(
    st.sampled_from([2, 4, 8]),
    st.builds(Size, st.integers(1, 50), st.integers(1, 50)),
    st.integers(6, 30),
    HEIGHTS,
    st.integers(0, 40),
)
def test_rows_tiles_and_the_whole_are_the_same_where_a_part_is_flat(
    scale: int, size: Size, tile: int, heights: list[int], edge: int
) -> None:
    made = model(Dimensions(scale, blocks=1, width=4))
    photo = noise(2, 3, size.height, size.width, dtype=torch.float32)
    photo[:1, :, :, edge:] = 1
    photo[1:, :, edge:] = 0
    rows = joined(ModelRunner(made, precision=Precision.FLOAT32).apply(as_rows(photo, heights)))
    tiles = joined(ModelRunner(made, CARD, Precision.FLOAT32, tile=tile).apply(as_rows(photo, heights)))
    whole = planes_through(made.network, photo)
    torch.testing.assert_close(rows, whole, rtol=0, atol=2e-6)
    torch.testing.assert_close(tiles, whole, rtol=0, atol=2e-6)
    inside = (edge + REACH) * scale
    for result in (rows, tiles, whole):
        assert bool((result[0, :, :, inside:] == 1).all() and (result[1, :, inside:] == 0).all())


def test_elsewhere_it_is_what_the_network_makes_of_the_mirrored_photo() -> None:
    made, photo = model(SMALL), noise(1, 3, 30, 50, dtype=torch.float32)
    photo[..., 30:] = 0.5
    result, wanted = planes_through(made.network, photo), as_photo(made.network, photo)
    assert torch.equal(result[..., : 4 * 30], wanted[..., : 4 * 30])
    assert not torch.equal(result, wanted)


def test_memory_that_runs_out_changes_nothing_at_the_rim() -> None:
    """After a retreat smaller tiles go on in the middle of a photo that goes on beyond its rim."""

    class Scarce(ModelRunner):
        calls = 0

        def run(self, planes: Tensor) -> Tensor:
            self.calls += 1
            if self.calls == 3:
                raise torch.OutOfMemoryError("injected")
            return super().run(planes)

    made, photo = model(SMALL), noise(1, 3, 150, 90, dtype=torch.float32)
    scarce = Scarce(made, cpu(), Precision.FLOAT16, tile=64)
    scarce._network = scarce._exact
    result = joined(scarce.apply(as_rows(photo, [16])))
    assert scarce.tile == 32
    torch.testing.assert_close(result, planes_through(made.network, photo), rtol=0, atol=2e-6)
