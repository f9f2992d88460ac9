"""Runs one command and turns how it ended into an exit code: 0 done, 1 some photos failed, 2 wrong use, 130 stopped."""

from __future__ import annotations

import argparse
import signal
import sys
from importlib import import_module

from engine.errors import FourfoldError

DONE, SOME_FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

MODULES = {
    "upscale": "app.cli.upscaling",
    "models": "app.cli.listing",
    "devices": "app.cli.listing",
    "verify": "app.cli.checking",
    "bench": "app.cli.checking",
}


def run(arguments: argparse.Namespace) -> int:
    """Run the command; its module is imported only now."""
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        command = getattr(import_module(MODULES[arguments.command]), arguments.command)
        code: int = command(arguments)
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
