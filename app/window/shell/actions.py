"""Everything a person can do, in one table: menus, buttons, keys and the page of shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.window.widgets.language import tr


@dataclass(frozen=True)
class Deed:
    """``keys`` are texts of Qt's key sequences, the first is shown. ``group`` is a head on the page of shortcuts."""

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


def deeds() -> list[Deed]:
    """All of them, in the person's language."""
    photos, look, show, save, window = tr("Photos"), tr("Looking"), tr("Comparing"), tr("Saving"), tr("Window")
    return [
        Deed("open", tr("Open photos…"), photos, ("Ctrl+O",)),
        Deed("open_folder", tr("Open a folder…"), photos, ("Ctrl+Shift+O",)),
        Deed("paste", tr("Paste"), photos, ("Ctrl+V",)),
        Deed("copy", tr("Copy what is visible"), photos, ("Ctrl+C",)),
        Deed("copy_result", tr("Copy the whole result"), photos, ("Ctrl+Shift+C",)),
        Deed("undo", tr("Undo removing or clearing"), photos, ("Ctrl+Z",)),
        Deed("clear", tr("Clear the list"), photos),
        Deed("fit", tr("Fit"), look, ("F",)),
        Deed("result_pixels", tr("1:1 of the result"), look, ("Z",)),
        Deed("photo_pixels", tr("1:1 of the photo"), look, ("X",)),
        Deed("zoom_in", tr("Zoom in"), look, ("+", "=")),
        Deed("zoom_out", tr("Zoom out"), look, ("-",)),
        Deed("single", tr("Single"), show, ("1",), True),
        Deed("split", tr("Split"), show, ("2",), True),
        Deed("side", tr("Side by side"), show, ("3",), True),
        Deed("grid", tr("Two by two"), show, ("4",), True),
        Deed("turn", tr("Turn the divider"), show, ("T",)),
        Deed("show_nearest", tr("Show nearest"), show, ("N",)),
        Deed("show_bicubic", tr("Show bicubic"), show, ("B",)),
        Deed("show_srresnet", tr("Show SRResNet"), show, ("R",)),
        Deed("show_srgan", tr("Show SRGAN"), show, ("G",)),
        Deed("show_auto", tr("Show the automatic choice"), show, ("A",)),
        Deed("show_photo", tr("Show the photo"), show, ("O",)),
        Deed("loupe", tr("Loupe"), show, ("L",), True),
        Deed("difference", tr("Difference"), show, ("D",), True),
        Deed("maps", tr("Fidelity and invention maps"), show, ("M",), True),
        Deed("less_texture", tr("Less texture"), show, ("[",)),
        Deed("more_texture", tr("More texture"), show, ("]",)),
        Deed("save", tr("Save"), save, ("Ctrl+S",)),
        Deed("save_all", tr("Save all"), save, ("Ctrl+Shift+S",)),
        Deed("pause", tr("Pause or go on"), save, ("Ctrl+P",)),
        Deed("stop", tr("Stop"), save, ("Esc",)),
        Deed("upscale_page", tr("Upscale"), window, ("Ctrl+1",), True),
        Deed("train_page", tr("Train"), window, ("Ctrl+2",), True),
        Deed("measure_page", tr("Measure"), window, ("Ctrl+3",), True),
        Deed("panels", tr("Only the photo"), window, ("Tab",)),
        Deed("switch", tr("To the choices, and back to the photo"), window, ("F6",)),
        Deed("full_screen", tr("Full screen"), window, ("F11",)),
        Deed("settings", tr("Settings"), window, ("Ctrl+,",)),
        Deed("help", tr("Help"), window, ("?", "F1")),
        Deed("about", tr("About Fourfold"), window),
        Deed("quit", tr("Quit"), window, ("Ctrl+Q",)),
    ]


def by_hand() -> list[tuple[str, str]]:
    """What hands do besides: keys or gestures, and what they are for."""
    return [
        (tr("Wheel, pinch"), tr("Zoom at the pointer")),
        (tr("Drag, Shift+arrows"), tr("Move the photo")),
        (tr("Double-click"), tr("Fit, or 1:1 of the result")),
        (tr("Space held"), tr("Flicker to the photo")),
        (tr("Alt or Ctrl+drag"), tr("Move one pane alone, until Fit")),
        (tr("Left, right"), tr("Photo before, after")),
        (tr("Ctrl+arrows"), tr("Move the divider")),
    ]


def said(keys: QKeySequence) -> str:
    """Keys as they are written on this system's keyboard, in the person's language."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class Actions:
    """The deeds as Qt's actions, each calling a function."""

    def __init__(self, window: QWidget, functions: dict[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        self._of_view: list[QAction] = []
        for deed in deeds():
            action = QAction(deed.text, window)
            action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(deed.checkable)
            action.triggered.connect(lambda _=False, do=functions[deed.name]: do())
            window.addAction(action)
            self._actions[deed.name] = action
            if deed.group in (tr("Looking"), tr("Comparing")):
                self._of_view.append(action)

    def enable_view(self, enabled: bool) -> None:
        """Let what changes the view of the photo be done, or not."""
        for action in self._of_view:
            action.setEnabled(enabled)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]
