"""What every test shares: calm threads, one hypothesis profile, the photos beside the repository."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Read when torch loads, so they are set before any test imports it. Workers of pytest-xdist share the CPU.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OMP_NUM_THREADS", "1" if "PYTEST_XDIST_WORKER" in os.environ else "2")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What tests find out of this computer is not remembered for its user.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="fourfold-cache-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, max_examples=25, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The photos beside the repository (``train``, ``valid``, ``eval``); the test is skipped where there are none."""
    folder = Path(os.environ.get("FOURFOLD_SHARED", ROOT.parent / "shared")) / "data"
    if not folder.is_dir():
        pytest.skip(f"needs the photos in {folder}")
    return folder


@pytest.fixture
def display() -> Iterator[str]:
    """An X server without a screen; it chooses its number itself."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1400x900x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    yield name
    server.terminate()
    server.wait()
