"""``fourfold devices``: a card that is left alone is listed, and so is why."""

from pathlib import Path

import pytest

from app.__main__ import main
from engine.compute import devices, trials
from engine.compute.cards.listing import Card
from engine.errors import DeviceError
from trainer.train.distributed import device_named

CARD = Card("vulkan", 0, "Card", "1", 2**33, software=False)


@pytest.fixture(autouse=True)
def _card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(devices, "_card_names", dict)
    monkeypatch.setattr(devices, "cards", lambda: (CARD,))
    monkeypatch.setattr(devices, "card", lambda _: CARD)
    monkeypatch.setattr(trials, "memory_file", lambda: tmp_path / "trials.json")
    monkeypatch.setattr(trials, "_left_alone", set())


def test_a_card_is_listed_with_its_memory_and_whether_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices"]) == 0
    first, cpu, reason = capsys.readouterr().out.splitlines()
    assert first == "vulkan:0 Card (Vulkan), 8.6 of 8.6 GB free, float16" and cpu.startswith("cpu ")
    assert reason == "Card (Vulkan) is used for models with which it is quicker than the CPU; the first photo tries."
    trials.leave_alone(devices.find("vulkan"))
    assert main(["devices"]) == 0
    first, *_, reason = capsys.readouterr().out.splitlines()
    assert first.endswith(", left alone: it computed wrong or broke off") and reason.startswith("The CPU is used")


def test_no_training_runs_on_it() -> None:
    assert device_named("auto").type in ("cpu", "cuda")
    with pytest.raises(DeviceError, match="no device called vulkan"):
        device_named("vulkan")
