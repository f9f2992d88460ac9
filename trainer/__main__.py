"""``python -m trainer``: the trainer's commands without the app."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from trainer.commands.command_line import add_commands, run


def main(argv: Sequence[str] | None = None) -> int:
    """Parse and run one command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m trainer", description="Train and evaluate Fourfold's models.")
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    return run(parser.parse_args(argv))


if __name__ == "__main__":
    sys.exit(main())
