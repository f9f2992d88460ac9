"""How quick the window is, measured on real widgets without a screen: ``fourfold bench --window``.

``measure`` starts a process of its own, so that the time to the first picture on the screen counts from its very start.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.window.shell.main_window import MainWindow

PHOTO = (4000, 3000)
EXPORTED = (640, 480)
FRAMES = 200
FRAME = 1 / 60
PATIENCE = 300.0


@dataclass(frozen=True)
class Quickness:
    """Seconds, but for the last one, bytes. ``drop`` is from opening a 12-megapixel JPEG to its bicubic picture,
    ``frame`` is what 95 % of the frames while panning stay below, ``stall`` the longest that the window did not answer
    while a photo was saved.
    """

    start: float
    drop: float
    frame: float
    stall: float
    memory: int


def measure() -> Quickness:
    """Measure on this computer, in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        begun = time.time()
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
        command = [*program, "bench", "--window", "--json", "--begun", str(begun)]
        done = subprocess.run(command, env=os.environ | places, stdout=subprocess.PIPE, check=True, text=True)
    return Quickness(**json.loads(done.stdout.splitlines()[-1]))


def measure_here(begun: float) -> Quickness:
    """Measure in this process, for which nothing but Python has been loaded; ``begun`` is when it was started."""
    from PySide6.QtWidgets import QApplication

    from app.window.export.journal import Journal
    from app.window.inspector.preferences import Preferences
    from app.window.shell.start import make_window

    application = QApplication([])
    home = Path.home()
    window, link = make_window(application, Preferences(home / "window.ini"), Journal())
    window.show()
    application.processEvents()
    start = time.time() - begun
    ready: list[bool] = []
    link.ready.connect(lambda: ready.append(True))
    link.start()
    _spin(application, lambda: bool(ready))
    try:
        drop = _drop(application, window, _noise(home / "large.jpg", PHOTO))
        frame = _pan(application, window)
        stall = _stall(application, window, _noise(home / "small.jpg", EXPORTED))
    finally:
        window.page.queue.stop()
        window.close()
    return Quickness(start, drop, frame, stall, _memory())


def _drop(application: QApplication, window: MainWindow, photo: Path) -> float:
    scene = window.page.scene
    begun = time.perf_counter()
    window.open([photo])
    _spin(application, lambda: scene.photo is not None and scene.is_settled)
    return time.perf_counter() - begun


def _pan(application: QApplication, window: MainWindow) -> float:
    scene, canvas = window.page.scene, window.page.viewer.canvas
    canvas.zoom.to(1)
    frames = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        scene.pan(-9 if number % 100 < 50 else 9, -4)
        canvas.repaint()
        application.processEvents()
        frames.append(time.perf_counter() - begun)
        time.sleep(max(0.0, FRAME - frames[-1]))
    return sorted(frames)[int(0.95 * len(frames))]


def _stall(application: QApplication, window: MainWindow, photo: Path) -> float:
    window.page.scene.show_photo(None)
    queue, turns = window.page.queue, [time.perf_counter()]
    queue.add([window.page.inspector.choices().order(photo)])

    def over() -> bool:
        turns.append(time.perf_counter())
        return not queue.is_open

    _spin(application, over)
    return max(after - before for before, after in pairwise(turns))


def _spin(application: QApplication, done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there in time")
        application.processEvents()
        time.sleep(0.001)


def _noise(path: Path, size: tuple[int, int]) -> Path:
    from PIL import Image

    small = Image.effect_noise((size[0] // 4, size[1] // 4), 60).convert("RGB")
    small.resize(size, Image.Resampling.BICUBIC).save(path, quality=92)
    return path


def _memory() -> int:
    import psutil

    return int(psutil.Process().memory_info().rss)
