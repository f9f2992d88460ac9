"""What can compute: found by id, kind or name; a wrong name is told with the right ones."""

import pytest
import torch

from engine.compute import devices
from engine.compute.devices import Device, Precision, dtype_for
from engine.errors import DeviceError

CARDS = {"cuda:0": "NVIDIA Big", "cuda:1": "NVIDIA Small", "mps": "Apple GPU"}


@pytest.fixture
def _cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_card_names", lambda: CARDS)
    monkeypatch.setattr(devices, "cards", tuple)
    monkeypatch.setattr(devices, "_measured", lambda id, name: Device(id, name, 8, 6))


def test_the_cpu_is_always_there_with_a_name_and_its_memory() -> None:
    listed = {device.id: device for device in devices.devices()}
    cpu = listed["cpu"]
    assert (cpu.kind, cpu.is_cpu, cpu.torch_id) == ("cpu", True, "cpu")
    assert cpu.name.strip() and 0 < cpu.free_memory <= cpu.memory
    assert devices.find("cpu").id == "cpu"


@pytest.mark.usefixtures("_cards")
@pytest.mark.parametrize(
    ("name", "id"),
    [
        (None, "cuda:0"),
        ("auto", "cuda:0"),
        ("cuda", "cuda:0"),
        ("cuda:1", "cuda:1"),
        ("CUDA:1", "cuda:1"),
        ("small", "cuda:1"),
        ("mps", "mps"),
        ("cpu", "cpu"),
    ],
)
def test_devices_are_found(name: str | None, id: str) -> None:
    assert devices.find(name).id == devices.find_id(name) == id


@pytest.mark.usefixtures("_cards")
def test_only_some_kinds_may_be_meant() -> None:
    assert devices.find_id("auto", ("mps", "cpu")) == "mps" and devices.find_id(None, ("cpu",)) == "cpu"
    with pytest.raises(DeviceError, match="no device called mps") as caught:
        devices.find_id("mps", ("cuda", "cpu"))
    assert "cuda:1" in str(caught.value) and "Apple" not in str(caught.value)


def test_a_device_s_id_is_found_without_measuring_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several cards torch's current one comes first: each process of a training has its own."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 3)
    monkeypatch.setattr(torch.cuda, "current_device", lambda: 1)
    monkeypatch.setattr(torch.cuda, "get_device_name", "Card {}".format)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda index: pytest.fail("this takes memory of the card"))
    assert [devices.find_id(name) for name in (None, "cuda", "cuda:0", "card 2")] == [
        "cuda:1",
        "cuda:1",
        "cuda:0",
        "cuda:2",
    ]


@pytest.mark.parametrize(
    ("cards", "cuda", "reason"),
    [(CARDS, None, "NVIDIA Big is used"), ({}, None, "without CUDA"), ({}, "13.0", "no graphics card that it can use")],
)
def test_the_choice_is_explained(
    monkeypatch: pytest.MonkeyPatch, cards: dict[str, str], cuda: str, reason: str
) -> None:
    monkeypatch.setattr(devices, "_card_names", lambda: cards)
    monkeypatch.setattr(devices, "cards", tuple)
    monkeypatch.setattr(torch.version, "cuda", cuda)
    monkeypatch.setattr(devices.sys, "platform", "linux")
    assert reason in devices.reason()


@pytest.mark.usefixtures("_cards")
@pytest.mark.parametrize("name", ["cuda:2", "xpu", "", "a", "tpu"])
def test_an_unknown_device_is_told_with_the_known_ones(name: str) -> None:
    with pytest.raises(DeviceError, match=rf"no device called {name} .*cuda:0 \(NVIDIA Big\).*cpu \("):
        devices.find(name)


@pytest.mark.parametrize(
    ("kind", "fast", "expected"),
    [
        ("cuda:0", False, torch.float16),
        ("mps", True, torch.float32),
        ("xpu:0", True, torch.float32),
        ("cpu", True, torch.bfloat16),
        ("cpu", False, torch.float32),
    ],
)
def test_automatic_precision_is_the_one_a_device_is_good_at(
    monkeypatch: pytest.MonkeyPatch, kind: str, fast: bool, expected: torch.dtype
) -> None:
    monkeypatch.setattr(devices, "has_fast_bfloat16", lambda: fast)
    assert dtype_for(Device(kind, "", 1, 1), Precision.AUTO) == expected


@pytest.mark.parametrize("precision", ["float32", "bfloat16", "float16"])
def test_a_precision_asked_for_is_the_one_given(precision: str) -> None:
    for kind in ("cpu", "cuda:0", "mps"):
        assert dtype_for(Device(kind, "", 1, 1), Precision(precision)) == getattr(torch, precision)
