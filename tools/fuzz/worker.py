"""A process that tries files one by one, and is ended and started again where one takes too long or too much."""

from __future__ import annotations

import multiprocessing
import os
import time
import traceback
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import psutil

Trial = Callable[[Path, Path, int], str]
"""Tries the file of that path and number, with a path to save to; returns how it ended. A function of a module."""

_LOOK = 0.02
"""Seconds between two looks at the memory of the process."""


_PATIENCE = 12
"""How many times its seconds a file may take by the clock, because other programs are busy or it waits for nothing."""


class Limits(NamedTuple):
    """What one file may take: seconds of the processor, and bytes of memory beside what the process takes anyway."""

    seconds: float = 5.0
    memory: int = 1 << 30


LIMITS = Limits()
"""As they are promised."""


class Outcome(NamedTuple):
    """How one file ended. What is no ``end`` of the trial's is a finding: ``foreign`` (an exception), ``hang``,
    ``memory``, ``died``."""

    kind: str
    details: str = ""
    seconds: float = 0.0

    @property
    def is_finding(self) -> bool:
        """Whether it should not be."""
        return self.kind in ("foreign", "hang", "memory", "died")


class Worker:
    """A context manager. ``tried`` is how a file ended."""

    def __init__(self, trial: Trial, limits: Limits) -> None:
        self._trial, self._limits = trial, limits

    def __enter__(self) -> Worker:
        self._start()
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def tried(self, path: Path, target: Path, number: int) -> Outcome:
        """Try a file."""
        begun = time.monotonic()
        self._connection.send((path, target, number))
        kind = self._watched(begun)
        try:
            outcome = Outcome(kind) if kind else Outcome(*self._connection.recv())
        except EOFError:
            self._process.join()
            outcome = Outcome("died", f"exit code {self._process.exitcode}")
        if kind or outcome.kind == "died":
            self._end()
            self._start()
        return outcome._replace(seconds=time.monotonic() - begun)

    def _watched(self, begun: float) -> str:
        """Wait for an answer; returns which limit was passed, if one was."""
        process = psutil.Process(self._process.pid)
        try:
            worked = _worked(process)
            while not self._connection.poll(_LOOK):
                waited = (time.monotonic() - begun) / _PATIENCE
                if max(waited, _worked(process) - worked) > self._limits.seconds:
                    return "hang"
                if process.memory_info().rss - self._idle > self._limits.memory:
                    return "memory"
        except psutil.NoSuchProcess:
            return ""
        return ""

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, inside = context.Pipe()
        self._process = context.Process(target=_serve, args=(inside, self._trial), daemon=True)
        self._process.start()
        inside.close()
        self._connection.recv()  # it has imported what it needs
        self._idle = psutil.Process(self._process.pid).memory_info().rss

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _worked(process: psutil.Process) -> float:
    """Seconds of the processor that it has taken."""
    times = process.cpu_times()
    return times.user + times.system


def _serve(connection: Connection, trial: Trial) -> None:
    """In the process: try files until the other side is gone. A warning of Python is no sentence for a person."""
    os.environ["VIPS_WARNING"] = "0"
    warnings.simplefilter("error")
    connection.send("ready")
    while True:
        try:
            path, target, number = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send((trial(path, target, number), ""))
        except Exception:  # noqa: BLE001 - what is looked for
            connection.send(("foreign", traceback.format_exc()))
