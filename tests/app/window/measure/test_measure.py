"""Figures by the paper's protocol, VGG19's distance, the check of the computer."""

import functools
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from PIL import Image
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from safetensors.torch import save

from app.window.canvas.layers import REFERENCE, Layer
from app.window.measure import task
from app.window.measure.figures import DISTANCE
from app.window.measure.page import MeasurePage
from app.window.shell.main_window import MainWindow
from tests.app.window.conftest import PATIENCE, save_noise
from trainer.metrics import vgg_file
from trainer.metrics.vgg_file import Published
from trainer.recipes import settings


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A file of the first convolutions of VGG19, at random; no more of it is looked at."""
    monkeypatch.setattr(settings, "VGG19_LAYERS", ("conv1_2",))
    made = torch.Generator().manual_seed(0)
    shapes = {0: (64, 3, 3, 3), 2: (64, 64, 3, 3)}
    state = {f"features.{number}.weight": torch.randn(shape, generator=made) for number, shape in shapes.items()}
    return save(state | {f"features.{number}.bias": torch.zeros(64) for number in shapes})


@pytest.fixture
def page(opened: MainWindow) -> MeasurePage:
    opened.actions_["measure_page"].trigger()
    return opened.measure


def measured(page: MeasurePage, qtbot: QtBot) -> dict[str, list[str]]:
    """The table by the methods' names."""
    page.test.click()
    assert page.bar.is_busy and page.bar.cancel.hasFocus()
    qtbot.waitUntil(lambda: not page.bar.is_busy, timeout=PATIENCE)
    figures = page.table.figures
    rows = [
        [figures.item(row, column).text() for column in range(figures.columnCount()) if figures.item(row, column)]
        for row in range(figures.rowCount())
    ]
    return {name: figures for name, *figures in rows}


def test_the_photo_is_measured_by_the_papers_protocol(page: MeasurePage, qtbot: QtBot) -> None:
    page.test.click()
    height = page.table.height()
    figures = measured(page, qtbot)
    assert page.table.height() == height, "nothing below has moved"
    last = page.table.visualRect(page.table.figures.index(3, 0))
    assert last.bottom() < page.table.viewport().height() <= last.bottom() + 8
    assert list(figures) == ["Nearest", "Bicubic", "Textured (SRGAN)", "Faithful (SRResNet)"]
    nearest, bicubic = (float(figures[name][0].removeprefix("★ ").split()[0]) for name in ("Nearest", "Bicubic"))
    assert bicubic > nearest, "smooth noise comes back better by bicubic"
    assert [name for name, values in figures.items() if values[0].startswith("★")] == ["Bicubic"], "the best is marked"
    assert page.table.columnWidth(0) >= page.table.sizeHintForColumn(0), "no method's name is cut"
    page.copy.click()
    assert "★" not in QGuiApplication.clipboard().text()
    assert "Bicubic\t" in QGuiApplication.clipboard().text()
    assert "Distance" not in QGuiApplication.clipboard().text()


def test_the_distance_is_there_once_vgg19_is(page: MeasurePage, weights: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    assert page.features.isVisible() and "575 MB" in page.features.text.text()
    (tmp_path / "vgg19.safetensors").write_bytes(weights)
    page.features.use(tmp_path / "vgg19.safetensors")
    assert not page.features.isVisible()
    figures = measured(page, qtbot)
    assert not page.table.isColumnHidden(DISTANCE)
    assert 0 < distance_of(figures["Bicubic"]) < distance_of(figures["Nearest"])
    least = min(figures.values(), key=distance_of)
    assert [values for values in figures.values() if values[2].startswith("★")] == [least], "the lowest is the best"
    page.copy.click()
    assert "Distance" in QGuiApplication.clipboard().text()


def distance_of(values: list[str]) -> float:
    return float(values[2].removeprefix("★ "))


def test_it_can_be_given_up(page: MeasurePage, qtbot: QtBot) -> None:
    told: list[str] = []

    def give_up(done: int) -> None:  # at once: on a quick computer the next look would come too late
        if done == 1 and not told:
            told.append(page.bar.says.text())
            page.bar.cancel.click()
            assert not page.bar.is_busy and page.test.isVisible() and page.test.hasFocus()

    page.bar.progress.valueChanged.connect(give_up)
    page.test.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["Bicubic, 2 of 4"]
    rows = page.table.figures.rowCount()
    measured(page, qtbot)
    assert rows < 4 == page.table.figures.rowCount(), "what was given up adds no row"


def test_a_wrong_file_of_vgg19_is_told(page: MeasurePage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "vgg19.pth").write_bytes(b"nothing")
    page.features.use(tmp_path / "vgg19.pth")
    assert page.features.problem.text() == "vgg19.pth does not hold VGG19's weights; choose another file."
    assert page.features.file is None and page.features.choose.isVisible()
    (tmp_path / "vgg19.pth").write_bytes(b"features.2.weight and nothing more")
    page.features.use(tmp_path / "vgg19.pth")
    measured(page, qtbot)
    assert page.problem.isVisible() and "vgg19.pth" in page.problem.text()


@pytest.fixture
def server(weights: bytes) -> Iterator[str]:
    """Gives the file of weights."""

    class Giver(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(weights)))
            self.end_headers()
            self.wfile.write(weights)

        def log_message(self, *_: object) -> None:
            pass

    giver = ThreadingHTTPServer(("127.0.0.1", 0), Giver)
    thread = threading.Thread(target=giver.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{giver.server_port}/vgg19.safetensors"
    giver.shutdown()
    thread.join()
    giver.server_close()


def test_vgg19_is_downloaded_once(
    page: MeasurePage, server: str, weights: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    download = vgg_file.download
    for digest, found in (("00", False), (hashlib.sha256(weights).hexdigest(), True)):
        monkeypatch.setattr(vgg_file, "download", functools.partial(download, server, Published(digest, len(weights))))
        page.features.download.click()
        qtbot.waitUntil(lambda: not page.features.stop.isVisibleTo(page.features), timeout=PATIENCE)
        assert page.features.isVisible() is not found
    assert page.features.file.read_bytes() == weights


def test_a_reference_must_fit_and_is_then_compared(
    opened: MainWindow, page: MeasurePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.use_reference(save_noise(tmp_path / "photos" / "small.png", 300, 300))
    qtbot.waitUntil(page.problem.isVisible, timeout=PATIENCE)
    assert "800 x 600" in page.problem.text()
    page.use_reference(save_noise(tmp_path / "photos" / "sharp.png", 800, 600))
    qtbot.waitUntil(page.copy.isVisible, timeout=PATIENCE)
    assert opened.page.scene.view.layers[0] == Layer(REFERENCE)


def test_what_is_measured_no_longer_is_not_heard(opened: MainWindow, page: MeasurePage, qtbot: QtBot) -> None:
    """The rows are of one run only, and none are of a photo that is not shown any more."""
    page.run_test()
    page.run_test()
    qtbot.waitUntil(page.copy.isVisible, timeout=PATIENCE)
    assert page.table.figures.rowCount() == 4
    page.run_test()
    page.show_photo(None, opened.page.inspector.choices().method)
    with qtbot.waitSignal(opened.page.queue.ended, timeout=PATIENCE):  # by then the engine has come past
        opened.actions_["save"].trigger()
    assert page.table.figures.rowCount() == 0 and not page.table.isVisible()


def test_of_a_large_photo_the_middle_is_compared(
    opened: MainWindow, page: MeasurePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(task, "LONGEST", 400)
    same = tmp_path / "photos" / "same.png"
    Image.open(opened.page.list.current).resize((800, 600), Image.Resampling.NEAREST).save(same)
    page.use_reference(same)
    qtbot.waitUntil(page.copy.isVisible, timeout=PATIENCE)
    assert "400 × 400 pixels compared" in page.protocol.text()
    assert page.table.figures.item(0, 0).text() == "Nearest"
    assert page.table.figures.item(0, 1).text() == "★ 100.00 dB", "the very pixels"


def test_the_computer_is_verified(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["measure_page"].trigger()
    check = window.measure.check
    check.start.click()
    assert check.start.text() == "Cancel"
    check.start.click()
    qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
    assert check.verdict.text() == ""
    check.start.click()
    qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
    lines = window.measure.check.facts.text().splitlines()
    assert len(lines) >= 8 and all(line.startswith("✓") for line in lines)
    assert window.measure.check.verdict.text() == f"✓  All {len(lines)} checks agree: this computer leaves no seam."
