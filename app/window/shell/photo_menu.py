"""What the right button offers on the list of photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.window.export.queue import ExportQueue
from app.window.export.tickets import Stage
from app.window.platform.desktop import show_in_folder
from app.window.widgets.language import tr


@dataclass(frozen=True)
class Hands:
    """What is done with the photos that are selected; ``save_as`` with the one that is shown, ``clear`` with all."""

    save: Callable[[], object]
    save_as: Callable[[], object]
    remove: Callable[[], object]
    clear: Callable[[], object]


def photo_menu(paths: list[Path], queue: ExportQueue, hands: Hands, window: QWidget) -> QMenu:
    """The menu for photos, one or several."""
    menu = QMenu(window)
    several = len(paths) > 1
    menu.addAction(tr("Save {} photos").format(len(paths)) if several else tr("Save"), hands.save)
    if not several:
        _offer_one(menu, paths[0], queue, hands)
    menu.addSeparator()
    menu.addAction(tr("Remove {} photos").format(len(paths)) if several else tr("Remove"), hands.remove)
    menu.addAction(tr("Clear the list"), hands.clear)
    return menu


def _offer_one(menu: QMenu, path: Path, queue: ExportQueue, hands: Hands) -> None:
    ticket = queue.ticket(path)
    menu.addAction(tr("Save as…"), hands.save_as)
    if ticket and ticket.stage in (Stage.FAILED, Stage.STOPPED):
        menu.addAction(tr("Try again"), lambda: queue.retry(path))
    menu.addSeparator()
    if ticket and ticket.target:
        menu.addAction(tr("Show the result in its folder"), lambda: show_in_folder(ticket.target))
    menu.addAction(tr("Show the photo in its folder"), lambda: show_in_folder(path))
