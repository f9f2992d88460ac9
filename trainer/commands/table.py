"""Commands by name, each with the places of its words and of its work, so that a command imports its own alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Work = Callable[[argparse.Namespace], int]


@dataclass(frozen=True)
class Command:
    """One command. ``words`` is the place (``package.module:function``) of what adds its options to a parser; ``work``
    that of what takes the parsed arguments, does the work and returns the exit code.
    """

    help: str
    words: str
    work: str


def add_commands(parsers: Any, table: Mapping[str, Command], asked: Iterable[str] | None = None) -> None:
    """Add the commands of a table to an ``argparse`` subparsers object; parsed arguments have ``run``, a ``Work``.

    ``asked`` are the arguments of this process: only the first command among them gets its options. None gives all of
    them theirs.
    """
    wanted = table if asked is None else [next((word for word in asked if word in table), "")]
    for name, command in table.items():
        parser = parsers.add_parser(name, help=command.help, description=f"{command.help.capitalize()}.")
        parser.set_defaults(run=_later(command.work))
        if name in wanted:
            _at(command.words)(parser)


def _later(work: str) -> Work:
    """Work whose module is imported only when it is done."""

    def run(arguments: argparse.Namespace) -> int:
        code: int = _at(work)(arguments)
        return code

    return run


def _at(place: str) -> Callable[[Any], Any]:
    module, _, function = place.partition(":")
    found: Callable[[Any], Any] = getattr(import_module(module), function)
    return found
