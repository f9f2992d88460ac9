"""The process that computes on a card, from outside: tiles go in, results come out in their order, or it is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from engine.compute.cards import CHILD
from engine.compute.cards.wire import LIST, Order, Tiles, read_tiles, write_order, write_tiles

PATIENCE = 120.0
"""Seconds without an answer after which a process is given up. A tile takes a card less than two, or else its driver is
reset by the system; before the first one, drivers may compile for half a minute."""
LISTING_PATIENCE = 20.0
"""Seconds that listing the cards may take; drivers answer within one."""

_LAST_WAIT = 5.0
"""Seconds that a process is given to end once it has been told to."""


class Lost(Exception):
    """The process has ended, or does not answer any more."""


class CardProcess:
    """One order's process; it begins at once. Results come in the order of their tiles and are asked for in any."""

    def __init__(self, order: Order, weights: bytes) -> None:
        self._dtype = order.dtype
        self._sent = self._received = 0
        self._unclaimed: dict[int, Tiles] = {}
        self._incoming: SimpleQueue[Tiles | None] = SimpleQueue()
        self._outgoing: SimpleQueue[Tiles | None] = SimpleQueue()
        self._process = _begun()
        self._threads = [
            threading.Thread(target=self._write_all, args=(order, weights), name="to the card", daemon=True),
            threading.Thread(target=self._read_all, name="from the card", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def send(self, tiles: Tiles) -> int:
        """Hand tiles (N, 3, h, w) over without waiting; returns the number of their result."""
        self._outgoing.put(tiles)
        self._sent += 1
        return self._sent

    def result(self, number: int) -> Tiles:
        """The result of that number, once: (N, 3, scale * h, scale * w), or NO_MEMORY. Raises Lost."""
        while number not in self._unclaimed:
            received = self._next()
            self._received += 1
            self._unclaimed[self._received] = received
        return self._unclaimed.pop(number)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # a driver may hold it where no signal reaches
            self._process.wait(_LAST_WAIT)
        self._outgoing.put(None)
        for thread in self._threads:
            if thread is not threading.current_thread():  # which may be looking for garbage, and found us
                thread.join(_LAST_WAIT)

    def _next(self) -> Tiles:
        try:
            received = self._incoming.get(timeout=PATIENCE)
        except Empty:
            received = None
        if received is None:
            self.end()
            self._incoming.put(None)  # whoever waits for another result is lost as well
            raise Lost
        return received

    def _read_all(self) -> None:
        assert self._process.stdout
        with self._process.stdout as pipe, suppress(EOFError, OSError):
            while True:
                self._incoming.put(read_tiles(pipe, self._dtype))
        self._incoming.put(None)

    def _write_all(self, order: Order, weights: bytes) -> None:
        assert self._process.stdin
        with suppress(OSError), self._process.stdin as pipe:
            write_order(pipe, order, weights)
            while (tiles := self._outgoing.get()) is not None:
                write_tiles(pipe, tiles)


class Listing:
    """A process that lists the cards of a kind; it begins at once."""

    def __init__(self, kind: str) -> None:
        self._process = _begun(LIST, kind)

    def lines(self) -> list[bytes]:
        """What it says, once: a line of JSON for each card; none where its driver holds it up."""
        try:
            return self._process.communicate(timeout=LISTING_PATIENCE)[0].splitlines()
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            return []


def command() -> list[str]:
    """What starts the child: the same program. Built for Windows, the window's own has no standard output, so the
    command line beside it is taken.
    """
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "engine.compute.cards.child"]
    program = Path(sys.executable)
    command_line = program.with_name(f"fourfold-cli{program.suffix}")
    return [str(command_line if command_line.exists() else program), CHILD]


def _begun(*arguments: str) -> subprocess.Popen[bytes]:
    """The child, apart from the terminal, so that a Ctrl-C there is for us alone."""
    return subprocess.Popen(
        [*command(), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    """Ours; from source, with the place of our packages, wherever the person stands."""
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        ours = str(Path(__file__).parents[3])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [ours, environment.get("PYTHONPATH")]))
    return environment
