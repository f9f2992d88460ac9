"""Hands that stay on the keyboard: the focus is seen, Tab follows the eye, and everything has a name to be heard."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.window.canvas.canvas import Canvas
from app.window.inspector.choices import Choices
from app.window.judging.page import JudgePage
from app.window.shell.main_window import MainWindow
from app.window.widgets.focus_ring import REACH, FocusRing
from app.window.widgets.tab_order import chain
from app.window.widgets.theme import ColourScheme
from tests.app.window.conftest import PATIENCE, MakeWindow

CONTRAST = 3.0
"""Of controls, as look.md asks."""
BY_KEY = Qt.FocusReason.ShortcutFocusReason
STATES = ("empty", "photo", "chosen", "measure", "settings", "help", "about", "train", "models", "judge")


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, window: MainWindow, photo: Path, qtbot: QtBot) -> MainWindow:
    """The window as it looks in one of its states, at rest."""
    name = request.param
    if name in ("photo", "chosen"):
        window.open([photo])
        qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    if name == "photo":
        window.actions_["grid"].trigger()
        window.page.viewer.notice.tell("Said.", "Undo", lambda: None, stays=True)
    if name == "chosen":
        choose_everything(window)
    if name in ("measure", "settings", "help", "about", "train", "judge"):
        getattr(window, f"show_{name}")()
    if name == "models":
        window.show_train()
        window.train.show_models()
    qtbot.wait(50)
    qtbot.waitUntil(lambda: window.page.scene.is_settled, timeout=PATIENCE)
    return window


def choose_everything(window: MainWindow) -> None:
    """So that every way back shows, and all that is folded away."""
    window.resize(1280, 1400)
    inspector = window.page.inspector
    inspector.show_choices(Choices(model="bicubic", quality=50, folder=Path("/photos")))
    for button in inspector.findChildren(QAbstractButton):
        if button.isCheckable() and button.property("kind") == "link" and not button.isChecked():
            button.click()


def stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops within a part, in turn."""
    tab = Qt.FocusPolicy.TabFocus.value
    return [each for each in chain(part) if each.isVisible() and each.isEnabled() and each.focusPolicy().value & tab]


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


# --- the ring ---


def luminance(image: QImage) -> NDArray[np.float64]:
    """(h, w) relative luminance as WCAG has it."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    values = pixels[:, : image.width(), 2::-1] / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def apart(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def ringed_sides(before: QImage, after: QImage) -> int:
    """How many sides have a line now that was not there, as clear against what is beside it as a control must be."""
    old, new = luminance(before), luminance(after)
    count = 0
    for _ in range(4):
        middle = new.shape[1] // 2
        strip, was = new[: 2 * REACH, middle], old[: 2 * REACH, middle]
        beside = np.maximum(apart(strip[2:], strip[:-2])[:-2], apart(strip[2:], strip[:-2])[2:])
        count += bool(((beside >= CONTRAST) & (strip[2:-2] != was[2:-2])).any())
        old, new = np.rot90(old), np.rot90(new)
    return count


@pytest.mark.parametrize("scheme", [ColourScheme.DARK, ColourScheme.LIGHT, ColourScheme.CONTRAST])
def test_the_focus_is_seen_on_everything(state: MainWindow, scheme: ColourScheme, qapp: QApplication) -> None:
    state._theme.set_scheme(scheme)
    qapp.processEvents()
    seen = 0
    for widget in stops(state):
        place = place_of(widget)
        if not state.rect().contains(place) and not isinstance(widget, Canvas):
            continue  # scrolled out of sight; it scrolls there by itself when Tab comes
        around = place.adjusted(-REACH, -REACH, REACH, REACH) & state.rect()
        (qapp.focusWidget() or state).clearFocus()
        before = state.grab(around).toImage()
        widget.setFocus(BY_KEY)
        assert qapp.focusWidget() is widget
        assert ringed_sides(before, state.grab(around).toImage()) == 4, described(widget)
        seen += 1
    assert seen >= 7, "the buttons at the top are there always"


def test_tab_shows_the_ring_and_the_mouse_takes_it_away(opened: MainWindow, qtbot: QtBot) -> None:
    ring, inspector = opened.findChild(FocusRing), opened.page.inspector
    assert not ring.isVisible(), "nobody has touched a key"
    qtbot.mouseClick(inspector.files.template, Qt.MouseButton.LeftButton)
    assert inspector.files.template.hasFocus() and not ring.isVisible()
    qtbot.keyClick(inspector.files.template, Qt.Key.Key_Tab)
    assert ring.isVisible() and ring.geometry().contains(place_of(opened.focusWidget()))
    qtbot.mouseClick(opened.page.viewer.canvas, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_goes_where_what_it_marks_goes(opened: MainWindow, qtbot: QtBot) -> None:
    ring, inspector = opened.findChild(FocusRing), opened.page.inspector
    inspector.save.setFocus(BY_KEY)
    opened.resize(1100, 700)
    assert ring.geometry().contains(place_of(inspector.save))
    opened.show_settings()
    assert ring.geometry().contains(place_of(opened.focusWidget())), "the focus went on"
    opened.focusWidget().clearFocus()
    assert not ring.isVisible()


def test_what_is_chosen_in_a_menu_is_seen(opened: MainWindow, qtbot: QtBot) -> None:
    menu = opened._zoom.menu()
    menu.popup(QPoint(100, 100))
    before = menu.grab().toImage()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    action = menu.activeAction()
    place = menu.actionGeometry(action)
    assert line_around(before.copy(place), menu.grab(place).toImage())
    menu.close()
    combo = opened.page.inspector.files.format
    combo.showPopup()
    view = combo.view()
    second = view.visualRect(view.model().index(2, 0))
    before = view.viewport().grab(second).toImage()
    view.setCurrentIndex(view.model().index(2, 0))
    assert line_around(before, view.viewport().grab(second).toImage())
    combo.hidePopup()


def line_around(before: QImage, after: QImage) -> bool:
    """Whether the upper edge has a line now that stands out against what was there."""
    old, new = luminance(before), luminance(after)
    middle = new.shape[1] // 2
    return bool((apart(new[:4, middle], old[:4, middle]) >= CONTRAST).any())


# --- Tab ---


def test_tab_follows_the_eye(state: MainWindow) -> None:
    """From the top to the bottom, and from the left to the right in each panel."""
    page = state.pages.currentWidget()
    panels = [state.top, page, state.bottom]
    if page is state.page:
        panels[1:2] = [page.list.strip, page.viewer, page.inspector]
    elif isinstance(page, JudgePage):
        panels[1:2] = [*page.choose.columns, page.choose.start]
    whole = [widget for panel in panels for widget in stops(panel)]
    assert stops(state) == whole, "panel after panel"
    for panel in panels:
        in_turn = [widget for widget in stops(panel) if not isinstance(widget, Canvas) and widget is not panel]
        for before, after in pairwise(in_turn):
            assert comes_before(place_of(before), place_of(after)), f"{described(before)} -> {described(after)}"


def comes_before(first: QRect, second: QRect) -> bool:
    """In reading order: in one line the left one, else the upper one."""
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    in_one_line = shared > min(first.height(), second.height()) / 2
    return first.left() < second.left() if in_one_line else first.top() < second.top()


def test_tab_comes_to_everything_and_back_to_where_it_began(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.page.viewer.empty.open.setFocus(BY_KEY)
    begun = window.focusWidget()
    come: list[QWidget] = []
    while not come or window.focusWidget() is not begun:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        come.append(window.focusWidget())
        assert len(come) < 100
    assert set(stops(window)) - set(come) <= set(window.findChildren(QAbstractButton)), "but for one button of a group"
    assert len(come) > 15


# --- names ---


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.property('kind') or ''} “{name_of(widget)}”"


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader can come to."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from tree(child)


INTERACTIVE = {
    getattr(QAccessible.Role, name)
    for name in ("Button", "ButtonMenu", "CheckBox", "RadioButton", "ComboBox", "Slider", "SpinBox", "EditableText")
} | {QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.ProgressBar}


def test_a_screen_reader_hears_a_name_for_everything(state: MainWindow) -> None:
    heard = [each for each in tree(QAccessible.queryAccessibleInterface(state)) if each.role() in INTERACTIVE]
    parts = {id(each.object()): each for each in heard if isinstance(each.object(), QWidget)}
    nameless = [
        each.object() for each in parts.values() if not each.text(QAccessible.Text.Name) and not inside_field(each)
    ]
    assert not nameless, [described(widget) for widget in nameless]
    assert len(parts) >= 7
    for widget in stops(state):
        assert name_of(widget), described(widget)
        if isinstance(widget, QComboBox):
            assert widget.accessibleDescription() == widget.accessibleName() != "", described(widget)
        assert QAccessible.queryAccessibleInterface(widget).role() != QAccessible.Role.NoRole


def inside_field(part: QAccessibleInterface) -> bool:
    """What a spin box or a combo box is made of; the field has the name."""
    above = part.object().parent()
    return part.object().focusProxy() is not None or isinstance(above, QComboBox) or "qt_" in part.object().objectName()


def test_a_row_of_the_list_says_its_photo(opened: MainWindow) -> None:
    strip = opened.page.list.strip
    rows = [each.text(QAccessible.Text.Name) for each in tree(QAccessible.queryAccessibleInterface(strip))]
    assert "beach.png" in rows


# --- tooltips ---


def test_tips_name_the_keys(opened: MainWindow) -> None:
    for name in ("grid", "loupe", "open", "settings", "train_page"):
        action, first = opened.actions_[name], opened.actions_[name].shortcut().toString()
        buttons = [button for button in opened.top.findChildren(QAbstractButton) if action in button.actions()]
        action.setIcon(action.icon())  # which lets Qt fill in the tip anew
        assert [button.toolTip() for button in buttons] == [f"{action.text()}   {first}"]
    inspector = opened.page.inspector
    assert inspector.save.toolTip() == "Save   Ctrl+S" and inspector.save_all.toolTip().endswith("Ctrl+Shift+S")
    assert inspector.models.texture.toolTip().endswith("[   ]")
    assert opened.page.viewer.empty.open.toolTip().endswith("Ctrl+O")


# --- windows ---


class Shown(QObject):
    """Every window that comes up, by what it is."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.windows: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_window_flashes(new_window: MakeWindow, photo: Path, qapp: QApplication, qtbot: QtBot) -> None:
    """While Fourfold starts, opens a photo, goes through its pages and opens a menu, only what is meant comes up."""
    shown = Shown(qapp)
    window = new_window()
    assert shown.windows == ["MainWindow"]
    window.open([photo])
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    for name in ("grid", "maps", "loupe", "panels", "panels", "measure_page", "settings", "help", "about"):
        window.actions_[name].trigger()
        qapp.processEvents()
    window.show_train()
    window.train.show_models()
    window.train.photos.check(photo.parent)
    qtbot.waitUntil(lambda: not window.train.photos.checker.is_running, timeout=PATIENCE)
    window.show_upscale()
    window.page.list.clear()
    window._theme.set_scheme(ColourScheme.LIGHT)
    assert shown.windows == ["MainWindow"]
    menu = window._zoom.menu()
    menu.popup(QPoint(10, 10))
    menu.close()
    assert shown.windows == ["MainWindow", "QMenu"]
    qapp.removeEventFilter(shown)
