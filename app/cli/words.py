"""The words of the commands that have few; each function adds the options of the command of its name."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.checks.peers import Peer, peers_named
from engine.compute.precision import Precision
from engine.texts import shown


def models(parser: argparse.ArgumentParser) -> None:
    """List the models, add and remove one's own."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    add = actions.add_parser("add", help="check a weights file and copy it among your own models")
    add.add_argument("file", type=Path)
    add.add_argument("--name", help="the id to give it (default: the file's name)")
    actions.add_parser("remove", help="delete one of your own models").add_argument("name")
    parser.add_argument("--json", action="store_true")


def devices(parser: argparse.ArgumentParser) -> None:
    """List what can compute."""
    parser.add_argument("--json", action="store_true")


def verify(parser: argparse.ArgumentParser) -> None:
    """Check this computer."""
    device_options(parser)
    parser.add_argument("--json", action="store_true")


def bench(parser: argparse.ArgumentParser) -> None:
    """Measure the speed."""
    device_options(parser)
    parser.add_argument("--quick", action="store_true", help="smaller pictures, fewer repeats")
    parser.add_argument("--training", action="store_true", help="steps of training instead of upscaling")
    parser.add_argument("--window", action="store_true", help="how quick the window is instead of upscaling")
    parser.add_argument(
        "--against",
        type=_peers,
        default=(),
        metavar="RUNTIME,...",
        help=f"other runtimes too: {', '.join(Peer)}",
    )
    parser.add_argument("--begun", type=float, help=argparse.SUPPRESS)  # when the process that asks for this began
    parser.add_argument("--json", action="store_true")


def device_options(parser: argparse._ActionsContainer) -> None:
    """Add what computes, and in which number format."""
    parser.add_argument(
        "--device",
        metavar="NAME",
        help="cpu, cuda, cuda:1, mps, xpu, openvino, vulkan, or part of a name (default: best)",
    )
    parser.add_argument("--precision", default=Precision.AUTO.value, choices=[each.value for each in Precision])


def _peers(text: str) -> tuple[Peer, ...]:
    try:
        return peers_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"it is one or more of {', '.join(Peer)}, not {shown(text)}") from error
