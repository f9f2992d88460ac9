"""Work done ahead on a second thread, so that reading, computing and writing overlap."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


def prefetch(items: Iterator[Item], depth: int = 2) -> Iterator[Item]:
    """The same items, up to ``depth`` of them made before they are asked for, by a thread of their own.

    An error of ``items`` is raised here. Closing this generator stops the thread after the item it is making.
    """
    handover: _Handover[Item] = _Handover(depth)
    thread = threading.Thread(target=handover.fill, args=(items,), name="prefetch", daemon=True)
    thread.start()
    try:
        yield from handover.taken()
    finally:
        handover.close()
        thread.join()


@dataclass(frozen=True)
class _End:
    """Behind the last item; ``error`` is what ended the items too early."""

    error: BaseException | None = None


class _Handover(Generic[Item]):
    """Between the thread that makes items and the one that uses them; at most ``depth`` items wait in it."""

    def __init__(self, depth: int) -> None:
        self._made: queue.Queue[Item | _End] = queue.Queue(depth)
        self._closed = threading.Event()

    def fill(self, items: Iterator[Item]) -> None:
        """Put all items in, until it is closed. Runs on the thread that makes them."""
        try:
            for item in items:
                self._put(item)
                if self._closed.is_set():
                    return
            self._put(_End())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the items are used
            self._put(_End(error))

    def taken(self) -> Iterator[Item]:
        """Take the items out in order; raises the error that ended them."""
        while not isinstance(made := self._made.get(), _End):
            yield made
        if made.error is not None:
            raise made.error

    def close(self) -> None:
        """No more items are wanted."""
        self._closed.set()

    def _put(self, made: Item | _End) -> None:
        while not self._closed.is_set():
            with suppress(queue.Full):
                self._made.put(made, timeout=0.1)
                return
