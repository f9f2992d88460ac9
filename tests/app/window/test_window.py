"""Opening, looking and comparing with real widgets and the real engine."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.canvas.canvas import Canvas
from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.panes import Arrangement
from app.window.canvas.viewport import SCALE
from app.window.main_window import MainWindow
from app.window.photos.model import Role
from app.window.theme import Look
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything visible is computed and drawn."""
    qtbot.waitUntil(lambda: window.page.scene.is_settled, timeout=PATIENCE)


def wheel(canvas: Canvas, at: QPoint, notches: int) -> None:
    place, nothing = QPointF(at), QPoint(0, 0)
    event = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(at)),
        nothing,
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_files_and_folders_are_opened_and_listed(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    single = save_noise(tmp_path / "one" / "a.png", 60, 40)
    deep = save_noise(tmp_path / "two" / "b.jpg", 50, 50)
    (tmp_path / "two" / "notes.txt").write_text("no photo")
    window.open([single, tmp_path / "two"])
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert window.page.photos.paths == [single, deep]
    assert window.page.scene.photo.path == single
    assert window.page.inspector.save_all.text() == "Save all 2"
    window.page.step(1)
    qtbot.waitUntil(lambda: window.page.scene.photo.path == deep, timeout=PATIENCE)


def test_a_bad_photo_is_told_and_the_others_go_on(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"")
    good = save_noise(tmp_path / "photos" / "good.png", 40, 40)
    window.open([bad, good])
    sentence = window.page.viewer.refusal.sentence
    qtbot.waitUntil(sentence.isVisible, timeout=PATIENCE)
    assert sentence.text() == "bad.png is empty."
    assert window.page.photos.index(0).data(Role.PROBLEM) == "bad.png is empty."
    window.page.step(1)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    save_noise(bad, 30, 30)
    window.page.step(-1)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None and window.page.scene.photo.path == bad)
    assert window.page.photos.index(0).data(Role.PROBLEM) == ""


def test_drop_and_paste(window: MainWindow, photo: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert window.page.scene.photo.path == photo


def test_the_window_shows_before_the_engine_is_there(window: MainWindow) -> None:
    """torch is loaded by the engine's thread; a fresh process shows that the window itself needs none."""
    import subprocess
    import sys

    code = "import sys\nimport app.window.start\nassert 'torch' not in sys.modules and 'pyvips' not in sys.modules\n"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_visible_is_computed(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    pane = scene.panes()[1]
    assert pane.layer == Layer("srgan")
    key = scene.keys(pane)[0]
    shown = scene.tile(key)
    smooth = scene._renderer.draw(scene.keys(scene.panes()[0])[0]).image
    assert shown != smooth, "the network's tile has replaced the bicubic stand-in"


def test_texture_is_live(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    key = scene.keys(scene.panes()[1])[0]
    before = scene.tile(key).copy()
    opened.page.inspector.models.texture.set_value(30)
    qtbot.waitUntil(lambda: scene.recipe.texture == 0.3, timeout=PATIENCE)
    settle(opened, qtbot)
    assert scene.tile(key) != before


@pytest.mark.parametrize("arrangement", ["single", "split", "side", "grid"])
def test_every_arrangement_is_drawn(opened: MainWindow, arrangement: str, qtbot: QtBot) -> None:
    opened.actions_[arrangement].trigger()
    opened.page.scene.zoom_to(SCALE)
    settle(opened, qtbot)
    labels = [button for button in opened.page.viewer.labels.buttons if button.isVisible()]
    assert len(labels) == opened.page.scene.arrangement.panes
    assert opened.actions_[arrangement].isChecked()
    grabbed = opened.page.viewer.canvas.grab().toImage()
    assert not grabbed.isNull() and _spread(grabbed) > 20


def _spread(image: QImage) -> float:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return float(np.frombuffer(image.constBits(), np.uint8).std())


def test_the_divider_is_dragged(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["split"].trigger()
    middle = QPoint(canvas.width() // 2 + 5, 30)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 4, 40))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, 40))
    assert scene.divider == pytest.approx(0.25, abs=0.02)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, 40))
    assert scene.divider == 0.5


def test_the_wheel_zooms_at_the_pointer_and_drag_pans(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["single"].trigger()
    at = QPoint(300, 200)
    before = scene.viewport.to_photo(canvas.to_device(QPointF(at)), scene.area)
    wheel(canvas, at, 5)
    after = scene.viewport.to_photo(canvas.to_device(QPointF(at)), scene.area)
    assert after.x == pytest.approx(before.x, abs=1) and after.y == pytest.approx(before.y, abs=1)
    centre = scene.viewport.centre
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas, at + QPoint(40, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert scene.viewport.centre.x == pytest.approx(centre.x - 40 / scene.viewport.zoom, abs=0.01)


def test_a_pane_is_unlocked_and_keeps_its_offset(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["side"].trigger()
    scene.zoom_to(SCALE)
    at = QPoint(100, 100)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, alt, at)
    qtbot.mouseMove(canvas, at + QPoint(20, 8))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, alt, at)
    first, second = scene.panes()
    assert first.viewport.centre.x == second.viewport.centre.x - 5
    scene.pan(10, 0)
    first, second = scene.panes()
    assert first.viewport.centre.x == second.viewport.centre.x - 5


def test_space_flickers_to_the_photo(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert {pane.layer for pane in scene.panes()} == {Layer(PHOTO)}
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert scene.panes()[0].layer == Layer(BICUBIC)


def test_maps_loupe_and_difference(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    opened.actions_["maps"].trigger()
    assert scene.layers[1] == Layer("srgan", Map.FIDELITY)
    settle(opened, qtbot)
    opened.actions_["maps"].trigger()
    assert scene.layers[1] == Layer("srgan", Map.INVENTION, "srresnet")
    settle(opened, qtbot)
    opened.actions_["maps"].trigger()
    assert scene.layers[1] == Layer("srgan")
    opened.actions_["difference"].trigger()
    assert scene.layers[1] == Layer("srgan", Map.DIFFERENCE, BICUBIC)
    opened.page.viewer.canvas.set_loupe(True)
    assert scene.panes()[-1] is scene.loupe
    settle(opened, qtbot)
    opened.page.viewer.canvas.set_loupe(False)
    assert scene.loupe is None


def test_keys_choose_what_the_focused_pane_shows(opened: MainWindow, qtbot: QtBot) -> None:
    for key, model in (("R", "srresnet"), ("G", "srgan"), ("O", PHOTO)):
        qtbot.keyClick(opened.page.viewer.canvas, getattr(Qt.Key, f"Key_{key}"))
        assert opened.page.scene.layers[1] == Layer(model)
    assert opened.page.inspector.choices().model == "srgan", "looking at the photo leaves the choice alone"


def test_the_place_is_kept_between_photos(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = save_noise(tmp_path / "photos" / "other.png", 200, 150, seed=3)
    scene = opened.page.scene
    scene.zoom_to(9)
    scene.pan(-150, -90)
    before = scene.viewport
    opened.open([other])
    qtbot.waitUntil(lambda: scene.photo.path == other, timeout=PATIENCE)
    assert scene.viewport.zoom == before.zoom
    assert scene.viewport.centre.x == pytest.approx(before.centre.x)


def test_a_removed_photo_comes_back(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    opened.page.remove(0)
    assert opened.page.photos.rowCount() == 0
    assert opened.page.viewer.empty.isVisible()
    assert photo.exists(), "only the list forgets it"
    opened.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: opened.page.scene.photo is not None, timeout=PATIENCE)


def test_settings_hold_at_once_and_are_kept(new_window: MakeWindow) -> None:
    first = new_window()
    page = first.settings
    page.look.setCurrentIndex(page.look.findData(Look.LIGHT))
    assert first._theme.look is Look.LIGHT
    first.page.inspector.files.quality.set_value(70)
    second = new_window()
    assert second._theme.look is Look.LIGHT
    assert second.page.inspector.choices().quality == 70


def test_what_a_model_cannot_do_is_told(window: MainWindow, models: Path, photo: Path, qtbot: QtBot) -> None:
    good = (models / "srgan.safetensors").read_bytes()
    (models / "srgan.safetensors").write_bytes(good[:-40])
    window.open([photo])
    qtbot.waitUntil(window.page.viewer.notice.isVisible, timeout=PATIENCE)
    assert "srgan.safetensors" in window.page.viewer.notice.text


def test_a_thousand_photos_make_only_the_thumbnails_one_sees(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    image = Image.new("RGB", (8, 8))
    (tmp_path / "many").mkdir()
    for number in range(1000):
        image.save(tmp_path / "many" / f"{number:04}.bmp")
    window.open([tmp_path / "many"])
    photos = window.page.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 1000, timeout=PATIENCE)
    qtbot.waitUntil(lambda: photos.thumbnail(photos.path(0)) is not None, timeout=PATIENCE)
    qtbot.wait(200)
    assert sum(photos.thumbnail(path) is not None for path in photos.paths) < 30


def test_a_reference_is_compared(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    from app.window.photo import load_photo

    scene = opened.page.scene
    scene.show_reference(load_photo(save_noise(tmp_path / "photos" / "sharp.png", 800, 600)))
    scene.show_layer(0, Layer(REFERENCE))
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    assert scene.arrangement is Arrangement.SPLIT


def test_only_the_page_one_is_on_is_marked(window: MainWindow) -> None:
    marks = ("upscale_page", "measure_page")
    for page, marked in (
        (window.measure, "measure_page"),
        (window.settings, ""),
        (window.measure, "measure_page"),
        (window.page, "upscale_page"),
        (window.help, ""),
    ):
        window.show_page(page)
        assert window.pages.currentWidget() is page
        assert [name for name in marks if window.actions_[name].isChecked()] == ([marked] if marked else [])
        assert window.actions_["grid"].isEnabled() is (page is window.page), "elsewhere there is no view to change"


def test_the_top_bar_says_and_changes_the_zoom(opened: MainWindow) -> None:
    assert opened._zoom.text() == "100 %", "a small photo fits at the size of its result"
    nearer = next(action for action in opened._zoom.menu().actions() if action.text() == "1:1 of the photo")
    nearer.trigger()
    assert opened._zoom.text() == "25 %"
