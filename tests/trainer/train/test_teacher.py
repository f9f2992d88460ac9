"""A training learns from what another model makes, says so, and resumes as if it had not stopped."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.models.weights import load_weights
from tests.trainer.train.test_training import order, prepared, stop_at, tiny, trained
from trainer.data.crops import Batch
from trainer.errors import BadRecipe
from trainer.events import StepsTaken, Teaching, TrainerEvent, TrainingStarted
from trainer.recipes.cookbook import recipe_named
from trainer.run_folder import RunFolder
from trainer.train.objective import DiscriminatorInputs, Objective
from trainer.train.teacher import teacher_named


def test_the_teacher_has_its_share_of_the_loss() -> None:
    recipe = recipe_named("fine-tune-faithful")
    sr, hr, taught = (torch.full((1, 3, 8, 8), value) for value in (0.5, 0.6, 0.9))
    batch = Batch(torch.zeros(1, 3, 2, 2), hr, torch.zeros(1, 3, 2, 2), torch.zeros(1, dtype=torch.bool), taught)
    views = DiscriminatorInputs(None, None)  # type: ignore[arg-type]  # which the pixel losses do not look at
    terms = Objective(recipe, None).terms(sr, batch, views, late=False)
    assert terms["l1"].item() == pytest.approx(0.2 * 0.1) and terms["teacher"].item() == pytest.approx(0.8 * 0.4)


def test_a_training_learns_from_a_teacher_and_its_card_names_it(tmp_path: Path, photos: Path) -> None:
    heard: list[TrainerEvent] = []
    what = order(photos, tiny("srresnet", "schedule.steps=15"), teacher="bicubic", replay=photos)
    model = load_weights(trained(tmp_path / "whole", what, heard))
    lessons = [event for event in heard if isinstance(event, Teaching)]
    assert lessons and lessons[-1].done == lessons[-1].total
    assert next(event.teacher for event in heard if isinstance(event, TrainingStarted)) == "bicubic"
    assert all(event.losses["teacher"] > 0 for event in heard if isinstance(event, StepsTaken))
    assert model.card.notes.endswith("80 % of the pixel losses were learnt from bicubic.")
    alone = load_weights(trained(tmp_path / "alone", replace(what, teacher="")))
    assert alone.card.sha256 != model.card.sha256 and "learnt from" not in alone.card.notes
    run = RunFolder.create(tmp_path / "parts", what)
    stop_at(prepared(run, what), 7)
    assert json.loads((run.path / "order.json").read_text())["teacher"] == "bicubic"
    again: list[TrainerEvent] = []
    resumed = prepared(run, run.order(), again)
    assert not any(isinstance(event, Teaching) for event in again), "it is asked once"
    path = resumed.train(threading.Event())
    assert path is not None and load_weights(path).card.sha256 == model.card.sha256
    run.remove()
    assert not run.path.exists()


def test_a_teacher_of_another_factor_is_refused() -> None:
    with pytest.raises(BadRecipe, match=r"^srresnet enlarges by 4, and what it is to teach by 2; choose another"):
        teacher_named("srresnet", 2, torch.device("cpu"))
