"""What each deed of ``actions`` does to the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, Map
from app.window.canvas.panes import Arrangement
from engine.models import catalog
from engine.models.catalog import SCALE

if TYPE_CHECKING:
    from app.window.shell.main_window import MainWindow

ARRANGEMENTS = {
    "single": Arrangement.SINGLE,
    "split": Arrangement.SPLIT,
    "side": Arrangement.SIDE_BY_SIDE,
    "grid": Arrangement.GRID,
}
"""By the names of their deeds."""
TEXTURE_STEP = 10
ZOOM_STEP = 1.25


def functions(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The functions of all deeds, by name."""
    page, scene = window.page, window.page.scene
    return {
        "open": page.open,
        "open_folder": page.open_folder,
        "paste": window.paste,
        "copy": page.copy_visible,
        "copy_result": page.copy_result,
        "undo": page.undo_removal,
        "clear": page.clear,
        "fit": scene.fit,
        "result_pixels": lambda: scene.zoom_to(SCALE),
        "photo_pixels": lambda: scene.zoom_to(1),
        "zoom_in": lambda: scene.zoom_to(scene.view.viewport.zoom * ZOOM_STEP),
        "zoom_out": lambda: scene.zoom_to(scene.view.viewport.zoom / ZOOM_STEP),
        **{name: partial(page.arrange, arrangement) for name, arrangement in ARRANGEMENTS.items()},
        "turn": window.turn_divider,
        **{
            f"show_{model}": partial(page.show_in_focused, model)
            for model in (NEAREST, BICUBIC, *catalog.CLEAN, catalog.AUTO, PHOTO)
        },
        "loupe": lambda: page.viewer.canvas.set_loupe(not page.viewer.canvas.loupe_on),
        "difference": lambda: page.toggle_map((Map.DIFFERENCE,)),
        "maps": lambda: page.toggle_map((Map.FIDELITY, Map.INVENTION)),
        "less_texture": lambda: page.inspector.nudge_texture(-TEXTURE_STEP),
        "more_texture": lambda: page.inspector.nudge_texture(TEXTURE_STEP),
        "save": page.save,
        "save_all": page.save_all,
        "pause": lambda: page.queue.pause(not page.queue.is_paused),
        "stop": window.stop,
        "upscale_page": lambda: window.show_page(window.page),
        "train_page": lambda: window.show_page(window.train),
        "measure_page": window.show_measure,
        "panels": window.toggle_panels,
        "switch": window.switch_focus,
        "full_screen": lambda: window.showNormal() if window.isFullScreen() else window.showFullScreen(),
        "settings": lambda: window.show_page(window.settings),
        "help": lambda: window.show_page(window.help),
        "about": lambda: window.show_page(window.about),
        "quit": window.close,
    }
