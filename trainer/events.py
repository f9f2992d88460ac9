"""What a training says while it runs: one dictionary an event, into the run's log, as JSON lines, or on a terminal.

Events, by ``event``: ``started`` (device, threads, photos, parameters) · ``reading`` (done, total) · ``step`` (step,
steps, seconds, left, learning_rate, losses) · ``validation`` (step, psnr, consistency, perceptual where VGG19 is there)
· ``saved`` (step, path) · ``warning`` (text) · ``finished`` (step, seconds, weights) · ``stopped`` (step) · ``failed``
(text).
"""

from __future__ import annotations

import json
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

Event = dict[str, Any]
Listener = Callable[[Event], None]


class Events:
    """Hands every event to every listener, in order."""

    def __init__(self, *listeners: Listener) -> None:
        self.listeners = list(listeners)

    def say(self, event: str, **facts: Any) -> None:
        """Tell all listeners."""
        for listener in self.listeners:
            listener({"event": event, **facts})


def log_to(path: Path) -> Listener:
    """Append events to a file of JSON lines; ``reading`` is left out. A full disk loses lines, not the training."""

    def listen(event: Event) -> None:
        if event["event"] == "reading":
            return
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(event) + "\n")
        except OSError as error:
            print(f"The log was not written: {error.strerror}.", file=sys.stderr)

    return listen


def print_json(event: Event) -> None:
    """One JSON line on standard output."""
    print(json.dumps(event), flush=True)


def read_log(path: Path) -> list[Event]:
    """All whole lines of a log; a line cut short by a crash is left out."""
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            events.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return events


def stop_signal() -> threading.Event:
    """An event that is set when the training should save and stop: on Ctrl-C, on termination, or when standard input
    is a pipe and its other end closes. Call it from the main thread.
    """
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    if sys.stdin is not None and stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode):
        threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
    return stop


def _wait_for_end_of_input(stop: threading.Event) -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop.set()
