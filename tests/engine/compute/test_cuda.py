"""Tiles through a CUDA card. Where there is none, streams and events are played by things that do nothing: the
CPU does all in order anyway, so that buffers, slots and results are the real ones.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from unittest import mock

import pytest
import torch
from torch import Tensor, nn

from engine.compute import cuda, runner
from engine.compute.cuda import CudaTiles, PreparedGenerator, in_flight
from engine.compute.devices import Device, Precision
from engine.compute.runner import ModelRunner
from engine.models.dimensions import Dimensions
from engine.models.networks import in_precision
from tests.engine.making import as_photo, as_rows, generator, joined, model, noise

SMALL = Dimensions(blocks=1, width=4)
CARD = Device("cpu:0", "Card", 2**34, 2**34)
needs_card = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Stream", "Event", "CUDAGraph", "synchronize", "empty_cache", "default_stream"):
        monkeypatch.setattr(torch.cuda, name, mock.MagicMock())
    monkeypatch.setattr(torch.cuda, "stream", lambda _: nullcontext())
    monkeypatch.setattr(torch.cuda, "graph", mock.Mock(side_effect=torch.AcceleratorError("no capture here")))
    monkeypatch.setattr(cuda, "_pinned", torch.empty_like)


def tiles(count: int, *, height: int = 12) -> list[Tensor]:
    return [noise(1, 3, height, 10, seed=seed).float() for seed in range(count)]


# In flight


def test_items_land_in_order_and_no_more_than_wanted_fly() -> None:
    flying: set[int] = set()
    most = 0

    def launch(item: int) -> int:
        nonlocal most
        flying.add(item)
        most = max(most, len(flying))
        return item

    def land(item: int) -> int:
        flying.remove(item)
        return 10 * item

    assert list(in_flight(range(9), launch, land, 3)) == [10 * item for item in range(9)]
    assert most == 3 and not flying


@pytest.mark.parametrize("taken", [0, 1, 4])
def test_all_land_when_closed_early(taken: int) -> None:
    flying: set[int] = set()

    def launch(item: int) -> int:
        flying.add(item)
        return item

    results = in_flight(range(9), launch, flying.remove, 3)
    for _ in range(taken):
        next(results)
    results.close()
    assert not flying


def test_all_land_when_memory_runs_out() -> None:
    flying: list[int] = []

    def launch(item: int) -> int:
        if item == 2:
            raise torch.OutOfMemoryError("injected")
        flying.append(item)
        return item

    with pytest.raises(torch.OutOfMemoryError):
        list(in_flight(range(9), launch, flying.remove, 3))
    assert not flying


# Prepared


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_prepared_generator_is_the_same_function(dtype: torch.dtype) -> None:
    network = in_precision(generator(SMALL, dtype=torch.float32), dtype)
    photo = noise(1, 3, 9, 7).float()
    torch.testing.assert_close(PreparedGenerator(network)(photo), network(photo), rtol=0, atol=2e-5)


# Through slots


@pytest.mark.usefixtures("pretended")
@pytest.mark.parametrize("graphed", [False, True])
def test_results_come_in_order_from_slots_that_are_used_again(graphed: bool) -> None:
    network = generator(SMALL, dtype=torch.float32)
    lane, photos = CudaTiles(network, "cpu", graphed=graphed), tiles(8)
    results = list(lane.results(photos))
    assert all(finite for _, finite in results)
    for (result, _), photo in zip(results, photos, strict=True):
        torch.testing.assert_close(result, network(photo), rtol=0, atol=2e-5)


@pytest.mark.usefixtures("pretended")
def test_another_shape_gets_slots_of_its_own() -> None:
    network = generator(SMALL, dtype=torch.float32)
    lane = CudaTiles(network, "cpu", graphed=False)
    for height in (12, 15, 12):
        for (result, _), photo in zip(lane.results(tiles(4, height=height)), tiles(4, height=height), strict=True):
            torch.testing.assert_close(result, network(photo), rtol=0, atol=2e-5)


@pytest.mark.usefixtures("pretended")
def test_what_is_not_finite_is_told() -> None:
    class Overflowing(nn.Module):
        def forward(self, planes: Tensor) -> Tensor:
            return planes / (planes.mean() > 0.5)

    photos = [torch.full((1, 3, 4, 4), level) for level in (0.9, 0.1, 0.9, 0.1, 0.9)]
    told = [finite for _, finite in CudaTiles(Overflowing(), "cpu", graphed=False).results(photos)]
    assert told == [True, False, True, False, True]


# In a runner


class Lane:
    """What a runner sees of CudaTiles: spoils one tile, and memory runs out at others."""

    def __init__(self, network: nn.Module, scarce: set[int]) -> None:
        self.network, self.scarce, self.count, self.released = network, scarce, -1, 0

    def results(self, cuts: list[Tensor]) -> Iterator[tuple[Tensor, bool]]:
        for planes in cuts:
            self.count += 1
            if self.count in self.scarce:
                raise torch.OutOfMemoryError("injected")
            result = self.network(planes)
            yield (result / 0, False) if self.count == 3 else (result, True)

    def release(self) -> None:
        self.released += 1


@pytest.mark.parametrize("scarce", [set(), {0}, {1}, {2, 5}])
def test_spoiled_tiles_are_computed_again_and_scarce_memory_changes_nothing(
    scarce: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "SMALLEST_TILE", 4)
    made, photo = model(SMALL), noise(1, 3, 40, 50).float()
    tested = ModelRunner(made, CARD, Precision.BFLOAT16, tile=24)
    lane = Lane(made.network, scarce)
    tested._cuda_tiles = lane  # type: ignore[assignment]
    result = joined(tested.apply(as_rows(photo, [16])))
    torch.testing.assert_close(result, as_photo(made.network, photo), rtol=0, atol=1e-5)
    assert lane.released == len(scarce)


# On a real card


@needs_card
def test_a_card_gives_what_the_cpu_gives() -> None:
    made, photo = model(Dimensions(blocks=4, width=32)), noise(1, 3, 200, 300).float()
    device = Device("cuda:0", "Card", 2**33, 2**33)
    for precision, most in ((Precision.FLOAT32, 1e-4), (Precision.FLOAT16, 0.02)):
        whole = joined(ModelRunner(made, device, precision, tile=64).apply(as_rows(photo, [32])))
        torch.testing.assert_close(whole, as_photo(made.network, photo), rtol=0, atol=most)


@needs_card
def test_a_graph_is_captured_and_replayed() -> None:
    network = PreparedGenerator(generator(SMALL, dtype=torch.float32).to("cuda:0"))
    lane = CudaTiles(network, "cuda:0", graphed=True)
    photos = tiles(8)
    results = [result for result, _ in lane.results(photos)]
    assert lane._compute != lane._eager
    for result, photo in zip(results, photos, strict=True):
        torch.testing.assert_close(result, network(photo.to("cuda:0")).cpu(), rtol=0, atol=1e-4)
