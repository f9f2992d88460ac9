"""Opening, looking and comparing with real widgets and the real engine."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.canvas.canvas import Canvas
from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.pane_menu import offered_layers
from app.window.canvas.panes import Arrangement
from app.window.canvas.tiles import seen_plane
from app.window.canvas.viewport import Point
from app.window.inspector.choices import SizeChoice
from app.window.photos import opening
from app.window.photos.model import PhotoRole
from app.window.shell.main_window import MainWindow
from app.window.widgets import tokens
from app.window.widgets.theme import ColourScheme, Theme
from engine.geometry import Size
from engine.models import catalog
from engine.models.catalog import SCALE
from tests.app.window.canvas.test_rendering import colours
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
    assert window.page.list.photos.paths == [single, deep]
    assert window.page.scene.photo.path == single
    assert window.page.inspector.save_all.text() == "Save all 2"
    window.page.list.step(1)
    qtbot.waitUntil(lambda: window.page.scene.photo.path == deep, timeout=PATIENCE)


def test_a_photo_that_turned_bad_is_told_and_the_others_go_on(
    opened: MainWindow, photo: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page, inspector = opened.page, opened.page.inspector
    opened.open([save_noise(tmp_path / "photos" / "good.png", 40, 40)])
    qtbot.waitUntil(lambda: page.scene.photo.size.width == 40, timeout=PATIENCE)
    assert inspector.outcome.isVisible() and inspector.files.preview.whole() == "good_srgan_4x.png"
    photo.write_bytes(b"")
    page.list._opener.forget(photo)
    page.list.step(-1)
    sentence = page.viewer.refusal.sentence
    qtbot.waitUntil(sentence.isVisible, timeout=PATIENCE)
    assert sentence.text() == "beach.png is empty."
    assert page.list.photos.index(0).data(PhotoRole.PROBLEM) == "beach.png is empty."
    assert not inspector.outcome.isVisible() and not inspector.files.preview.isVisible()
    save_noise(photo, 30, 30)
    page.viewer.refusal.again.click()
    qtbot.waitUntil(lambda: page.scene.photo is not None and page.scene.photo.path == photo)
    assert page.list.photos.index(0).data(PhotoRole.PROBLEM) == ""


def test_a_photo_that_takes_long_to_open_is_told(
    window: MainWindow, photo: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    going = threading.Event()
    load = opening.load_photo
    monkeypatch.setattr(opening, "load_photo", lambda path: going.wait(PATIENCE) and load(path))
    window.open([photo])
    notice = window.page.viewer.notice
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
    assert notice.text == "Opening beach.png…"
    going.set()
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert not notice.isVisible()


def test_the_readout_follows_the_photo_below_the_pointer(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, readout = opened.page.viewer.canvas, opened.bottom.readout
    qtbot.mouseMove(canvas, QPoint(300, 200))
    canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = readout.text()
    wheel(canvas, QPoint(600, 500), 6)
    assert before and readout.text() != before
    assert [figures.isVisible() for figures in opened.page.viewer.labels.figures] == [True, False, False, False]
    settle(opened, qtbot)
    assert [figures.isVisible() for figures in opened.page.viewer.labels.figures] == [True, True, False, False]


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

    code = (
        "import sys\nimport app.window.shell.start\nassert 'torch' not in sys.modules and 'pyvips' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_visible_is_computed(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    pane = scene.view.panes[1]
    assert pane.layer == Layer("srgan")
    key = scene.keys(pane)[0]
    shown = scene.tiles.image(key)
    smooth = scene.tiles.renderer.draw(scene.keys(scene.view.panes[0])[0]).image
    assert shown != smooth, "the network's tile has replaced the bicubic stand-in"


def test_texture_is_live(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    key = scene.keys(scene.view.panes[1])[0]
    before = scene.tiles.image(key).copy()
    opened.page.inspector.models.texture.set_value(30)
    qtbot.waitUntil(lambda: scene.method.texture == 0.3, timeout=PATIENCE)
    settle(opened, qtbot)
    assert scene.tiles.image(key) != before


@pytest.mark.parametrize("arrangement", ["single", "split", "side", "grid"])
def test_every_arrangement_is_drawn(opened: MainWindow, arrangement: str, qtbot: QtBot) -> None:
    opened.actions_[arrangement].trigger()
    opened.page.scene.zoom_to(SCALE)
    settle(opened, qtbot)
    labels = [button for button in opened.page.viewer.labels.buttons if button.isVisible()]
    assert len(labels) == opened.page.scene.view.arrangement.panes
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
    assert scene.view.divider == pytest.approx(0.25, abs=0.02)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, 40))
    assert scene.view.divider == 0.5


def test_the_wheel_zooms_at_the_pointer_and_drag_pans(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["single"].trigger()
    at = QPoint(300, 200)
    before = scene.view.viewport.to_photo(canvas.to_device(QPointF(at)), scene.view.area)
    wheel(canvas, at, 5)
    after = scene.view.viewport.to_photo(canvas.to_device(QPointF(at)), scene.view.area)
    assert after.x == pytest.approx(before.x, abs=1) and after.y == pytest.approx(before.y, abs=1)
    centre = scene.view.viewport.centre
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas, at + QPoint(40, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert scene.view.viewport.centre.x == pytest.approx(centre.x - 40 / scene.view.viewport.zoom, abs=0.01)


def test_a_pane_is_unlocked_and_keeps_its_offset(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["side"].trigger()
    scene.zoom_to(SCALE)
    at = QPoint(100, 100)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, alt, at)
    qtbot.mouseMove(canvas, at + QPoint(20, 8))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, alt, at)
    first, second = scene.view.panes
    assert first.viewport.centre.x == second.viewport.centre.x - 5
    scene.pan(10, 0)
    first, second = scene.view.panes
    assert first.viewport.centre.x == second.viewport.centre.x - 5


def test_panes_that_were_moved_alone_come_back_in_step(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["side"].trigger()
    scene.zoom_to(SCALE)
    control = Qt.KeyboardModifier.ControlModifier  # with Alt some desktops move the window
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, control, QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(120, 100))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, control, QPoint(120, 100))
    assert scene.view.panes[0].viewport != scene.view.panes[1].viewport
    opened.actions_["fit"].trigger()
    assert scene.view.panes[0].viewport == scene.view.panes[1].viewport


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(opened: MainWindow) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["single"].trigger()
    scene.zoom_to(2 * SCALE)
    at = QPointF(300, 200)
    before = scene.view.viewport.to_photo(canvas.to_device(at), scene.view.area)
    for value in (0.25, 0.2):
        zoom = Qt.NativeGestureType.ZoomNativeGesture
        place = QPointF(canvas.mapToGlobal(at))
        event = QNativeGestureEvent(zoom, QPointingDevice.primaryPointingDevice(), 2, at, at, place, value, QPointF())
        QApplication.sendEvent(canvas, event)
    assert scene.view.viewport.zoom == pytest.approx(2 * SCALE * 1.25 * 1.2)
    after = scene.view.viewport.to_photo(canvas.to_device(at), scene.view.area)
    assert after.x == pytest.approx(before.x, abs=1) and after.y == pytest.approx(before.y, abs=1)


def test_two_fingers_on_the_screen_zoom_and_move(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["single"].trigger()
    scene.zoom_to(3 * SCALE)
    centre, zoom = scene.view.viewport.centre, scene.view.viewport.zoom
    screen = QTest.createTouchDevice()
    left, right = QPoint(300, 300), QPoint(400, 300)
    QTest.touchEvent(canvas, screen).press(0, left, canvas).press(1, right, canvas).commit()
    for step in range(1, 11):
        apart, along = QPoint(5 * step, 0), QPoint(0, 4 * step)
        touch = QTest.touchEvent(canvas, screen)
        touch.move(0, left - apart + along, canvas).move(1, right + apart + along, canvas).commit()
        qtbot.wait(5)
    end = QPoint(50, 40)
    touch = QTest.touchEvent(canvas, screen)
    touch.release(0, left - QPoint(50, -40), canvas).release(1, right + end, canvas).commit()
    assert scene.view.viewport.zoom == pytest.approx(2 * zoom, rel=0.1)
    assert scene.view.viewport.centre.y < centre.y, "the photo went down with the fingers"


def test_the_flicker_ends_when_another_window_comes_up(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert scene.view.flicker
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert not scene.view.flicker


def test_space_flickers_to_the_photo(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert {pane.layer for pane in scene.view.panes} == {Layer(PHOTO)}
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert scene.view.panes[0].layer == Layer(BICUBIC)


def test_maps_loupe_and_difference(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    scene.zoom_to(SCALE)
    opened.actions_["maps"].trigger()
    assert scene.view.layers[1] == Layer("srgan", Map.FIDELITY)
    settle(opened, qtbot)
    opened.actions_["maps"].trigger()
    assert scene.view.layers[1] == Layer("srgan", Map.INVENTION, "srresnet")
    settle(opened, qtbot)
    opened.actions_["maps"].trigger()
    assert scene.view.layers[1] == Layer("srgan")
    opened.actions_["difference"].trigger()
    assert scene.view.layers[1] == Layer("srgan", Map.DIFFERENCE, BICUBIC)
    opened.page.viewer.canvas.set_loupe(True)
    assert [glass.layer for glass in scene.view.glasses] == list(scene.view.layers)
    settle(opened, qtbot)
    opened.page.viewer.canvas.set_loupe(False)
    assert scene.view.loupe is None


def test_a_map_says_what_its_colours_mean(opened: MainWindow) -> None:
    legends = opened.page.viewer.labels.legends
    assert not any(legend.isVisible() for legend in legends)
    opened.actions_["side"].trigger()
    opened.actions_["maps"].trigger()
    assert [legend.isVisible() for legend in legends] == [False, True, False, False]
    assert "Amber" in legends[1].meaning.text() and legends[1].bar.scale.figures == ("0", "6", "12 of 255")
    opened.actions_["single"].trigger()
    assert not any(legend.isVisible() for legend in legends)


def test_the_loupe_lies_over_the_divider(opened: MainWindow, qtbot: QtBot) -> None:
    canvas, scene = opened.page.viewer.canvas, opened.page.scene
    opened.actions_["split"].trigger()
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    middle = scene.view.canvas.width // 2
    free = canvas.grab().toImage().pixelColor(middle, 300)
    canvas.show_loupe_at(Point(middle - 40, 300))
    settle(opened, qtbot)
    covered = canvas.grab().toImage().pixelColor(middle, 300)
    assert free.lightness() > 230 > covered.lightness()


def test_keys_choose_what_the_focused_pane_shows(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.page.scene.view
    for key, model in (("R", "srresnet"), ("G", "srgan"), ("B", BICUBIC), ("O", PHOTO)):
        qtbot.keyClick(opened.page.viewer.canvas, getattr(Qt.Key, f"Key_{key}"))
        view = opened.page.scene.view
        assert view.layers[1] == Layer(model)
        assert view.is_saved(1) is (model == "srgan"), "the mark is on what is saved"
    assert opened.page.inspector.choices().model == catalog.AUTO, "looking chooses nothing"
    opened.page.inspector.files.quality.set_value(80)
    assert opened.page.scene.view.layers == view.layers, "nor does a choice of something else move what is looked at"


def test_what_is_looked_at_is_saved_if_a_person_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    labels, view = opened.page.viewer.labels, opened.page.scene.view
    assert [button.saved for button in labels.buttons[:2]] == [False, True]
    menu = labels.buttons[0].menu()
    menu.aboutToShow.emit()
    save = menu.actions()[-1]
    assert save.text() == "Save as shown here" and save.isEnabled()
    save.trigger()
    assert opened.page.inspector.choices().model == BICUBIC
    view = opened.page.scene.view
    assert view.layers == (Layer(PHOTO), Layer(BICUBIC)) and view.is_saved(1)
    assert [button.saved for button in labels.buttons[:2]] == [False, True]


def test_the_result_shows_as_large_as_it_is_saved(opened: MainWindow, qtbot: QtBot) -> None:
    scene = opened.page.scene
    opened.page.viewer.canvas.zoom.to(1)
    for kind, value, size in (("scale", 2, (400, 300)), ("width", 333, (333, 250)), ("scale", 6, (1200, 900))):
        opened.page.inspector.sizes.show_choice(SizeChoice(kind, value))
        opened.page.inspector.sizes.changed.emit()
        qtbot.waitUntil(lambda size=size: scene.view.result == size, timeout=PATIENCE)
        assert scene.view.plane(scene.view.viewport.zoom) == size and opened._zoom.text() == "100 %"
        settle(opened, qtbot)
    saved = saved_pixels(opened, qtbot)
    pane = scene.view.panes[1]
    seen = seen_plane(pane.viewport, *pane.place, Size(1200, 900))
    for key in scene.keys(pane):
        part = key.region.clipped(seen)
        tile = colours(scene.tiles.image(key))[part.moved(-key.region.left, -key.region.top).slices]
        assert np.abs(tile.astype(int) - saved[part.slices]).max() <= 1, "but for sums in another order"


def saved_pixels(window: MainWindow, qtbot: QtBot) -> np.ndarray:
    """Of the result of the photo shown."""
    with qtbot.waitSignal(window.page.queue.ended, timeout=PATIENCE):
        window.actions_["save"].trigger()
    return np.asarray(Image.open(window.page.list.current.with_name("beach_srgan_6x.png")))


def test_the_place_is_kept_between_photos(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = save_noise(tmp_path / "photos" / "other.png", 200, 150, seed=3)
    scene = opened.page.scene
    scene.zoom_to(9)
    scene.pan(-150, -90)
    before = scene.view.viewport
    opened.open([other])
    qtbot.waitUntil(lambda: scene.photo.path == other, timeout=PATIENCE)
    assert scene.view.viewport.zoom == before.zoom
    assert scene.view.viewport.centre.x == pytest.approx(before.centre.x)


def test_a_removed_photo_comes_back(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    opened.page.list.remove([opened.page.list.photos.path(0)])
    assert opened.page.list.photos.rowCount() == 0
    assert opened.page.viewer.empty.isVisible()
    assert photo.exists(), "only the list forgets it"
    opened.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: opened.page.scene.photo is not None, timeout=PATIENCE)


def test_all_that_was_taken_off_the_list_comes_back(opened: MainWindow, photo: Path, qtbot: QtBot) -> None:
    page = opened.page
    others = [save_noise(photo.parent / f"{name}.png", 40, 30) for name in "ab"]
    opened.open(others)
    qtbot.waitUntil(lambda: page.list.photos.rowCount() == 3, timeout=PATIENCE)
    before = page.list.photos.paths
    page.list.remove([page.list.photos.path(2)])
    page.list.remove([page.list.photos.path(0)])
    page.list.clear()
    assert page.list.photos.paths == []
    for _ in range(4):
        opened.actions_["undo"].trigger()
    assert page.list.photos.paths == before


def test_tab_leaves_only_the_photo_and_elsewhere_goes_on(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.page
    page.inspector.files.template.setFocus()
    qtbot.keyClick(page.inspector.files.template, Qt.Key.Key_Tab)
    assert page.inspector.isVisible() and not page.inspector.files.template.hasFocus()
    page.viewer.canvas.setFocus()
    qtbot.keyClick(page.viewer.canvas, Qt.Key.Key_Tab)
    assert not page.inspector.isVisible() and not opened.top.isVisible()
    qtbot.keyClick(page.viewer.canvas, Qt.Key.Key_Escape)
    assert page.inspector.isVisible() and opened.top.isVisible()


def test_the_keyboard_goes_to_the_choices_and_back(opened: MainWindow, qtbot: QtBot) -> None:
    canvas = opened.page.viewer.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_F6)
    assert opened.page.inspector.isAncestorOf(opened.focusWidget())
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Down)
    assert opened.page.inspector.choices().model == "bicubic", "what stands below"
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_F6)
    assert canvas.hasFocus()


def test_devices_are_chosen_by_name_and_memory(window: MainWindow, qtbot: QtBot) -> None:
    device = window.page.inspector.computing.device
    qtbot.waitUntil(lambda: device.count() > 1, timeout=PATIENCE)
    assert device.itemText(1).endswith(" free")


def test_the_first_start_says_how_quick_this_computer_is(window: MainWindow, qtbot: QtBot) -> None:
    speed = window.page.viewer.empty._speed
    qtbot.waitUntil(lambda: speed.text().endswith("for a 12-megapixel photo"), timeout=PATIENCE)
    assert window._preferences.speed is None, "only what a photo took is kept"


def test_high_contrast_follows_the_system_at_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(qapp, ColourScheme.SYSTEM)
    monkeypatch.setattr(theme, "_choose", lambda: tokens.CONTRAST)
    hints = qapp.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.tokens is tokens.CONTRAST


def test_settings_hold_at_once_and_are_kept(new_window: MakeWindow) -> None:
    first = new_window()
    page = first.settings
    page.colour_scheme.setCurrentIndex(page.colour_scheme.findData(ColourScheme.LIGHT))
    assert first._theme.scheme is ColourScheme.LIGHT
    first.page.inspector.files.quality.set_value(70)
    second = new_window()
    assert second._theme.scheme is ColourScheme.LIGHT
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
    photos = window.page.list.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 1000, timeout=PATIENCE)
    qtbot.waitUntil(lambda: photos.thumbnail(photos.path(0)) is not None, timeout=PATIENCE)
    qtbot.wait(200)
    assert sum(photos.thumbnail(path) is not None for path in photos.paths) < 30


def test_a_reference_is_compared(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    from app.window.photos.photo import load_photo

    scene = opened.page.scene
    scene.show_reference(load_photo(save_noise(tmp_path / "photos" / "sharp.png", 800, 600)))
    scene.view = scene.view.with_layer(0, Layer(REFERENCE))
    scene.zoom_to(SCALE)
    settle(opened, qtbot)
    assert scene.view.arrangement is Arrangement.SPLIT
    opened.open([save_noise(tmp_path / "photos" / "other.png", 60, 40)])
    qtbot.waitUntil(lambda: scene.photo.path.stem == "other", timeout=PATIENCE)
    assert scene.view.layers[0] == Layer(BICUBIC), "the reference belonged to the photo before"


def test_a_method_is_subtracted_from_any_other_that_shows(opened: MainWindow) -> None:
    opened.actions_["grid"].trigger()
    choices = offered_layers(opened.page.scene.view, 3, reference=False)
    assert [layer.other for layer in choices if layer and layer.map is Map.DIFFERENCE] == [BICUBIC, "srresnet"]


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
