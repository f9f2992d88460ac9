"""From Save to the queue: by the choices of the inspector, existing files asked about; each photo's end is told."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.window.export.existing import ask_about_existing
from app.window.export.queue import ExportQueue
from app.window.export.save_as import ask_where
from app.window.export.tickets import Added, Stage
from app.window.inspector.panel import Inspector
from app.window.inspector.preferences import Preferences
from app.window.photos.model import PhotoModel
from app.window.photos.photo import LoadedPhoto
from app.window.platform.desktop import show_in_folder
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from engine.errors import FourfoldError
from engine.files.file_set import FileSet
from engine.files.naming import IfExists, free_name
from engine.jobs.saving import SaveOrder
from engine.models import catalog
from engine.texts import shown

if TYPE_CHECKING:
    from engine.jobs.upscaler import Saved

LEAST_TIMED = 2.0
"""Seconds."""


class Saver(QObject):
    """Between the photos, the inspector and the queue."""

    def __init__(
        self,
        queue: ExportQueue,
        photos: PhotoModel,
        inspector: Inspector,
        notice: Notice,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._queue = queue
        self._photos = photos
        self._inspector = inspector
        self._notice = notice
        self._preferences = preferences
        self._told: set[str] = set()
        queue.changed.connect(self._on_ticket)
        queue.timed.connect(self._on_timed)

    def save(self, paths: list[Path]) -> None:
        """Queue these photos, unless the choices make no sense or a person thinks better of it."""
        choices = self._inspector.choices()
        try:
            orders = [choices.order(path) for path in paths]
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        if choices.if_exists is IfExists.ASK:
            policy = self._asked(orders)
            if policy is None:
                return
            orders = [replace(order, if_exists=policy) for order in orders]
        self._tell(self._queue.add(orders))

    def save_as(self, photo: LoadedPhoto) -> None:
        """Queue the photo shown for a name, a folder and a format that a person is asked for."""
        choices = self._inspector.decided()
        order = choices.order(photo.path)
        try:
            proposed = order.target_for(photo.format, photo.size)
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        where = ask_where(free_name(proposed), order.options_for(photo.format).format, self._window)
        if where is None:
            return
        if where.target in FileSet(self._photos.paths):
            text = self.tr("{} is one of the photos; choose another name for the result.")
            self._notice.warn(text.format(shown(where.target.name)))
            return
        order = self._inspector.choices().order(photo.path)
        naming = replace(order.naming, file=where.target)
        self._tell(self._queue.add([replace(order, naming=naming, format=where.format, if_exists=where.if_exists)]))

    def remaining(self) -> list[Path]:
        """The photos of the list that are neither saved by these choices nor about to be."""
        try:
            order = self._inspector.choices().order(Path())
        except FourfoldError:
            return self._photos.paths
        tickets = ((path, self._queue.ticket(path)) for path in self._photos.paths)
        return [path for path, ticket in tickets if not (ticket and ticket.answers(order))]

    def _tell(self, added: Added) -> None:
        """Say which of the photos were in the queue with other choices."""
        if added.refused:
            text = self.tr("{} is just being saved with other choices; save it again when that is done.")
            self._notice.warn(text.format(shown(added.refused[0].name)))
        elif added.renewed:
            text = self.tr("Photos that waited already, and are now saved with these choices: {}.")
            self._notice.tell(text.format(len(added.renewed)))

    def _asked(self, orders: list[SaveOrder]) -> IfExists | None:
        """What to do about files that exist already, as far as it is known which; None for nothing at all."""
        there = sum(self._result_exists(order) for order in orders)
        return ask_about_existing(there, self._window) if there else IfExists.RENAME

    def _result_exists(self, order: SaveOrder) -> bool:
        """Also where it is not decided yet by which model of the two."""
        thumbnail = self._photos.thumbnail(order.photo)
        if thumbnail is None:
            return False
        possible = {order.with_model(pair.textured) for pair in (catalog.CLEAN, catalog.PHOTO)}
        try:
            return any(os.path.lexists(one.target_for(thumbnail.format, thumbnail.size)) for one in possible)
        except FourfoldError:
            return False

    def _on_ticket(self, path: Path) -> None:
        ticket = self._queue.ticket(path)
        self._photos.touch(path)
        if ticket is None:
            return
        if ticket.stage is Stage.FAILED:
            self._notice.warn(ticket.sentence, self.tr("Try again"), lambda: self._queue.retry(path), ticket.details)
        elif ticket.stage is Stage.SAVED and self._queue.is_open:
            if ticket.sentence and ticket.sentence not in self._told:
                self._notice.warn(ticket.sentence)
            self._told.add(ticket.sentence)
        elif ticket.stage is Stage.SAVED:
            text = self.tr("Saved {}.").format(shown(ticket.target.name) if ticket.target else "")
            text = " ".join(filter(None, [text, ticket.sentence]))
            self._notice.tell(text, self.tr("Show in folder"), lambda: show_in_folder(ticket.target))

    def _on_timed(self, saved: Saved) -> None:
        """Learn how fast this computer is, from a photo that took long enough to tell."""
        choices = self._inspector.choices()
        if not catalog.needs_network(choices.model) or choices.method.ensemble or saved.seconds < LEAST_TIMED:
            return
        self._preferences.add_speed(saved.seconds / (saved.header.size.pixels / 1e6))
        self._inspector.set_speed(self._preferences.speed)
