"""How a command that speaks in events says that it failed."""

from __future__ import annotations

import argparse
from functools import wraps

from engine.errors import FourfoldError
from trainer.commands.table import Work
from trainer.events import WorkFailed
from trainer.listeners import print_json


def telling(work: Work) -> Work:
    """The command; with ``--json`` its error is an event, ``failed``, instead of a sentence on standard error."""

    @wraps(work)
    def run(arguments: argparse.Namespace) -> int:
        try:
            return work(arguments)
        except FourfoldError as error:
            if not arguments.json:
                raise
            print_json(WorkFailed(error.sentence))
            return 1

    return run
