"""Drag and drop as Qt brings it to a window; ``test_real_mouse`` drags from another program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.photos import opening
from app.window.photos.dropping import Veil
from app.window.shell.main_window import MainWindow
from tests.app.window.conftest import PATIENCE, save_noise

COPY, LEFT, NOTHING = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(window: MainWindow, data: QMimeData) -> bool:
    """Drag over the window; whether it would take it."""
    event = QDragEnterEvent(QPoint(600, 400), COPY, data, LEFT, NOTHING)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), COPY, data, LEFT, NOTHING))


def veil(window: MainWindow) -> Veil:
    return window.findChild(Veil)


def test_files_and_folders_are_dropped(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    photo = save_noise(tmp_path / "one" / "a.png", 60, 40)
    deep = save_noise(tmp_path / "two" / "b.jpg", 50, 50)
    data = files(photo, tmp_path / "two")
    assert enter(window, data)
    assert veil(window).isVisible() and veil(window).text == "Drop 2 files and folders here"
    assert veil(window).geometry() == window.pages.rect()
    drop(window, data)
    assert not veil(window).isVisible()
    qtbot.waitUntil(lambda: window.page.list.photos.paths == [photo, deep], timeout=PATIENCE)


def test_what_is_dragged_away_leaves_nothing(opened: MainWindow, photo: Path) -> None:
    assert enter(opened, files(photo))
    assert veil(opened).text == "Drop beach.png here"
    QApplication.sendEvent(opened, QDragLeaveEvent())
    assert not veil(opened).isVisible()
    assert opened.page.list.photos.paths == [photo]


def test_a_picture_without_a_file_becomes_one(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(opening, "pictures_folder", lambda: tmp_path / "pictures")
    image = QImage(32, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(image)
    assert enter(window, data)
    drop(window, data)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert window.page.scene.photo.path == tmp_path / "pictures" / "pasted 1.png"


def test_words_are_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("no photo")
    assert not enter(window, data)
    assert not veil(window).isVisible()
