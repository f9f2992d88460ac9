"""Runs one command and turns how it ended into an exit code: 0 done, 1 some photos failed, 2 wrong use, 130 stopped."""

from __future__ import annotations

import argparse
import signal
import sys

from engine.errors import FourfoldError

DONE, SOME_FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code: int = arguments.run(arguments)
    except FourfoldError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("Stopped. What was finished stays.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    return code
