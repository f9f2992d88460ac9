"""Which commands have a button above the photo, and which are in the menu of the right button on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.window.canvas.layers import Map
from app.window.canvas.view import View
from app.window.shell.actions import ARRANGEMENTS
from app.window.shell.bars import TopBar
from app.window.shell.command import Actions, native_keys
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.language import tr

PAGES = ("upscale_page", "train_page", "measure_page", "judge_page")
ARRANGEMENT_ICONS = {"single": "square", "split": "square-half", "side": "columns", "grid": "squares-four"}
TOOL_ICONS = {"loupe": "magnifying-glass", "difference": "plus-minus", "maps": "map-trifold"}
ZOOMS = ("fit", "photo_pixels", "result_pixels", "zoom_in", "zoom_out")
WINDOW_ICONS = {"facts": "info", "open": "folder-open", "settings": "gear", "help": "question"}
OTHER_WAYS = ("save_as", "copy_result")
ON_THE_PHOTO = ("copy", "copy_result", "fit", "photo_pixels", "result_pixels", "turn", "panels", "save", "save_as")


def fill_top_bar(bar: TopBar, actions: Actions) -> QToolButton:
    """Put all buttons on the bar; returns the one that opens the menu of zooms, on which the zoom is written."""
    actions.exclude(*PAGES)
    actions.exclude(*ARRANGEMENTS)
    bar.add_pages([actions[name] for name in PAGES])
    bar.add_stretch()
    bar.add_segments([(actions[name], icon) for name, icon in ARRANGEMENT_ICONS.items()])
    for name, icon in TOOL_ICONS.items():
        bar.add_tool(actions[name], icon)
    bar.add_space()
    zoom = bar.add_menu([actions[name] for name in ZOOMS], tr("Zoom"))
    bar.add_space()
    for name, icon in WINDOW_ICONS.items():
        bar.add_tool(actions[name], icon)
    return zoom


def check_compared(actions: Actions, view: View) -> None:
    """Check the buttons of what shows."""
    for name, arrangement in ARRANGEMENTS.items():
        actions[name].setChecked(view.arrangement is arrangement)
    shown = view.layers[view.focused].map
    actions["difference"].setChecked(shown is Map.DIFFERENCE)
    actions["maps"].setChecked(shown in (Map.FIDELITY, Map.INVENTION))


def fill_page(page: UpscalePage, actions: Actions) -> None:
    """What the right button offers on the photo, and which keys stand for buttons."""
    inspector = page.inspector
    _fill_menus(page.viewer.canvas, inspector.more_ways, actions)
    for name, button in (("save", inspector.save), ("save_all", inspector.save_all), ("open", page.viewer.empty.open)):
        button.setToolTip(actions[name].toolTip())
    texture, keys = inspector.models.texture, [actions[name].shortcut() for name in ("less_texture", "more_texture")]
    texture.setToolTip("   ".join([texture.toolTip(), *map(native_keys, keys)]))


def _fill_menus(canvas: QWidget, other_ways: QToolButton, actions: Actions) -> None:
    """The right button's on the photo, and what can be done with a result beside saving it by the choices."""
    canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    for name in ON_THE_PHOTO:
        canvas.addAction(actions[name])
    actions["panels"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # elsewhere Tab goes on
    menu = QMenu(other_ways)
    menu.addActions([actions[name] for name in OTHER_WAYS])
    other_ways.setMenu(menu)
