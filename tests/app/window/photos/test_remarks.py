"""What a person should know of a photo is said when it is opened."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from app.window.shell.main_window import MainWindow
from tests.app.window.conftest import PATIENCE


def test_the_notice_says_it(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    buffer = BytesIO()
    Image.linear_gradient("L").resize((60, 40)).save(buffer, "JPEG")
    (tmp_path / "photo.jpg").write_bytes(buffer.getvalue()[:-2])
    window.open([tmp_path / "photo.jpg"])
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    notice = window.page.viewer.notice
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
    assert notice.text == "The file lacks its end; perhaps it was not copied whole."
