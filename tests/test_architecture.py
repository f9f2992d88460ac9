"""The rules that hold the house together, checked on the source and in fresh processes."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# From the ground up: a room imports itself and those before it.
ROOMS = ("resources", "engine", "trainer", "app")
MACHINE_PATH = re.compile(rb"(?<![\w.])/(?:work|root|home|Users)/\w")
LARGEST_FILE = 12 * 2**20


def sources(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported_modules(source: Path) -> Iterator[str]:
    """Dotted names of all that a file imports, wherever in it."""
    package = source.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*base, *filter(None, [node.module])])


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_downhill(room: str) -> None:
    above = set(ROOMS[ROOMS.index(room) + 1 :])
    uphill = [
        f"{source.relative_to(ROOT)} imports {name}"
        for source in sources(room)
        for name in imported_modules(source)
        if name.split(".")[0] in above
    ]
    assert not uphill


def test_app_leaves_torch_to_the_engine() -> None:
    direct = [source for source in sources("app") for name in imported_modules(source) if name.split(".")[0] == "torch"]
    assert not direct


def test_the_window_opens_and_trains_without_torch() -> None:
    """The engine's thread and the children load it; whoever looks at the page does not wait for that."""
    done = run_python(
        "import sys; sys.modules['torch'] = None; import app.window.shell.start, app.window.training.page"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", ["engine", "trainer"])
def test_room_imports_without_qt_and_libvips(room: str) -> None:
    """A server without a screen, or without libvips, can still use what needs neither."""
    names = [".".join(source.relative_to(ROOT).with_suffix("").parts) for source in sources(room)]
    done = run_python(
        "import importlib, sys\n"
        "sys.modules.update(dict.fromkeys(['PySide6', 'qtpy', 'pyvips']))\n"
        f"for name in {names}: importlib.import_module(name.removesuffix('.__init__'))"
    )
    assert done.returncode == 0, done.stderr


def test_help_answers_without_torch() -> None:
    done = run_python(
        "import runpy, sys\n"
        "sys.modules['torch'] = None\n"
        "sys.argv = ['fourfold', '--help']\n"
        "runpy.run_module('app', run_name='__main__', alter_sys=True)"
    )
    assert done.returncode == 0, done.stderr
    assert "upscale" in done.stdout


def test_no_file_names_a_machine() -> None:
    texts = [path for path in tracked_files() if path != Path(__file__)]
    assert [path for path in texts if MACHINE_PATH.search(path.read_bytes())] == []


def test_no_file_is_too_large() -> None:
    assert [path for path in tracked_files() if path.stat().st_size > LARGEST_FILE] == []
