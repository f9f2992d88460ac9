"""What is said of a photo, and where it is said."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from app.window.photos import facts
from app.window.photos.facts import BETWEEN, JOINED
from app.window.photos.photo import load_photo
from app.window.shell.main_window import MainWindow
from engine.files.metadata.exif import Directory, to_block
from tests.app.window.conftest import PATIENCE, save_noise


@pytest.fixture
def english() -> None:
    QLocale.setDefault(QLocale("en"))


def said(path: Path) -> dict[str, str]:
    photo = load_photo(path)
    return {name: text.replace(JOINED, " ") for name, text in facts.said(photo.header, photo.format, photo.facts)}


def from_a_camera(path: Path) -> Path:
    """A JPEG with a profile, and EXIF as a camera writes it."""
    tags, details = Directory("<"), Directory("<")
    tags.set_text(271, "Canon")
    tags.set_text(272, "Canon EOS\u202e R5")
    details.set_text(42036, "RF 50mm F1.2")
    for tag, value in ((33434, 0.005), (33437, 2.8), (37386, 50)):
        details.set_rational(tag, value)
    details.set_short(34855, 400)
    details.set_text(36867, "2023:06:01 12:34:56")
    tags.children[34665] = details
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.fromarray(np.full((300, 400, 3), 90, np.uint8))
    image.save(path, exif=b"Exif\0\0" + to_block(tags), icc_profile=profile)
    return path


def test_all_that_a_camera_tells(tmp_path: Path, english: None) -> None:
    path = from_a_camera(tmp_path / "photo.jpg")
    assert said(path) == {
        "Size": f"400 × 300{BETWEEN}0.1 MP",
        "Depth": f"8 bits a channel{BETWEEN}colour",
        "Colours": "sRGB built-in",
        "File": f"JPEG{BETWEEN}{path.stat().st_size / 1000:.1f} KB",
        "Camera": "Canon EOS\\u202e R5",
        "Lens": "RF 50mm F1.2",
        "Exposure": BETWEEN.join(("1/200 s", "f/2.8", "ISO 400", "50 mm")),
        "Taken": f"1 June 2023{BETWEEN}12:34 PM".replace(" PM", "\u202fPM"),
    }


def test_what_is_not_told_takes_no_line(tmp_path: Path, english: None) -> None:
    path = tmp_path / "grey.png"
    Image.fromarray(np.full((20, 30), 30_000, np.uint16)).save(path)
    assert said(path) == {
        "Size": "30 × 20",
        "Depth": f"16 bits a channel{BETWEEN}grey",
        "Colours": "sRGB, as the file says nothing else",
        "File": f"PNG{BETWEEN}{path.stat().st_size} B",
    }


def test_the_panel_opens_by_a_key_and_follows_the_photo(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    panel = opened.page.inspector.facts
    assert not panel.isVisible()
    qtbot.keyClick(opened.page.viewer.canvas, Qt.Key.Key_I)
    size = panel._rows[0][1]
    assert panel.isVisible() and opened.actions_["facts"].isChecked() and size.text().endswith("MP")
    assert size.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    opened.open([save_noise(photo.parent / "other.png", 60, 40)])
    qtbot.waitUntil(lambda: size.text().split() == ["60", "×", "40"], timeout=PATIENCE)
    opened.page.list.clear()
    assert not panel.isVisible(), "there is no photo"
    opened.page.list.undo_removal()
    qtbot.waitUntil(panel.isVisible, timeout=PATIENCE)
    qtbot.keyClick(opened.page.viewer.canvas, Qt.Key.Key_I)
    assert not panel.isVisible() and not opened.actions_["facts"].isChecked()
