"""``python -m trainer``: the trainer's commands without the app."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from trainer.commands.command_line import COMMANDS, run
from trainer.commands.table import add_commands


def main(argv: Sequence[str] | None = None) -> int:
    """Parse and run one command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m trainer", description="Train and evaluate Fourfold's models.")
    words = sys.argv[1:] if argv is None else argv
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"), COMMANDS, words)
    return run(parser.parse_args(words))


if __name__ == "__main__":
    sys.exit(main())
