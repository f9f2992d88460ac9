"""The photos to save, one after another: progress, time left, pause, stop, and what was left taken up again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.export.journal import Journal
from app.window.export.pace import Estimate, Pace
from app.window.export.task import save_task
from app.window.export.tickets import ENDED, HELD, LEFT, OPEN, Added, Stage, Ticket
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.language import localised
from engine.files.file_set import FileSet
from engine.jobs.saving import Batch, Begun, Decided, Reason, SaveOrder, Skipped

if TYPE_CHECKING:
    from engine.jobs.upscaler import Saved, SaveReport


class ExportQueue(QObject):
    """Keeps the ticket of every photo that was to be saved; a run is what was queued since nothing was left to do.

    ``photos`` are those of the list, none of which a result replaces.

    Signals: ``changed(photo)``, when the ticket of a photo has changed (Path); ``moved()``, when one or many have;
    ``staged()``, when one or many are at another stage; ``ended()``, when nothing of a run is left to do;
    ``timed(saved)``, how long a photo took that was saved in one go (Saved).
    """

    changed = Signal(object)
    moved = Signal()
    staged = Signal()
    ended = Signal()
    timed = Signal(object)

    def __init__(
        self, link: EngineLink, journal: Journal, photos: Callable[[], Iterable[Path]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._journal = journal
        self._photos = photos
        self._tickets: dict[Path, Ticket] = {}
        self._run: dict[Path, None] = {}
        self._running: tuple[Path, Request[SaveReport, Saved | Skipped]] | None = None
        """What the engine holds; its ticket may have been forgotten or renewed meanwhile."""
        self._going = threading.Event()
        self._going.set()
        self._was_paused = False
        self.pace = Pace()

    # --- what there is ---

    def ticket(self, photo: Path) -> Ticket | None:
        """The ticket of a photo; None where nobody asked to save it."""
        return self._tickets.get(photo)

    @property
    def tickets(self) -> list[Ticket]:
        """Those of this run, in the order in which they are done."""
        return [self._tickets[photo] for photo in self._run if photo in self._tickets]

    @property
    def stopped(self) -> list[Path]:
        """The photos that were stopped, in this run or before."""
        return [photo for photo, ticket in self._tickets.items() if ticket.stage is Stage.STOPPED]

    @property
    def is_open(self) -> bool:
        """Whether something waits or runs."""
        return any(ticket.stage in OPEN for ticket in self._tickets.values())

    @property
    def is_paused(self) -> bool:
        """Whether a person has paused it, also while nothing runs."""
        return not self._going.is_set()

    @property
    def current(self) -> Ticket | None:
        """The ticket of the photo that runs."""
        ticket = self._tickets.get(self._running[0]) if self._running else None
        return ticket if ticket and ticket.stage in HELD else None

    def count(self, *stages: Stage) -> int:
        """How many tickets of this run are at one of these stages."""
        return sum(ticket.stage in stages for ticket in self.tickets)

    @property
    def share(self) -> float:
        """How far this run is, from 0 to 1, each photo counted alike."""
        tickets = self.tickets
        done = sum(1.0 if ticket.stage in ENDED else ticket.share for ticket in tickets)
        return done / len(tickets) if tickets else 0.0

    def left(self) -> Estimate | None:
        """How long this run will still take; None while that is not known, or it is paused."""
        current = self.current
        return self.pace.left(current.share, self.count(Stage.WAITING)) if current and not self.is_paused else None

    # --- what a person does ---

    def add(self, orders: Iterable[SaveOrder]) -> Added:
        """Queue orders. A photo that waits is saved by the newer order, one that has ended is done again; an order for
        the photo that runs is refused, unless it is the same."""
        wanted = {order.photo: order for order in orders}
        current = self.current
        running = current.order if current and current.stage is Stage.RUNNING else None
        again = wanted.pop(running.photo, None) if running else None
        waiting = {ticket.order.photo: ticket.order for ticket in self.tickets if ticket.stage is Stage.WAITING}
        renewed = [photo for photo, order in wanted.items() if waiting.get(photo, order) != order]
        self._queue([Ticket(order) for order in wanted.values()], anew=True)
        is_other = again is not None and running is not None and again.with_model(running.method.model) != running
        return Added(renewed, [running.photo] if running and is_other else [])

    def offer(self, orders: Iterable[SaveOrder]) -> None:
        """Know these as stopped, until a person resumes or forgets them."""
        self._set([Ticket(order, Stage.STOPPED) for order in orders])

    def resume(self) -> None:
        """Take up all that was stopped."""
        stopped = self.stopped
        self._queue([Ticket(self._tickets[photo].order) for photo in stopped], anew=not self._run.keys() >= {*stopped})

    def retry(self, *photos: Path) -> None:
        """Try photos that have failed or were stopped once more, with the same choices."""
        self.add([self._tickets[photo].order for photo in photos])

    def pause(self, paused: bool) -> None:
        """Stop between two steps of the photo that runs, or go on."""
        if paused:
            self._was_paused = True
            self._going.clear()
        else:
            self._going.set()
        self.pace.pause(paused)
        if self._running:
            self._tell(self._running[0])

    def stop(self) -> None:
        """Give up everything that is open; whatever was there under the names of the results stays."""
        waiting = [ticket for ticket in self._tickets.values() if ticket.stage is Stage.WAITING]
        held = [replace(self.current, stage=Stage.STOPPING)] if self.current else []
        self._set([*(replace(ticket, stage=Stage.STOPPED) for ticket in waiting), *held])
        if self._running:
            self._link.cancel(self._running[1])
        self.pause(False)

    def forget(self, photos: Iterable[Path]) -> list[Ticket]:
        """Take photos out of the queue, also the one that runs; returns their tickets for ``take_back``."""
        gone = [self._tickets.pop(photo) for photo in photos if photo in self._tickets]
        if self._running and any(ticket.order.photo == self._running[0] for ticket in gone):
            self._link.cancel(self._running[1])
        self._after(ticket.order.photo for ticket in gone)
        return [ticket.when_let_go() for ticket in gone]

    def take_back(self, tickets: list[Ticket]) -> None:
        """Put tickets back that were forgotten, each as it was; what waited goes on waiting."""
        self._queue(tickets, anew=False)

    # --- what the engine does ---

    def _queue(self, tickets: list[Ticket], *, anew: bool) -> None:
        """Put tickets into this run, or into one that begins ``anew`` if nothing is left to do."""
        if not self.is_open:
            self.pace.restart()
            self.pace.pause(self.is_paused)
            if anew:
                self._run.clear()
        self._run |= dict.fromkeys(ticket.order.photo for ticket in tickets if ticket.stage is Stage.WAITING)
        self._set(tickets)
        self._next()

    def _next(self) -> None:
        waiting = next((ticket for ticket in self.tickets if ticket.stage is Stage.WAITING), None)
        if self._running or waiting is None:
            return
        photo = waiting.order.photo
        request = Request(
            save_task(waiting.order, self._batch(), self._going),
            finished=self._finished,
            failed=partial(self._end, Stage.FAILED),
            cancelled=partial(self._end, Stage.STOPPED),
            progressed=self._progressed,
        )
        self._running = (photo, request)
        self._was_paused = self.is_paused
        self._set([replace(waiting, stage=Stage.RUNNING)])
        self._link.submit(request)

    def _batch(self) -> Callable[[], Batch]:
        """What the next photo must leave alone: all photos of the list and the run, and the results so far. To look
        where they lead takes a while with many."""
        photos = {*self._photos(), *self._run}
        results = [ticket.target for ticket in self.tickets if ticket.stage is Stage.SAVED and ticket.target]
        return lambda: Batch(FileSet(photos), FileSet(results))

    def _progressed(self, report: SaveReport) -> None:
        current = self.current
        if current is None or current.stage is not Stage.RUNNING:
            return
        if isinstance(report, Decided):
            self._set([replace(current, order=report.order)])
        elif isinstance(report, Begun):
            self.pace.computes()
        else:
            self._tickets[current.order.photo] = replace(current, share=report.fraction)
            self._tell(current.order.photo)

    def _finished(self, ended: Saved | Skipped) -> None:
        if isinstance(ended, Skipped):
            self._end(Stage.SKIPPED if ended.reason is Reason.EXISTS else Stage.SAVED, target=ended.target)
            return
        if not self._was_paused:
            self.timed.emit(ended)
        remarks = " ".join(map(localised, ended.remarks))
        self._end(Stage.SAVED, remarks, target=ended.target, computed=True)

    def _end(
        self, stage: Stage, sentence: str = "", details: str = "", target: Path | None = None, computed: bool = False
    ) -> None:
        """The engine has let go of a photo: of one that was forgotten or renewed meanwhile there is nothing to say."""
        current, self._running = self.current, None
        self.pace.ended(saved=computed)
        if current:
            self._set([Ticket(current.order, stage, 1.0 if target else 0.0, target, sentence, details)])
        self._next()
        if not self.is_open:
            self.ended.emit()

    def _set(self, tickets: list[Ticket]) -> None:
        """Change tickets; the journal is written once for all of them."""
        self._tickets |= {ticket.order.photo: ticket for ticket in tickets}
        self._after(ticket.order.photo for ticket in tickets)

    def _after(self, photos: Iterable[Path]) -> None:
        self._journal.write([ticket.order for ticket in self._tickets.values() if ticket.stage in LEFT])
        self._tell(*photos)
        self.staged.emit()

    def _tell(self, *photos: Path) -> None:
        for photo in photos:
            self.changed.emit(photo)
        self.moved.emit()
