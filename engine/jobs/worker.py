"""The engine thread: it alone touches the device. Jobs go in by one queue, events come out by one callback.

Every job ends in exactly one of Finished, Cancelled, Failed. What a person looks at is urgent: it goes ahead of the
next step of whatever is running. torch is not needed to make a worker, only by the tasks that compute.
"""

from __future__ import annotations

import itertools
import queue
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.jobs.faults import told
from engine.jobs.method import RunnerCache

Report = TypeVar("Report")
Result = TypeVar("Result")

Task = Callable[[RunnerCache], Generator[Report, None, Result]]
"""Work in steps, ``Task[Report, Result]``: yields reports, returns its result, can be closed at any yield."""


@dataclass(frozen=True)
class Event:
    """Something about the job with that number."""

    job: int


@dataclass(frozen=True)
class Progressed(Event, Generic[Report]):
    """The job yielded ``report``."""

    report: Report


@dataclass(frozen=True)
class Finished(Event, Generic[Result]):
    """The job is done and returned ``result``."""

    result: Result


@dataclass(frozen=True)
class Cancelled(Event):
    """The job was stopped on request; it left nothing behind."""


@dataclass(frozen=True)
class Failed(Event):
    """The job failed. ``sentence`` is for a person, ``details`` for a report of the fault."""

    sentence: str
    details: str


@dataclass(frozen=True)
class _Work:
    job: int
    task: Task[object, object]
    urgent: bool


class Worker:
    """Runs tasks one at a time on a thread of its own; ``on_event`` is called on that thread."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._on_event = on_event
        self._inbox: queue.Queue[_Work | None] = queue.Queue()
        self._urgent: deque[_Work] = deque()
        self._waiting: deque[_Work] = deque()
        self._unwanted: set[int] = set()
        self._numbers = itertools.count(1)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="engine", daemon=True)
        self._thread.start()

    def submit(self, task: Task[object, object], *, urgent: bool = False) -> int:
        """Queue a task and return its number. Among urgent tasks the newest goes first.

        Raises RuntimeError once the worker is closed, as no event would come any more.
        """
        if self._closing.is_set():
            raise RuntimeError("the worker is closed")
        job = next(self._numbers)
        self._inbox.put(_Work(job, task, urgent))
        return job

    def cancel(self, job: int) -> None:
        """Stop a job at its next step, or before it begins. A job that has ended is left as it is."""
        self._unwanted.add(job)

    def close(self) -> None:
        """Cancel everything, wait for the thread to end."""
        self._closing.set()
        self._inbox.put(None)
        self._thread.join()

    def _work(self) -> None:
        cache = RunnerCache()
        while work := self._next():
            self._run(work, cache)
        self._sort_inbox(block=False)
        for left in (*self._urgent, *self._waiting):
            self._on_event(Cancelled(left.job))

    def _next(self) -> _Work | None:
        self._sort_inbox(block=not (self._urgent or self._waiting or self._closing.is_set()))
        if self._closing.is_set():
            return None
        return self._urgent.pop() if self._urgent else self._waiting.popleft()

    def _sort_inbox(self, *, block: bool) -> None:
        """Move what came in to where it waits; with ``block`` wait for the first."""
        while True:
            try:
                work = self._inbox.get(block=block)
            except queue.Empty:
                return
            block = False
            if work:
                (self._urgent if work.urgent else self._waiting).append(work)

    def _run(self, work: _Work, cache: RunnerCache) -> None:
        """Run one job to its end, urgent ones in between its steps."""
        try:
            end = self._steps(work, cache)
        except Exception as error:  # noqa: BLE001 - the border: a fault of one job must not end the thread
            end = Failed(work.job, told(error).sentence, traceback.format_exc())
        self._unwanted.discard(work.job)
        self._on_event(end)

    def _steps(self, work: _Work, cache: RunnerCache) -> Event:
        if self._is_unwanted(work):
            return Cancelled(work.job)
        steps = work.task(cache)
        while True:
            try:
                report = next(steps)
            except StopIteration as stop:
                return Finished(work.job, stop.value)
            self._on_event(Progressed(work.job, report))
            if not work.urgent:
                self._run_urgent(cache)
            if self._is_unwanted(work):
                steps.close()
                return Cancelled(work.job)

    def _run_urgent(self, cache: RunnerCache) -> None:
        self._sort_inbox(block=False)
        while self._urgent and not self._closing.is_set():
            self._run(self._urgent.pop(), cache)
            self._sort_inbox(block=False)

    def _is_unwanted(self, work: _Work) -> bool:
        return self._closing.is_set() or work.job in self._unwanted
