"""Where saving is told of: the bar at the foot, the title, the task bar, and at its end the message on the photo."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.log import log
from app.window.export.tickets import ENDED, Stage, Ticket
from app.window.platform.desktop import notify, show_in_folder
from app.window.platform.taskbar import taskbar_of
from app.window.shell.bars import BottomBar, Work
from app.window.shell.title import WindowTitle
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.language import tr
from app.window.widgets.words import duration, percent
from engine.texts import shown

LONG = 20.0
"""Seconds after which a queue's end is also told outside the window, to a person who has turned to something else."""


class SavingNews(QObject):
    """Listens to the queue. ``otherwise`` says what to tell while nothing is being saved."""

    def __init__(self, title: WindowTitle, page: UpscalePage, bar: BottomBar, otherwise: Callable[[], str]) -> None:
        window = title.window
        super().__init__(window)
        self._title = title
        self._window = window
        self._queue = page.queue
        self._saving = page.saving
        self._bar = bar
        self._notice = page.viewer.notice
        self._otherwise = otherwise
        self._taskbar = taskbar_of(window)
        self._begun: float | None = None
        self._queue.moved.connect(self.refresh)
        self._queue.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Tell again how far it is."""
        if current := self._queue.current:
            self._show_run(current)
        elif not self._queue.is_open:
            self._show_rest()

    def _show_run(self, current: Ticket) -> None:
        queue = self._queue
        if self._begun is None:
            self._begun = time.monotonic()
        work = Work.PAUSED if queue.is_paused else Work.GOING
        self._bar.show_saving(self._line(current), queue.share, self._left(current), work)
        self._title.say(f"{queue.share:.0%} {shown(current.order.photo.name)}")
        self._taskbar.show_progress(queue.share)

    def _show_rest(self) -> None:
        """While nothing is being saved: other news, else what was stopped."""
        text, stopped = self._otherwise(), len(self._queue.stopped)
        if text or not stopped:
            self._bar.show_saving(text)
        else:
            self._bar.show_saving(self.tr("Not finished: {}").format(stopped), work=Work.STOPPED)
        self._title.say(text)

    def _line(self, current: Ticket) -> str:
        """Which photo of how many, and this photo's share."""
        total, ended = len(self._queue.tickets), self._queue.count(*ENDED)
        number = [self.tr("{} of {}").format(ended + 1, total)] if total > 1 else []
        return "   ".join([*number, shown(current.order.photo.name), percent(current.share)])

    def _left(self, current: Ticket) -> str:
        if current.stage is Stage.STOPPING:
            return self.tr("stopping…")
        if self._queue.is_paused:
            return self.tr("paused")
        left = self._queue.left()
        if left is None:
            return ""
        return (tr("about {} left") if left.rough else self.tr("{} left")).format(duration(left.seconds))

    def _on_ended(self) -> None:
        seconds = time.monotonic() - self._begun if self._begun else 0.0
        self._begun = None
        self.refresh()
        self._taskbar.show_progress(None)
        counts = {stage: self._queue.count(stage) for stage in Stage}
        text = self._outcome(counts)
        log.info("Saving ended after %.0f s: %s", seconds, {stage.value: count for stage, count in counts.items()})
        if text:
            self._tell(text, counts)
        if text and not self._window.isActiveWindow():
            QApplication.alert(self._window)
            if seconds >= LONG:
                notify(self._window, "Fourfold", text)

    def _tell(self, text: str, counts: dict[Stage, int]) -> None:
        """On the photo, with what can be done now; how a single photo ended was told when it did."""
        saved, failed = counts[Stage.SAVED], counts[Stage.FAILED]
        if counts[Stage.STOPPED]:
            self._notice.tell(text, self.tr("Continue"), self._saving.resume)
        elif failed and len(self._queue.tickets) > 1:
            self._notice.warn(text, self.tr("Try again"), self._retry)
        elif saved > 1:
            last = next(ticket.target for ticket in reversed(self._queue.tickets) if ticket.stage is Stage.SAVED)
            self._notice.tell(text, self.tr("Show in folder"), lambda: show_in_folder(last))

    def _retry(self) -> None:
        self._queue.retry(*(each.order.photo for each in self._queue.tickets if each.stage is Stage.FAILED))

    def _outcome(self, counts: dict[Stage, int]) -> str:
        """How a run ended; nothing where nothing is left of it."""
        tickets = self._queue.tickets
        if len(tickets) == 1 and counts[Stage.STOPPED]:
            return self.tr("{} was stopped.").format(shown(tickets[0].order.photo.name))
        if counts[Stage.SAVED] == len(tickets):
            return self.tr("All {} photos are saved.").format(len(tickets)) if tickets[1:] else self._of_one(tickets)
        words = {
            Stage.SAVED: self.tr("{} saved"),
            Stage.SKIPPED: self.tr("{} already there"),
            Stage.FAILED: self.tr("{} failed"),
            Stage.STOPPED: self.tr("{} stopped"),
        }
        text = ", ".join(word.format(counts[stage]) for stage, word in words.items() if counts[stage]) + "."
        return " ".join([text, self.tr("The list says why.")]) if counts[Stage.FAILED] else text

    def _of_one(self, tickets: list[Ticket]) -> str:
        return self.tr("The photo is saved.") if tickets else ""
