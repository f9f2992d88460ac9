"""The main path with a real mouse, and a drag from another program: Fourfold itself on an X server without a screen."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from tests.app.window.conftest import save_noise
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
WHITE = 225


def until(done: Callable[[], bool], seconds: float = 120) -> None:
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


class Screen:
    """An X server with Fourfold on it: what a person sees, and the mouse and keys."""

    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._display = display

    def mouse(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def seen(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self._display)

    @contextmanager
    def program(self, *words: object) -> Iterator[subprocess.Popen[bytes]]:
        """A Python program on this screen, ended at the latest when the test is over."""
        running = subprocess.Popen([sys.executable, *map(str, words)], cwd=ROOT, env=self.environment)
        try:
            yield running
        finally:
            running.kill()
            running.wait()


@pytest.fixture
def dark_photo(tmp_path: Path) -> Path:
    """Nothing on it is as white as the divider."""
    photo = save_noise(tmp_path / "photos" / "beach.png", 300, 220)
    Image.open(photo).point(lambda value: value // 2).save(photo)
    return photo


def test_drag_zoom_and_save(display: str, models: Path, dark_photo: Path) -> None:
    screen = Screen(display)
    with screen.program("-m", "app", dark_photo.parent) as program:
        until(lambda: divider_at(screen.seen()) is not None)
        middle = divider_at(screen.seen())
        start, end = (middle, 120), (middle - 150, 160)
        screen.mouse("mousemove", *start, "mousedown", 1, "mousemove", middle - 90, 140, "mousemove", *end)
        screen.mouse("mouseup", 1)
        until(lambda: divider_at(screen.seen()) == pytest.approx(middle - 150, abs=2))
        before = screen.seen().crop((300, 200, 700, 500))
        screen.mouse("mousemove", 500, 350, "click", "--repeat", 4, 4)
        until(lambda: screen.seen().crop((300, 200, 700, 500)) != before)
        screen.mouse("key", "b")
        screen.mouse("key", "ctrl+s")
        until((dark_photo.parent / "beach_srgan-photo_4x.png").exists)
        screen.mouse("key", "ctrl+q")
        assert program.wait(30) == 0


FILE_MANAGER = """
import sys
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget


class Files(QWidget):
    def mousePressEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec()


application = QApplication([])
files = Files(styleSheet="background: #00ff00")
files.setGeometry(1300, 0, 100, 100)
files.show()
application.exec()
"""
GREEN, DARK = (0, 255, 0), (30, 30, 30)


def test_a_photo_is_dragged_from_another_program(display: str, models: Path, dark_photo: Path, tmp_path: Path) -> None:
    (tmp_path / "files.py").write_text(FILE_MANAGER)
    screen = Screen(display)
    with screen.program("-m", "app"), screen.program(tmp_path / "files.py", dark_photo):
        until(lambda: screen.seen().getpixel((1350, 50)) == GREEN and screen.seen().getpixel((500, 60)) == DARK)
        screen.mouse("mousemove", 1350, 50, "mousedown", 1)
        for x in (1330, 1300, 900, 520, 500):
            screen.mouse("mousemove", x, 300, "sleep", 0.3)
        screen.mouse("mouseup", 1)
        until(lambda: divider_at(screen.seen()) is not None)
