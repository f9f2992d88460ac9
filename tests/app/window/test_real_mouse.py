"""The main path with a real mouse: the program itself on an X server without a screen."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from tests.app.window.conftest import save_noise
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
WHITE = 225


def until(done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "the window did not get there in time"
        time.sleep(0.2)


def divider_at(screen: Image.Image) -> int | None:
    """The column of the white line on the photo, if there is one."""
    grey = screen.convert("L")
    rows = range(150, 350, 10)
    columns = [x for x in range(150, 980) if all(grey.getpixel((x, y)) > WHITE for y in rows)]
    return columns[0] if columns else None


def test_drag_zoom_and_save(display: str, models: Path, tmp_path: Path) -> None:
    photo = save_noise(tmp_path / "photos" / "beach.png", 300, 220)
    Image.open(photo).point(lambda value: value // 2).save(photo)  # nothing white but the line
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def mouse(*words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=environment, check=True)

    def screen() -> Image.Image:
        return ImageGrab.grab(xdisplay=display)

    program = subprocess.Popen([sys.executable, "-m", "app", str(photo.parent)], cwd=ROOT, env=environment)
    try:
        until(lambda: divider_at(screen()) is not None)
        middle = divider_at(screen())
        mouse("mousemove", middle, 120, "mousedown", 1, "mousemove", middle - 90, 140, "mousemove", middle - 150, 160)
        mouse("mouseup", 1)
        until(lambda: divider_at(screen()) == pytest.approx(middle - 150, abs=2))
        before = screen().crop((300, 200, 700, 500))
        mouse("mousemove", 500, 350, "click", "--repeat", 4, 4)
        until(lambda: screen().crop((300, 200, 700, 500)) != before)
        mouse("key", "b")
        mouse("key", "ctrl+s")
        until((photo.parent / "beach_bicubic_4x.png").exists)
        mouse("key", "ctrl+q")
        assert program.wait(30) == 0
    finally:
        program.kill()
        program.wait()
