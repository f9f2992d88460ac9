"""The process that computes on a card. A driver may end it at any moment, and nothing but it.

It imports no torch. Tiles come in on a thread of their own and results leave on another, while the next one computes.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

import numpy as np

from engine.compute.cards.runtimes import ComputeFailed, Runtime, runtime
from engine.compute.cards.wire import LIST, NO_MEMORY, Order, Tiles, read_order, read_tiles, write_tiles
from engine.texts import to_json

_FAILED = 3
"""This process's exit code where the driver has given something up."""


def main(arguments: Sequence[str]) -> int:
    """List the cards, or compute until standard input ends. Returns an exit code."""
    _ignore_stops()
    results = _own_output()
    if LIST in arguments:
        for card in runtime(arguments[-1]).listed():
            results.write(to_json(card).encode() + b"\n")
        results.flush()
    else:
        _serve(sys.stdin.buffer, results)
    _end(0)
    return 0


def _serve(orders: IO[bytes], results: IO[bytes]) -> None:
    """Compute what comes, in its order."""
    order, weights = read_order(orders)
    incoming: SimpleQueue[Tiles] = SimpleQueue()
    outgoing: SimpleQueue[Tiles] = SimpleQueue()
    threading.Thread(target=_read_all, args=(orders, order, incoming), daemon=True).start()
    threading.Thread(target=_write_all, args=(results, outgoing), daemon=True).start()
    try:
        computes = runtime(order.runtime)
        network = computes.load(order, weights)
        while True:
            outgoing.put(_computed(computes, network, incoming.get()).astype(order.dtype))
    except (ComputeFailed, ImportError, RuntimeError):
        _end(_FAILED)


def _computed(computes: Runtime, network: Any, tiles: Tiles) -> Tiles:
    """(N, 3, h, w) to (N, 3, scale * h, scale * w) in float32, or NO_MEMORY."""
    try:
        return np.stack([computes.compute(network, planes) for planes in tiles])
    except MemoryError:
        return NO_MEMORY


def _read_all(orders: IO[bytes], order: Order, incoming: SimpleQueue[Tiles]) -> None:
    """Until the pipe ends, and this process with it, whatever it is doing."""
    with suppress(EOFError):
        while True:
            incoming.put(read_tiles(orders, order.dtype))
    _end(0)


def _write_all(results: IO[bytes], outgoing: SimpleQueue[Tiles]) -> None:
    with suppress(OSError):
        while True:
            write_tiles(results, outgoing.get())
    _end(0)


def _own_output() -> IO[bytes]:
    """Standard output for us alone: what drivers print goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def _ignore_stops() -> None:
    """A Ctrl-C in the terminal is for Fourfold, which ends this process by its pipe."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)


def _end(status: int) -> None:
    """At once: what drivers do while a process ends has brought down more than one."""
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
