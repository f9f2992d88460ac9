"""What leaves the window: the clipboard, the log, the launcher's progress, files that the desktop asks to open."""

import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.log import log
from app.window.export import copying
from app.window.inspector.choices import Choices
from app.window.platform.desktop import OpenWith
from app.window.platform.log import start_log
from app.window.shell import saving_news
from app.window.shell.main_window import MainWindow
from tests.app.window.conftest import PATIENCE, save_noise
from tests.conftest import ROOT


def colours(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4)[:, :, :3]


def test_the_whole_result_is_copied_as_it_would_be_saved(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    notice = opened.page.viewer.notice
    opened.actions_["copy_result"].trigger()
    qtbot.waitUntil(lambda: notice.text.startswith("Copied"), timeout=PATIENCE)
    opened.actions_["save"].trigger()
    qtbot.waitUntil(lambda: notice.text.startswith("Saved"), timeout=PATIENCE)
    saved = np.asarray(Image.open(photo.parent / "beach_srgan_4x.png"))
    assert np.array_equal(colours(QGuiApplication.clipboard().image()), saved)


def test_a_result_too_large_for_the_clipboard_is_told(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MOST_PIXELS", 400_000)
    opened.actions_["copy_result"].trigger()
    assert opened.page.viewer.notice.text == (
        "The result has 0.5 MP, the clipboard takes at most 0.4 MP: save it instead."
    )


def test_copying_is_stopped(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    page = opened.page
    QGuiApplication.clipboard().setText("before")
    opened.open([save_noise(photo.parent / "big.png", 900, 700)])
    qtbot.waitUntil(lambda: page.scene.photo is not None and page.scene.photo.path.stem == "big", timeout=PATIENCE)
    opened.actions_["copy_result"].trigger()
    page.viewer.notice._action.click()
    page.queue.add([Choices().order(photo)])
    qtbot.waitUntil(lambda: not page.queue.is_open, timeout=PATIENCE)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_long_queue_is_told_beside_the_window(
    opened: MainWindow, photo: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(saving_news, "notify", lambda window, title, text: told.append(text))
    monkeypatch.setattr(opened, "isActiveWindow", lambda: False)
    for long in (60.0, 0.0):
        monkeypatch.setattr(saving_news, "LONG", long)
        opened.page.queue.add([Choices(model="bicubic").order(photo)])
        qtbot.waitUntil(lambda: not opened.page.queue.is_open, timeout=PATIENCE)
    assert told == ["The photo is saved."], "only of the long one"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """A log of its own; afterwards there is none."""
    path = tmp_path / "logs" / "fourfold.log"
    before = sys.excepthook, threading.excepthook
    start_log(path)
    yield path
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)


def test_the_log_holds_failures_faults_and_what_qt_says(logged: Path, window: MainWindow, qtbot: QtBot) -> None:
    window.page.queue.add([Choices().order(Path("gone.png"))])
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)
    qWarning("a plug is loose")
    try:
        raise ValueError("nobody expected this")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    text = logged.read_text("utf-8")
    for part in (" begins.", "gone.png", "Traceback", "a plug is loose", "nobody expected this"):
        assert part in text


def test_without_a_place_for_the_log_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file" / "fourfold.log")
    assert not [handler for handler in log.handlers if isinstance(handler, logging.FileHandler)]


def test_a_file_that_the_desktop_hands_over_is_opened(qapp: QApplication, photo: Path) -> None:
    opened: list[Path] = []
    opener = OpenWith(opened.extend, qapp)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(photo)))
    qapp.removeEventFilter(opener)
    assert opened == [photo]


PROGRESS = """
from PySide6.QtWidgets import QApplication, QWidget
from app.window.platform.taskbar import taskbar_of
application = QApplication([])
bar = taskbar_of(QWidget())
for share in (0.25, None):
    bar.show_progress(share)
"""


NOTICE = """
from PySide6.QtWidgets import QApplication, QWidget
from app.window.platform.desktop import notify
application = QApplication([])
notify(QWidget(), "Fourfold", "All 40 photos are saved.")
"""


def heard_on_the_bus(tmp_path: Path, program: str, interface: str) -> str:
    """What a program says on a session bus of its own."""
    (tmp_path / "say.py").write_text(program)
    heard = tmp_path / "heard.txt"
    script = (
        f"dbus-monitor \"interface='{interface}'\" > {heard} & watch=$!; "
        f"until [ -s {heard} ]; do sleep 0.1; done; {sys.executable} {tmp_path / 'say.py'}; sleep 0.5; kill $watch"
    )
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    subprocess.run(["dbus-run-session", "sh", "-c", script], env=environment, check=False, timeout=60)
    return heard.read_text()


needs_bus = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("dbus-monitor")), reason="needs D-Bus"
)


@needs_bus
def test_the_launcher_hears_of_progress(tmp_path: Path) -> None:
    text = heard_on_the_bus(tmp_path, PROGRESS, "com.canonical.Unity.LauncherEntry")
    assert "application://fourfold.desktop" in text
    assert "double 0.25" in text and "boolean true" in text
    assert "double 0\n" in text and "boolean false" in text


@needs_bus
def test_a_desktop_without_icons_beside_the_clock_is_told_through_the_portal(tmp_path: Path) -> None:
    text = heard_on_the_bus(tmp_path, NOTICE, "org.freedesktop.portal.Notification")
    assert "member=AddNotification" in text
    assert 'string "title"' in text and 'string "All 40 photos are saved."' in text
    assert "variant" in text, "as the portal asks for"
