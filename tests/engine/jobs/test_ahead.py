"""What computes is loaded beside other work, and whoever needs it gets it whole, or the error that there was."""

import subprocess
import sys
from pathlib import Path

from PIL import Image


def outcome(code: str, *arguments: object) -> str:
    """What a process of its own says, in which nothing is loaded yet."""
    done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_is_loaded_beside_is_whole() -> None:
    code = (
        "import gc, sys\n"
        "from engine.jobs import ahead\n"
        "ahead.begin_loading()\n"
        "import app.cli.upscaling, app.cli.studying, numpy, PIL.Image, pyvips, engine.compute.runner\n"
        "ahead.load()\n"
        "from engine.jobs.method import Method\n"
        "print(Method('srgan', device='cpu').runner().model.name, gc.isenabled(), gc.get_freeze_count() > 100_000)"
    )
    assert outcome(code) == "srgan True True"


def test_nothing_is_loaded_where_nothing_asks() -> None:
    code = (
        "import sys, app.cli.upscaling, app.cli.listing, engine.jobs.worker\n"
        "print('torch' in sys.modules, 'rich' in sys.modules, 'spandrel' in sys.modules)"
    )
    assert outcome(code) == "False False False"


def test_what_cannot_be_loaded_is_told_where_it_is_needed() -> None:
    code = (
        "import sys\n"
        "sys.modules['torch'] = None\n"
        "from engine.jobs import ahead\n"
        "from engine.jobs.method import Method\n"
        "ahead.begin_loading()\n"
        "for _ in range(2):\n"
        "    try: Method('bicubic').runner()\n"
        "    except ImportError as error: print(error.name)"
    )
    assert outcome(code).split() == ["torch", "torch"]


def test_a_photo_is_decided_on_while_torch_is_loaded(tmp_path: Path) -> None:
    """Loading waits here for the decision; were it the other way round too, neither would ever come."""
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    code = (
        "import sys, threading\n"
        "from app.__main__ import main\n"
        "from engine.jobs import ahead, upscaler\n"
        "decided, decide, load = threading.Event(), upscaler.decide, ahead._import\n"
        "def deciding(*given):\n"
        "    found = decide(*given)\n"
        "    decided.set()\n"
        "    return found\n"
        "def loading():\n"
        "    assert decided.wait(30), 'the decision waits for torch'\n"
        "    load()\n"
        "upscaler.decide, ahead._import = deciding, loading\n"
        "print(main(sys.argv[1:]))"
    )
    assert outcome(code, "upscale", tmp_path / "a.png", "-o", tmp_path / "b.png") == "0"
    assert (tmp_path / "b.png").exists()
