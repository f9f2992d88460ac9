"""Methods as a person chooses them, and the workshop that keeps what they need ready."""

import pytest

from engine.errors import DeviceError, ModelError, RequestError
from engine.jobs.method import Method, Workshop


@pytest.mark.parametrize("tile", [0, -1, 1025])
def test_tiles_that_make_no_sense_are_refused(tile: int) -> None:
    with pytest.raises(RequestError, match=rf"1 to 1024 pixels wide, not {tile}"):
        Method("bicubic", tile=tile)


def test_a_method_gives_its_processor() -> None:
    processor = Method("nearest", device="cpu", tile=100, ensemble=True).processor()
    assert (processor.model.name, processor.device.id, processor.tile) == ("nearest", "cpu", 100)


def test_wrong_names_are_told() -> None:
    with pytest.raises(ModelError, match="lanczos"):
        Method("lanczos").processor()
    with pytest.raises(DeviceError, match="abacus"):
        Method("bicubic", device="abacus").processor()


def test_the_workshop_makes_each_processor_once_and_lets_the_oldest_go() -> None:
    workshop = Workshop(most=2)
    nearest, bicubic, tiled = Method("nearest"), Method("bicubic"), Method("bicubic", tile=50)
    first, second = workshop.processor(nearest), workshop.processor(bicubic)
    assert workshop.processor(Method("nearest")) is first
    workshop.processor(tiled)  # bicubic is the least recently used
    assert workshop.processor(nearest) is first
    assert workshop.processor(bicubic) is not second


def test_a_cleared_workshop_keeps_nothing() -> None:
    workshop = Workshop()
    first = workshop.processor(Method("nearest"))
    workshop.clear()
    assert workshop.processor(Method("nearest")) is not first
