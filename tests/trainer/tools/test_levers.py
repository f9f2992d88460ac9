"""Levers of a recipe are tried one by one, and their table is continued where it was left."""

from pathlib import Path

import pytest

from tests.trainer.conftest import settings
from tools.levers import LEVERS, main, ordered
from trainer.recipes.cookbook import SRGAN, SRGAN_PHOTO
from trainer.run_folder import TrainingOrder


@pytest.mark.parametrize("recipe", [SRGAN, SRGAN_PHOTO])
def test_every_lever_changes_the_recipe(recipe: object) -> None:
    what = TrainingOrder(photos=Path(), recipe=recipe)
    orders = {name: ordered(what, lever, 600) for name, lever in LEVERS.items()}
    assert all(each.recipe.schedule.steps == 600 for each in orders.values())
    base = orders.pop("as it is")
    assert all(each != base for each in orders.values())


def test_the_table_has_a_row_a_lever(
    tmp_path: Path, photos: Path, vgg19_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = settings("adversary.width=8", "adversary.head_start=1", "data.held_out=0.2")
    common = ["--photos", photos, "--out", tmp_path, "--vgg19", vgg19_file, "--device", "cpu", "--steps", "2", *small]
    levers = ["as it is", "no phase energy"]
    assert main([*map(str, common), "--lever", *levers]) == 0
    lines = (tmp_path / "levers.md").read_text().splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == levers
    assert "phase ratio" in lines[0] and lines[2].count("%") == 4
    log = tmp_path / levers[0] / "log.jsonl"
    ended = log.read_text()
    assert main([*map(str, common), "--lever", levers[0]]) == 0
    again = (tmp_path / "levers.md").read_text().splitlines()
    assert [line.split() for line in again[2:]] == [lines[2].split()]
    assert log.read_text() == ended != "", "nothing is prepared or trained again"
    assert capsys.readouterr().out.count("seconds a step") == 2
