"""A model on a device never gives a wrong pixel: not by tiles, not by half precision, not when memory runs out."""

from collections.abc import Callable
from unittest import mock

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from engine.compute import runner as runners
from engine.compute.devices import Device, Precision, cpu
from engine.compute.ensemble import EightFold
from engine.compute.fidelity import psnr
from engine.compute.runner import ModelRunner
from engine.compute.tiling import plan_tiles
from engine.compute.trials import LEAST_PSNR
from engine.errors import DeviceError
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.loading import Model
from engine.models.networks import Generator, in_precision
from tests.engine.making import as_photo, as_rows, eight_bit, generator, joined, model, noise

SMALL = Dimensions(blocks=1, width=4)
CARD = Device("cpu:0", "Card", 2**34, 2**34)
"""To torch it is the CPU, to the engine it is not."""


class InDoubles(nn.Module):
    """A network computed in float64: what it gives does not depend on the shape of the tile."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, planes: Tensor) -> Tensor:
        result: Tensor = self.network(planes.double())
        return result


def exact_model(dimensions: Dimensions = SMALL) -> Model:
    made = model(dimensions, dtype=torch.float64)
    return Model(made.name, made.scale, made.halo, InDoubles(made.network))


class Scarce(ModelRunner):
    """A CPU whose memory does not suffice for some calls, counted from 0."""

    def __init__(self, made: Model, device: Device, tile: int, fails: Callable[[int, Tensor], bool]) -> None:
        super().__init__(made, device, tile=tile)
        self.calls = 0
        self._fails = fails

    def run(self, planes: Tensor) -> Tensor:
        self.calls += 1
        if self._fails(self.calls - 1, planes):
            raise torch.OutOfMemoryError("injected")
        return super().run(planes)


@pytest.fixture(autouse=True)
def _small_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runners, "SMALLEST_TILE", 8)


# Tiles


@settings(max_examples=30)
@given(
    st.sampled_from([2, 4, 8]),
    st.booleans(),
    st.builds(Size, st.integers(1, 40), st.integers(1, 40)),
    st.integers(4, 30),
)
def test_tiles_equal_the_whole_exactly(scale: int, skip: bool, size: Size, tile: int) -> None:
    dimensions = Dimensions(scale, blocks=1, width=2, skip=skip)
    network, photo = generator(dimensions), noise(1, 3, size.height, size.width)
    whole = network(photo)
    for one in plan_tiles(size, tile, dimensions.halo):
        left, top, right, bottom = one.outer
        result = network(photo[:, :, top:bottom, left:right])
        inside, place = one.crop(scale), one.inner.scaled(scale)
        part = result[:, :, inside.top : inside.bottom, inside.left : inside.right]
        wanted = whole[:, :, place.top : place.bottom, place.left : place.right]
        torch.testing.assert_close(part, wanted, rtol=1e-12, atol=1e-12)
        assert torch.equal(eight_bit(part), eight_bit(wanted))


@settings(max_examples=25)
@given(
    st.sampled_from([2, 4, 8]),
    st.builds(Size, st.integers(2, 40), st.integers(2, 40)),
    st.integers(6, 40),
    st.lists(st.integers(0, 20), min_size=1, max_size=4).filter(any),
    st.integers(1, 2),
)
def test_a_stream_in_tiles_equals_the_whole(scale: int, size: Size, tile: int, heights: list[int], count: int) -> None:
    made = exact_model(Dimensions(scale, blocks=1, width=2))
    planes = noise(count, 3, size.height, size.width, dtype=torch.float32)
    result = joined(ModelRunner(made, tile=tile).apply(as_rows(planes, heights)))
    assert result.dtype == torch.float32
    torch.testing.assert_close(result, as_photo(made.network, planes, scale).float(), rtol=0, atol=1e-6)


@pytest.mark.parametrize("scale", [2, 4, 8])
def test_in_float32_all_but_one_level_in_ten_thousand_are_the_same(scale: int) -> None:
    made = model(Dimensions(scale, blocks=2, width=8))
    planes = noise(1, 3, 90, 70, dtype=torch.float32)
    result = eight_bit(joined(ModelRunner(made, CARD, tile=23).apply(as_rows(planes, [16]))))
    difference = (result - eight_bit(as_photo(made.network, planes, scale))).abs()
    assert difference.max() <= 1 and difference.count_nonzero() < difference.numel() / 10_000


def test_progress_comes_with_every_tile() -> None:
    bands = list(
        ModelRunner(exact_model(), tile=10).apply(as_rows(noise(1, 3, 20, 30, dtype=torch.float32), [7])).bands
    )
    assert [band.shape[2] for band in bands] == [0, 0, 0, 40, 0, 0, 0, 40]
    assert {(band.shape[1], band.shape[3]) for band in bands} == {(3, 120)}


def test_on_the_cpu_the_papers_network_runs_row_by_row() -> None:
    made, planes = model(SMALL), noise(2, 3, 30, 20, dtype=torch.float32)
    with mock.patch.object(ModelRunner, "run", side_effect=AssertionError("no tiles here")):
        result = joined(ModelRunner(made, precision=Precision.FLOAT32).apply(as_rows(planes, [9])))
    torch.testing.assert_close(result, as_photo(made.network, planes), rtol=0, atol=1e-5)


@pytest.mark.parametrize(("gigabytes", "least", "most"), [(0, 8, 8), (1, 100, 256), (1000, 256, 256)])
def test_the_tile_follows_from_the_free_memory(gigabytes: int, least: int, most: int) -> None:
    free = gigabytes * 2**30
    assert least <= ModelRunner(model(SMALL), Device("cpu", "", free, free)).tile <= most
    assert ModelRunner(model(SMALL), Device("cpu", "", free, free), tile=77).tile == 77


# Memory


PLANES = noise(1, 3, 41, 35, dtype=torch.float32)
UNDISTURBED = as_photo(exact_model().network, PLANES).float()


def result_of(scarce: Scarce) -> Tensor:
    return joined(scarce.apply(as_rows(PLANES, [6])))


def assert_undisturbed(result: Tensor) -> None:
    torch.testing.assert_close(result, UNDISTURBED, rtol=0, atol=1e-6)
    assert torch.equal(eight_bit(result), eight_bit(UNDISTURBED))


@pytest.mark.parametrize("index", range(12))
def test_memory_that_runs_out_at_any_tile_changes_nothing(index: int) -> None:
    scarce = Scarce(exact_model(), cpu(), 12, lambda call, _: call == index)
    assert_undisturbed(result_of(scarce))
    assert scarce.tile == 8 and scarce.calls > 12


@settings(max_examples=15)
@given(st.sets(st.integers(0, 30), max_size=12))
def test_memory_that_runs_out_again_and_again_changes_nothing(failures: set[int]) -> None:
    scarce = Scarce(exact_model(), CARD, 20, lambda call, _: not scarce.device.is_cpu and call in failures)
    assert_undisturbed(result_of(scarce))


def test_a_card_too_small_for_any_tile_leaves_the_work_to_the_cpu() -> None:
    scarce = Scarce(exact_model(), CARD, 20, lambda call, _: call >= 2 and scarce.device == CARD)
    assert_undisturbed(result_of(scarce))
    assert scarce.device.id == "cpu" and scarce.device.is_cpu


def test_tiles_are_made_just_as_small_as_they_must_be() -> None:
    scarce = Scarce(exact_model(), CARD, 32, lambda _, planes: planes.shape[3] > 33)
    assert_undisturbed(result_of(scarce))
    assert scarce.tile == 16 and scarce.device == CARD


def test_where_nothing_fits_the_error_says_what_to_do() -> None:
    scarce = Scarce(exact_model(), CARD, 20, lambda *_: True)
    with pytest.raises(DeviceError, match=r"^There is not enough free memory .*; close other programs\.$"):
        result_of(scarce)


def test_another_fault_of_the_device_is_not_taken_for_a_lack_of_memory() -> None:
    class Broken(ModelRunner):
        def run(self, planes: Tensor) -> Tensor:
            raise RuntimeError("CUDA error: unspecified launch failure")

    broken = Broken(exact_model(), CARD, tile=20)
    with pytest.raises(RuntimeError, match="launch failure"):
        joined(broken.apply(as_rows(PLANES, [6])))
    assert broken.tile == 20 and broken.device == CARD


def test_a_card_that_cannot_even_hold_the_model_leaves_the_work_to_the_cpu() -> None:
    class Full(ModelRunner):
        def _on_device(self, network: nn.Module) -> nn.Module:
            if not self.device.is_cpu:
                raise torch.OutOfMemoryError("injected")
            return super()._on_device(network)

    full = Full(model(SMALL), CARD, Precision.BFLOAT16)
    assert full.device.is_cpu and full.dtype == torch.float32
    torch.testing.assert_close(joined(full.apply(as_rows(PLANES, [6]))), as_photo(model(SMALL).network, PLANES))


# Precision


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_reduced_precision_is_used_where_it_is_good(dtype: torch.dtype) -> None:
    made = model(SMALL)
    reduced = ModelRunner(made, CARD, Precision(str(dtype).removeprefix("torch.")))
    assert reduced.dtype == dtype
    result = reduced.run(PLANES)
    exact = ModelRunner(made, CARD, Precision.FLOAT32).run(PLANES)
    assert result.dtype == torch.float32 and not torch.equal(result, exact)
    assert psnr(result, exact) >= LEAST_PSNR
    torch.testing.assert_close(result, made.network(PLANES), rtol=0, atol=0.02)


@pytest.mark.parametrize("device", [CARD, cpu()], ids=["card", "cpu"])
def test_what_a_half_cannot_hold_is_computed_again(device: Device) -> None:
    """A value far outside [0, 1] overflows float16; float32 holds it."""
    made, planes = model(SMALL), PLANES.clone()
    planes[0, 1, 20, 9] = 1e6
    wanted = made.network(planes)
    half = ModelRunner(made, device, Precision.FLOAT16, tile=20)
    assert half.dtype == torch.float16
    assert not in_precision(made.network, torch.float16)(planes).isfinite().all()
    torch.testing.assert_close(
        joined(half.apply(as_rows(planes, [6]))), as_photo(made.network, planes), rtol=1e-2, atol=1e-2
    )
    torch.testing.assert_close(half.run(planes), wanted, rtol=1e-4, atol=0.1)


@pytest.mark.parametrize("fault", [0.01, float("nan")])
def test_a_device_that_gets_reduced_precision_wrong_computes_in_float32(fault: float) -> None:
    def wrong(network: Generator, dtype: torch.dtype) -> Generator:
        reduced = in_precision(network, dtype)
        reduced.last.bias.add_(fault)
        return reduced

    made = model(SMALL)
    with mock.patch.object(runners, "in_precision", wrong):
        runner = ModelRunner(made, CARD, Precision.BFLOAT16)
    assert runner.dtype == torch.float32
    torch.testing.assert_close(runner.run(PLANES), made.network(PLANES))


def test_rows_in_reduced_precision_are_not_rounded_to_it() -> None:
    """bfloat16 rounds light pixels to half a grey level; who scales or rounds them further must have them whole."""
    made = model(SMALL)
    result = joined(ModelRunner(made, precision=Precision.BFLOAT16).apply(as_rows(PLANES, [6])))
    assert result.dtype == torch.float32 and not torch.equal(result, result.bfloat16().float())
    torch.testing.assert_close(result, as_photo(made.network, PLANES), rtol=0, atol=0.02)


def test_other_networks_compute_in_float32() -> None:
    assert ModelRunner(exact_model(), CARD, Precision.FLOAT16).dtype == torch.float32


def test_the_model_given_stays_as_it_is() -> None:
    made = model(SMALL)
    before = {name: tensor.clone() for name, tensor in made.network.state_dict().items()}
    ModelRunner(made, CARD, Precision.FLOAT16, ensemble=True).run(PLANES)
    torch.testing.assert_close(dict(made.network.state_dict()), before, rtol=0, atol=0)


# Ensemble


def mean_of_eight(network: nn.Module, planes: Tensor) -> Tensor:
    """Each of the eight ways to turn a square over, written out as rows, columns and their exchange."""
    total = torch.zeros(())
    for exchange in (False, True):
        for rows in ([], [2]):
            for columns in ([], [3]):
                seen = planes.flip([*rows, *columns])
                result = network(seen.transpose(2, 3) if exchange else seen)
                total = total + (result.transpose(2, 3) if exchange else result).flip([*rows, *columns])
    return total / 8


def test_eight_fold_is_the_mean_of_the_eight() -> None:
    network, planes = generator(SMALL), noise(2, 3, 9, 14)
    wanted = mean_of_eight(network, planes)
    torch.testing.assert_close(EightFold(network)(planes), wanted, rtol=1e-12, atol=1e-12)
    assert not torch.allclose(network(planes), wanted, atol=1e-3)


def test_the_ensemble_in_tiles_equals_the_whole() -> None:
    made = exact_model()
    result = joined(ModelRunner(made, tile=16, ensemble=True).apply(as_rows(PLANES, [6])))
    torch.testing.assert_close(result, as_photo(EightFold(made.network), PLANES).float(), rtol=0, atol=1e-6)
