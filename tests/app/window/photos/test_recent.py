"""The photos opened last, as pictures on the empty page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.canvas.recent import GAP, PICTURE, TILE, RecentPhotos
from app.window.shell.main_window import MainWindow
from app.window.widgets.theme import Theme
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise


@pytest.fixture
def recent(qtbot: QtBot, qapp: object) -> Iterator[RecentPhotos]:
    made = RecentPhotos(Theme(qapp), 6)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(6 * (TILE.width() + GAP), 200)
    yield made
    made.close_thread()


def shown(recent: RecentPhotos) -> list[str]:
    return [tile.accessibleName() for tile in recent.tiles if tile.isVisible()]


def test_they_are_pictures_and_what_is_none_is_left_out(recent: RecentPhotos, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [save_noise(tmp_path / "photos" / f"{name}.png", 60, 40, seed) for seed, name in enumerate("abc")]
    paths[1].write_bytes(b"")
    recent.show_photos(paths)
    assert not recent._pictures, "nobody has seen them"
    recent.show()
    qtbot.waitUntil(lambda: shown(recent) == ["a.png", "c.png"] and len(recent._pictures) == 2, timeout=PATIENCE)
    picture = recent.tiles[0].icon().pixmap(PICTURE).toImage()
    assert picture.size() == PICTURE, "so that names stand in one line"
    colours = {picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 5)}
    assert len(colours) > 5, "the photo itself, not a drawing"
    with qtbot.waitSignal(recent.chosen) as heard:
        qtbot.mouseClick(recent.tiles[1], Qt.MouseButton.LeftButton)
    assert heard.args == [paths[2]]


def test_there_are_as_many_as_there_is_room_for(recent: RecentPhotos, tmp_path: Path) -> None:
    paths = [save_noise(tmp_path / "photos" / f"{number}.png", 20, 20) for number in range(6)]
    recent.show_photos(paths)
    recent.show()
    assert len(shown(recent)) == 6
    recent.resize(3 * TILE.width() + 2 * GAP, 200)
    assert shown(recent) == ["0.png", "1.png", "2.png"]


def test_what_was_opened_is_there_when_the_list_is_empty_again_and_at_the_next_start(
    opened: MainWindow, new_window: MakeWindow, photo: Path, qtbot: QtBot
) -> None:
    opened.page.list.clear()
    recent = opened.page.viewer.empty.recent
    assert shown(recent) == [photo.name]
    qtbot.mouseClick(recent.tiles[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.page.list.current == photo, timeout=PATIENCE)
    assert shown(new_window().page.viewer.empty.recent) == [photo.name]
