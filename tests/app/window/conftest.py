"""A window with the real engine and two tiny models, in folders of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.export.journal import Journal
from app.window.inspector.preferences import Preferences
from app.window.platform.engine_link import EngineLink
from app.window.shell.main_window import MainWindow
from app.window.shell.start import make_window
from app.window.widgets.theme import Theme
from engine.models import catalog

PATIENCE = 60_000


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """What a test made is gone after it: a window and a theme that stay are styled anew in every later test."""
    yield
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; the models that ship are hidden."""
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setattr(catalog, "SHIPPED", ())
    return tmp_path


@pytest.fixture
def models(home: Path) -> Path:
    """``srresnet`` and ``srgan`` of a few weights, as the person's own."""
    import torch

    from engine.models.cards import Card
    from engine.models.dimensions import Dimensions
    from engine.models.networks import Generator
    from engine.models.weights import Weights, save_weights

    folder = catalog.user_folder()
    folder.mkdir(parents=True)
    dimensions = Dimensions(blocks=1, width=8)
    for seed, name in enumerate(("srresnet", "srgan")):
        torch.manual_seed(seed)
        state = Generator(dimensions).state_dict()
        state["last.bias"] += 0.3 + 0.3 * seed
        save_weights(folder / f"{name}.safetensors", Weights(Card(name, dimensions), state))
    return folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of 200 x 150 with detail everywhere."""
    return save_noise(tmp_path / "photos" / "beach.png", 200, 150)


def save_noise(path: Path, width: int, height: int, seed: int = 0) -> Path:
    """Smooth noise in colours as a file."""
    path.parent.mkdir(exist_ok=True)
    coarse = np.random.default_rng(seed).integers(0, 256, (height // 4 + 1, width // 4 + 1, 3), np.uint8)
    Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC).save(path)
    return path


MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def new_window(qtbot: QtBot, qapp: QApplication, models: Path, tmp_path: Path) -> Iterator[MakeWindow]:
    """Opens windows that share one home, each with an engine that is ready; they are closed at the end."""
    made: list[tuple[MainWindow, EngineLink]] = []

    def make() -> MainWindow:
        window, link = make_window(qapp, Preferences(tmp_path / "window.ini"), Journal(tmp_path / "queue.json"))
        made.append((window, link))
        window.resize(1280, 800)
        window.show()
        with qtbot.waitSignal(link.ready, timeout=PATIENCE):
            link.start()
        return window

    yield make
    for window, _ in made:
        window.page.queue.stop()
        qtbot.waitUntil(lambda window=window: not window.page.queue.is_open, timeout=PATIENCE)
        window.close()
        window.deleteLater()
    qapp.clipboard().clear()  # offscreen it would be emptied after Python has ended, which crashes
    qapp.processEvents()


@pytest.fixture
def window(new_window: MakeWindow) -> MainWindow:
    return new_window()


@pytest.fixture
def opened(window: MainWindow, photo: Path, qtbot: QtBot) -> MainWindow:
    """The window with the photo on the canvas."""
    window.open([photo])
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    return window
