"""Figure 7: networks that differ in nothing but depth and skip, in a folder that survives whatever happens."""

import json
import subprocess
import threading
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import torch

from engine.models.weights import load_weights
from tests.trainer.conftest import ROOT, TINY, command, settings
from trainer.depth import measuring
from trainer.depth.ablation import compare
from trainer.depth.budget import LEAST, RESERVE, steps_within
from trainer.depth.folder import DepthFolder
from trainer.depth.order import DepthOrder
from trainer.depth.result import DepthResult, NetworkMeasured
from trainer.depth.training import new_training
from trainer.errors import BadPhotos, BadRecipe, BadRun
from trainer.events import CheckpointSaved, Events, Listener, TrainerEvent
from trainer.listeners import read_log
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.toml import with_settings
from trainer.run_folder import TrainingOrder


@pytest.fixture(autouse=True)
def timed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a network takes is not what is tested."""
    monkeypatch.setattr(measuring, "ROUNDS", 1)


def order(photos: Path, *blocks: int, recipe: str = "srresnet", **more: object) -> DepthOrder:
    common = with_settings(recipe_named(recipe), [*TINY, "data.held_out=0.3"])
    return replace(DepthOrder(TrainingOrder(photos, common, device="cpu"), blocks, steps=6), **more)


def compared(path: Path, what: DepthOrder, *listeners: Listener) -> DepthResult:
    result = compare(DepthFolder(path), what, Events(*listeners), threading.Event())
    assert result is not None
    return result


def test_each_network_learns_as_if_it_were_alone(tmp_path: Path, photos: Path) -> None:
    """The same seed and the same crops for each, whatever was trained before it."""
    several, alone = compared(tmp_path / "several", order(photos, 2, 1)), compared(tmp_path / "alone", order(photos, 2))
    assert [(each.blocks, each.skip) for each in several.networks] == [(1, True), (1, False), (2, True), (2, False)]
    assert [each.psnr for each in several.networks[2:]] == [each.psnr for each in alone.networks]
    for name, blocks, skip in (("01-skip", 1, True), ("02-plain", 2, False)):
        card = load_weights(tmp_path / "several" / name / "weights" / "srresnet.safetensors").card
        assert (card.dimensions.blocks, card.dimensions.skip) == (blocks, skip)
    assert several.networks[2].psnr != several.networks[3].psnr
    assert several.networks[2].parameters == several.networks[3].parameters > several.networks[0].parameters
    assert not [*(tmp_path / "several").rglob("*.checkpoint")]


def test_the_papers_recipe_is_measured_on_a_set(tmp_path: Path, photos: Path) -> None:
    result = compared(tmp_path / "out", order(photos, 1, recipe="srresnet-mse", data=photos))
    assert result.data == "photos" and len(result.networks) == 2 and all(each.psnr > 0 for each in result.networks)
    table = (tmp_path / "out" / "depth.csv").read_text().splitlines()
    assert table[0] == "blocks,skip,parameters,psnr,minutes,milliseconds" and len(table) == 3
    drawn = ElementTree.fromstring((tmp_path / "out" / "depth.svg").read_text())
    texts = [each.text or "" for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "PSNR on photos, dB" in texts and any(text.startswith("Time for 64 x 64 px") for text in texts)


def test_a_killed_comparison_goes_on(tmp_path: Path, photos: Path) -> None:
    """What is trained stays as it is; what is being trained goes on from its checkpoint; all as if nothing had been."""
    killed, what = tmp_path / "killed", order(photos, 1, steps=40)
    asked = ("--photos", photos, "--out", killed, "--steps", "40", "--blocks", "1", "--json", "--device", "cpu")
    arguments = command("depth", *asked, *settings("data.held_out=0.3"))
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        next(line for line in process.stdout if json.loads(line)["event"] == "network")
        while not saved_steps(killed / "01-plain/log.jsonl"):
            assert process.poll() is None
        process.kill()
    trained = (killed / "01-skip/weights/srresnet.safetensors").stat().st_mtime_ns
    heard: list[TrainerEvent] = []
    result = compared(killed, what, heard.append)
    assert [each.skip for each in heard if isinstance(each, NetworkMeasured)] == [False]
    assert (killed / "01-skip/weights/srresnet.safetensors").stat().st_mtime_ns == trained
    saved = saved_steps(killed / "01-plain/log.jsonl")
    assert saved[0] == 4 and saved[-1] == 40 and saved.count(4) == 1, "begun anew"
    assert [each.psnr for each in result.networks] == [
        each.psnr for each in compared(tmp_path / "whole", what).networks
    ]


def saved_steps(log: Path) -> list[int]:
    """At which steps a training has saved."""
    return [event.step for event in read_log(log) if isinstance(event, CheckpointSaved)] if log.is_file() else []


def test_a_stopped_comparison_goes_on(tmp_path: Path, photos: Path) -> None:
    stop = threading.Event()
    stop.set()
    assert compare(DepthFolder(tmp_path / "out"), order(photos, 1), Events(), stop) is None
    assert len(compared(tmp_path / "out", order(photos, 1)).networks) == 2


def test_the_minutes_are_shared_out() -> None:
    steps = steps_within(10, 60, [0.5, 0.5, 1.0, 1.0])
    assert steps * 3.0 + 60 <= 600 * (1 - RESERVE) < (steps + 1) * 3.0 + 60
    with pytest.raises(BadRecipe, match="too few; give them 4 or more"):
        steps_within(1, 30, [0.5, 0.5, 1.0, 1.0])
    assert steps_within(4, 30, [0.5, 0.5, 1.0, 1.0]) >= LEAST


def test_too_few_minutes_leave_nothing_behind(tmp_path: Path, photos: Path) -> None:
    with pytest.raises(BadRecipe, match="too few"):
        compared(tmp_path / "out", order(photos, 1, steps=None, minutes=0.001))
    with pytest.raises(BadPhotos):
        compared(tmp_path / "out", order(tmp_path / "nowhere", 1))
    assert not (tmp_path / "out").exists()


def test_another_comparison_and_other_files_are_left_alone(tmp_path: Path, photos: Path) -> None:
    compared(tmp_path / "out", order(photos, 1))
    before = (tmp_path / "out" / "depth.json").read_text()
    with pytest.raises(BadRun, match="compares other networks"):
        compared(tmp_path / "out", order(photos, 2))
    assert (tmp_path / "out" / "depth.json").read_text() == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(BadRun, match="is not empty"):
        compared(tmp_path / "mine", order(photos, 1))


def test_nothing_but_the_skip_is_different(photos: Path) -> None:
    """Depth by depth both begin with the same weights."""
    what = order(photos, 1, 2)
    begun = [new_training(what.for_network(network, 1)).generator for network in what.networks()]
    for skip, plain in (begun[:2], begun[2:]):
        assert skip.dimensions.skip and not plain.dimensions.skip
        assert all(map(torch.equal, skip.parameters(), plain.parameters()))
