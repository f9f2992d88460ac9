"""A command imports what it needs and nothing else: that is how it starts at once."""

import subprocess
import sys

import pytest

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


@pytest.mark.parametrize("command", [[], ["upscale"], ["models"], ["study"], ["verdict"]], ids=" ".join)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    assert heavy_after(*command, "--help") == set()


@pytest.mark.parametrize("arguments", [["--version"], ["no-such-command"], ["models"], ["upscale"]], ids=" ".join)
def test_what_needs_no_pixels_imports_nothing_heavy(arguments: list[str]) -> None:
    assert heavy_after(*arguments) == set()
