"""Methods as a person chooses them, and the cache that keeps what they need ready."""

import pytest

from engine.errors import DeviceError, ModelError, RequestError
from engine.jobs.method import Method, RunnerCache


@pytest.mark.parametrize("tile", [0, -1, 1025])
def test_tiles_that_make_no_sense_are_refused(tile: int) -> None:
    with pytest.raises(RequestError, match=rf"1 to 1024 pixels wide, not {tile}"):
        Method("bicubic", tile=tile)


def test_a_method_gives_its_runner() -> None:
    runner = Method("nearest", device="cpu", tile=100, ensemble=True).runner()
    assert (runner.model.name, runner.device.id, runner.tile) == ("nearest", "cpu", 100)


def test_wrong_names_are_told() -> None:
    with pytest.raises(ModelError, match="lanczos"):
        Method("lanczos").runner()
    with pytest.raises(DeviceError, match="abacus"):
        Method("bicubic", device="abacus").runner()


def test_the_cache_makes_each_runner_once_and_lets_the_oldest_go() -> None:
    cache = RunnerCache(most=2)
    nearest, bicubic, tiled = Method("nearest"), Method("bicubic"), Method("bicubic", tile=50)
    first, second = cache.runner(nearest), cache.runner(bicubic)
    assert cache.runner(Method("nearest")) is first
    cache.runner(tiled)  # bicubic is the least recently used
    assert cache.runner(nearest) is first
    assert cache.runner(bicubic) is not second


def test_a_cleared_cache_keeps_nothing() -> None:
    cache = RunnerCache()
    first = cache.runner(Method("nearest"))
    cache.clear()
    assert cache.runner(Method("nearest")) is not first
