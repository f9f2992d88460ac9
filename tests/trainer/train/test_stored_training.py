"""A training whose photos are read from disk is the one whose photos are in memory, stopped or not."""

import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.models.weights import load_weights
from tests.trainer.conftest import made_photo
from tests.trainer.train.test_training import order, prepared, stop_at, tiny, trained
from trainer.data.prefetching import PrefetchedCrops
from trainer.errors import BadPhotos
from trainer.run_folder import RunFolder
from trainer.train import photo_loading


def test_a_stored_training_is_the_one_in_memory(tmp_path: Path, photos: Path) -> None:
    settings = ("schedule.steps=15", "schedule.late=0.5", "data.late_patch=48", "data.replay_share=0.5")
    what = order(photos, tiny("srresnet", *settings), replay=photos)
    expected = load_weights(trained(tmp_path / "memory", what)).card.sha256
    stored = replace(what, store=tmp_path / "store")
    assert load_weights(trained(tmp_path / "stored", stored)).card.sha256 == expected
    run = RunFolder.create(tmp_path / "parts", stored)
    stop_at(prepared(run, stored), 7)
    resumed = prepared(run, run.order())
    assert isinstance(resumed.crops, PrefetchedCrops) and resumed.training.step == 7
    model = resumed.train(threading.Event())
    assert model is not None and load_weights(model).card.sha256 == expected
    assert len([*(tmp_path / "store").iterdir()]) == 2  # photos to learn from, and those to replay


def test_a_store_that_cannot_be_made_is_one_sentence(tmp_path: Path, photos: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    what = order(photos, tiny("srresnet", "schedule.steps=1"), store=tmp_path / "file")
    with pytest.raises(BadPhotos, match=r"^The photos cannot be stored in .*file"):
        trained(tmp_path / "run", what)


def test_too_many_photos_for_memory_are_told_of_the_store(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(6):
        made_photo(seed, 600, 450).save(photos / f"{seed}.png")
    what = order(photos, tiny("srresnet", "schedule.steps=1", "data.megapixels=1", "data.patch=256"))
    monkeypatch.setattr(photo_loading, "find", lambda name: SimpleNamespace(free_memory=10**7))
    with pytest.raises(BadPhotos, match=r"^Photos to learn from: 5, .* 0\.0 GB are free; --store FOLDER reads"):
        trained(tmp_path / "run", what)
