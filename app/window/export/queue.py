"""The photos to save, one after another: progress, time left, pause, stop, failures that can be tried again."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.export.journal import Journal
from app.window.export.task import save_task
from app.window.platform.engine_link import EngineLink, Request
from engine.files.file_set import FileSet
from engine.jobs.saving import Batch, Begun, Decided, Reason, SaveOrder, Skipped

if TYPE_CHECKING:
    from engine.jobs.upscaler import Saved, SaveReport


class Stage(Enum):
    """How far an order is."""

    WAITING = "waiting"
    RUNNING = "running"
    SAVED = "saved"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    FAILED = "failed"


OPEN = (Stage.WAITING, Stage.RUNNING)


@dataclass(frozen=True)
class Ticket:
    """One order in the queue. ``share`` is done from 0 to 1; ``sentence`` and ``details`` say why it failed."""

    order: SaveOrder
    stage: Stage = Stage.WAITING
    share: float = 0.0
    seconds_left: float | None = None
    target: Path | None = None
    sentence: str = ""
    details: str = ""


@dataclass(frozen=True)
class Added:
    """What came of orders for photos that were in the queue: those that waited and are saved by the newer order, and
    those that are being saved by another one, for which nothing was queued."""

    renewed: list[Path]
    refused: list[Path]


class ExportQueue(QObject):
    """``changed(path)`` says that the ticket of a photo has changed, ``moved()`` that one or many have, ``ended()``
    that nothing is left to do, ``timed(saved)`` how long a photo took that was saved in one go."""

    changed = Signal(object)
    moved = Signal()
    ended = Signal()
    timed = Signal(object)

    def __init__(self, link: EngineLink, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._journal = journal
        self._tickets: dict[Path, Ticket] = {}
        self._running: tuple[Path, Request[SaveReport, Saved | Skipped]] | None = None
        self._going = threading.Event()
        self._going.set()
        self._was_paused = False

    # --- what there is ---

    def ticket(self, photo: Path) -> Ticket | None:
        """The ticket of a photo; None where it is not in the queue."""
        return self._tickets.get(photo)

    @property
    def tickets(self) -> list[Ticket]:
        """All, in the order in which they are done."""
        return list(self._tickets.values())

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
        return self._tickets[self._running[0]] if self._running else None

    def count(self, *stages: Stage) -> int:
        """How many tickets are at one of these stages."""
        return sum(ticket.stage in stages for ticket in self._tickets.values())

    @property
    def share(self) -> float:
        """How far all of it is, from 0 to 1, each photo counted alike."""
        tickets = self._tickets.values()
        done = sum(ticket.share if ticket.stage in OPEN else 1.0 for ticket in tickets)
        return done / len(tickets) if tickets else 0.0

    def seconds_left(self) -> float | None:
        """For all that is open, taking the waiting photos to last as long as this one."""
        current = self.current
        if current is None or current.seconds_left is None or current.share <= 0:
            return None
        whole = current.seconds_left / max(1 - current.share, 1e-6)
        return current.seconds_left + whole * self.count(Stage.WAITING)

    # --- what a person does ---

    def add(self, orders: Iterable[SaveOrder]) -> Added:
        """Queue orders. A photo that waits is saved by the newer order, one that has ended is done again; an order for
        the photo that runs is refused, unless it is the same."""
        if not self.is_open:
            self._tickets.clear()
        wanted = {order.photo: order for order in orders}
        running = self.current.order if self.current else None
        again = wanted.pop(running.photo, None) if running else None
        renewed = [photo for photo, order in wanted.items() if self._waits_otherwise(photo, order)]
        self._set({photo: Ticket(order) for photo, order in wanted.items()})
        self._next()
        is_other = again is not None and running is not None and again.with_model(running.method.model) != running
        return Added(renewed, [running.photo] if running and is_other else [])

    def _waits_otherwise(self, photo: Path, order: SaveOrder) -> bool:
        ticket = self._tickets.get(photo)
        return ticket is not None and ticket.stage is Stage.WAITING and ticket.order != order

    def retry(self, photo: Path) -> None:
        """Try a photo that has failed or was stopped once more, with the same choices."""
        self.add([self._tickets[photo].order])

    def retry_failed(self) -> None:
        """Try all that have failed once more."""
        self.add([ticket.order for ticket in self.tickets if ticket.stage is Stage.FAILED])

    def pause(self, paused: bool) -> None:
        """Stop between two steps of the photo that runs, or go on."""
        if paused:
            self._was_paused = True
            self._going.clear()
        else:
            self._going.set()
        if self._running:
            self._tell(self._running[0])

    def stop(self) -> None:
        """Give up everything that is open; whatever was there under the names of the results stays."""
        waiting = {photo: ticket for photo, ticket in self._tickets.items() if ticket.stage is Stage.WAITING}
        self._set({photo: replace(ticket, stage=Stage.STOPPED) for photo, ticket in waiting.items()})
        if self._running:
            self._link.cancel(self._running[1])
        self._going.set()

    def forget(self, photo: Path) -> None:
        """Take a photo that does not run out of the queue."""
        if not (self._running and self._running[0] == photo):
            self._tickets.pop(photo, None)
            self._remember()

    # --- what the engine does ---

    def _next(self) -> None:
        if self._running:
            return
        photo = next((photo for photo, ticket in self._tickets.items() if ticket.stage is Stage.WAITING), None)
        if photo is None:
            return
        ticket = self._tickets[photo]
        request = Request(
            save_task(ticket.order, self._batch(), self._going),
            finished=partial(self._finished, photo),
            failed=partial(self._failed, photo),
            cancelled=partial(self._cancelled, photo),
            progressed=partial(self._progressed, photo),
        )
        self._running = (photo, request)
        self._was_paused = self.is_paused
        self._set({photo: replace(ticket, stage=Stage.RUNNING)})
        self._link.submit(request)

    def _batch(self) -> Batch:
        """What the next photo must leave alone: all photos of the queue, and the results so far."""
        results = [ticket.target for ticket in self._tickets.values() if ticket.stage is Stage.SAVED and ticket.target]
        return Batch(FileSet(self._tickets), FileSet(results))

    def _progressed(self, photo: Path, report: SaveReport) -> None:
        ticket = self._tickets[photo]
        if isinstance(report, Decided):
            self._set({photo: replace(ticket, order=report.order)})
        elif not isinstance(report, Begun):
            self._tickets[photo] = replace(ticket, share=report.fraction, seconds_left=report.seconds_left)
            self._tell(photo)

    def _finished(self, photo: Path, ended: Saved | Skipped) -> None:
        kept = isinstance(ended, Skipped) and ended.reason is Reason.EXISTS
        stage = Stage.SKIPPED if kept else Stage.SAVED
        if not isinstance(ended, Skipped) and not self._was_paused:
            self.timed.emit(ended)
        self._end(photo, replace(self._tickets[photo], stage=stage, share=1.0, target=ended.target))

    def _failed(self, photo: Path, sentence: str, details: str) -> None:
        self._end(photo, replace(self._tickets[photo], stage=Stage.FAILED, sentence=sentence, details=details))

    def _cancelled(self, photo: Path) -> None:
        self._end(photo, replace(self._tickets[photo], stage=Stage.STOPPED, share=0.0))

    def _end(self, photo: Path, ticket: Ticket) -> None:
        self._running = None
        self._set({photo: ticket})
        self._next()
        if not self.is_open:
            self.ended.emit()

    def _set(self, tickets: dict[Path, Ticket]) -> None:
        """Change tickets; the journal is written once for all of them."""
        self._tickets |= tickets
        self._remember()
        self._tell(*tickets)

    def _tell(self, *photos: Path) -> None:
        for photo in photos:
            self.changed.emit(photo)
        self.moved.emit()

    def _remember(self) -> None:
        self._journal.write([ticket.order for ticket in self._tickets.values() if ticket.stage in OPEN])
