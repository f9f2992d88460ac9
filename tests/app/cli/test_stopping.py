"""Signals and limits, with real processes: one sentence, the right exit code, nothing half done left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.cli.running import LEAST_ADDRESSES, STOPPED, listen_for_stops
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals and limits")


def noise(path: Path, side: int) -> None:
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (side, side, 3), np.uint8)).save(path)


def started(folder: Path, *photos: str, before: Callable[[], object]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "app", "upscale", *photos, "--json", "--model", "srresnet"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(folder / "state")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        preexec_fn=before,
    )


def hearing() -> None:
    """Signals as a terminal gives them to a program; where the tests run in the background some are ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def wait_for_progress(child: subprocess.Popen[str], photo: str) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["photo"] == photo and event["fraction"] > 0:
            return
    raise AssertionError(child.communicate()[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    noise(tmp_path / "small.png", 20)
    noise(tmp_path / "vast.png", 900)
    return tmp_path


@pytest.mark.parametrize("stop", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_stops_the_work_in_order(folder: Path, stop: str) -> None:
    with started(folder, "small.png", "vast.png", before=hearing) as child:
        wait_for_progress(child, "vast.png")
        begin = time.monotonic()
        child.send_signal(getattr(signal, stop))
        _, errors = child.communicate(timeout=60)
    assert time.monotonic() - begin < 30
    assert (child.returncode, errors) == (130, f"{STOPPED}\n")
    assert sorted(path.name for path in folder.iterdir()) == ["small.png", "small_srresnet_4x.png", "vast.png"]


@pytest.mark.parametrize("stop", ["SIGINT", "SIGHUP"])
def test_three_signals_end_it_without_a_traceback(folder: Path, stop: str) -> None:
    with started(folder, "vast.png", before=hearing) as child:
        wait_for_progress(child, "vast.png")
        for _ in range(3):
            child.send_signal(getattr(signal, stop))
            time.sleep(0.02)
        _, errors = child.communicate(timeout=60)
    assert child.returncode == 130
    assert errors.splitlines()[-1] == STOPPED and "Traceback" not in errors
    assert not list(folder.glob("*_srresnet*"))


def test_a_second_signal_lets_what_the_first_began_go_on(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ends: list[int] = []
    monkeypatch.setattr(os, "_exit", ends.append)
    before = [(number, signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        listen_for_stops()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
        assert ends == [] and capfd.readouterr().err.startswith("Stopping:")
        signal.raise_signal(signal.SIGTERM)
        assert ends == [130] and capfd.readouterr().err == f"{STOPPED}\n"
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def test_a_signal_before_anything_began_shows_no_traceback(folder: Path) -> None:
    """While our own modules are imported."""
    with started(folder, "small.png", before=hearing) as child:
        time.sleep(0.15)
        child.send_signal(signal.SIGINT)
        _, errors = child.communicate(timeout=60)
    assert child.returncode in (130, -signal.SIGINT)
    assert 'File "' + str(ROOT) not in errors


def test_who_ignores_a_signal_goes_on_ignoring_it(folder: Path) -> None:
    """As ``nohup`` wants it."""

    def deaf() -> None:
        hearing()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with started(folder, "small.png", "vast.png", before=deaf) as child:
        wait_for_progress(child, "vast.png")
        child.send_signal(signal.SIGHUP)
        assert child.stdout is not None and child.stdout.readline()
        child.terminate()
        child.communicate(timeout=60)
    assert child.returncode == 130


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep to this limit")
@pytest.mark.parametrize("share", [0.5, 1.2])
def test_a_memory_limit_ends_in_a_sentence(folder: Path, share: float) -> None:
    import resource

    limit = int(share * LEAST_ADDRESSES)

    def limited() -> None:
        hearing()
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    with started(folder, "vast.png", before=limited) as child:
        output, errors = child.communicate(timeout=120)
    if share < 1:
        assert (child.returncode, len(errors.splitlines())) == (2, 1) and "ulimit" in errors, errors
    else:  # where memory runs out at the photo, or does not
        assert errors == "" and (child.returncode == 0 or "not enough free memory" in output), (output, errors)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_falls_into_a_finaliser_stops_the_work_all_the_same(number: int) -> None:
    code = (
        "import argparse, signal, time\n"
        "from app.cli.running import run\n"
        "class Thing:\n"
        f"    def __del__(self): signal.raise_signal({number:d})\n"
        "def work(arguments):\n"
        "    thing = Thing()\n"
        "    del thing\n"
        "    for _ in range(600): time.sleep(0.1)\n"
        "    return 0\n"
        "raise SystemExit(run(argparse.Namespace(command='models', run=work)))\n"
    )
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=50, preexec_fn=hearing
    )
    assert (child.returncode, child.stderr) == (130, f"{STOPPED}\n")
