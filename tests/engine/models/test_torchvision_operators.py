"""In child processes, because operators are declared once for the life of a process."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

DEFINE = "from engine.models.torchvision_operators import define_missing_operators as define; held = define(); "


def run(code: str, *path: Path) -> str:
    paths = [str(ROOT), *map(str, path)]
    command = [sys.executable, "-W", "error", "-c", f"import sys; sys.path[:0] = {paths}; {code}"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_torchvision_and_spandrel_import_and_vgg19_builds() -> None:
    count = run(
        DEFINE + "import torchvision.models, spandrel; "
        "print(sum(p.numel() for p in torchvision.models.vgg19().parameters()))"
    )
    assert count == "143667240"


def test_asking_again_changes_nothing() -> None:
    assert run(DEFINE + "print(define() is held)") == "True"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is declared")
def test_operators_of_a_fitting_torchvision_are_left_alone(tmp_path: Path) -> None:
    """A torchvision whose compiled half loads: any library that loads stands for it."""
    torch_package = find_spec("torch")
    assert torch_package
    assert torch_package.origin
    (tmp_path / "torchvision").mkdir()
    (tmp_path / "torchvision/__init__.py").touch()
    shutil.copy(Path(torch_package.origin).with_name("lib") / "libtorch_global_deps.so", tmp_path / "torchvision/_C.so")
    assert run(DEFINE + "import torch; print(held, hasattr(torch.ops.torchvision, 'nms'))", tmp_path) == "None False"
