"""The window's only way to the engine: tasks go in, one signal brings its events back to the GUI thread.

torch is loaded on a thread of its own after the window has been shown; what is submitted before waits until then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.window.platform.log import log
from app.window.widgets.language import localised

if TYPE_CHECKING:
    from engine.jobs.worker import Task, Worker


def _nothing(*_: Any) -> None:
    pass


@dataclass(frozen=True)
class Request:
    """One job. ``task`` makes the engine's task (it may import torch, it is called once the engine is there).

    Exactly one of ``finished(result)``, ``failed(sentence, details)``, ``cancelled()`` is called, on the GUI thread.
    """

    task: Callable[[], Task]
    finished: Callable[[Any], None] = _nothing
    failed: Callable[[str, str], None] = _nothing
    cancelled: Callable[[], None] = _nothing
    progressed: Callable[[Any], None] = _nothing
    urgent: bool = False


class EngineLink(QObject):
    """Owns the worker. ``ready`` is emitted once when it can compute."""

    ready = Signal()
    _event = Signal(object)
    _loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._early: list[Request] = []
        self._closed = False
        self._jobs: dict[int, Request] = {}
        self._event.connect(self._dispatch)
        self._loaded.connect(self._begin)
        self._loader = threading.Thread(target=self._load, name="engine loader", daemon=True)

    def start(self) -> None:
        """Begin to load torch."""
        self._loader.start()

    def submit(self, request: Request) -> None:
        """Queue a job, the newest urgent one first. After ``close`` nothing is taken any more."""
        if self._closed:
            return
        if self._worker:
            self._jobs[self._worker.submit(request.task(), urgent=request.urgent)] = request
        else:
            self._early.append(request)

    def cancel(self, request: Request) -> None:
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
        import engine.jobs.preview
        import engine.jobs.upscaler  # noqa: F401
        from engine.jobs.worker import Worker

        self._loaded.emit(Worker(self._event.emit))

    def _begin(self, worker: Worker) -> None:
        self._worker = worker
        for request in self._early:
            self.submit(request)
        self._early.clear()
        self.ready.emit()

    def _dispatch(self, event: Any) -> None:
        from engine.jobs.worker import Cancelled, Failed, Finished, Progressed

        if self._closed:
            return
        request = self._jobs[event.job] if isinstance(event, Progressed) else self._jobs.pop(event.job)
        match event:
            case Progressed():
                request.progressed(event.report)
            case Finished():
                request.finished(event.result)
            case Failed():
                log.error("%s\n%s", event.sentence, event.details)
                request.failed(localised(event.sentence), event.details)
            case Cancelled():
                request.cancelled()
