"""Runs one command and turns how it ended into an exit code: 0 done, 1 some photos failed, 2 wrong use, 130 stopped."""

from __future__ import annotations

import _thread
import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from app.log import log, log_file, logging_faults
from engine.errors import DeviceError, FourfoldError
from engine.jobs.faults import told

DONE, SOME_FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
_STOPS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
LIGHT = {"models"}
"""Commands that need no torch."""
LEAST_ADDRESSES = 1_600_000_000
"""Bytes of addresses that Python, torch and libvips take with all their threads for a small photo: 1.5 GB, measured.
With fewer GLib ends the process now and then, without a word of ours."""
STOPPED = "Stopped. What was finished stays."
_SOON = 0.01
"""Seconds after which a stop that was dropped comes again."""


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command."""
    stop = listen_for_stops()
    try:
        with stop.heard_everywhere(), logging_faults():
            return _run(arguments)
    except KeyboardInterrupt:
        _ignore_stops()  # Python's own end would answer them with a death by signal
        _say(STOPPED)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _run(arguments: argparse.Namespace) -> int:
    try:
        if arguments.command not in LIGHT:
            check_memory_limit()
        code: int = arguments.run(arguments)
    except FourfoldError as error:
        _say(str(error))
        return WRONG_USE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the border: a person is told a sentence, the log the traceback
        log.error("The command broke off.", exc_info=error)
        _say(f"{told(error)} The log knows more: {log_file()}.")
        return SOME_FAILED
    return code


def listen_for_stops() -> Stop:
    """Let Ctrl-C, a request to end and a closed terminal stop the work once, and in order. A signal that was ignored
    when this process began, as ``nohup`` does it, stays so."""
    stop = Stop()
    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
    return stop


def check_memory_limit() -> None:
    """Raise DeviceError where this process is limited to so little that torch would end it while it loads."""
    if sys.platform == "win32":
        return
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < LEAST_ADDRESSES:
        raise DeviceError(
            "This process is limited to {limit:.1f} GB of memory (ulimit -v); Fourfold needs {least:.1f} GB to begin.",
            limit=limit / 1e9,
            least=LEAST_ADDRESSES / 1e9,
        )


def _ignore_stops() -> None:
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)


class Stop:
    """What a signal does: the first one stops the work, the second is answered, the third ends the process at once."""

    def __init__(self) -> None:
        self._count = 0
        self._number = int(signal.SIGINT)

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self._count += 1
        if self._count == 1:
            self._number = number
            raise KeyboardInterrupt
        if self._count == 2:
            _say_within_a_signal("Stopping: what is half done is being removed. Once more ends it at once.")
            return
        _say_within_a_signal(STOPPED)
        os._exit(INTERRUPTED)

    @contextmanager
    def heard_everywhere(self) -> Iterator[None]:
        """Meanwhile a stop that falls into a finaliser or a callback, where Python drops it, comes again soon after."""
        before = sys.unraisablehook

        def dropped(unraisable: sys.UnraisableHookArgs) -> None:
            if unraisable.exc_type is not KeyboardInterrupt:
                before(unraisable)
                return
            self._count = 0
            threading.Timer(_SOON, _thread.interrupt_main, (self._number,)).start()

        sys.unraisablehook = dropped
        try:
            yield
        finally:
            sys.unraisablehook = before


def _say(text: str) -> None:
    """On standard error, which is gone where the terminal is."""
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def _say_within_a_signal(text: str) -> None:
    """Past Python's buffer, which may be in use at this moment."""
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())
