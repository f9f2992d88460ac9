"""``fourfold verify`` and ``fourfold bench``."""

from __future__ import annotations

import argparse
import json

from app.cli.running import DONE, SOME_FAILED
from engine.devices import Precision, find
from engine.verification import verify as checks


def verify(arguments: argparse.Namespace) -> int:
    """Check this computer; exit code 1 where a check fails."""
    device = find(arguments.device)
    failures = 0
    for check in checks(device, Precision(arguments.precision)):
        failures += not check.passed
        if arguments.json:
            print(json.dumps(vars(check)), flush=True)
        else:
            print(f"{'ok  ' if check.passed else 'FAIL'}  {check.name}: {check.sentence}", flush=True)
    return SOME_FAILED if failures else DONE
