"""The list of photos as it is drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.photos.model import PhotoModel
from app.window.photos.saving_state import NOT_SAVED
from app.window.photos.strip import PICTURE, PhotoDelegate, PhotoStrip, growth
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import SMALL
from engine.geometry import Size


@pytest.fixture
def strip(qapp: QApplication, qtbot: QtBot) -> Iterator[PhotoStrip]:
    photos = PhotoModel(lambda path: NOT_SAVED)
    made = PhotoStrip(photos, PhotoDelegate(Theme(qapp), lambda size: size))
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show()
    yield made
    photos.close()


def test_pictures_stay_where_they_are_when_there_is_something_to_scroll(strip: PhotoStrip) -> None:
    photos = strip.model()
    assert isinstance(photos, PhotoModel)
    photos.add([Path("a.png")])
    QApplication.processEvents()
    before, bar = strip.visualRect(photos.index(0)), strip.verticalScrollBar()
    assert bar.property("kind") == "idle"
    photos.add([Path(f"{number}.png") for number in range(20)])
    QApplication.processEvents()
    assert bar.maximum() > 0 and bar.property("kind") == ""
    assert strip.visualRect(photos.index(0)) == before


def test_sizes_stand_whole_below_the_picture(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(SMALL)
    for size in (Size(24, 24), Size(99, 99), Size(768, 512), Size(12000, 8000)):
        said = growth(size, size.scaled(4))
        assert QFontMetrics(font).horizontalAdvance(said) <= PICTURE.width(), said
