"""The commands of the command line. Imports nothing heavy: ``table`` brings what a command needs."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from engine.version import VERSION
from trainer.commands.command_line import COMMANDS as TRAINING
from trainer.commands.table import Command, add_commands

_WORDS = "app.cli.words"
COMMANDS = {
    "upscale": Command(
        "make photos four times as wide and high, or any size",
        "app.cli.upscale_words:add_options",
        "app.cli.upscaling:upscale",
    ),
    "models": Command("list the models, add and remove your own", f"{_WORDS}:models", "app.cli.listing:models"),
    "devices": Command("list what can compute", f"{_WORDS}:devices", "app.cli.listing:devices"),
    "verify": Command("prove on this computer that tiles leave no seam", f"{_WORDS}:verify", "app.cli.checking:verify"),
    "study": Command(
        "let people judge models blindly, and say which they prefer",
        "app.cli.study_words:add_options",
        "app.cli.studying:study",
    ),
    "bench": Command("measure the speed on this computer", f"{_WORDS}:bench", "app.cli.checking:bench"),
    **TRAINING,
}


def make_parser(asked: Iterable[str] | None = None) -> argparse.ArgumentParser:
    """The parser of ``fourfold``; parsed arguments have ``run``, which takes them, does the work and returns the exit
    code. Only the command that is first among the arguments ``asked`` has its options, all of them where it is None.
    """
    parser = argparse.ArgumentParser(
        prog="fourfold",
        description="Photos four times as wide and high, by SRResNet and SRGAN.",
        epilog="fourfold COMMAND --help tells more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"Fourfold {VERSION}")
    add_commands(parser.add_subparsers(dest="command", metavar="COMMAND", required=True), COMMANDS, asked)
    return parser
