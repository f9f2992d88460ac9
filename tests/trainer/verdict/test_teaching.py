"""A fine-tune as the window runs it: child processes from the timing to the model, and all that may go wrong."""

import json
import os
import resource
import shutil
import signal
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.models.weights import load_weights
from tests.trainer.conftest import ROOT, TINY, Run, command, events, made_photo, settings
from trainer.data.dataset import check_photos, enough
from trainer.data.photos import bundled_photos, unseen_photos
from trainer.errors import BadPhotos
from trainer.events import Events
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.toml import with_settings
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.train.distributed import World
from trainer.train.preparation import prepare
from trainer.verdict.grounds import Word
from trainer.verdict.judging import judge

LEARNING = ("optimiser.method=muon", "optimiser.body_learning_rate=0.02", "optimiser.learning_rate=2e-3")


@pytest.fixture(scope="module")
def many_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve small photos: three of them will be held out."""
    folder = tmp_path_factory.mktemp("many")
    for seed in range(12):
        made_photo(seed).save(folder / f"{seed}.png")
    return folder


@pytest.fixture(scope="module")
def base(many_photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights of a small network that has learnt something: better than bicubic on such photos."""
    recipe = with_settings(recipe_named("srresnet"), [*TINY, "network.width=12", "schedule.steps=150", *LEARNING])
    what = TrainingOrder(photos=many_photos, recipe=recipe, device="cpu")
    run = RunFolder.create(tmp_path_factory.mktemp("base") / "run", what)
    model = prepare(run, what, Events(), World()).train(threading.Event())
    assert model is not None
    return model


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which the person's own folders are the test's."""
    places = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    return {**os.environ, **places, "HOME": str(tmp_path)}


def fine_tune(out: Path, photos: Path, base: Path, *more: str) -> tuple[object, ...]:
    """Arguments of a fine-tune of ten steps."""
    what = ("--photos", photos, "--out", out, "--from", base, "--device", "cpu", "--json")
    return ("train", "--recipe", "fine-tune-faithful", *what, *settings("schedule.steps=10", *more))


def resumed(out: Path, *changes: str) -> Path:
    """Go on with a run to its end, in this process; returns the model."""
    run = RunFolder(out)
    model = prepare(run, run.order(changes), Events(), World()).train(threading.Event())
    assert model is not None
    return model


def last(output: str) -> dict:
    """The event that everything ends with."""
    event: dict = json.loads(output.splitlines()[-1])
    return event


def test_from_the_timing_to_the_model(
    tmp_path: Path, many_photos: Path, base: Path, run: Run, home: dict[str, str]
) -> None:
    out = tmp_path / "run"
    (tmp_path / "left.txt").write_text("3.png\n\n4.png\n")
    arguments = (*fine_tune(out, many_photos, base), "--leave-out", tmp_path / "left.txt", "--replay", "bundled")
    timed = last(run(*arguments, "--time").stdout)
    assert timed["event"] == "timed" and timed["device"] == "cpu" and timed["seconds_per_step"] > 0
    assert [timed[name]["steps"] for name in ("quick", "balanced", "thorough")] == [400, 1300, 2600]
    assert timed["quick"]["minutes"] < timed["thorough"]["minutes"]
    assert not out.exists()

    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    validations = events(done.stdout, "validation")
    assert [each["step"] for each in validations] == [0, 5, 10]
    for name in [*(each["sample"] for each in validations), "samples/reference.png", "samples/bicubic.png"]:
        with Image.open(out / name) as sample:
            assert sample.size == (96, 80)
    assert last(done.stdout)["event"] == "finished" and last(done.stdout)["reason"] == "steps"
    manifest = RunFolder(out).manifest()
    assert manifest is not None and len(manifest.training + manifest.held_out) == 10
    assert {"3.png", "4.png"}.isdisjoint(photo.path for photo in manifest.training + manifest.held_out)
    before = load_weights(base)
    kept_base = load_weights(out / "weights/base.safetensors")
    assert all(before.state[name].equal(tensor) for name, tensor in kept_base.state.items())

    judged = run("verdict", out, "--json", env=home)
    assert judged.returncode == 0, judged.stderr
    verdict = last(judged.stdout)
    assert verdict["word"] in [*Word] and verdict["reason"]
    assert verdict == {"event": "verdict", **json.loads((out / "verdict.json").read_text())}
    assert [each["mix"] for each in verdict["mixes"]] == [0, 0.2, 0.4, 0.6, 0.8, 1]
    assert verdict["held_out"]["psnr"]["photos"] == 2 and len(verdict["held_out"]["psnr"]["interval"]) == 2
    assert verdict["samples"]["psnr"]["photos"] == len([*unseen_photos().glob("*.jpg")])
    assert {each["name"] for each in verdict["photos"]}.isdisjoint(path.name for path in bundled_photos().iterdir())
    assert len(events(judged.stdout, "judging")) == 6 * len(verdict["photos"])
    told = run("verdict", out, env=home).stdout
    assert "| 2 held out | psnr |" in told and "| 40% | " in told

    kept = last(run("keep", out, "--name", "Stones", "--mix", "0.4", "--json", env=home).stdout)
    model = load_weights(Path(kept["path"]))
    tuned = load_weights(out / "weights/fine-tune-faithful.safetensors")
    halfway = before.state["last.weight"].lerp(tuned.state["last.weight"], 0.4)
    assert model.state["last.weight"].allclose(halfway)
    card = model.card
    assert card.name == "Stones" and card.base.startswith("srresnet ") and 'name = "fine-tune-faithful"' in card.recipe
    assert manifest.training[0].sha256[:16] in card.data and verdict["reason"] in card.notes and "40%" in card.notes
    assert card.scores["held out psnr"] == round(verdict["mixes"][2]["scores"]["psnr"], 4)
    listed = subprocess.run([*command()[:3], "-m", "app", "models"], cwd=ROOT, env=home, capture_output=True, text=True)
    assert "Stones" in listed.stdout
    again = run("keep", out, "--name", "Stones", "--json", env=home)
    assert again.returncode == 1 and "already" in last(again.stdout)["text"]


def test_a_bad_recipe_is_not_called_better(tmp_path: Path, many_photos: Path, base: Path, run: Run) -> None:
    bad = ("optimiser.learning_rate=0.02", "schedule.patience=0", "schedule.keep=last", "schedule.decay=constant")
    for name, more, words in [
        ("last", bad, ("worse",)),
        ("best", ("optimiser.learning_rate=0.02",), ("no clear difference", "worse")),
    ]:
        done = run(*fine_tune(tmp_path / name, many_photos, base, *more))
        assert done.returncode == 0, done.stderr
        verdict = judge(RunFolder(tmp_path / name))
        assert verdict.word in words and verdict.mix == 0.0


def test_no_gain_ends_it(tmp_path: Path, many_photos: Path, base: Path, run: Run) -> None:
    more = ("optimiser.learning_rate=0.02", "schedule.validate_every=1", "schedule.steps=500", "schedule.patience=3")
    done = run(*fine_tune(tmp_path / "run", many_photos, base, *more))
    assert last(done.stdout)["reason"] == "no gain" and last(done.stdout)["step"] < 100


@pytest.mark.parametrize("when", ["reading", "started", "saved"])
def test_killed_at_any_time_it_resumes(when: str, tmp_path: Path, many_photos: Path, base: Path, whole: str) -> None:
    out = tmp_path / "run"
    with subprocess.Popen(
        command(*fine_tune(out, many_photos, base)), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == when:
                process.send_signal(signal.SIGKILL)
                break
    assert load_weights(resumed(out)).card.sha256 == whole


@pytest.fixture(scope="module")
def whole(many_photos: Path, base: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of the same fine-tune, never interrupted."""
    out = tmp_path_factory.mktemp("whole") / "run"
    subprocess.run(command(*fine_tune(out, many_photos, base)), cwd=ROOT, check=True, capture_output=True)
    return load_weights(out / "weights/fine-tune-faithful.safetensors").card.sha256


def test_a_full_disk_loses_no_checkpoint(tmp_path: Path, many_photos: Path, base: Path, run: Run) -> None:
    out = tmp_path / "run"
    assert run(*fine_tune(out, many_photos, base, "schedule.steps=5")).returncode == 0
    (checkpoint,) = (out / "checkpoints").iterdir()
    before = checkpoint.read_bytes()

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))  # of any file: as a full disk to those who write

    done = run("train", "--resume", out, "--json", "--set", "schedule.steps=10", preexec_fn=full)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert any("larger than this disk allows" in each["text"] for each in events(done.stdout, "warning"))
    assert last(done.stdout)["event"] == "failed" and "were not saved" in last(done.stdout)["text"]
    assert checkpoint.read_bytes() == before
    assert [path.name for path in out.rglob("*.part")] == []
    load_weights(resumed(out))


def test_photos_that_vanish_during_the_run(tmp_path: Path, many_photos: Path, base: Path, run: Run) -> None:
    photos, out = tmp_path / "photos", tmp_path / "run"
    shutil.copytree(many_photos, photos)
    with subprocess.Popen(
        command(*fine_tune(out, photos, base)), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "started":
                shutil.rmtree(photos)
        assert json.loads(line)["event"] == "finished"
    judged = run("verdict", out, "--json")
    assert judged.returncode == 1 and str(photos) in last(judged.stdout)["text"]
    with pytest.raises(BadPhotos, match="cannot be read"):
        resumed(out)
    load_weights(out / "weights/fine-tune-faithful.safetensors")


def test_a_run_folder_that_vanishes(tmp_path: Path, many_photos: Path, base: Path) -> None:
    out = tmp_path / "run"
    with subprocess.Popen(
        command(*fine_tune(out, many_photos, base)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        for line in process.stdout:
            while json.loads(line)["event"] == "started" and out.exists():  # it may be writing a picture just then
                shutil.rmtree(out, ignore_errors=True)
        assert process.wait(60) == 1 and "Traceback" not in process.stderr.read()
    assert json.loads(line)["event"] == "failed" and "were not saved" in json.loads(line)["text"]


def test_too_few_photos_are_said_with_what_would_be_enough(tmp_path: Path, many_photos: Path) -> None:
    report = check_photos(many_photos, smallest=32)
    assert enough(report) == ""
    few = replace(report, findings=report.findings[5:])
    assert "serve: 7, with" in enough(few) and "8 sharp photos" in enough(few)
    large = tmp_path / "large"
    large.mkdir()
    for seed in range(2):
        pixels = np.random.default_rng(seed).integers(0, 256, (1800, 2400, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(large / f"{seed}.png", compress_level=0)
    report = check_photos(large, smallest=96)
    assert enough(report) == "" and "serve: 1, with" in enough(replace(report, findings=report.findings[1:]))


def test_eight_tiny_photos(tmp_path: Path, base: Path, run: Run) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for seed in range(8):
        made_photo(seed, 40, 33).save(photos / f"{seed}.png")
    out = tmp_path / "run"
    assert run(*fine_tune(out, photos, base)).returncode == 0
    assert judge(RunFolder(out)).held_out["psnr"].photos == 2
    refused = run(*fine_tune(tmp_path / "large", photos, base, "data.patch=96"))
    assert refused.returncode == 1
    assert last(refused.stdout)["text"].endswith("serves: 0 of 8 photos serve (0.0 megapixels); left out: 8 too small.")


def test_five_thousand_photos(tmp_path: Path, base: Path, run: Run) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    rng = np.random.default_rng(0)
    for number in range(5_000):
        pixels = rng.integers(0, 256, (32, 32, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(photos / f"{number}.png", compress_level=0)
    done = run(*fine_tune(tmp_path / "run", photos, base))
    assert done.returncode == 0, done.stderr
    started = events(done.stdout, "started")[0]
    assert (started["photos"], started["held_out"]) == (4_000, 1_000)
    assert len(events(done.stdout, "reading")) < 250


def test_the_check_of_a_folder_can_be_stopped(many_photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    looked: list[str] = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (looked.append(path.name), read_bytes(path))[1])

    def said(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_photos(many_photos, smallest=32, said=said)
    assert len(looked) < 8


def test_what_cannot_be_begun_from_is_refused(
    tmp_path: Path, many_photos: Path, base: Path, run: Run, home: dict[str, str]
) -> None:
    for name, part in [("bicubic", "bicubic cannot be trained on"), ("nowhere", "There is no model called nowhere")]:
        done = run(*fine_tune(tmp_path / "run", many_photos, Path(name)), env=home)
        assert done.returncode == 1 and part in last(done.stdout)["text"]
    assert not (tmp_path / "run").exists()
    assert "nothing to compare" in run("verdict", base.parents[1]).stderr
