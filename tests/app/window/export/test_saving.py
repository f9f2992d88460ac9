"""Saving with the real engine: queue, pause, stop, retry, a crash in between."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.window.export.journal import Journal
from app.window.export.tickets import Added, Stage
from app.window.inspector.choices import Choices
from app.window.shell import saving_news
from app.window.shell.main_window import MainWindow
from engine.compute.runner import ModelRunner
from engine.files.naming import IfExists
from engine.geometry import Region
from engine.sentences import Sentence
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise


def stages(window: MainWindow) -> list[Stage]:
    return [ticket.stage for ticket in window.page.queue.tickets]


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(stages(window)) and not window.page.queue.is_open, timeout=PATIENCE)


def wait_for_progress(window: MainWindow, qtbot: QtBot) -> None:
    queue = window.page.queue
    qtbot.waitUntil(lambda: queue.current is not None and queue.current.share > 0, timeout=PATIENCE)


def test_a_photo_is_saved_as_it_was_shown(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(4)
    qtbot.waitUntil(lambda: not scene.is_refining(scene.view.layers[1]), timeout=PATIENCE)
    opened.actions_["save"].trigger()
    wait(opened, qtbot)
    target = photo.parent / "beach_srgan_4x.png"
    assert stages(opened) == [Stage.SAVED]
    saved = np.asarray(Image.open(target))
    assert saved.shape == (600, 800, 3)
    grid = scene.grid(scene.view.panes[1])
    seen = list(scene.results.within(grid, "srgan", Region.of(grid.size)))
    assert seen
    for region, pixels in seen:
        assert np.abs(saved[region.slices].astype(int) - pixels).max() <= 1
    assert "beach_srgan_4x.png" in opened.page.viewer.notice.text
    assert opened.page.inspector.files.preview.whole() == "beach_srgan_4x (2).png", "that it would have now"


def test_one_bad_photo_does_not_stop_the_others(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    good = [save_noise(tmp_path / "photos" / f"{name}.png", 40, 30) for name in "ab"]
    bad = save_noise(tmp_path / "photos" / "aa.png", 40, 30)
    window.open([tmp_path / "photos"])
    photos = window.page.list.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 3 and all(map(photos.thumbnail, photos.paths)), timeout=PATIENCE)
    bad.write_bytes(b"nothing")
    window.actions_["save_all"].trigger()
    wait(window, qtbot)
    assert stages(window) == [Stage.SAVED, Stage.FAILED, Stage.SAVED]
    assert window.page.viewer.notice.text == "2 saved, 1 failed. The list says why."
    save_noise(bad, 40, 30)
    window.page.queue.retry(bad)
    wait(window, qtbot)
    assert window.page.queue.ticket(bad).stage is Stage.SAVED
    assert len(list((tmp_path / "photos").glob("*_srgan_4x.png"))) == 3
    assert all(photo.exists() for photo in good)


def test_what_came_about_on_the_device_is_told_once(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several photos when the first one is saved, of a single one beside its name."""
    remark = Sentence("{device} broke off, so the CPU is used from here on; a newer driver may help.", device="Card")
    monkeypatch.setattr(ModelRunner, "remarks", property(lambda _: (remark,), lambda *_: None), raising=False)
    told: list[str] = []
    monkeypatch.setattr(window.page.viewer.notice, "warn", lambda text, *_: told.append(text))
    for name in "ab":
        save_noise(tmp_path / "photos" / f"{name}.png", 40, 30)
    window.open([tmp_path / "photos"])
    photos = window.page.list.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 2 and all(map(photos.thumbnail, photos.paths)), timeout=PATIENCE)
    window.actions_["save_all"].trigger()
    wait(window, qtbot)
    assert told == [remark]
    window.page.queue.retry(photos.paths[0])
    wait(window, qtbot)
    assert "Card broke off" in window.page.viewer.notice.text and told == [remark]


def test_stop_leaves_nothing_and_keeps_the_old_file(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    big = save_noise(photo.parent / "big.png", 1200, 900)
    old = photo.parent / "big_srgan_4x.png"
    old.write_bytes(b"old")
    choices = Choices(if_exists=IfExists.OVERWRITE)
    opened.page.queue.add([choices.order(big), choices.order(photo)])
    wait_for_progress(opened, qtbot)
    opened.actions_["stop"].trigger()
    wait(opened, qtbot)
    assert stages(opened) == [Stage.STOPPED, Stage.STOPPED]
    assert old.read_bytes() == b"old"
    assert {path.name for path in photo.parent.iterdir()} == {"beach.png", "big.png", "big_srgan_4x.png"}


def test_many_photos_are_queued_and_stopped_at_once(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """The journal is written once for all, not once for each."""
    written: list[int] = []
    queue = opened.page.queue
    queue._journal.write = lambda orders: written.append(len(orders))
    queue.add([Choices().order(tmp_path / f"{number}.png") for number in range(500)])
    assert written == [500, 500], "queued, and the first one begun"
    queue.stop()
    assert len(written) == 3
    wait(opened, qtbot)


def test_a_pause_lets_one_look_on(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    queue, scene = opened.page.queue, opened.page.scene
    big = save_noise(photo.parent / "big.png", 1200, 900)
    queue.add([Choices().order(big)])
    wait_for_progress(opened, qtbot)
    opened.actions_["pause"].trigger()
    assert queue.is_paused and opened.bottom.left.text() == "paused"
    qtbot.wait(300)
    share = queue.current.share
    scene.zoom_to(4)
    qtbot.waitUntil(lambda: not scene.is_refining(scene.view.layers[1]), timeout=PATIENCE)
    assert queue.current.share == share
    opened.actions_["pause"].trigger()
    wait(opened, qtbot)
    assert stages(opened) == [Stage.SAVED]


def test_files_that_exist_are_kept_or_numbered(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    old = photo.parent / "beach_srgan_4x.png"
    old.write_bytes(b"old")
    opened.page.queue.add([Choices(if_exists=IfExists.SKIP).order(photo)])
    wait(opened, qtbot)
    assert stages(opened) == [Stage.SKIPPED]
    opened.page.queue.add([Choices().order(photo)])
    wait(opened, qtbot)
    assert opened.page.queue.ticket(photo).target.name == "beach_srgan_4x (2).png"
    assert old.read_bytes() == b"old"


def test_a_queue_goes_on_after_a_crash(new_window: MakeWindow, photo: Path, tmp_path: Path, qtbot: QtBot) -> None:
    Journal(tmp_path / "queue.json").write([Choices(model="srresnet").order(photo)])
    window = new_window()
    notice = window.page.viewer.notice
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
    assert notice.text == "Photos not finished last time: 1."
    notice._action.click()
    wait(window, qtbot)
    assert (photo.parent / "beach_srresnet_4x.png").exists()
    assert Journal(tmp_path / "queue.json").read() == []


def test_a_restart_does_not_make_again_what_was_finished(
    new_window: MakeWindow, photo: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """As where the process ended between the result and the journal."""
    orders = [Choices(model="bicubic").order(photo)]
    first = new_window()
    first.page.queue.add(orders)
    wait(first, qtbot)
    made = (photo.parent / "beach_bicubic_4x.png").stat().st_mtime_ns
    Journal(tmp_path / "queue.json").write(orders)
    window = new_window()
    qtbot.waitUntil(window.page.viewer.notice.isVisible, timeout=PATIENCE)
    window.page.viewer.notice._action.click()
    wait(window, qtbot)
    assert stages(window) == [Stage.SAVED]
    assert (photo.parent / "beach_bicubic_4x.png").stat().st_mtime_ns == made
    assert len(list(photo.parent.iterdir())) == 2


def test_a_second_order_for_a_photo_is_taken_or_refused_aloud(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    queue, inspector, notice = opened.page.queue, opened.page.inspector, opened.page.viewer.notice
    big = save_noise(photo.parent / "big.png", 1200, 900)
    queue.add([Choices().order(big), Choices().order(photo)])
    wait_for_progress(opened, qtbot)
    inspector.choose_model("bicubic")
    opened.page.saver.save([photo])
    assert notice.text == "Photos that waited already, and are now saved with these choices: 1."
    opened.page.saver.save([big])
    assert notice.text == "big.png is just being saved with other choices; save it again when that is done."
    assert queue.add([queue.current.order, queue.ticket(photo).order]) == Added([], [])
    wait(opened, qtbot)
    assert {ticket.target.name for ticket in queue.tickets} == {"big_srgan_4x.png", "beach_bicubic_4x.png"}


def test_what_cannot_be_is_said_before_saving(opened: MainWindow) -> None:
    inspector = opened.page.inspector
    inspector.files.template.setText("{moon}")
    assert inspector.problem.isVisible() and "{moon}" in inspector.problem.text()
    inspector.files.template.setText("{name}-big")
    assert not inspector.problem.isVisible()
    assert inspector.files.preview.whole() == "beach-big.png"
    assert "800 × 600" in inspector.outcome.text()


def test_the_estimate_counts_every_time_that_the_model_is_applied(opened: MainWindow) -> None:
    inspector = opened.page.inspector
    inspector.set_speed(100.0)
    inspector.choose_model("srgan")
    assert inspector.outcome.text().endswith("about 48 s"), "0.48 megapixels"
    inspector.sizes._value.setValue(8)
    assert inspector.outcome.text().endswith("about 14 min"), "those and 7.68 more"
    inspector.sizes._value.setValue(40)
    assert "this model reaches at most 3200 x 2400" in inspector.problem.text()
    assert inspector.outcome.text().startswith("8000 × 6000"), "what was asked for, not what was before"


def test_all_saved_photos_are_shown_in_their_folder(
    opened: MainWindow, photo: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(saving_news, "show_in_folder", shown.append)
    other = save_noise(photo.parent / "other.png", 40, 30)
    opened.page.queue.add([Choices(model="bicubic").order(path) for path in (photo, other)])
    wait(opened, qtbot)
    assert opened.page.viewer.notice.text == "All 2 photos are saved."
    opened.page.viewer.notice._action.click()
    assert shown == [photo.parent / "other_bicubic_4x.png"]


def test_the_gui_is_not_blocked_while_a_photo_is_saved(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    """A timer of the GUI thread keeps ticking. The limit is loose: the CPU is shared with the engine."""
    ticks: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    opened.page.queue.add([Choices().order(save_noise(photo.parent / "big.png", 800, 600))])
    wait(opened, qtbot)
    timer.stop()
    pauses = np.diff(ticks)
    assert np.percentile(pauses, 90) < 0.1
