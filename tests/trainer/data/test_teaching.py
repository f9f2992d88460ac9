"""What a teacher makes of each LR is made once, goes on where it was interrupted, and lies where HR lies."""

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.trainer.data.test_disk_store import CPU, PAIRING, written
from trainer.data.crops import Crops
from trainer.data.disk_store import open_store
from trainer.data.photos import Pixels, read_photos
from trainer.data.sharding import ShardedStore
from trainer.data.teaching import teach
from trainer.errors import BadPhotos
from trainer.recipes.settings import Data


@pytest.fixture
def store(tmp_path: Path) -> ShardedStore:
    """Four photos in shards."""
    store = ShardedStore(tmp_path / "store", written(tmp_path / "photos", range(4)), PAIRING)
    store.make(lambda lacking: read_photos(tmp_path / "photos", lacking))
    return store


def negative(lr: Pixels) -> Pixels:
    """A teacher by which its results are known: the negative, each pixel four times as wide and high."""
    return (255 - lr).repeat(4, 0).repeat(4, 1)


def test_crops_of_what_is_taught_are_those_of_the_lr(store: ShardedStore) -> None:
    teach(store.shards, "abc", negative, lambda done, total: None)
    data = Data(batch=24, patch=48, downscales=PAIRING.downscales, replay_share=0.25, flat_share=0.2)
    taught, plain = open_store(store.shards, CPU, "abc"), open_store(store.shards, CPU)
    batch = Crops(taught, data, seed=0, replay=plain).batch(48)
    made, flat, learnt = batch.taught, batch.flat, torch.arange(24) < 18
    assert made is not None and flat.any() and not flat.all()
    enlarged = batch.lr.repeat_interleave(4, 2).repeat_interleave(4, 3)
    assert torch.allclose(made[learnt & ~flat], 1 - enlarged[learnt & ~flat], atol=1e-6)
    assert torch.equal(made[~learnt | flat], batch.hr[~learnt | flat]), "where no teacher is asked, the truth"
    alone = Crops(plain, data, seed=0, replay=plain).batch(48)
    assert alone.taught is None and all(map(torch.equal, alone[:4], batch[:4])), "chance is the same"


def test_who_was_interrupted_goes_on_and_asks_for_nothing_twice(store: ShardedStore) -> None:
    heard: list[tuple[int, int]] = []
    asked: list[Pixels] = []

    def tired(lr: Pixels) -> Pixels:
        if len(asked) == 5:
            raise InterruptedError
        asked.append(lr)
        return negative(lr)

    with pytest.raises((InterruptedError, BadPhotos)):
        teach(store.shards, "abc", tired, lambda *done: None)
    part = next(store.folder.glob("*.part"))
    with part.open("ab") as file:
        file.write(b"torn")  # as a kill in the middle of writing leaves it
    more: list[Pixels] = []
    teach(store.shards, "abc", lambda lr: more.append(lr) or negative(lr), lambda *done: heard.append(done))  # type: ignore[func-returns-value]
    pairs = sum(len(shard.index().sizes) for shard in store.shards)
    assert len(more) == pairs - 5 and heard[-1] == (pairs, pairs)
    teach(store.shards, "whole", negative, lambda *done: None)
    for shard in store.shards:
        assert np.array_equal(np.load(shard.taught("abc")), np.load(shard.taught("whole")))
    teach(store.shards, "abc", tired, lambda *done: None)  # nothing lacks, so nobody is asked
