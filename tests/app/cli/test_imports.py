"""A command imports what it needs and nothing else: that is how it starts at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.cli.parser import COMMANDS

HEAVY = {"torch", "torchvision", "spandrel", "scipy", "numpy", "PIL", "pyvips", "rich", "PySide6", "trainer.run_folder"}


def heavy_after(*arguments: object) -> set[str]:
    """What heavy modules a process of that command has imported when it ends."""
    code = (
        "import sys\nfrom app.__main__ import main\n"
        "try: main(sys.argv[1:])\nfinally: print('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode in (0, 1, 2), done.stderr
    return HEAVY & set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS if name != "train")], ids=" ".join)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    assert heavy_after(*command, "--help") == set()


@pytest.mark.parametrize(
    "arguments", [["--version"], ["no-such-command"], ["models"], ["upscale"], ["study", "show", "none"]], ids=" ".join
)
def test_what_needs_no_pixels_imports_nothing_heavy(arguments: list[str]) -> None:
    assert heavy_after(*arguments) == set()


def test_training_is_asked_for_without_torch() -> None:
    assert heavy_after("train", "--help") <= {"numpy", "PIL", "trainer.run_folder"}


def test_a_photo_that_is_not_there_is_told_without_torch(tmp_path: Path) -> None:
    assert heavy_after("upscale", tmp_path / "none.jpg") == {"numpy"}


def test_upscaling_imports_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    assert heavy_after("upscale", tmp_path / "a.png", "--model", "srresnet") == {"torch", "numpy", "pyvips"}
