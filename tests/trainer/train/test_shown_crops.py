"""The sheets of crops that a training leaves for a person to look at."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image

from tests.trainer.conftest import Run, events, settings
from trainer.data.crops import Batch
from trainer.run_folder import RunFolder
from trainer.train.shown_crops import save_crops


def batch(count: int) -> Batch:
    """Crops that are told apart by their brightness; the LR is black but for one pixel."""
    hr = torch.arange(count).float().div(255)[:, None, None, None].expand(count, 3, 32, 32)
    lr = torch.zeros(count, 3, 8, 8)
    lr[:, 0, 2, 5] = 1.0
    return Batch(lr, hr, lr, torch.zeros(count, dtype=torch.bool))


def test_a_sheet_shows_what_went_in_beside_what_was_to_come(tmp_path: Path) -> None:
    told = save_crops(tmp_path / "crops", 50, batch(16), replayed=6)
    assert (told.step, told.sheet, told.crops, told.replayed) == (50, "crops/step-00000050.png", 8, 3)
    with Image.open(tmp_path / told.sheet) as sheet:
        pixels = np.asarray(sheet)
    assert pixels.shape == (8 * 32, 64, 3)
    first = pixels[:32, :32]
    assert (first[8:12, 20:24] == (255, 0, 0)).all() and int(first.sum()) == 16 * 255, "an LR pixel is a square"
    assert [int(value) for value in pixels[::32, 40, 0]] == [0, 2, 4, 6, 8, 10, 12, 14], "from all over the batch"
    assert save_crops(tmp_path / "crops", 51, batch(2), replayed=1).crops == 2


def test_the_first_and_the_newest_sheets_are_kept(tmp_path: Path) -> None:
    for step in range(1, 40):
        save_crops(tmp_path, step, batch(2), replayed=0)
    steps = [int(path.stem[5:]) for path in sorted(tmp_path.iterdir())]
    assert steps == [1, *range(24, 40)]


def test_a_training_shows_damaged_crops_at_its_start_and_at_each_validation(
    tmp_path: Path, photos: Path, run: Run
) -> None:
    more = (
        "schedule.steps=10",
        "data.batch=4",
        "data.replay_share=0.5",
        "data.degradation=strong",
        "data.clean_share=0",
    )
    what = ("--photos", photos, "--replay", photos, "--device", "cpu", "--json")
    done = run("train", "--out", tmp_path / "run", *what, *settings(*more))
    assert done.returncode == 0, done.stderr
    told = events(done.stdout, "crops")
    assert [(each["step"], each["crops"], each["replayed"]) for each in told] == [(1, 4, 2), (5, 4, 2), (10, 4, 2)]
    with Image.open(tmp_path / "run" / told[-1]["sheet"]) as sheet:
        pixels = np.asarray(sheet).astype(float)
    small = pixels[:, :32].reshape(4, 8, 4, 8, 4, 3)[:, :, 0, :, 0]  # LR again
    reduced = pixels[:, 32:].reshape(4, 8, 4, 8, 4, 3).mean((2, 4))
    assert abs(small - reduced).mean() > 5, "the damage is seen"
    RunFolder(tmp_path / "run").remove()
    assert not (tmp_path / "run").exists()
