"""Photos and places that make trouble: each ends in a sentence on the list or in a result, and the rest goes on."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.export.tickets import Stage
from app.window.inspector.choices import Choices
from app.window.shell.main_window import MainWindow
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.jobs.saving import SaveOrder
from tests.app.window.conftest import PATIENCE, save_noise

QUICK = Choices(model="bicubic")
NOISE = np.random.default_rng(0).integers(0, 256, (30, 40, 4), np.uint8)


def show(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open([path])
    scene = window.page.scene
    qtbot.waitUntil(lambda: scene.photo is not None and scene.photo.path == path and scene.is_settled, timeout=PATIENCE)


def save_all(window: MainWindow, orders: list[SaveOrder], qtbot: QtBot) -> list[Stage]:
    window.page.queue.add(orders)
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)
    return [window.page.queue.ticket(order.photo).stage for order in orders]


def one_pixel(path: Path) -> None:
    Image.new("RGB", (1, 1), "teal").save(path)


def for_print(path: Path) -> None:
    Image.fromarray(NOISE, "CMYK").save(path)


def sixteen_bits(path: Path) -> None:
    tifffile.imwrite(path, NOISE[:, :, :3].astype(np.uint16) * 257, photometric="rgb")


def transparent(path: Path) -> None:
    Image.fromarray(NOISE, "RGBA").save(path)


def indexed(path: Path) -> None:
    Image.fromarray(NOISE, "RGBA").quantize(16).save(path)


@pytest.mark.filterwarnings("ignore:'mode' parameter is deprecated")
@pytest.mark.parametrize(
    ("name", "make", "mode"),
    [
        ("dot.png", one_pixel, "RGB"),
        ("print.jpg", for_print, None),
        ("deep.tif", sixteen_bits, None),
        ("cut-out.png", transparent, "RGBA"),
        ("indexed.png", indexed, "RGBA"),
    ],
)
def test_odd_photos_are_shown_and_saved(
    window: MainWindow, tmp_path: Path, name: str, make: Callable[[Path], None], mode: str | None, qtbot: QtBot
) -> None:
    path = tmp_path / name
    make(path)
    show(window, path, qtbot)
    size = window.page.scene.photo.size
    assert save_all(window, [QUICK.order(path)], qtbot) == [Stage.SAVED]
    with Image.open(window.page.queue.ticket(path).target) as saved:
        assert saved.size == size.scaled(4)
        assert mode in (None, saved.mode)
    if name == "deep.tif":
        assert tifffile.imread(window.page.queue.ticket(path).target).dtype == np.uint16


def test_an_animation_is_refused_and_the_others_go_on(window: MainWindow, three: list[Path], qtbot: QtBot) -> None:
    frames = [Image.fromarray(np.roll(NOISE[:, :, :3], step, 1)) for step in (0, 9)]
    frames[0].save(three[1], save_all=True, append_images=frames[1:])
    assert one_bad(window, three, qtbot) == "b.png is animated; Fourfold takes single photos."


@pytest.mark.slow
def test_two_hundred_megapixels_are_looked_at(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    import pyvips

    path = tmp_path / "vast.png"
    pyvips.Image.black(20_000, 10_000, bands=3).linear(1, [90, 120, 60], uchar=True).pngsave(str(path), compression=1)
    window.open([path])
    scene = window.page.scene
    qtbot.waitUntil(lambda: scene.photo is not None and scene.is_settled, timeout=3 * PATIENCE)
    scene.zoom_to(1)
    qtbot.waitUntil(lambda: scene.is_settled, timeout=PATIENCE)
    assert window.page.inspector.outcome.text().startswith("80000 × 40000")


@contextmanager
def small_files() -> Iterator[None]:
    """No file may grow beyond 20 kB, as on a disk that fills up while it is written."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def three(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> list[Path]:
    """Three good photos on the list, with nothing left that would still read their files."""
    paths = [save_noise(tmp_path / "photos" / f"{name}.png", 80, 60, seed) for seed, name in enumerate("abc")]
    window.open(paths)
    page, photos = window.page, window.page.list.photos
    qtbot.waitUntil(lambda: page.scene.photo is not None and all(map(photos.thumbnail, paths)), timeout=PATIENCE)
    return paths


def one_bad(window: MainWindow, paths: list[Path], qtbot: QtBot) -> str:
    """Save all, of which the second fails; the sentence that says why."""
    stages = save_all(window, [QUICK.order(path) for path in paths], qtbot)
    assert stages == [Stage.SAVED, Stage.FAILED, Stage.SAVED]
    assert "2 saved, 1 failed" in window.page.viewer.notice.text
    row = window.page.list.photos.row_of(paths[1])
    return window.page.list.photos.index(row).data(Qt.ItemDataRole.ToolTipRole)


def test_a_photo_that_vanishes_meanwhile(window: MainWindow, three: list[Path], qtbot: QtBot) -> None:
    three[1].unlink()
    assert one_bad(window, three, qtbot).endswith("b.png.")


def test_a_photo_that_becomes_empty_meanwhile(window: MainWindow, three: list[Path], qtbot: QtBot) -> None:
    three[1].write_bytes(b"")
    assert one_bad(window, three, qtbot) == "b.png is empty."


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_fills_up(window: MainWindow, three: list[Path], tmp_path: Path, qtbot: QtBot) -> None:
    save_noise(three[1], 400, 300)
    for index in (0, 2):
        Image.new("RGB", (20, 20), "teal").save(three[index])
    with small_files():
        sentence = one_bad(window, three, qtbot)
    assert sentence.startswith("b_bicubic_4x.png cannot be saved")
    assert not list(three[1].parent.glob("b_bicubic*")), "no half of a file is left"


def test_a_full_disk_is_known_before(
    window: MainWindow, three: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 1000))
    assert save_all(window, [QUICK.order(path) for path in three], qtbot) == [Stage.FAILED] * 3
    assert "disk is too full" in window.page.queue.ticket(three[0]).sentence
    monkeypatch.undo()
    window.page.viewer.notice._action.click()
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)
    assert {ticket.stage for ticket in window.page.queue.tickets} == {Stage.SAVED}


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that not even root can write into")
def test_a_folder_that_cannot_be_written_into(window: MainWindow, three: list[Path], qtbot: QtBot) -> None:
    closed = Choices(model="bicubic", folder=Path("/proc"))
    orders = [closed.order(three[0]), QUICK.order(three[1])]
    assert save_all(window, orders, qtbot) == [Stage.FAILED, Stage.SAVED]
    assert window.page.queue.ticket(three[0]).sentence.startswith("Nothing can be written into the folder /proc")


def test_a_photo_that_some_library_cannot_bear_is_refused_and_the_next_one_opens(
    window: MainWindow, three: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def stumble(*_: object) -> None:
        raise IndexError("a library stumbles")

    page = window.page
    with monkeypatch.context() as spoilt:
        spoilt.setattr("app.window.photos.photo.damage_of", stumble)
        bad = save_noise(three[0].parent / "bad.png", 20, 20)
        window.open([bad])
        qtbot.waitUntil(lambda: page.list.current == bad and page.viewer.refusal.isVisible(), timeout=PATIENCE)
    row = page.list.photos.row_of(bad)
    problem = page.list.photos.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert problem == "Something unexpected went wrong: a library stumbles."
    show(window, save_noise(three[0].parent / "good.png", 20, 20), qtbot)


def test_results_in_a_dropped_folder_are_left_out_and_that_is_said(
    window: MainWindow, three: list[Path], qtbot: QtBot
) -> None:
    save_all(window, [QUICK.order(three[0])], qtbot)
    window.page.list.clear()
    window.open([three[0].parent])
    qtbot.waitUntil(lambda: window.page.list.photos.rowCount() > 0, timeout=PATIENCE)
    assert window.page.list.photos.paths == three
    assert window.page.viewer.notice.text == "Results of Fourfold left out: 1. Name one to upscale it."
    result = window.page.list.photos.paths[0].with_name("a_bicubic_4x.png")
    show(window, result, qtbot)


def test_photos_saved_together_leave_each_other_alone(window: MainWindow, three: list[Path], qtbot: QtBot) -> None:
    """One's result would replace another photo, and two results have one name."""
    first, second, third = three
    jpeg = first.with_suffix(".jpg")
    Image.new("RGB", (20, 20), "teal").save(jpeg)
    before = first.read_bytes()
    over = Choices(model="bicubic", format=Format.PNG, template="{name}", if_exists=IfExists.OVERWRITE)
    same = replace(over, template="one")
    orders = [over.order(jpeg), replace(over, folder=jpeg.parent / "none").order(first)]
    assert save_all(window, orders, qtbot) == [Stage.SAVED, Stage.FAILED]
    assert first.read_bytes() == before and window.page.queue.ticket(jpeg).target.name == "a (2).png"
    assert save_all(window, [same.order(second), same.order(third)], qtbot) == [Stage.SAVED, Stage.SAVED]
    assert [window.page.queue.ticket(each).target.name for each in (second, third)] == ["one.png", "one (2).png"]
