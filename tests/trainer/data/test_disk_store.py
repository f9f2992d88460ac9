"""Photos on disk: the same batches as from memory, made once, nothing half, and memory that stays flat."""

import hashlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from tests.conftest import ROOT
from tests.trainer.conftest import made_photo
from tools.store_scale import make_holes
from trainer.data import sharding
from trainer.data.crops import Crops
from trainer.data.disk_store import open_store
from trainer.data.pairs import Pairing
from trainer.data.photo_store import fill_store
from trainer.data.photos import TrainingPhoto, read_photo, read_photos
from trainer.data.prefetching import PrefetchedCrops
from trainer.data.sharding import ShardedStore
from trainer.errors import BadPhotos
from trainer.recipes.settings import Data

CPU = torch.device("cpu")
PAIRING = Pairing(4, 48, (0.8, 0.6))


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two photos each."""
    monkeypatch.setattr(sharding, "_SHARD_BYTES", 120_000)


def written(folder: Path, seeds: range) -> list[TrainingPhoto]:
    """Photos of different sizes."""
    folder.mkdir()
    photos = []
    for seed in seeds:
        width, height = 101 + seed, 90 - 2 * seed
        path = folder / f"{seed}.png"
        made_photo(seed, width, height).save(path)
        photos.append(TrainingPhoto(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), width, height))
    return photos


@pytest.fixture
def made(tmp_path: Path) -> ShardedStore:
    """Six photos, stored."""
    store = ShardedStore(tmp_path / "store", written(tmp_path / "photos", range(6)), PAIRING)
    store.make(lambda lacking: read_photos(tmp_path / "photos", lacking))
    return store


def remade(store: ShardedStore) -> list[str]:
    """Which photos were read to make what lacks."""
    asked: list[str] = []

    def read(lacking: list[TrainingPhoto]) -> Iterator[np.ndarray]:
        asked.extend(photo.path for photo in lacking)
        return read_photos(store.root.parent / "photos", lacking)

    store.make(read)
    return asked


def test_batches_are_those_from_memory(tmp_path: Path, made: ShardedStore) -> None:
    """Bit for bit, with replay and damage, also where the crops become larger and where it goes on from a state."""
    old = ShardedStore(made.root, written(tmp_path / "old", range(6, 9)), PAIRING)
    old.make(lambda lacking: read_photos(tmp_path / "old", lacking))
    assert len(made.shards) == 3 and len({made.folder, old.folder}) == 2
    in_memory = [
        fill_store([read_photo(folder / photo.path) for photo in store.photos], PAIRING, CPU)
        for folder, store in ((tmp_path / "photos", made), (tmp_path / "old", old))
    ]
    on_disk = [open_store(each.shards, CPU) for each in (made, old)]
    data = Data(batch=8, downscale_share=0.5, replay_share=0.4, degradation="mild")
    expected = Crops(in_memory[0], data, 5, in_memory[1])
    crops = PrefetchedCrops(on_disk[0], data, 5, on_disk[1])
    for step in range(50):
        if step == 20:
            state = crops.state()
            crops = PrefetchedCrops(on_disk[0], data, 99, on_disk[1])
            crops.restore(state)
        patch = 32 if step < 35 else 48
        assert all(map(torch.equal, crops.batch(patch)[:4], expected.batch(patch)[:4]))
        assert torch.equal(crops.state(), expected.state())
    crops.reseed(7)
    expected.reseed(7)
    assert all(map(torch.equal, crops.batch(32)[:4], expected.batch(32)[:4]))


def test_what_is_stored_is_used_again(made: ShardedStore) -> None:
    assert remade(made) == []
    (made.folder / "00001.lr.npy").unlink()
    assert remade(made) == ["2.png", "3.png"]


def test_other_photos_and_other_sizes_are_stored_beside(made: ShardedStore) -> None:
    others = [
        ShardedStore(made.root, made.photos[:5], PAIRING),
        ShardedStore(made.root, made.photos, Pairing(4, 48)),
        ShardedStore(made.root, [*made.photos[:5], TrainingPhoto("5.png", "changed", 106, 80)], PAIRING),
    ]
    assert len({made.folder, *(each.folder for each in others)}) == 4
    assert len(remade(others[0])) == 5 and remade(made) == []


def test_a_kill_loses_one_shard_at_most(made: ShardedStore) -> None:
    expected = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    for path in made.folder.iterdir():
        path.unlink()
    script = f"""
import time
from pathlib import Path
from trainer.data import sharding
from trainer.data.pairs import Pairing
from trainer.data.photos import TrainingPhoto, read_photos
sharding._SHARD_BYTES = {sharding._SHARD_BYTES}
def slowly(lacking):
    for number, pixels in enumerate(read_photos(Path({str(made.root.parent / "photos")!r}), lacking)):
        if number == 3:
            print("three", flush=True)
            time.sleep(60)
        yield pixels
sharding.ShardedStore(Path({str(made.root)!r}), {made.photos!r}, {PAIRING!r}).make(slowly)
"""
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout and child.stdout.readline() == b"three\n"
        child.send_signal(signal.SIGKILL)
    assert {*(path.name.split(".")[0] for path in made.folder.glob("0*"))} == {"00000"}
    assert remade(made) == ["2.png", "3.png", "4.png", "5.png"]
    assert {path.name: path.read_bytes() for path in made.folder.iterdir()} == expected


@pytest.mark.parametrize("name", ["00001.hr.npy", "00001.lr.npy", "00001.index.npz"])
def test_a_damaged_shard_is_one_sentence(made: ShardedStore, name: str) -> None:
    path = made.folder / name
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(BadPhotos, match=rf"{name} is damaged; remove it and start again"):
        open_store(made.shards, CPU)
    path.unlink()
    assert remade(made) == ["2.png", "3.png"] and open_store(made.shards, CPU)


def test_a_shard_of_other_photos_is_not_taken_for_one_of_these(made: ShardedStore) -> None:
    with pytest.raises(BadPhotos, match=r"00001\.index\.npz is damaged"):
        open_store([made.shards[0], replace(made.shards[1], photos=made.photos[:1])], CPU)


def test_a_store_of_another_version_is_one_sentence(made: ShardedStore) -> None:
    mark = made.folder / "store.json"
    mark.write_text(json.dumps({**json.loads(mark.read_text()), "version": 2}))
    with pytest.raises(BadPhotos, match=r"another version of Fourfold; remove the folder"):
        remade(made)
    mark.write_text("{")
    with pytest.raises(BadPhotos, match=r"store\.json is damaged"):
        remade(made)


def test_a_shard_that_becomes_shorter_is_one_sentence(made: ShardedStore) -> None:
    crops = PrefetchedCrops(open_store(made.shards, CPU), Data(batch=6, downscale_share=0.0), seed=0)
    crops.batch(32)
    for shard in made.shards:
        shard.hr.write_bytes(b"")
    with pytest.raises(BadPhotos, match=r"00\d+\.hr\.npy has become shorter"):
        [crops.batch(32) for _ in range(10)]


def test_too_little_room_is_told_first(made: ShardedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = sum(path.stat().st_size for path in made.folder.glob("*r.npy"))
    assert sum(shard.bytes() for shard in made.shards) == needed - 6 * 128
    other = ShardedStore(made.root, made.photos[:5], PAIRING)
    monkeypatch.setattr(sharding.shutil, "disk_usage", lambda folder: SimpleNamespace(free=100_000))
    with pytest.raises(BadPhotos, match=r"^The photos take 0\.\d GB in .* where 0\.\d GB are free\.$"):
        remade(other)
    assert [path.name for path in other.folder.iterdir()] == ["store.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_one_sentence_and_leaves_nothing_half(made: ShardedStore) -> None:
    import resource

    other = ShardedStore(made.root, made.photos, Pairing(4, 32))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(BadPhotos, match=r"^The photos cannot be stored in .*: .*[^.]\.$"):
            remade(other)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [path.name for path in other.folder.iterdir()] == ["store.json"]


def test_memory_stays_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While windows from all over 0.6 GB are read; the pixels are holes, which take no room on the disk."""
    photos = [TrainingPhoto(str(number), "", 256, 256) for number in range(3_000)]
    script = f"""
import sys
from pathlib import Path
import psutil, torch
from trainer.data.crops import Crops
from trainer.data.disk_store import open_store
from trainer.data.pairs import Pairing
from trainer.data.photos import TrainingPhoto
from trainer.data.sharding import ShardedStore
from trainer.recipes.settings import Data
torch.set_num_threads(1)
photos = [TrainingPhoto(str(number), "", 256, 256) for number in range({len(photos)})]
store = open_store(ShardedStore(Path({str(tmp_path)!r}), photos, Pairing(4, 96)).shards, torch.device("cpu"))
crops = Crops(store, Data(batch=16, downscale_share=0.0), 0)
resident = []
for _ in range(120):
    assert not crops.batch(96).hr.any()
    resident.append(psutil.Process().memory_info().rss / 1e6)
print(max(resident) - resident[20])
"""
    monkeypatch.setattr(sharding, "_SHARD_BYTES", 2**27)
    make_holes(ShardedStore(tmp_path, photos, Pairing(4, 96)))
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 40  # mapped into memory it would be all that is read
