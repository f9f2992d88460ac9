"""Photos shared out over real worker processes: the same results as one computer's, whatever dies."""

import importlib.util
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest
import torch
from PIL import Image

from app.__main__ import main
from app.cli.running import STOPPED
from app.cluster.places import Place, plan_places
from app.cluster.work import GivenUp, Made, Seen, look, make
from engine.compute.precision import Precision
from engine.files.naming import Naming
from engine.jobs.method import Method
from engine.jobs.saving import SaveOrder, job_for
from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.weights import Weights, save_weights
from tests.app.cli.test_stopping import hearing
from tests.conftest import ROOT
from tests.engine.making import generator

SMALL = Dimensions(blocks=1, width=4)


def save_photo(path: Path, width: int = 40, height: int = 30, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which everything runs, with small weights of the paper's kind."""
    monkeypatch.chdir(tmp_path)
    network = generator(SMALL, seed=1, dtype=torch.float32)
    save_weights(tmp_path / "small.safetensors", Weights(Card("small", SMALL), dict(network.state_dict())))
    return tmp_path


OPTIONS = ("--model", "small.safetensors", "--precision", "float32", "--recursive")


@contextmanager
def started(folder: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """``fourfold upscale`` as a terminal starts it, in a process group of its own."""
    child = subprocess.Popen(
        [sys.executable, "-m", "app", "upscale", *map(str, arguments), "--json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(folder / "state")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=None if sys.platform == "win32" else hearing,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def test_workers_make_what_one_computer_makes(folder: Path) -> None:
    """Bytes, names, what is kept and what fails: with photos that want the same name, one that exists, one broken."""
    for seed in range(3):
        save_photo(folder / "in" / f"{seed}.png", seed=seed)
    save_photo(folder / "in" / "1.tif", seed=7)
    save_photo(folder / "in" / "deep" / "1.png", seed=8)
    (folder / "in" / "broken.jpg").write_text("no picture")
    for out in ("one", "two"):
        (folder / out).mkdir()
        (folder / out / "2_small_4x.png").write_text("somebody's")
    what = ("in", *OPTIONS, "--format", "png", "--if-exists", "rename")
    assert main(["upscale", *what, "-o", "one"]) == 1
    with started(folder, *what, "-o", "two", "--workers", 2) as child:
        output, errors = child.communicate(timeout=120)
    assert (child.returncode, errors) == (1, "")
    alone, shared = contents(folder / "one"), contents(folder / "two")
    assert shared.keys() == alone.keys() and len(alone) == 6
    assert [name for name in alone if shared[name] != alone[name]] == []
    events = [json.loads(line) for line in output.splitlines()]
    assert [event["photo"] for event in events if event["event"] == "failed"] == [os.path.join("in", "broken.jpg")]
    assert sum(event["event"] == "saved" for event in events) == 5
    assert {event["event"] for event in events} >= {"begin", "started", "end"}


def wait_for(child: subprocess.Popen[str], event: str) -> None:
    assert child.stdout is not None
    if not any(json.loads(line)["event"] == event for line in child.stdout):
        raise AssertionError(child.communicate()[1])


def workers_of(child: subprocess.Popen[str]) -> list[psutil.Process]:
    return [each for each in psutil.Process(child.pid).children() if "spawn_main" in " ".join(each.cmdline())]


def wait_for_writer(folder: Path) -> int:
    """A process that has a result in work."""
    for _ in range(6000):
        for path in folder.glob(".fourfold-*.part"):
            return int(path.name.split("-")[2])
        time.sleep(0.01)
    raise AssertionError("no result was begun")


def kill_writer(child: subprocess.Popen[str], out: Path) -> None:
    """Kill the worker that has a result in work."""
    wait_for(child, "started")
    victim = psutil.Process(wait_for_writer(out))
    assert victim in workers_of(child)
    victim.kill()


def kinds(output: str) -> Counter[str]:
    return Counter(json.loads(line)["event"] for line in output.splitlines())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_deaths_lose_nothing_and_a_stop_leaves_nothing_half_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo over which a worker dies is tried again, or given up alone; going on makes what lacks, and nothing
    twice."""
    for seed in range(10):  # enough that some are left when it is stopped
        save_photo(folder / "in" / f"{seed}.png", 120, 90, seed)
    what = ("in", "--model", "srresnet", "--precision", "float32")
    with monkeypatch.context() as limited:
        limited.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
        with started(folder, *what, "-o", "one", "--workers", 1) as child:
            kill_writer(child, folder / "one")
            output, errors = child.communicate(timeout=300)
    assert (child.returncode, errors) == (1, "")
    assert (kinds(output)["failed"], kinds(output)["saved"], len(contents(folder / "one"))) == (1, 9, 9)
    with started(folder, *what, "-o", "two", "--workers", 2) as child:
        kill_writer(child, folder / "two")
        wait_for(child, "saved")
        wait_for_writer(folder / "two")
        os.killpg(child.pid, signal.SIGINT)  # as a terminal does it: to the workers too
        _, errors = child.communicate(timeout=120)
    assert (child.returncode, errors) == (130, f"{STOPPED}\n")
    before = contents(folder / "two")
    assert 1 <= len(before) < 10 and all(name.endswith("_srresnet_4x.png") for name in before)
    with started(folder, *what, "-o", "two", "--workers", 2, "--resume") as child:
        output, errors = child.communicate(timeout=300)
    assert (child.returncode, errors) == (0, "")
    assert (kinds(output)["skipped"], kinds(output)["saved"]) == (len(before), 10 - len(before))
    after = contents(folder / "two")
    assert len(after) == 10 and before.items() <= after.items()
    assert {name: after[name] for name in contents(folder / "one")} == contents(folder / "one")


@pytest.fixture
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler with one worker, as a person starts them."""
    place = folder / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with ExitStack() as stack:
        for what in (["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], ["worker", "--no-nanny"]):
            command = [sys.executable, "-m", f"distributed.cli.dask_{what[0]}", *what[1:], "--scheduler-file", place]
            child = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(child.wait)
            stack.callback(child.kill)
        deadline = time.monotonic() + 60
        while not place.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield json.loads(place.read_text())["address"]


def test_a_cluster_that_runs_is_used_by_the_same_version_alone(folder: Path, scheduler: str) -> None:
    save_photo(folder / "in" / "a.png")
    what = ["upscale", "in", "-o", "out", *OPTIONS, "--scheduler", scheduler]
    with started(folder, *what[1:]) as child:
        output, errors = child.communicate(timeout=60)
    assert (child.returncode, errors) == (0, "") and '"saved"' in output
    newer = "import sys, engine.version; engine.version.VERSION = '9.9'\n"
    code = newer + "from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    other = subprocess.run(
        [sys.executable, "-c", code, *what, "--resume"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert other.returncode == 2
    assert "Here is Fourfold 9.9" in other.stderr and len(other.stderr.splitlines()) == 1


def test_a_photo_that_a_worker_cannot_see_is_told_with_the_workers_name(folder: Path) -> None:
    ended = look("run", SaveOrder(folder / "elsewhere.png"))
    assert isinstance(ended, GivenUp) and "elsewhere.png is not there for the computer" in str(ended.error)


def test_what_a_worker_finished_before_it_died_is_not_made_again(folder: Path) -> None:
    """Its photo comes to another worker, which must neither make a second file nor touch the first."""
    photo = save_photo(folder / "a.png")
    assert main(["upscale", str(photo), "-o", str(folder / "out"), *OPTIONS]) == 0
    before = contents(folder / "out")
    order = SaveOrder(
        photo, Method("small.safetensors", precision=Precision.FLOAT32), naming=Naming(folder=folder / "out")
    )
    seen = look("run", order)
    assert isinstance(seen, Seen) and seen.finished == ()  # nobody asked to resume
    ended = make("run", 0, job_for(seen.order, seen.format, seen.size), order)
    assert isinstance(ended, Made) and ended.saved.target == folder / "out" / "a_small_4x.png"
    assert contents(folder / "out") == before


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other systems have other allocators")
def test_a_worker_keeps_the_memory_that_dask_would_give_back() -> None:
    code = (
        "import resource\n"
        "from engine.compute.memory import keep_memory\n"
        "keep_memory()\n"
        "for _ in range(50): b'x' * 2**24\n"  # 4096 pages
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)"
    )
    environment = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert int(done.stdout) < 50 * 2048, done.stderr


@pytest.mark.parametrize("address", ["server", "tls://server:8786"])
def test_what_is_no_address_is_refused_at_once(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    save_photo(folder / "a.png")
    assert main(["upscale", "a.png", "--scheduler", address]) == 2
    assert address in capsys.readouterr().err


def test_without_the_extra_one_sentence_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save_photo(folder / "a.png")
    monkeypatch.delitem(sys.modules, "app.cli.cluster", raising=False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert main(["upscale", "a.png", "--workers", "2"]) == 2
    assert "pip install" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("workers", "cores", "cards", "places"),
    [
        (2, 8, [], [Place(4), Place(4)]),
        (3, 2, [], [Place(1), Place(1), Place(1)]),
        (2, 8, ["0", "1"], [Place(4, "0"), Place(4, "1")]),
        (3, 9, ["4", "7"], [Place(3, "4"), Place(3, "7"), Place(3, "4")]),
    ],
)
def test_a_computer_is_shared_fairly(workers: int, cores: int, cards: list[str], places: list[Place]) -> None:
    assert plan_places(workers, cores, cards) == places
