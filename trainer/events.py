"""What a training says while it runs: one dictionary an event, into the run's log, as JSON lines, or on a terminal.

Events of ``train``, by ``event``:

- ``reading`` (done, total): photos are looked at, then read. ``checked`` (text): what the look at them found.
- ``started`` (recipe, step, device, threads, processes, photos, held_out, base, features)
- ``validation`` (step, scores, sample): at step 0 where it began from a model, whose scores these are, then regularly.
  ``scores`` are means over the held-out photos: psnr (luma, dB), consistency (dB), perceptual (a distance) where there
  are features, and clean psnr and damaged psnr where the recipe damages them. ``sample`` is a picture of one held-out
  crop, relative to the run folder; ``samples/reference.png`` and ``samples/bicubic.png`` are the same crop as it is
  and as bicubic enlarges it. Without held-out photos there is none.
- ``step`` (step, steps, seconds, left, learning_rate, losses): every two seconds or so. ``saved`` (step, path).
- ``warning`` (text): something was not written, and the training goes on.
- The last one: ``finished`` (step, weights, scores, reason: steps, clock or no gain), ``stopped`` (step, weights,
  scores) or ``failed`` (text), with status 1.

``train --time`` ends with ``timed`` (seconds_per_step, seconds_to_start, device, and by length, such as quick: minutes,
steps). ``verdict`` says ``judging`` (done, total) and ends with ``verdict`` (see ``verdict.verdict``), ``keep`` with
``kept`` (name, path), ``features`` with ``features`` (path, "" where they are not there; size), after
``downloading`` (done, total, in bytes). All of them may end with ``failed`` (text) instead, with status 1.

A text is English. ``sentences`` of the same event says how it was made, by the name of the fact: template and values.
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

from engine.sentences import Sentence

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


def to_line(event: Event) -> str:
    """An event as JSON. Beside a sentence, by its name in ``sentences``, stands how to say it in another language."""
    sentences = {name: fact.to_json() for name, fact in event.items() if isinstance(fact, Sentence)}
    return json.dumps({**event, "sentences": sentences} if sentences else event)


def from_line(line: str | bytes) -> Event:
    """The event that ``to_line`` wrote, its sentences as they were. Raises ValueError for any other line."""
    event = json.loads(line)
    if not isinstance(event, dict) or "event" not in event:
        raise ValueError("a line of JSON that is no event")
    sentences = event.pop("sentences", {})
    return event | {name: Sentence.from_json(parts) for name, parts in sentences.items()}


def log_to(path: Path) -> Listener:
    """Append events to a file of JSON lines; ``reading`` is left out. A full disk loses lines, not the training."""

    def listen(event: Event) -> None:
        if event["event"] == "reading":
            return
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(to_line(event) + "\n")
        except OSError as error:
            print(f"The log was not written: {error.strerror}.", file=sys.stderr)

    return listen


def print_json(event: Event) -> None:
    """One JSON line on standard output."""
    print(to_line(event), flush=True)


def read_log(path: Path) -> list[Event]:
    """All whole lines of a log; a line cut short by a crash is left out."""
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            events.append(from_line(line))
        except ValueError:
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
