"""Draws every state of the window into a folder: ``python -m app.window.screenshots docs/screenshots``.

Each look and scale has a process of its own, without a screen, with a home of its own and the sample pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.window.canvas.viewport import Point
from app.window.export.journal import Journal
from app.window.preferences import Preferences
from app.window.start import make_window
from app.window.theme import Look

RUNS = (("dark", 1), ("light", 1), ("dark", 2))
SIZE = QSize(1280, 800)
PATIENCE = 600.0


def main(folder: Path) -> None:
    """Draw all looks and scales."""
    for look, scale in RUNS:
        with tempfile.TemporaryDirectory() as home:
            places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
            environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
            name = look if scale == 1 else f"{look}-{100 * scale}"
            command = [sys.executable, "-m", "app.window.screenshots", str(folder / name), look]
            subprocess.run(command, env=environment, check=True)


class Album:
    """Goes through the states of one window and keeps a picture of each."""

    def __init__(self, folder: Path, look: Look) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        home = Path.home()
        preferences = Preferences(home / "window.ini")
        preferences.look = look
        preferences.speed = 0.6
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._application = application
        self.window, self._link = make_window(application, preferences, Journal())
        self.window.resize(SIZE)
        self.window.show()

    def take_all(self) -> None:
        self._link.start()
        try:
            self.wait(lambda: not self.window.bottom.device.text().endswith("…"))
            self.take("empty")
            self._look()
            self._choose()
            self._save()
            self._pages()
        finally:
            self.window.page.queue.stop()
            self.window.close()

    def _look(self) -> None:
        window, scene = self.window, self.window.page.scene
        window.page.open_samples()
        self.wait(lambda: scene.photo is not None)
        self._show("leaves", Point(330, 260), 4)
        self.take("split")
        for name in ("single", "side", "grid"):
            window.actions_[name].trigger()
            self.take(name)
        window.actions_["side"].trigger()
        for name in ("fidelity map", "invention map"):
            window.actions_["maps"].trigger()
            self.take(name)
        window.actions_["maps"].trigger()
        window.actions_["difference"].trigger()
        self.take("difference")
        window.actions_["difference"].trigger()
        window.actions_["split"].trigger()
        self._show("still-life", Point(384, 256), 1)
        scene.zoom_to(1)  # far enough away that only the loupe has something to compute
        window.page.viewer.canvas.show_loupe_at(Point(scene.width * 0.6, scene.height * 0.45))
        self.take("loupe")
        window.page.viewer.canvas.set_loupe(False)

    def _choose(self) -> None:
        inspector = self.window.page.inspector
        self._show("old-print", Point(300, 120), 4)
        inspector.models.texture.set_value(40)
        inspector.files.more.open(True)
        self.take("inspector")
        inspector.files.more.open(False)
        inspector.models.texture.set_value(100)

    def _save(self) -> None:
        page = self.window.page
        bad = page.photos.path(0).parent / "scan.jpg"
        bad.write_bytes(b"")
        page.photos.add([bad])
        page.save_all()
        self.wait(lambda: any(ticket.share > 0.3 for ticket in page.queue.tickets))
        self.take("saving", settled=False)
        page.queue.stop()
        self.wait(lambda: not page.queue.is_open)
        page.queue.retry(bad)
        self.wait(lambda: not page.queue.is_open)
        self.take("failed")

    def _pages(self) -> None:
        window = self.window
        window.page.viewer.notice.hide()
        window.actions_["measure_page"].trigger()
        window.measure.test.click()
        self.wait(window.measure.copy.isVisible)
        self.take("measure")
        for name in ("settings", "shortcuts", "about"):
            window.actions_[name].trigger()
            self.take(name)

    def _show(self, name: str, centre: Point, zoom: float) -> None:
        page = self.window.page
        path = next(path for path in page.photos.paths if path.stem == name)
        page.strip.setCurrentIndex(page.photos.index(page.photos.paths.index(path)))
        self.wait(lambda: page.scene.photo is not None and page.scene.photo.path == path)
        page.scene.zoom_to(zoom * self.window.devicePixelRatioF())
        page.scene.look_at(centre)

    def take(self, name: str, *, settled: bool = True) -> None:
        """Keep a picture, when all that is visible is computed."""
        if settled:
            self.wait(lambda: self.window.page.scene.is_settled)
        self._spin(0.1)
        self.window.grab().save(str(self._folder / f"{name.replace(' ', '-')}.png"))

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("a state of the window was not reached")
            self._spin(0.02)
        self._spin(0.05)

    def _spin(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if len(sys.argv) > 2:
        Album(target, Look(sys.argv[2])).take_all()
    else:
        main(target)
