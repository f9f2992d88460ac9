"""What a person opens: chosen in a dialog, listed where it is a photo, told where it is none, named in the title."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot

from app.window.inspector.preferences import Preferences
from app.window.photos import samples
from app.window.photos.choosing import photo_filter
from app.window.shell.left_out import MOST_TOLD
from app.window.shell.main_window import MainWindow
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.true_metadata import with_provenance
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.picture import Picture
from tests.app.window.conftest import PATIENCE, save_noise


def listed(window: MainWindow, paths: list[Path], qtbot: QtBot) -> None:
    """Open these and wait until the list holds what it should."""
    before = set(window.page.list.photos.paths)
    window.open(paths)
    qtbot.waitUntil(lambda: set(window.page.list.photos.paths) != before, timeout=PATIENCE)


def told(window: MainWindow, words: str, qtbot: QtBot) -> str:
    notice = window.page.viewer.notice
    qtbot.waitUntil(lambda: notice.isVisible() and words in notice.text, timeout=PATIENCE)
    return notice.text


# --- the dialog ---


def test_the_dialog_lists_photos_and_begins_where_the_last_ones_were(
    window: MainWindow, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []

    def choose(parent: object, title: str, folder: str, filter: str, *_: object) -> tuple[list[str], str]:
        asked.append((folder, filter))
        return [str(photo)], filter

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.actions_["open"].trigger()
    qtbot.waitUntil(lambda: window.page.list.current == photo, timeout=PATIENCE)
    window.actions_["open"].trigger()
    assert [Path(folder) for folder, _ in asked][1] == photo.parent
    photos, everything = asked[0][1].split(";;")
    assert photos.startswith("Photos (") and everything == "All files (*)"
    assert all(f"*{suffix}" in photos for format in Format for suffix in format.suffixes)


def test_the_first_dialog_begins_at_the_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    preferences = Preferences(tmp_path / "window.ini")
    assert preferences.photos_folder == tmp_path, "there are no pictures yet"
    (tmp_path / "Pictures").mkdir()
    assert preferences.photos_folder == tmp_path / "Pictures"
    (tmp_path / "gone").mkdir()
    preferences.photos_folder = tmp_path / "gone"
    assert preferences.photos_folder == tmp_path / "gone"
    (tmp_path / "gone").rmdir()
    assert preferences.photos_folder == tmp_path / "Pictures"


def test_suffixes_are_listed_in_any_case(tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("a.JPG", "b.jpg", "c.txt"):
        (tmp_path / name).touch()
    dialog = QFileDialog(None, "", str(tmp_path), photo_filter())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    listing = dialog.findChild(QListView, "listView")

    def names() -> list[str]:
        root = listing.rootIndex()
        return sorted(listing.model().index(row, 0, root).data() for row in range(listing.model().rowCount(root)))

    qtbot.waitUntil(lambda: names() == ["a.JPG", "b.jpg"], timeout=PATIENCE)


# --- what is no photo ---


def test_what_cannot_be_read_is_told_and_not_listed(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    good = save_noise(tmp_path / "photos" / "good.png", 40, 40)
    empty, words, gone = (good.with_name(name) for name in ("empty.jpg", "words.png", "gone.png"))
    empty.write_bytes(b"")
    words.write_text("no photo")
    listed(window, [empty, good, words, gone], qtbot)
    assert window.page.list.photos.paths == [good]
    said = told(window, "empty.jpg is empty.", qtbot)
    assert "words.png is not a picture" in said and "gone.png" in said
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)


def test_what_is_damaged_further_down_goes_as_soon_as_it_is_seen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    good = save_noise(tmp_path / "photos" / "b.png", 40, 40)
    bad = save_noise(tmp_path / "photos" / "a.png", 400, 300)
    bad.write_bytes(bad.read_bytes()[:20_000])
    window.open([bad, good])
    told(window, "a.png", qtbot)
    assert window.page.list.photos.paths == [good]
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert window.page.scene.photo.path == good and not window.page.viewer.refusal.isVisible()


def test_a_folder_of_rubbish_is_one_short_message(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(9):
        (tmp_path / f"{number}.png").write_bytes(b"")
    window.open([tmp_path])
    said = told(window, "more", qtbot).splitlines()
    assert len(said) == MOST_TOLD + 1 and said[-1] == "And 5 more."
    assert window.page.list.photos.paths == [] and window.page.viewer.empty.isVisible()


def test_a_photo_that_is_gone_later_stays_and_says_why(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    other = save_noise(photo.parent / "other.png", 20, 20)
    listed(opened, [other], qtbot)
    qtbot.waitUntil(lambda: opened.page.list.photos.thumbnail(photo) is not None, timeout=PATIENCE)
    photo.unlink()
    opened.page.list._opener.forget(photo)
    opened.page.list.step(-1)
    qtbot.waitUntil(opened.page.viewer.refusal.isVisible, timeout=PATIENCE)
    assert opened.page.list.photos.paths == [photo, other]


# --- the samples ---


def test_samples_are_three_and_their_results_lie_beside_copies(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(samples, "pictures_folder", lambda: tmp_path / "Pictures" / "Fourfold")
    shipped = {path.name for path in (files("resources") / "samples").iterdir()}
    own = tmp_path / "Pictures" / "Fourfold" / "samples" / "leaves.jpg"
    own.parent.mkdir(parents=True)
    Image.new("RGB", (30, 20), "teal").save(own)
    before = own.read_bytes()
    window.page.viewer.empty.sample.click()
    photos = window.page.list.photos
    qtbot.waitUntil(lambda: photos.rowCount() > 0, timeout=PATIENCE)
    assert [path.name for path in photos.paths] == ["leaves.jpg", "old-print.jpg", "still-life.jpg"]
    assert own.read_bytes() == before, "a person's own file of that name stays"
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    with qtbot.waitSignal(window.page.queue.ended, timeout=PATIENCE):
        window.actions_["save"].trigger()
    assert own.with_name("leaves_srgan_4x.jpg").exists()
    assert {path.name for path in (files("resources") / "samples").iterdir()} == shipped


def test_a_result_beside_a_sample_is_no_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """README's first command writes one there."""
    shipped = tmp_path / "resources" / "samples"
    shipped.mkdir(parents=True)
    sample = save_noise(shipped / "leaves.jpg", 20, 20)
    picture = open_photo(sample).picture()
    header = replace(picture.header, metadata=with_provenance(picture.header.metadata, {"model": "srgan"}))
    save_picture(Picture(header, picture.pixels), shipped / "leaves_srgan_4x.jpg", SaveOptions(Format.JPEG))
    monkeypatch.setattr(samples, "files", lambda _: tmp_path / "resources")
    monkeypatch.setattr(samples, "pictures_folder", lambda: tmp_path / "Pictures")
    assert [path.name for path in samples.copied_samples()] == ["leaves.jpg"]


# --- the title ---


def test_the_title_names_the_photo(window: MainWindow, photo: Path, qtbot: QtBot) -> None:
    assert window.windowTitle() == "Fourfold"
    odd = save_noise(photo.parent / "odd[*].png", 20, 20)
    window.open([photo, odd])
    qtbot.waitUntil(lambda: window.windowTitle() == "beach.png – Fourfold", timeout=PATIENCE)
    window.page.list.step(1)
    assert window.windowTitle().replace("[*][*]", "[*]") == "odd[*].png – Fourfold"
    window.saving._title.say("40% beach.png")
    assert window.windowTitle() == "40% beach.png – Fourfold"
    window.saving.refresh()
    window.page.list.clear()
    assert window.windowTitle() == "Fourfold"
