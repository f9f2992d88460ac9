"""The window's only way to the engine: tasks go in, one signal brings its events back to the GUI thread.

torch is loaded on a thread of its own after the window has been shown; what is submitted before waits until then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol

from PySide6.QtCore import QObject, Signal

from app.log import log
from app.window.widgets.language import localised
from engine.jobs import ahead
from engine.jobs.worker import Cancelled, Event, Failed, Finished, Progressed, Report, Result, Task, Worker


def _nothing(*_: object) -> None:
    pass


@dataclass(frozen=True)
class Request(Generic[Report, Result]):
    """One job. ``task`` runs on the engine's thread, where it may import torch.

    Exactly one of ``finished(result)``, ``failed(sentence, details)``, ``cancelled()`` is called, on the GUI thread.
    """

    task: Task[Report, Result]
    finished: Callable[[Result], object] = _nothing
    failed: Callable[[str, str], object] = _nothing
    cancelled: Callable[[], object] = _nothing
    progressed: Callable[[Report], object] = _nothing
    urgent: bool = False

    def hear(self, event: Event) -> None:
        """Call whom an event of this job concerns; it carries what the task has reported or returned."""
        match event:
            case Progressed():
                self.progressed(event.report)
            case Finished():
                self.finished(event.result)
            case Failed():
                log.error("%s\n%s", event.sentence, event.details)
                self.failed(localised(event.sentence), event.details)
            case Cancelled():
                self.cancelled()


class _AnyRequest(Protocol):
    """A ``Request`` among others, whatever its task reports and returns."""

    @property
    def task(self) -> Task[object, object]: ...
    @property
    def cancelled(self) -> Callable[[], object]: ...
    @property
    def urgent(self) -> bool: ...
    def hear(self, event: Event) -> None: ...


class EngineLink(QObject):
    """Owns the worker. ``ready()`` is emitted once when it can compute."""

    ready = Signal()
    _event = Signal(object)
    _loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._early: list[_AnyRequest] = []
        self._closed = False
        self._jobs: dict[int, _AnyRequest] = {}
        self._event.connect(self._dispatch)
        self._loaded.connect(self._begin)
        self._loader = threading.Thread(target=self._load, name="engine loader", daemon=True)

    def start(self) -> None:
        """Begin to load torch."""
        self._loader.start()

    def submit(self, request: Request[Report, Result]) -> None:
        """Queue a job, the newest urgent one first. After ``close`` nothing is taken any more."""
        self._take(request)

    def _take(self, request: _AnyRequest) -> None:
        if self._closed:
            return
        if self._worker:
            self._jobs[self._worker.submit(request.task, urgent=request.urgent)] = request
        else:
            self._early.append(request)

    def cancel(self, request: Request[Report, Result]) -> None:
        """Stop a job at its next step, or before it begins."""
        if request in self._early:
            self._early.remove(request)
            request.cancelled()
        for job, running in self._jobs.items():
            if running is request and self._worker:
                self._worker.cancel(job)

    def close(self) -> None:
        """Cancel everything and wait for the engine's thread. No listener is called any more."""
        self._closed = True
        if self._loader.is_alive():
            self._loader.join()
        if self._worker:
            self._worker.close()

    def _load(self) -> None:
        ahead.load()
        import engine.jobs.preview
        import engine.jobs.upscaler  # noqa: F401

        self._loaded.emit(Worker(self._event.emit))

    def _begin(self, worker: Worker) -> None:
        self._worker = worker
        for request in self._early:
            self._take(request)
        self._early.clear()
        self.ready.emit()

    def _dispatch(self, event: Event) -> None:
        if self._closed:
            return
        request = self._jobs[event.job] if isinstance(event, Progressed) else self._jobs.pop(event.job)
        request.hear(event)
