"""The benchmark compares the same function, counts the paper's arithmetic, and reports in JSON."""

import json
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from engine.checks import benchmark
from engine.checks.arithmetic import operations_per_pixel
from engine.checks.baseline import BaselineGenerator, baseline_tiles
from engine.checks.benchmark import Scope, bench
from engine.checks.photo_work import tiled_bands
from engine.checks.stopwatch import Timed, Work, interleaved
from engine.compute.devices import Precision, cpu
from engine.errors import ModelError
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.loading import Model
from engine.models.networks import Generator
from tests.engine.making import generator, model, noise

SMALL = Dimensions(blocks=1, width=8)


@pytest.fixture(autouse=True)
def _little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "QUICK", Scope(Size(24, 20), 2, Size(60, 50), 1, 64))


@pytest.mark.parametrize("dimensions", [Dimensions(2, 1, 4), Dimensions(4, 2, 4, skip=False), Dimensions(8, 1, 2)])
def test_the_baseline_is_the_same_function(dimensions: Dimensions) -> None:
    network, photo = generator(dimensions), noise(1, 3, 9, 7)
    torch.testing.assert_close(BaselineGenerator(network)(photo), network(photo), rtol=0, atol=1e-12)


def test_the_baseline_s_tiles_equal_the_whole() -> None:
    network, photo = generator(Dimensions(blocks=1, width=2)), noise(1, 3, 300, 260)
    tiles = baseline_tiles(Size(260, 300), network.dimensions.halo)
    bands = list(tiled_bands(network, photo, tiles, 4))
    assert len(bands) == 2
    torch.testing.assert_close(torch.cat(bands, 2), network(photo), rtol=0, atol=1e-12)


@pytest.mark.parametrize("dimensions", [Dimensions(), Dimensions(2, 3, 16), Dimensions(8, 1, 4)])
def test_the_arithmetic_is_that_of_the_convolutions(dimensions: Dimensions) -> None:
    counted = 0

    def count(layer: nn.Module, _: tuple[Tensor], result: Tensor) -> None:
        nonlocal counted
        counted += 2 * layer.weight.numel() * result.shape[2] * result.shape[3]  # type: ignore[operator, union-attr]

    with torch.device("meta"):
        baseline, pixel = BaselineGenerator(Generator(dimensions)), torch.empty(1, 3, 1, 1)
    for layer in baseline.modules():
        if isinstance(layer, nn.Conv2d):
            layer.register_forward_hook(count)
    baseline(pixel)
    assert operations_per_pixel(dimensions) == counted


def test_the_paper_s_arithmetic() -> None:
    assert operations_per_pixel(Dimensions()) == 4_436_352


def test_a_report_in_float32_and_in_bfloat16() -> None:
    report = bench(cpu(), quick=True, model=model(SMALL))
    figures = {(figure.work, figure.way): figure for figure in report.figures}
    assert set(report.files) == {"png", "jpeg"} and all(share > 0 for share in report.files.values())
    for work in ("tile 24 x 20", "photo 60 x 50"):
        assert figures[work, "plain float32"].ratio == 1
        ours = figures[work, "Fourfold float32"]
        assert ours.psnr is None or ours.psnr > 100
        assert ours.ratio == pytest.approx(figures[work, "plain float32"].seconds / ours.seconds)
        assert ours.peak_share > 0 and ours.memory > 50e6
    assert report.of_tile["Fourfold float32"] > 0
    assert json.loads(json.dumps(report.to_dict()))["figures"][0]["way"] == "plain float32"

    reduced = bench(cpu(), Precision.BFLOAT16, quick=True, model=model(SMALL))
    assert {figure.way for figure in reduced.figures} == {"plain float32", "Fourfold bfloat16"}
    assert all(figure.psnr is None or 40 < figure.psnr < 100 for figure in reduced.figures)
    assert set(reduced.peaks) == {"float32", "bfloat16"}


def test_a_photo_is_compared_with_tiles_of_the_same_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tile of 480 pixels in 0.16 s are 3000 a second, a photo of 3000 in two seconds half of that."""
    seconds = {"Fourfold float32": 2.0, "tiles by Fourfold float32": 0.16}

    def timed(ways: dict[str, Work], *_: object, **__: object) -> dict[str, Timed]:
        return {way: Timed(seconds.get(way, 1.0), 0, torch.zeros(1)) for way in ways}

    monkeypatch.setattr(benchmark, "interleaved", timed)
    report = bench(cpu(), Precision.FLOAT32, quick=True, model=model(SMALL))
    assert report.of_tile == {"Fourfold float32": pytest.approx(0.5)}
    assert not any("tiles" in figure.way for figure in report.figures)


def test_only_generators_are_measured() -> None:
    with pytest.raises(ModelError, match="not a generator"):
        bench(cpu(), quick=True, model=Model("other", 4, 0, nn.Identity()))


def test_ways_take_turns_and_the_warm_up_is_not_counted() -> None:
    order: list[str] = []

    def way(name: str, *seconds: float) -> Callable[[], Tensor]:
        naps = iter(seconds)

        def work() -> Tensor:
            order.append(name)
            time.sleep(next(naps))
            return torch.zeros(1)

        return work

    timed = interleaved({"a": way("a", 0.3, 0.01, 0.02, 0.3), "b": way("b", 0, 0, 0, 0)}, cpu(), 3)
    assert order == ["a", "b"] * 4
    assert 0.02 <= timed["a"].seconds < 0.2


_PEAK = """
import time
import torch
from engine.checks.stopwatch import PeakMemory
from engine.compute.devices import cpu

with PeakMemory(cpu()) as calm:
    time.sleep(0.05)
with PeakMemory(cpu()) as busy:
    held = torch.ones(100_000_000)
    end = time.monotonic() + 30  # on a busy computer it may be long until the watcher's turn comes
    while busy.bytes < calm.bytes + 300e6 and time.monotonic() < end:
        time.sleep(0.01)
    del held
print(busy.bytes - calm.bytes)
"""


def test_peak_memory_sees_what_is_gone_again() -> None:
    """In a process of its own: here, what earlier tests held may be freed at the very moment of measuring."""
    grown = subprocess.run([sys.executable, "-c", _PEAK], stdout=subprocess.PIPE, check=True, text=True).stdout
    assert int(grown) > 300e6
