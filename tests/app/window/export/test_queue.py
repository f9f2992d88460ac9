"""A queue one can trust: stopped and taken up again, also after a restart; nothing twice, nothing lost unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.window.export import stopping
from app.window.export.journal import Journal
from app.window.export.tickets import Stage
from app.window.inspector.choices import Choices
from app.window.photos.model import PhotoRole
from app.window.shell.main_window import MainWindow
from engine.files.naming import IfExists
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise

FAST = Choices(model="bicubic")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """A small one, a large one, three small ones."""
    sizes = ((40, 30), (1200, 900), (40, 30), (48, 36), (32, 32))
    return [save_noise(tmp_path / "photos" / f"{name}.png", *size) for name, size in zip("abcde", sizes, strict=True)]


@pytest.fixture
def listed(window: MainWindow, photos: list[Path], qtbot: QtBot) -> MainWindow:
    """The window with the five photos in its list, the first one shown."""
    open_all(window, photos, qtbot)
    return window


def open_all(window: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    window.open(photos)
    qtbot.waitUntil(lambda: window.page.list.photos.rowCount() == len(photos), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)


def badges(window: MainWindow) -> list[str]:
    photos = window.page.list.photos
    return [photos.index(row).data(PhotoRole.SAVING).text for row in range(photos.rowCount())]


def results(photos: list[Path]) -> list[str]:
    """The names of what lies beside the photos."""
    return sorted(path.name for path in photos[0].parent.iterdir() if path not in photos)


def ended(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)


def hold_at(window: MainWindow, photo: Path, qtbot: QtBot) -> None:
    """Wait until a photo runs, and pause it."""
    queue = window.page.queue
    qtbot.waitUntil(lambda: queue.current is not None and queue.current.order.photo == photo, timeout=PATIENCE)
    queue.pause(True)


def stop_in_the_middle(window: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    """One is saved, four are stopped."""
    window.page.inspector.choose_model("srresnet")
    window.actions_["save_all"].trigger()
    hold_at(window, photos[1], qtbot)
    window.bottom.stop.click()
    ended(window, qtbot)


def answering(window: MainWindow, act: Callable[[], object], answer: Callable[[QMessageBox], object]) -> str:
    """What is asked while something is done, and answered so."""
    asked = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            answer(box)

    QTimer.singleShot(0, window, reply)
    act()
    return "".join(asked)


def press(text: str) -> Callable[[QMessageBox], object]:
    return lambda box: next(button for button in box.buttons() if button.text() == text).click()


def enter(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_escape_closes_what_is_open_and_stops_nothing(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    listed.page.queue.add([FAST.order(photo) for photo in photos])
    hold_at(listed, photos[0], qtbot)
    listed.show_settings()
    for _ in range(4):
        qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert listed.pages.currentWidget() is listed.page
    assert listed.page.queue.count(Stage.RUNNING, Stage.WAITING) == 5
    listed.page.queue.pause(False)
    ended(listed, qtbot)
    assert len(results(photos)) == 5


def test_what_was_stopped_is_taken_up_again(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    stop_in_the_middle(listed, photos, qtbot)
    notice = listed.page.viewer.notice
    assert notice.text == "1 saved, 4 stopped."
    assert badges(listed) == ["Saved", *["Stopped"] * 4]
    assert listed.bottom.saving.text() == "Not finished: 4" and not listed.bottom.progress.isVisible()
    notice._action.click()
    qtbot.waitUntil(lambda: listed.page.queue.current is not None, timeout=PATIENCE)
    assert listed.bottom.saving.text().startswith("2 of 5   b.png")
    ended(listed, qtbot)
    assert badges(listed) == ["Saved"] * 5
    assert notice.text == "All 5 photos are saved."
    assert results(photos) == [f"{name}_srresnet_4x.png" for name in "abcde"], "each once"


def test_the_key_of_pause_goes_on_as_well(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    stop_in_the_middle(listed, photos, qtbot)
    qtbot.keyClick(listed, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert listed.page.queue.is_open and not listed.page.queue.is_paused
    qtbot.keyClick(listed, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    ended(listed, qtbot)
    assert listed.page.queue.stopped


def test_a_stop_is_taken_back_before_the_engine_has_let_go(
    listed: MainWindow, photos: list[Path], qtbot: QtBot
) -> None:
    queue = listed.page.queue
    queue.add([FAST.order(photo) for photo in photos])
    hold_at(listed, photos[0], qtbot)
    queue.stop()
    assert queue.current is not None and queue.current.stage is Stage.STOPPING
    assert badges(listed) == ["Stopping…", *["Stopped"] * 4]
    queue.add([FAST.order(photo) for photo in photos])
    ended(listed, qtbot)
    assert results(photos) == [f"{name}_bicubic_4x.png" for name in "abcde"]


def test_only_what_remains_is_saved(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    save_all, notice = listed.page.inspector.save_all, listed.page.viewer.notice
    assert save_all.text() == "Save all 5"
    stop_in_the_middle(listed, photos, qtbot)
    assert save_all.text() == "Save remaining 4"
    save_all.click()
    ended(listed, qtbot)
    once = [f"{name}_srresnet_4x.png" for name in "abcde"]
    assert results(photos) == once
    save_all.click()
    assert notice.text == "All photos are saved by these choices already." and results(photos) == once
    listed.page.inspector.choose_model("bicubic")
    assert save_all.text() == "Save all 5", "by these choices nothing is saved yet"
    save_all.click()
    ended(listed, qtbot)
    assert len(results(photos)) == 10
    save_all.click()
    notice._action.click()
    ended(listed, qtbot)
    assert len(results(photos)) == 15, "a person wanted them again"


def test_badges_stay_and_a_run_counts_its_own(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    queue = listed.page.queue
    queue.add([FAST.order(photo) for photo in photos[:2]])
    ended(listed, qtbot)
    queue.add([FAST.order(photos[2])])
    ended(listed, qtbot)
    assert badges(listed) == ["Saved", "Saved", "Saved", "", ""]
    assert [ticket.order.photo for ticket in queue.tickets] == [photos[2]]


def test_one_bar_for_all_with_the_share_of_this_photo(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    queue, bar = listed.page.queue, listed.bottom
    queue.add([Choices(model="srresnet").order(photo) for photo in photos])
    qtbot.waitUntil(lambda: queue.count(Stage.SAVED) == 1 and queue.current.share > 0.2, timeout=PATIENCE)
    share = queue.current.share
    assert bar.progress.value() == round(1000 * (1 + share) / 5)
    assert bar.saving.text() == f"2 of 5   b.png   {100 * share:.0f} %"
    assert listed.windowTitle().startswith(f"{(1 + share) / 5:.0%} b.png")
    place = bar.progress.pos()
    ended(listed, qtbot)
    assert bar.progress.pos() == place, "nothing has moved"


@pytest.mark.parametrize("then", ["save another", "close"])
def test_what_was_stopped_is_offered_after_any_restart(
    then: str, new_window: MakeWindow, photos: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    first = new_window()
    open_all(first, photos, qtbot)
    stop_in_the_middle(first, photos, qtbot)
    for _ in range(2):
        window = new_window()
        notice = window.page.viewer.notice
        qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
        assert notice.text == "Photos not finished last time: 4."
        assert window.bottom.saving.text() == "Not finished: 4"
        if then == "save another":
            other = save_noise(tmp_path / "other" / "z.png", 30, 30)
            window.open([other])
            qtbot.waitUntil(lambda window=window: window.page.scene.photo is not None, timeout=PATIENCE)
            window.page.queue.add([FAST.order(other)])
            ended(window, qtbot)
            assert window.bottom.saving.text() == "Not finished: 4"
    window.bottom.pause.click()
    assert window.page.queue.is_open
    assert not notice.isVisible() or "not finished" not in notice.text, "what goes on already is offered no more"
    ended(window, qtbot)
    assert results(photos) == [f"{name}_srresnet_4x.png" for name in "abcde"]
    assert set(photos[1:]) <= set(window.page.list.photos.paths)
    assert Journal(tmp_path / "queue.json").read() == []


def test_what_was_stopped_is_forgotten_only_when_a_person_says_so(
    listed: MainWindow, photos: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    stop_in_the_middle(listed, photos, qtbot)
    listed.bottom.discard.click()
    assert badges(listed) == ["Saved", "", "", "", ""] and not listed.bottom.saving.text()
    assert Journal(tmp_path / "queue.json").read() == []
    listed.page.viewer.notice._action.click()
    assert badges(listed) == ["Saved", *["Stopped"] * 4]
    assert len(Journal(tmp_path / "queue.json").read()) == 4


def test_much_work_is_not_stopped_unasked(
    listed: MainWindow, photos: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(stopping, "WORTH_ASKING", 0.0)
    queue = listed.page.queue
    queue.add([Choices(model="srresnet").order(photo) for photo in photos[1:]])
    qtbot.waitUntil(lambda: queue.current is not None and queue.current.share > 0.1, timeout=PATIENCE)
    queue.pause(True)
    asked = answering(listed, listed.bottom.stop.click, enter)
    assert asked.startswith("b.png is ") and asked.endswith(" % done.")
    assert queue.count(Stage.RUNNING, Stage.WAITING) == 4, "the Enter key keeps what is done"
    answering(listed, listed.bottom.stop.click, press("Stop"))
    ended(listed, qtbot)
    assert queue.count(Stage.STOPPED) == 4


def test_removing_the_photo_that_is_being_saved_asks(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    queue, strip = listed.page.queue, listed.page.list.photos
    queue.add([FAST.order(photo) for photo in photos])
    hold_at(listed, photos[0], qtbot)
    remove = listed.actions_["remove"].trigger
    assert answering(listed, remove, enter) == "a.png is being saved."
    assert strip.rowCount() == 5 and queue.current.stage is Stage.RUNNING
    answering(listed, remove, press("Remove"))
    assert strip.paths == photos[1:]
    queue.pause(False)
    ended(listed, qtbot)
    assert results(photos) == [f"{name}_bicubic_4x.png" for name in "bcde"]
    listed.actions_["undo"].trigger()
    ended(listed, qtbot)
    assert badges(listed) == ["Saved"] * 5 and strip.paths == photos
    assert results(photos) == [f"{name}_bicubic_4x.png" for name in "abcde"]


def test_what_waited_waits_again_once_its_removal_is_undone(
    listed: MainWindow, photos: list[Path], qtbot: QtBot
) -> None:
    queue = listed.page.queue
    queue.add([FAST.order(photo) for photo in photos])
    hold_at(listed, photos[0], qtbot)
    listed.page.list.remove([photos[1], photos[3]])
    assert listed.page.viewer.notice.text == "Removed from the list: 2 photos."
    assert queue.count(Stage.WAITING) == 2
    listed.page.viewer.notice._action.click()
    assert listed.page.list.photos.paths == photos and queue.count(Stage.WAITING) == 4
    queue.pause(False)
    ended(listed, qtbot)
    assert len(results(photos)) == 5


def test_several_photos_are_selected_saved_and_removed(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    page, strip = listed.page, listed.page.list.strip
    page.inspector.choose_model("bicubic")

    def click(row: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        centre = strip.visualRect(page.list.photos.index(row)).center()
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, key, centre)

    click(0)
    click(2, Qt.KeyboardModifier.ShiftModifier)
    click(1, Qt.KeyboardModifier.ControlModifier)
    assert page.list.selected == photos[:3], "the one that is shown belongs to them"
    click(0)
    click(2, Qt.KeyboardModifier.ControlModifier)
    assert page.list.selected == [photos[0], photos[2]]
    assert page.inspector.save.text() == "Save 2"
    qtbot.keyClick(page.viewer.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    ended(listed, qtbot)
    assert badges(listed) == ["Saved", "", "Saved", "", ""]
    qtbot.keyClick(page.viewer.canvas, Qt.Key.Key_Delete)
    assert page.list.photos.paths == [photos[1], photos[3], photos[4]]
    assert page.list.current == photos[3] and page.inspector.save.text() == "Save"
    listed.actions_["undo"].trigger()
    assert page.list.photos.paths == photos and badges(listed) == ["Saved", "", "Saved", "", ""]
    qtbot.keyClick(page.viewer.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.list.selected == photos
    listed.show_settings()
    listed.actions_["remove"].trigger()
    assert page.list.photos.rowCount() == 5, "the list is not to be seen"


def test_several_photos_are_selected_by_keys(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    strip = listed.page.list.strip
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    for row in (1, 2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda row=row: listed.page.scene.photo.path == photos[row], timeout=PATIENCE)
    assert listed.page.list.selected == photos[:3]


def test_no_result_replaces_a_photo_of_the_list(listed: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    """Although only one of them is saved, and whatever is there is to be replaced."""
    before = photos[1].read_bytes()
    choices = Choices(model="bicubic", template="b", if_exists=IfExists.OVERWRITE)
    listed.page.queue.add([choices.order(photos[0])])
    ended(listed, qtbot)
    assert photos[1].read_bytes() == before
    assert results(photos) == ["b (2).png"]
