"""Runs one command and turns how it ended into an exit code: 0 done, 1 some photos failed, 2 wrong use, 130 stopped."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import suppress
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


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command."""
    listen_for_stops()
    try:
        with logging_faults():
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


def listen_for_stops() -> None:
    """Let Ctrl-C, a request to end and a closed terminal stop the work once, and in order. A signal that was ignored
    when this process began, as ``nohup`` does it, stays so."""
    stop = _Stop()
    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


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


class _Stop:
    """What a signal does: the first one stops the work, the second is answered, the third ends the process at once."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self._count += 1
        if self._count == 1:
            raise KeyboardInterrupt
        if self._count == 2:
            _say_within_a_signal("Stopping: what is half done is being removed. Once more ends it at once.")
            return
        _say_within_a_signal(STOPPED)
        os._exit(INTERRUPTED)


def _say(text: str) -> None:
    """On standard error, which is gone where the terminal is."""
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def _say_within_a_signal(text: str) -> None:
    """Past Python's buffer, which may be in use at this moment."""
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())
