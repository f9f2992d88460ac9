"""Where saving is told of: the bar at the foot, the title, the task bar, and at its end the message on the photo."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.log import log
from app.window.export.queue import ExportQueue, Stage, Ticket
from app.window.platform.desktop import notify, show_in_folder
from app.window.platform.taskbar import taskbar_of
from app.window.shell.bars import BottomBar
from app.window.shell.title import WindowTitle
from app.window.widgets.notice import Notice
from app.window.widgets.titles import model_title
from app.window.widgets.words import duration
from engine.texts import shown

LONG = 20.0
"""Seconds after which a queue's end is also told outside the window, to a person who has turned to something else."""


class SavingNews(QObject):
    """Listens to the queue. ``otherwise`` says what to tell while nothing is being saved."""

    def __init__(
        self, title: WindowTitle, queue: ExportQueue, bar: BottomBar, notice: Notice, otherwise: Callable[[], str]
    ) -> None:
        window = title.window
        super().__init__(window)
        self._title = title
        self._window = window
        self._queue = queue
        self._bar = bar
        self._notice = notice
        self._otherwise = otherwise
        self._taskbar = taskbar_of(window)
        self._begun: float | None = None
        queue.moved.connect(self.refresh)
        queue.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Tell again how far it is."""
        current = self._queue.current
        if current is None:
            text = self._otherwise()
            self._bar.show_saving(text, None)
            self._title.say(text)
            return
        if self._begun is None:
            self._begun = time.monotonic()
        self._bar.show_saving(self._line(current), current.share, paused=self._queue.is_paused)
        self._title.say(f"{current.share:.0%} {shown(current.order.photo.name)}")
        self._taskbar.show_progress(self._queue.share)

    def _line(self, current: Ticket) -> str:
        queue = self._queue
        total = len(queue.tickets)
        done = total - queue.count(Stage.WAITING, Stage.RUNNING)
        parts = [self.tr("{} of {}").format(done + 1, total), shown(current.order.photo.name)]
        if not current.order.method.is_open:
            parts.append(model_title(current.order.method.model))
        left = queue.seconds_left()
        if queue.is_paused:
            parts.append(self.tr("paused"))
        elif left is not None:
            parts.append(self.tr("{} left").format(duration(left)))
        return "   ".join(parts)

    def _on_ended(self) -> None:
        saved, failed = self._queue.count(Stage.SAVED), self._queue.count(Stage.FAILED)
        seconds = time.monotonic() - self._begun if self._begun else 0.0
        self._begun = None
        self.refresh()
        self._taskbar.show_progress(None)
        log.info("Saving ended after %.0f s: %d saved, %d failed.", seconds, saved, failed)
        text = self._outcome(saved, failed)
        if failed and len(self._queue.tickets) > 1:
            self._notice.warn(text, self.tr("Try again"), self._queue.retry_failed)
        elif saved > 1:
            last = next(ticket.target for ticket in reversed(self._queue.tickets) if ticket.stage is Stage.SAVED)
            self._notice.tell(text, self.tr("Show in folder"), lambda: show_in_folder(last))
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
            if seconds >= LONG:
                notify(self._window, "Fourfold", text)

    def _outcome(self, saved: int, failed: int) -> str:
        if failed:
            return self.tr("{} saved, {} not. The list says why.").format(saved, failed)
        return self.tr("All {} photos are saved.").format(saved) if saved > 1 else self.tr("The photo is saved.")
