"""Draws every state of the window into a folder: ``python -m tools.screenshots docs/screenshots``.

Each colour scheme and scale has a process of its own, without a screen, with a home of its own and the sample
pictures. With words such as ``contrast`` or ``light 2 de`` after the folder, one scheme, scale and language
is drawn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from app.window.canvas.viewport import Point
from app.window.export.journal import Journal
from app.window.inspector.preferences import Preferences
from app.window.shell.start import make_window
from app.window.training.goal import Length
from app.window.training.page import At
from app.window.widgets.theme import ColourScheme

RUNS = (("dark", "1"), ("light", "1"), ("dark", "2"), ("light", "2"))
QUALITY = {"1": 75, "2": 50}
"""Of WebP, by scale: where four pixels show what one did, less is enough."""
SIZE = QSize(1280, 800)
PATIENCE = 600.0
PIECE = 256


def draw(folder: Path, colours: str, scale: str = "1", language: str = "en") -> None:
    """One colour scheme, scale and language, in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        own_places = {"HOME": home, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | own_places
        own = [language] if language != "en" else []
        name = "-".join([colours, *([f"{scale}00"] if scale != "1" else []), *own])
        words = [str(folder / name), colours, scale, language]
        code = f"from tools.screenshots import Album; Album(*{words!r}).take_all()"
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)


class Album:
    """Goes through the states of one window and keeps a picture of each."""

    def __init__(self, folder: str, colours: str, scale: str, language: str) -> None:
        self._folder = Path(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._scale = scale
        preferences = Preferences(Path.home() / "window.ini")
        preferences.colour_scheme = ColourScheme(colours)
        preferences.language = language
        preferences.add_speed(0.6)
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._application = application
        self.window, self._link = make_window(application, preferences, Journal())
        self.window.resize(SIZE)
        QCursor.setPos(SIZE.width() // 2, SIZE.height() - 8)  # on nothing that would answer
        self.window.show()

    def take_all(self) -> None:
        """Go through all states, from an empty window to a trained model."""
        self._link.start()
        try:
            self.wait(lambda: not self.window.bottom.device.text().endswith("…"))
            self.take("empty")
            self._drag()
            self._look()
            self._choose()
            self._save()
            self._pages()
            if self._scale == "1":  # a training takes minutes, and its pages are drawn as the others are
                self._train()
        finally:
            self.window.page.queue.stop()
            self.window.close()

    def _drag(self) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(f"/photos/beach {number}.jpg") for number in range(12)])
        inside, copy, left = self.window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDragEnterEvent(inside, copy, data, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)
        self.take("dragged")
        QApplication.sendEvent(self.window, QDragLeaveEvent())

    def _look(self) -> None:
        window, scene = self.window, self.window.page.scene
        window.page.list.open_samples()
        self.wait(lambda: scene.photo is not None)
        self._show("leaves", Point(330, 260), 4)
        self.take("split")
        window.actions_["facts"].trigger()
        self.take("facts")
        window.actions_["facts"].trigger()
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
        window.page.viewer.canvas.show_loupe_at(Point(scene.view.canvas.width * 0.6, scene.view.canvas.height * 0.45))
        self.take("loupe")
        window.page.viewer.canvas.set_loupe(False)

    def _choose(self) -> None:
        inspector = self.window.page.inspector
        self._show("old-print", Point(300, 120), 4)
        inspector.models.texture.set_value(40)
        inspector.files.more.open(True)
        self._spin(0.1)
        inspector.findChildren(QScrollArea)[0].ensureWidgetVisible(inspector.files.metadata)
        self.take("inspector")
        inspector.files.more.open(False)
        inspector.findChildren(QScrollArea)[0].ensureWidgetVisible(inspector.models, 16, 16)
        inspector.models.texture.set_value(100)

    def _save(self) -> None:
        page = self.window.page
        bad = page.list.photos.path(0).parent / "scan.jpg"
        bad.write_bytes(b"")
        page.list.photos.add([bad])
        page.saving.save_remaining()
        self.wait(lambda: any(ticket.share > 0.3 for ticket in page.queue.tickets))
        self.take("saving", settled=False)
        page.queue.stop()
        self.wait(lambda: not page.queue.is_open)
        page.queue.retry(bad)
        self.wait(lambda: not page.queue.is_open)
        self.take("failed")
        self.window.page.viewer.notice.hide()
        page.list.strip.setCurrentIndex(page.list.photos.index(page.list.photos.paths.index(bad)))
        self.wait(page.viewer.refusal.isVisible)
        self.take("refused")

    def _pages(self) -> None:
        window = self.window
        window.page.viewer.notice.hide()
        self._show("old-print", Point(300, 120), 4)
        window.actions_["measure_page"].trigger()
        window.measure.test.click()
        self.wait(window.measure.copy.isVisible)
        self.take("measure")
        for name in ("settings", "help", "about"):
            window.actions_[name].trigger()
            self.take(name)
        window.show_upscale()
        window.page.list.clear()
        window.page.viewer.notice.hide()
        self.wait(lambda: window.page.viewer.empty.recent.is_settled)
        self.take("recent")

    def _train(self) -> None:
        self.window.actions_["train_page"].trigger()
        page = self.window.train
        self.take("train empty")
        page.take([_cut_samples(Path.home() / "Garden")])
        self.wait(page.photos.next.isEnabled)
        self._spin(1)
        self.take("train photos")
        page.photos.next.click()
        self.wait(lambda: page.goal.length.minutes[Length.QUICK].text() not in ("", "…"))
        self.take("train goal")
        page.goal.styles.choose("textured")
        page.goal.expert.open(True)
        self.wait(page.goal.features.download.isVisible)
        self.take("train goal textured")
        page.goal.styles.choose("faithful")
        page.goal.start.click()
        self.take("train start")
        self.wait(lambda: page.runner.course is not None and len(page.runner.course.crops) > 1)
        self.take("train run")
        page.run.keep.click()
        self.wait(lambda: page.at is At.VERDICT)
        self.take("train judging")
        self.wait(page.verdict.keep.isEnabled)
        self.take("train verdict")
        page.verdict.keep.click()
        self.take("train name")
        page.model.naming.save.click()
        self.wait(lambda: page.model.entry is not None)
        self.take("train model")

    def _show(self, name: str, centre: Point, zoom: float) -> None:
        page = self.window.page
        path = next(path for path in page.list.photos.paths if path.stem == name)
        page.list.strip.setCurrentIndex(page.list.photos.index(page.list.photos.paths.index(path)))
        self.wait(lambda: page.scene.photo is not None and page.scene.photo.path == path)
        page.scene.zoom_to(zoom * self.window.devicePixelRatioF())
        page.scene.view = page.scene.view.centred_on(centre)

    def take(self, name: str, *, settled: bool = True) -> None:
        """Keep a picture, when all that is visible is computed."""
        if settled:
            self.wait(lambda: self.window.page.scene.is_settled)
        self._spin(0.1)
        image = self.window.grab().toImage()
        image.save(str(self._folder / f"{name.replace(' ', '-')}.webp"), quality=QUALITY[self._scale])

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window live until something has come about. Raises TimeoutError."""
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


def _cut_samples(folder: Path) -> Path:
    """The sample photos in pieces, enough of them to train on."""
    folder.mkdir(exist_ok=True)
    for sample in sorted(Path(str(files("resources") / "samples")).glob("*.jpg")):
        with Image.open(sample) as image:
            boxes = [(x, y, x + PIECE, y + PIECE) for x in range(0, image.width - PIECE + 1, PIECE) for y in (0, PIECE)]
            for number, box in enumerate(boxes):
                image.crop(box).save(folder / f"{sample.stem} {number + 1}.png")
    return folder


def main() -> None:
    """Draw what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description="Draws every state of the window.")
    parser.add_argument("folder", type=Path, help="gets a folder a scheme, such as dark-200")
    parser.add_argument("words", nargs="*", help="scheme, scale and language of one run (default: all, in English)")
    arguments = parser.parse_args()
    for run in [arguments.words] if arguments.words else RUNS:
        draw(arguments.folder, *run)


if __name__ == "__main__":
    main()
