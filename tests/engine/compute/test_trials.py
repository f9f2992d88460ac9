"""A device that computes wrong is not used, and whether it does is asked once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from engine.compute import trials
from engine.compute.devices import Device, Precision
from engine.compute.fidelity import psnr
from engine.compute.runner import ModelRunner
from engine.models.dimensions import Dimensions
from engine.models.loading import Model
from tests.engine.making import model, noise

SMALL = Dimensions(blocks=1, width=4)
CARD = Device("cpu:0", "Card", 2**34, 2**34)
"""To torch it is the CPU, to the engine it is not."""
PLANES = noise(1, 3, 20, 30, dtype=torch.float32)
FAULTS: dict[str, Callable[[Tensor], Tensor]] = {
    "a little off": lambda result: result + 1e-4,
    "black": torch.zeros_like,
    "not numbers": lambda result: result * float("nan"),
    "one pixel": lambda result: result.index_fill(3, torch.tensor([5]), 1.0),
}


class Faulty(nn.Module):
    def __init__(self, network: nn.Module, fault: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.network, self.fault = network, fault

    def forward(self, planes: Tensor) -> Tensor:
        return self.fault(self.network(planes))


class OnCard(ModelRunner):
    """On a card that computes wrong, or right where there is no fault; counts what is computed on it."""

    fault: Callable[[Tensor], Tensor] | None = None
    calls = 0

    def _on_device(self, network: nn.Module) -> nn.Module:
        moved = super()._on_device(network)
        return moved if self.device.is_cpu or self.fault is None else Faulty(moved, self.fault)

    def _call(self, network: nn.Module, planes: Tensor) -> Tensor:
        self.calls += 1
        return super()._call(network, planes)


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "cache/fourfold/trials.json"
    monkeypatch.setattr(trials, "memory_file", lambda: file)
    monkeypatch.setattr(trials, "_left_alone", set())
    return file


@pytest.fixture
def known() -> Model:
    return replace(model(SMALL), sha256="5ba")


def on_card(made: Model, fault: Callable[[Tensor], Tensor] | None = None, precision: str = "float32") -> OnCard:
    kind = type("OnThisCard", (OnCard,), {"fault": None if fault is None else staticmethod(fault)})
    return kind(made, CARD, Precision(precision))


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
@pytest.mark.parametrize("ensemble", [False, True])
def test_a_card_that_computes_right_is_used(known: Model, precision: str, ensemble: bool) -> None:
    runner = ModelRunner(known, CARD, Precision(precision), ensemble=ensemble)
    assert runner.device == CARD and str(runner.dtype) == f"torch.{precision}" and not runner.remarks


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_a_card_that_computes_wrong_is_left_to_the_cpu(
    known: Model, fault: Callable[[Tensor], Tensor], precision: str
) -> None:
    runner = on_card(known, fault, precision)
    assert runner.device.is_cpu and str(runner.dtype) == f"torch.{precision}"
    assert runner.remarks == ("Card computes wrong, so the CPU is used; a newer driver may help.",)
    assert psnr(runner.run(PLANES), known.network(PLANES)) > 50


def test_what_goes_far_beyond_white_is_compared_by_its_own_measure() -> None:
    loud = model(SMALL)
    loud.network.last.weight.mul_(1e4)
    assert on_card(loud, lambda result: result * (1 + 1e-6)).device == CARD
    assert on_card(loud, lambda result: result * (1 + 1e-3)).device.is_cpu


@pytest.mark.parametrize("fault", [None, torch.zeros_like])
def test_a_device_is_asked_once(known: Model, fault: Callable[[Tensor], Tensor] | None) -> None:
    first, again = on_card(known, fault), on_card(known, fault)
    other_weights = on_card(replace(known, sha256="c0de"), fault)
    assert [first.calls, again.calls, other_weights.calls] == [1, 0, 0]
    assert first.device.id == again.device.id == other_weights.device.id and first.remarks == again.remarks


def test_a_reduced_precision_is_asked_once_for_each_weights(known: Model) -> None:
    assert on_card(known, precision="bfloat16").calls == 3
    assert on_card(known, precision="bfloat16").calls == 0
    assert on_card(replace(known, sha256="c0de"), precision="bfloat16").calls == 2


def test_networks_that_nothing_identifies_are_always_tried(memory: Path) -> None:
    assert on_card(model(SMALL)).calls == on_card(model(SMALL)).calls == 1
    assert not memory.exists()


def test_another_driver_torch_card_or_network_is_tried_again(known: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    on_card(known)
    assert on_card(replace(model(Dimensions(blocks=2, width=4)), sha256="5ba")).calls == 1
    assert OnCard(known, replace(CARD, name="Another")).calls == 1
    monkeypatch.setattr(trials, "driver_of", lambda _: "551.2")
    assert on_card(known).calls == 1
    monkeypatch.setattr(torch, "__version__", "99")
    assert on_card(known).calls == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[]", b"3", b'{"a": 1}', b"[" * 100_000])
def test_a_damaged_memory_is_asked_again_and_mended(known: Model, memory: Path, damage: bytes) -> None:
    on_card(known)
    memory.write_bytes(damage)
    assert [on_card(known).calls, on_card(known).calls] == [1, 0]


def test_an_answer_that_is_none_is_asked_again(known: Model, memory: Path) -> None:
    on_card(known)
    memory.write_text(memory.read_text().replace("true", "null"))
    assert on_card(known).calls == 1


def test_where_nothing_can_be_kept_it_is_asked_again(known: Model, memory: Path) -> None:
    memory.parent.parent.mkdir(parents=True)
    memory.parent.write_text("a file where the folder should be")
    assert [on_card(known).calls, on_card(known).calls] == [1, 1]


def test_the_newest_answers_are_kept(known: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "_MOST", 2)
    mixes = [replace(known, sha256=str(number)) for number in range(2)]
    for each in mixes:
        on_card(each, precision="bfloat16")
    assert on_card(mixes[1], precision="bfloat16").calls == 1  # of the card itself, which was asked first
    assert on_card(mixes[0], precision="bfloat16").calls > 1


def test_a_card_that_is_left_alone_is_not_forgotten(known: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "_MOST", 1)
    trials.leave_alone(CARD)
    for number in range(3):
        on_card(replace(known, sha256=str(number)), precision="bfloat16")
    monkeypatch.setattr(trials, "_left_alone", set())
    assert trials.is_left_alone(CARD) and not trials.is_left_alone(replace(CARD, name="Another"))
