"""Save as: what a name and a format come to, and the dialog with the real engine behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.window.export.save_as import Place, place
from app.window.shell.main_window import MainWindow
from engine.files.formats import Format
from engine.files.naming import IfExists
from tests.app.window.conftest import PATIENCE, save_noise


@pytest.mark.parametrize(
    ("name", "chosen", "target", "format"),
    [
        ("sea.png", Format.PNG, "sea.png", Format.PNG),
        ("sea.jpeg", Format.PNG, "sea.jpeg", Format.JPEG),
        ("sea.png", Format.JPEG, "sea.jpg", Format.JPEG),
        ("sea.webp", Format.JPEG, "sea.webp", Format.WEBP),
        ("sea", Format.TIFF, "sea.tif", Format.TIFF),
        ("sea v1.2", Format.PNG, "sea v1.2.png", Format.PNG),
        ("sea.heic", Format.PNG, "sea.heic.png", Format.PNG),
    ],
)
def test_the_suffix_and_the_format_agree(name: str, chosen: Format, target: str, format: Format) -> None:
    assert place(Path(name), chosen, Format.PNG) == Place(Path(target), format, IfExists.RENAME)


def test_only_what_the_dialog_asked_about_is_replaced(tmp_path: Path) -> None:
    for name in ("there.png", "there.jpg"):
        (tmp_path / name).write_bytes(b"old")
    assert place(tmp_path / "there.png", Format.PNG, Format.PNG).if_exists is IfExists.OVERWRITE
    assert place(tmp_path / "new.png", Format.PNG, Format.PNG).if_exists is IfExists.RENAME
    assert place(tmp_path / "there.png", Format.JPEG, Format.PNG).if_exists is IfExists.RENAME
    assert place(tmp_path / "there", Format.PNG, Format.PNG).if_exists is IfExists.RENAME


@pytest.fixture
def save_as(opened: MainWindow, qtbot: QtBot) -> Callable[..., list[str]]:
    """Goes through Qt's own dialog, as there is no desktop's; returns what was proposed and what was asked."""

    def go(name: str, format: Format | None = None) -> list[str]:
        seen: list[str] = []

        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            edit = dialog.findChild(QLineEdit)
            seen.append(edit.text())
            if format:
                wanted = next(each for each in dialog.nameFilters() if each.startswith(format.label))
                dialog.selectNameFilter(wanted)
                dialog.filterSelected.emit(wanted)
                seen.append(edit.text())
            if name:
                edit.setText(name)
            QTimer.singleShot(0, agree)
            dialog.accept()

        def agree() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                seen.append("asked")
                box.button(QMessageBox.StandardButton.Yes).click()

        QTimer.singleShot(0, fill)
        opened.actions_["save_as"].trigger()
        qtbot.waitUntil(lambda: not opened.page.queue.is_open, timeout=PATIENCE)
        return seen

    return go


def test_a_name_a_folder_and_a_format_are_chosen(
    opened: MainWindow, save_as: Callable[..., list[str]], photo: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "hero.jpg"
    assert save_as(str(target)) == ["beach_srgan_4x.png"]
    with Image.open(target) as saved:
        assert saved.size == (800, 600) and saved.format == "JPEG"
    assert opened.page.viewer.notice.text == "Saved hero.jpg."
    assert save_as("", Format.WEBP) == ["beach_srgan_4x.png", "beach_srgan_4x.webp"]
    with Image.open(photo.parent / "beach_srgan_4x.webp") as saved:
        assert saved.format == "WEBP"


def test_a_file_is_replaced_only_if_a_person_agrees(save_as: Callable[..., list[str]], tmp_path: Path) -> None:
    old = tmp_path / "old.png"
    old.write_bytes(b"old")
    assert save_as(str(old))[-1] == "asked"
    with Image.open(old) as saved:
        assert saved.size == (800, 600)


def test_a_photo_of_the_list_is_never_replaced(
    opened: MainWindow, save_as: Callable[..., list[str]], photo: Path, qtbot: QtBot
) -> None:
    other = save_noise(photo.parent / "other.png", 40, 30)
    opened.open([other, photo])
    qtbot.waitUntil(lambda: opened.page.list.photos.rowCount() == 2, timeout=PATIENCE)
    for path in (other, photo):
        before = path.read_bytes()
        save_as(str(path))
        assert path.read_bytes() == before
        text = f"{path.name} is one of the photos; choose another name for the result."
        assert opened.page.viewer.notice.text == text
    assert len(list(photo.parent.iterdir())) == 2
