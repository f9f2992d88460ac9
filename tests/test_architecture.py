"""The rules that hold the house together, checked on the source and in fresh processes."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# From the ground up: a package imports itself and those before it.
ROOMS = ("resources", "engine", "trainer", "app")
# What each folder may import of its package besides itself and the package's vocabulary, as ARCHITECTURE.md shows it.
MAY_IMPORT = {
    "engine": {
        "files": "",
        "models": "",
        "compute": "models",
        "jobs": "files models compute",
        "checks": "files models compute",
    },
    "trainer": {
        "recipes": "",
        "data": "recipes",
        "metrics": "recipes",
        "train": "recipes data metrics",
        "evaluation": "data metrics",
        "study": "data evaluation",
        "verdict": "recipes data metrics train",
        "tools": "recipes data train",
        "depth": "recipes data metrics train evaluation tools",
        "commands": "recipes data metrics train evaluation study verdict tools depth",
    },
    "app/window": {
        "widgets": "",
        "platform": "widgets",
        "inspector": "widgets",
        "photos": "widgets platform",
        "canvas": "widgets platform inspector photos",
        "export": "widgets platform inspector photos",
        "measure": "widgets platform inspector photos",
        "training": "widgets platform inspector photos canvas measure",
        "judging": "widgets platform inspector photos",
        "shell": "widgets platform inspector photos canvas export measure training judging",
    },
}
MACHINE_PATH = re.compile(rb"(?<![\w.])/(?:work|root|home|Users)/\w")
LARGEST_FILE = 12 * 2**20


def sources(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def module_of(source: Path) -> str:
    return ".".join(source.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(source: Path) -> Iterator[str]:
    """Dotted names of all modules that a file imports, wherever in it, for types too."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = source.relative_to(ROOT).parent.parts
            base = ".".join(
                [*(package[: len(package) - node.level + 1] if node.level else ()), *filter(None, [node.module])]
            )
            for alias in node.names:
                inner = ROOT / f"{base}.{alias.name}".replace(".", "/")
                yield f"{base}.{alias.name}" if inner.is_dir() or inner.with_suffix(".py").is_file() else base


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
        for name in imports_of(source)
        if name.split(".")[0] in above
    ]
    assert not uphill


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_folders_import_downhill(package: str) -> None:
    """Also inside functions and for types."""
    folders, prefix = MAY_IMPORT[package], package.replace("/", ".") + "."
    wrong = []
    for folder, allowed in folders.items():
        forbidden = set(folders) - {folder, *allowed.split()}
        for source in sources(f"{package}/{folder}"):
            rooms = {name.removeprefix(prefix).split(".")[0] for name in imports_of(source) if name.startswith(prefix)}
            wrong += [f"{source.relative_to(ROOT)} imports {room}" for room in rooms & forbidden]
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    paths = {module_of(source): source for room in (*ROOMS, "tools") for source in sources(room)}
    waiting = {name: {other for other in imports_of(path) if other in paths} - {name} for name, path in paths.items()}
    while free := [name for name, others in waiting.items() if not others]:
        waiting = {name: others - set(free) for name, others in waiting.items() if others}
    assert not waiting


def test_the_map_is_true() -> None:
    """ARCHITECTURE.md shows the folders that are there, all of them, and what each may import."""
    rows = re.findall(r"^\| `([^`]+)` \|.*\|([^|]*)\|$", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    shown = {folder: set(re.findall(r"`(\w+)`", imports)) for folder, imports in rows}
    for package, folders in MAY_IMPORT.items():
        real = {path.name for path in (ROOT / package).iterdir() if (path / "__init__.py").is_file()}
        assert real == set(folders) == {f.removeprefix(f"{package}/") for f in shown if f.startswith(f"{package}/")}
        for folder, allowed in folders.items():
            assert shown[f"{package}/{folder}"] == set(allowed.split()), folder
    assert [folder for folder in shown if not (ROOT / folder).is_dir()] == []
    top = {path.name for path in ROOT.iterdir() if any(path.glob("*.py"))} - {"tests"}
    assert top <= set(shown)


def test_app_leaves_torch_to_the_engine() -> None:
    direct = [source for source in sources("app") for name in imports_of(source) if name.split(".")[0] == "torch"]
    assert not direct


def test_the_window_opens_and_trains_without_torch() -> None:
    """The engine's thread and the children load it; whoever looks at the page does not wait for that."""
    done = run_python(
        "import sys; sys.modules['torch'] = None; "
        "import app.window.shell.start, app.window.training.page, app.window.judging.page"
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
