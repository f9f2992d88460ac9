"""Photos on disk at the size of the paper's training set: how long they take to store, to open and to read, and what
memory that takes. Most of them are holes in files, which take no room on the disk; a share is really there.

    python -m tools.store_scale --photos 350000 --real 20000 --folder /where/there/is/room
"""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import psutil
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.checks.stopwatch import PeakMemory
from engine.compute.devices import find
from trainer.data.crops import Crops
from trainer.data.disk_store import PhotosOnDisk, Place, open_store, read_window
from trainer.data.pairs import Pairing
from trainer.data.photo_store import fill_store
from trainer.data.photos import TrainingPhoto, bundled_photos, find_photos, read_photo, read_photos
from trainer.data.prefetching import PrefetchedCrops
from trainer.data.sharding import ShardedStore
from trainer.data.shards import HEADER_BYTES, Index, write_header
from trainer.recipes.settings import Data

_SIDE = 256
_FILES = 400
"""JPEGs that are really there; each stands for many."""
_IN_MEMORY = 4000
"""Photos that are compared with: 0.8 GB."""
_STEP = 0.05
"""Seconds of a made-up step on a GPU, beside which the next batches are read."""
_PAIRING = Pairing(4, 96)
_DATA = Data(patch=96, batch=16, downscales=(), downscale_share=0.0)
_CPU = torch.device("cpu")


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=350_000, help="in all (default 350000)")
    parser.add_argument("--real", type=int, default=20_000, help="of them really on the disk (default 20000: 4.2 GB)")
    parser.add_argument("--folder", type=Path, help="where there is room (default: the system's temporary folder)")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        print(f"| {arguments.photos} photos of {_SIDE} px, batches of 16 x 96 px | |\n|---|---|")
        for what, figure in _measured(Path(folder), arguments.photos, arguments.real):
            print(f"| {what} | {figure} |", flush=True)


def _measured(folder: Path, count: int, real: int) -> Iterator[tuple[str, str]]:
    photos = [*_made_files(folder / "files")]
    few = ShardedStore(folder / "store", _repeated(photos, real), _PAIRING)
    with _Memory() as memory:
        seconds = _seconds(lambda: few.make(lambda lacking: read_photos(folder / "files", lacking)))
    yield f"storing {real} photos, decoded from JPEG", f"{1e3 * seconds / real:.2f} ms each, {memory}"
    all_of_them = ShardedStore(folder / "holes", _repeated(photos, count), _PAIRING)
    make_holes(all_of_them)
    with _Memory() as memory:
        begun = time.perf_counter()
        whole = open_store(all_of_them.shards, _CPU)
        seconds = time.perf_counter() - begun
    yield f"opening {len(all_of_them.shards)} shards of {count} photos", f"{seconds:.2f} s, {memory}"
    rng = torch.Generator()
    yield (
        f"choosing 16 of {count} photos",
        _figures([_seconds(lambda: torch.randperm(count, generator=rng)) for _ in range(50)]),
    )
    with _Memory() as memory:
        yield from _read(whole, f"{count} photos, holes")
        yield from _read(open_store(few.shards, _CPU), f"{real} photos")
        yield from _beside_a_step(open_store(few.shards, _CPU))
    yield "memory while reading these", f"{memory}"
    yield from _compared(folder / "files", photos, few)


def _read(store: PhotosOnDisk, what: str) -> Iterator[tuple[str, str]]:
    _forget(store)
    for name in ("cold", "warm"):
        yield f"a batch, {name} ({what})", _batches(Crops(store, _DATA, seed=0))


def _beside_a_step(store: PhotosOnDisk) -> Iterator[tuple[str, str]]:
    """How long a step waits for its batch, cold, where the ones after it are read meanwhile."""
    _forget(store)
    crops = PrefetchedCrops(store, _DATA, seed=1)
    waits = []
    for _ in range(100):
        waits.append(_seconds(lambda: crops.batch(96)))
        time.sleep(_STEP)
    yield f"waiting for a batch, cold, beside steps of {1e3 * _STEP:.0f} ms", _figures(waits)


def _compared(folder: Path, photos: list[TrainingPhoto], few: ShardedStore) -> Iterator[tuple[str, str]]:
    """A batch out of memory, and single windows by reading and by mapping the files."""
    decoded = [*read_photos(folder, photos)]
    many = (decoded[each % len(decoded)] for each in range(_IN_MEMORY))
    store = fill_store(many, Pairing(scale=4, smallest=96), _CPU)
    yield f"a batch from memory ({_IN_MEMORY} photos)", _batches(Crops(store, _DATA, seed=0))
    places = [*_places(few)]
    for what, window in (("read", read_window), ("mapped", _mapped_window)):
        _forget(open_store(few.shards, _CPU))
        begun = time.perf_counter()
        for place in places:
            window(*place)
        mean = (time.perf_counter() - begun) / len(places)
        yield f"one window of 96 px, cold, {what}, on average", f"{1e3 * mean:.2f} ms"


def _places(store: ShardedStore) -> Iterator[tuple[Path, Place]]:
    """A thousand from all over it."""
    rng = np.random.default_rng(0)
    for shard in rng.choice(len(store.shards), 1000):
        photo = int(rng.integers(len(store.shards[shard].photos)))
        top, left = rng.integers(0, _SIDE - 96, 2).tolist()
        yield store.shards[shard].hr, Place(96, photo * _SIDE**2, _SIDE, top, left, 0)


def _mapped_window(file: Path, place: Place) -> NDArray[np.uint8]:
    """As ``read_window``."""
    rows = _mapped(file)[place.start :].reshape(-1, place.width, 3)[place.top : place.top + place.side]
    return np.array(rows[:, place.left : place.left + place.side])


@cache
def _mapped(file: Path) -> NDArray[np.uint8]:
    return np.load(file, mmap_mode="r")  # type: ignore[no-any-return]


def _batches(crops: Crops) -> str:
    return _figures([_seconds(lambda: crops.batch(96)) for _ in range(200)])


def _figures(seconds: Sequence[float]) -> str:
    milliseconds = sorted(1e3 * each for each in seconds)
    rare = milliseconds[int(0.95 * len(milliseconds))]
    return f"{statistics.median(milliseconds):.2f} ms (one in twenty from {rare:.2f} ms)"


def make_holes(store: ShardedStore) -> None:
    """Make all shards as if their photos, each as large as its entry says, were black: the pixels are holes."""
    store.folder.mkdir(parents=True)
    for shard in store.shards:
        pairs = [shard.pairing.sizes(photo.height, photo.width) for photo in shard.photos]
        firsts = np.cumsum([0, *map(len, pairs)])[:-1].tolist()
        variants = [shard.pairing.variants(first, len(sizes)) for first, sizes in zip(firsts, pairs, strict=True)]
        sizes = np.concatenate(pairs) // shard.pairing.scale
        pixels = int(sizes.prod(1).sum())
        for path, count in ((shard.hr, pixels * shard.pairing.scale**2), (shard.lr, pixels)):
            with path.open("wb") as file:
                write_header(file, count)
                file.truncate(HEADER_BYTES + 3 * count)
        shard.write_index(Index(sizes, np.array(variants)))


def _made_files(folder: Path) -> Iterator[TrainingPhoto]:
    """Small JPEGs out of the photos that come with Fourfold."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    photos = [read_photo(path) for path in find_photos(bundled_photos())]
    for number in range(_FILES):
        photo = photos[number % len(photos)]
        top, left = (rng.integers(0, side - _SIDE + 1) for side in photo.shape[:2])
        path = folder / f"{number}.jpg"
        Image.fromarray(photo[top : top + _SIDE, left : left + _SIDE]).save(path, quality=95)
        yield TrainingPhoto(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), _SIDE, _SIDE)


def _repeated(photos: Sequence[TrainingPhoto], count: int) -> list[TrainingPhoto]:
    return [photos[number % len(photos)] for number in range(count)]


def _forget(store: PhotosOnDisk) -> None:
    """Let the system forget what it has read of the files, where it can be told."""
    os.sync()
    for path in (*store.hr, *store.lr):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class _Memory(PeakMemory):
    """The most resident memory of this process above that at first; as text, in MB."""

    def __init__(self) -> None:
        super().__init__(find("cpu"))
        self._before = psutil.Process().memory_info().rss

    def __str__(self) -> str:
        return f"{(self.bytes - self._before) / 1e6:+.0f} MB"


if __name__ == "__main__":
    main()
