"""The one table of everything a person can do: menus, buttons, keys and the page of help are made from it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from app.window.canvas.layers import PHOTO, Map
from app.window.canvas.panes import Arrangement
from app.window.shell.command import PAUSE_KEY, STOP_KEY, Command, Group
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.language import tr
from engine.models import catalog

ARRANGEMENTS = {
    "single": Arrangement.SINGLE,
    "split": Arrangement.SPLIT,
    "side": Arrangement.SIDE_BY_SIDE,
    "grid": Arrangement.GRID,
}
"""By the names of their commands."""
TEXTURE_STEP = 10


class Shell(Protocol):
    """What commands ask of the window around the page."""

    def paste(self) -> object:
        """Open what is in the clipboard."""

    def leave(self) -> object:
        """Close what is open, and never what is going on."""

    def show_upscale(self) -> object:
        """Go to the photos."""

    def show_train(self) -> object:
        """Go to the page that trains."""

    def show_measure(self) -> object:
        """Go to the page of figures, for the photo shown."""

    def show_judge(self) -> object:
        """Go to the page on which models are judged blindly."""

    def show_settings(self) -> object:
        """Go to the page of settings."""

    def show_help(self) -> object:
        """Go to the page of help."""

    def show_about(self) -> object:
        """Go to the page about Fourfold."""

    def toggle_panels(self) -> object:
        """Only the photo, or all around it again."""

    def toggle_full_screen(self) -> object:
        """Take the whole screen, or give it back."""

    def close(self) -> object:
        """Quit."""


def commands(page: UpscalePage, shell: Shell) -> list[Command]:
    """All of them, in the person's language; they act on the page of photos and on the window around it."""
    return [*_photos(page, shell), *_looking(page), *_comparing(page), *_saving(page), *_window(page, shell)]


def _photos(page: UpscalePage, shell: Shell) -> list[Command]:
    group, photos = Group.PHOTOS, page.list
    return [
        Command("open", tr("Open photos…"), group, photos.open, ("Ctrl+O",)),
        Command("open_folder", tr("Open a folder…"), group, photos.open_folder, ("Ctrl+Shift+O",)),
        Command("paste", tr("Paste"), group, shell.paste, ("Ctrl+V",)),
        Command("copy", tr("Copy what is visible"), group, page.copy_visible, ("Ctrl+C",)),
        Command("copy_result", tr("Copy the whole result"), group, page.copy_result, ("Ctrl+Shift+C",)),
        Command("select_all", tr("Select all photos"), group, photos.select_all, ("Ctrl+A",)),
        Command("remove", tr("Remove from the list"), group, photos.remove_selected, ("Del", "Backspace")),
        Command("undo", tr("Undo removing or clearing"), group, photos.undo_removal, ("Ctrl+Z",)),
        Command("clear", tr("Clear the list"), group, photos.clear),
    ]


def _looking(page: UpscalePage) -> list[Command]:
    group, scene, canvas = Group.LOOKING, page.scene, page.viewer.canvas
    return [
        Command("fit", tr("Fit"), group, scene.fit, ("F",)),
        Command("result_pixels", tr("1:1 of the result"), group, partial(canvas.zoom.to, 1), ("Z",)),
        Command("photo_pixels", tr("1:1 of the photo"), group, lambda: canvas.zoom.to(1 / scene.view.scale), ("X",)),
        Command("facts", tr("About this photo"), group, page.inspector.facts.toggle, ("I",), True),
        Command("zoom_in", tr("Zoom in"), group, partial(canvas.zoom.by, 1), ("+", "=")),
        Command("zoom_out", tr("Zoom out"), group, partial(canvas.zoom.by, -1), ("-",)),
    ]


def _comparing(page: UpscalePage) -> list[Command]:
    group, comparison = Group.COMPARING, page.comparison

    def arrange(name: str, text: str, key: str) -> Command:
        return Command(name, text, group, partial(comparison.arrange, ARRANGEMENTS[name]), (key,), True)

    def show(model: str, text: str, key: str) -> Command:
        return Command(f"show_{model}", text, group, partial(comparison.show_in_focused, model), (key,))

    def show_map(name: str, text: str, key: str, *maps: Map) -> Command:
        return Command(name, text, group, partial(comparison.toggle_map, maps), (key,), True)

    def texture(name: str, text: str, key: str, step: int) -> Command:
        return Command(name, text, group, partial(page.inspector.nudge_texture, step), (key,))

    return [
        arrange("single", tr("Single"), "1"),
        arrange("split", tr("Split"), "2"),
        arrange("side", tr("Side by side"), "3"),
        arrange("grid", tr("Two by two"), "4"),
        Command("turn", tr("Turn the divider"), group, comparison.turn_divider, ("T",)),
        show(catalog.NEAREST, tr("Show Nearest"), "N"),
        show(catalog.BICUBIC, tr("Show Bicubic"), "B"),
        show(catalog.AUTO_FAITHFUL, tr("Show Faithful (SRResNet)"), "R"),
        show(catalog.AUTO_TEXTURED, tr("Show Textured (SRGAN)"), "G"),
        show(catalog.AUTO, tr("Show Automatic"), "A"),
        show(PHOTO, tr("Show the photo"), "O"),
        Command("loupe", tr("Loupe"), group, page.viewer.canvas.toggle_loupe, ("L",), True),
        show_map("difference", tr("Difference"), "D", Map.DIFFERENCE),
        show_map("maps", tr("Fidelity and invention maps"), "M", Map.FIDELITY, Map.INVENTION),
        texture("less_texture", tr("Less texture"), "[", -TEXTURE_STEP),
        texture("more_texture", tr("More texture"), "]", TEXTURE_STEP),
    ]


def _saving(page: UpscalePage) -> list[Command]:
    group, saving = Group.SAVING, page.saving
    return [
        Command("save", tr("Save"), group, saving.save, ("Ctrl+S",)),
        Command("save_as", tr("Save as…"), group, saving.save_as, ("F12",)),
        Command("save_all", tr("Save all that remain"), group, saving.save_remaining, ("Ctrl+Shift+S",)),
        Command("pause", tr("Pause or continue"), group, saving.pause_or_continue, (PAUSE_KEY,)),
        Command("stop", tr("Stop saving"), group, saving.stop, (STOP_KEY,)),
    ]


def _window(page: UpscalePage, shell: Shell) -> list[Command]:
    group = Group.WINDOW
    return [
        Command("upscale_page", tr("Upscale"), group, shell.show_upscale, ("Ctrl+1",), True),
        Command("train_page", tr("Train"), group, shell.show_train, ("Ctrl+2",), True),
        Command("measure_page", tr("Measure"), group, shell.show_measure, ("Ctrl+3",), True),
        Command("judge_page", tr("Judge"), group, shell.show_judge, ("Ctrl+4",), True),
        Command("leave", tr("Close what is open"), group, shell.leave, ("Esc",)),
        Command("panels", tr("Only the photo"), group, shell.toggle_panels, ("Tab",)),
        Command("switch", tr("To the choices, and back to the photo"), group, page.switch_focus, ("F6",)),
        Command("full_screen", tr("Full screen"), group, shell.toggle_full_screen, ("F11",)),
        Command("settings", tr("Settings"), group, shell.show_settings, ("Ctrl+,",)),
        Command("help", tr("Help"), group, shell.show_help, ("?", "F1")),
        Command("about", tr("About Fourfold"), group, shell.show_about),
        Command("quit", tr("Quit"), group, shell.close, ("Ctrl+Q",)),
    ]
