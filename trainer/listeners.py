"""Who hears the events of a training: its log and standard output; and how a training hears that it shall stop."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

from trainer.event_lines import from_line, to_line
from trainer.events import Listener, ReadingPhotos, TrainerEvent


def log_to(path: Path) -> Listener:
    """Append events to a file of JSON lines, without ``ReadingPhotos``. A full disk loses lines, not the training."""

    def listen(event: TrainerEvent) -> None:
        if isinstance(event, ReadingPhotos):
            return
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(to_line(event) + "\n")
        except OSError as error:
            print(f"The log was not written: {error.strerror}.", file=sys.stderr)

    return listen


def print_json(event: TrainerEvent) -> None:
    """One JSON line on standard output."""
    print(to_line(event), flush=True)


def read_log(path: Path) -> list[TrainerEvent]:
    """All events of a log; a line cut short by a crash is left out, and so is an event of another version."""
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            events.append(from_line(line))
        except ValueError:
            continue
    return events


def stop_signal(*, with_input: bool) -> threading.Event:
    """An event that is set when the training should save and stop: on Ctrl-C, on termination, when its terminal is
    closed (unless ``nohup`` says otherwise), and, where a program stands behind standard input, when that ends. Call it
    from the main thread.
    """
    stop = threading.Event()
    closed = getattr(signal, "SIGHUP", signal.SIGTERM)
    for number in (signal.SIGINT, signal.SIGTERM, closed):
        if number != closed or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: stop.set())
    if with_input and sys.stdin is not None:
        threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
    return stop


def _wait_for_end_of_input(stop: threading.Event) -> None:
    with suppress(OSError):  # the other end may be torn off
        while os.read(sys.stdin.fileno(), 4096):
            pass
    stop.set()
