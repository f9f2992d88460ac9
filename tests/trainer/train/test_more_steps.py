"""A training that has ended is given more steps."""

import threading
from pathlib import Path

from engine.models.weights import load_weights
from tests.trainer.conftest import Run, events, settings
from tests.trainer.train.test_training import order, prepared, stop_at, tiny, trained
from trainer.events import Events, TrainerEvent, TrainingFinished
from trainer.run_folder import RunFolder
from trainer.train.distributed import World
from trainer.train.preparation import prepare


def go_on(run: RunFolder, more: int = 0) -> list[TrainerEvent]:
    """Resume, with more steps or without, to the end."""
    heard: list[TrainerEvent] = []
    prepare(run, run.order(), Events(heard.append), World(), more).train(threading.Event())
    return heard


def test_more_steps_follow_those_that_were_ordered(tmp_path: Path, photos: Path) -> None:
    what = order(photos, tiny("srresnet", "schedule.steps=10"))
    trained(tmp_path / "run", what)
    run = RunFolder(tmp_path / "run")
    end = go_on(run, more=5)[-1]
    assert isinstance(end, TrainingFinished) and (end.step, end.reason) == (15, "steps")
    assert run.order().recipe.schedule.steps == 15
    assert go_on(run)[-1] == TrainingFinished(15, end.weights, end.scores), "nothing is left to do"
    assert load_weights(Path(end.weights)).card.notes.startswith("15 steps")


def test_where_the_clock_ended_it_steps_follow(tmp_path: Path, photos: Path) -> None:
    what = order(photos, tiny("srresnet"), minutes=0.02)
    trained(tmp_path / "run", what)
    run = RunFolder(tmp_path / "run")
    before = prepared(run, run.order()).training.step
    end = go_on(run, more=5)[-1]
    assert isinstance(end, TrainingFinished) and (end.step, end.reason) == (before + 5, "steps")


def test_patience_begins_anew_also_when_it_is_stopped_meanwhile(tmp_path: Path, photos: Path) -> None:
    hopeless = ("schedule.steps=1000", "schedule.patience=2", "optimiser.method=adam", "optimiser.learning_rate=1e-12")
    what = order(photos, tiny("srresnet", *hopeless))
    trained(tmp_path / "run", what)
    run = RunFolder(tmp_path / "run")
    before = prepared(run, run.order()).training.step
    assert before == 15
    stop_at(prepare(run, run.order(), Events(), World(), 500), before + 2)
    end = go_on(run)[-1]
    assert isinstance(end, TrainingFinished) and (end.step, end.reason) == (before + 10, "no gain")


def test_on_the_command_line(tmp_path: Path, photos: Path, run: Run) -> None:
    what = ("--photos", photos, "--device", "cpu", "--json", *settings("schedule.steps=5"))
    done = run("train", "--out", tmp_path / "run", "--more", 3, *what)
    assert "beginning a training: --more" in events(done.stdout, "warning")[0]["text"]
    more = run("train", "--resume", tmp_path / "run", "--more", 3, "--json")
    assert events(more.stdout, "finished")[0]["step"] == 8
    for wrong in ("0", "-5", "many"):
        refused = run("train", "--resume", tmp_path / "run", "--more", wrong)
        assert refused.returncode == 2 and "whole number from 1" in refused.stderr
