"""The built programs, as the last ``python3 start.py build`` left them: away from the source, with no Python around."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
import torch
from PIL import Image, ImageGrab

from app.__main__ import main
from app.cli.parser import make_parser
from app.window.widgets.language import LANGUAGES
from engine.compute.devices import devices
from engine.files.formats import Format, SaveOptions
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.models import catalog
from engine.models.torchvision_operators import define_missing_operators
from tests.conftest import ROOT

FOLDER = ROOT / "dist/Fourfold"
SAMPLE = ROOT / "resources/samples/leaves.jpg"
SUFFIX = ".exe" if sys.platform == "win32" else ""
WIDTH = "100"
OFFSCREEN = "This plugin does not support propagateSizeHints()\n"  # Qt says so where there is no screen
SHIPPED = [entry for entry in catalog.entries() if entry.origin in (catalog.Origin.RESAMPLING, catalog.Origin.SHIPPED)]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="needs dist/Fourfold: python3 start.py build"),
]

Run = Callable[..., str]


def environment(home: Path) -> dict[str, str]:
    """As bare as a program can have it. The threads are the tests', so that sums are made in the same order."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "OMP_NUM_THREADS") if name in os.environ}
    return kept | {"PATH": "", "HOME": str(home), "COLUMNS": WIDTH, "LC_ALL": "C.UTF-8"}


@pytest.fixture
def built(tmp_path: Path) -> Run:
    """Run a built program in another folder and return what it prints."""

    def run(*arguments: object, program: str = "fourfold-cli") -> str:
        command = [str(FOLDER / f"{program}{SUFFIX}"), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, timeout=300
        )
        assert (done.returncode, done.stderr.replace(OFFSCREEN, "")) == (0, "")
        return done.stdout

    return run


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A piece of a sample."""
    path = tmp_path / "photos" / "leaves.png"
    path.parent.mkdir()
    with Image.open(SAMPLE) as sample:
        sample.crop((300, 200, 372, 250)).save(path)
    return path


def pixels(path: Path) -> np.ndarray:
    return open_photo(path).picture().pixels


def test_help_is_the_sources(built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", WIDTH)
    assert built("--help") == make_parser().format_help()


def test_the_models_that_ship_are_inside(built: Run) -> None:
    listed = {model["id"]: model["sha256"] for model in json.loads(built("models", "--json"))}
    assert listed == {entry.id: entry.card.sha256 if entry.card else None for entry in SHIPPED}
    assert {"srresnet", "srgan"} <= listed.keys()


@pytest.mark.parametrize("model", [entry.id for entry in SHIPPED])
def test_results_are_the_sources(built: Run, photo: Path, tmp_path: Path, model: str) -> None:
    built("upscale", photo, "--model", model, "-o", tmp_path / "built.png")
    assert main(["upscale", str(photo), "--model", model, "-o", str(tmp_path / "source.png")]) == 0
    assert np.array_equal(pixels(tmp_path / "built.png"), pixels(tmp_path / "source.png"))


def test_every_format_is_read_and_written(built: Run, photo: Path, tmp_path: Path) -> None:
    written = [format for format in Format if format.writable]
    picture = open_photo(photo).picture()
    for format in written:
        save_picture(picture, photo.with_name(format + format.suffix), SaveOptions(format))
    with Image.open(photo) as image:
        image.save(photo.with_name("bmp.bmp"))
        pillow_heif.from_pillow(image).save(photo.with_name("heic.heic"))
    built("upscale", photo.parent, "--model", "bicubic", "-o", tmp_path / "large", "--name", "{name}")
    results = [open_photo(path) for path in (tmp_path / "large").iterdir()]
    assert {result.path.stem for result in results} == {*written, "bmp", "heic", "leaves"}
    assert all(result.format == result.path.stem for result in results if result.path.stem in written)
    assert all(result.picture().pixels.shape == (200, 288, 3) for result in results)


def test_networks_of_other_programs_load(built: Run, tmp_path: Path) -> None:
    define_missing_operators()
    from spandrel.architectures.Compact import Compact

    torch.save({"params": Compact(num_feat=4, num_conv=1).state_dict()}, tmp_path / "anime.pth")
    assert built("models", "add", "anime.pth").startswith("anime is ready")


def test_it_trains(built: Run, tmp_path: Path) -> None:
    """By the window's program, which is the one that the window starts for it."""
    (tmp_path / "photos").mkdir()
    with Image.open(SAMPLE) as sample:
        for left in range(0, 600, 100):
            sample.crop((left, 100, left + 100, 200)).save(tmp_path / "photos" / f"{left}.png")
    tiny = ("network.blocks=1", "network.width=4", "data.batch=2", "data.patch=32", "data.late_patch=0")
    short = ("schedule.steps=2", "schedule.validate_every=2", "schedule.save_every=2", "schedule.warmup=1")
    settings = [word for setting in (*tiny, *short) for word in ("--set", setting)]
    keep = [word for problem in ("blurred", "enlarged", "compressed") for word in ("--keep", problem)]
    train = ("train", "--photos", "photos", "--out", "run", "--json", *keep, *settings)
    lines = built(*train, program="Fourfold").splitlines()
    assert json.loads(lines[-1])["event"] == "finished"
    assert (tmp_path / "run/weights/srresnet.safetensors").is_file()


def test_it_finds_the_cards_that_the_source_finds(built: Run) -> None:
    """In a child of its own program, with the system's drivers of Vulkan."""
    assert {each["id"] for each in json.loads(built("devices", "--json"))} == {each.id for each in devices()}


def test_it_verifies_itself(built: Run) -> None:
    proofs = [json.loads(line) for line in built("verify", "--json").splitlines()]
    assert proofs and all(proof["passed"] for proof in proofs)


def test_the_window_works_without_a_screen(built: Run) -> None:
    """It is given a photo, pans over it and saves it."""
    assert json.loads(built("bench", "--window", "--json"))["start"] > 0


def test_dialogs_of_qt_speak_our_languages() -> None:
    inside = {path.name for path in FOLDER.rglob("qtbase_*.qm")}
    assert inside == {f"qtbase_{language}.qm" for language in LANGUAGES}


def test_every_package_inside_has_its_licence_and_only_one_is_under_the_gpl() -> None:
    folder = FOLDER / "_internal/licences"
    page = (folder / "README.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    packages = {row[0]: row[2] for row in rows if (folder / f"{row[0]}.txt").is_file()}
    assert {"torch", "numpy", "ncnn", "PySide6_Essentials", "pyvips-binary", "pi_heif"} <= packages.keys()
    milder = {"PySide6_Essentials", "shiboken6", "pyinstaller"}  # the LGPL may be chosen, or there is an exception
    assert {name for name in packages.keys() - milder if re.search(r"\bGPL", packages[name])} == {"pillow-jxl-plugin"}
    assert not list(FOLDER.rglob("*x265*"))


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
def test_the_window_opens_saves_and_closes(display: str, photo: Path, tmp_path: Path) -> None:
    bare = environment(tmp_path) | {"DISPLAY": display}
    program = subprocess.Popen([FOLDER / "Fourfold", photo], cwd=tmp_path, env=bare)

    def hands(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=os.environ | {"DISPLAY": display}, check=True, timeout=60)

    try:
        hands("search", "--sync", "--onlyvisible", "--name", "Fourfold")
        hands("mousemove", "600", "60", "click", "1")  # where no window manager gives the keys to a window
        end = time.monotonic() + 120
        while not list(photo.parent.glob("leaves_*_4x.png")):
            assert time.monotonic() < end, "nothing was saved"
            hands("key", "b", "key", "ctrl+s")  # bicubic is only looked at; saved is what Fourfold chose
            time.sleep(5)
        shown = ImageGrab.grab(xdisplay=display)
        assert len(shown.getcolors(shown.width * shown.height) or []) > 500, "the window shows no photo"
        hands("key", "ctrl+q")
        assert program.wait(30) == 0
    finally:
        program.kill()
        program.wait()
