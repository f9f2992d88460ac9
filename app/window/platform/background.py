"""One thread beside the window for what takes milliseconds: decoding, thumbnails, drawing tiles.

The newest wish goes first, and wishes nobody has any more are dropped before they cost anything.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.log import log
from engine.errors import FourfoldError
from engine.jobs.faults import told

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


class Background(QObject):
    """Calls ``work(key)`` for each key wanted, on its own thread.

    Signals: ``done(key, result)``, on the GUI thread; both are of any type, and a FourfoldError is a result too, made
    of whatever ``work`` raises.
    """

    done = Signal(object, object)

    def __init__(self, work: Callable[[Hashable], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted: list[Hashable] = []
        self._change = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._loop, name="background", daemon=True)
        self._thread.start()

    def want(self, keys: Iterable[Hashable]) -> None:
        """Do these, the first one first, and nothing else."""
        with self._change:
            self._wanted = list(keys)
            self._change.notify()

    def ask(self, key: Hashable) -> None:
        """Do this before all others that wait."""
        with self._change:
            self._wanted = [key, *(other for other in self._wanted if other != key)]
            self._change.notify()

    def close(self) -> None:
        """End the thread after what it is doing."""
        with self._change:
            self._closed = True
            self._change.notify()
        self._thread.join()

    def _loop(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                key = self._wanted.pop(0)
            result = result_of(self._work, key)
            if not self._closed:
                self.done.emit(key, result)


def result_of(work: Callable[[Key], Result], key: Key) -> Result | FourfoldError:
    """What ``work(key)`` gives, or a FourfoldError made of whatever it raises."""
    try:
        return work(key)
    except FourfoldError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the border: a fault of one key must not end the thread
        log.error("%s: the thread beside the window met this.", key, exc_info=error)
        return told(error)
