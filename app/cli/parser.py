"""The words of the command line. Imports nothing heavy, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from app.cli.study_words import add_options as _study
from engine.compute.precision import Precision
from engine.files.formats import Format, SaveOptions
from engine.files.naming import DEFAULT_TEMPLATE, IfExists
from engine.models import catalog
from engine.version import VERSION
from trainer.commands.command_line import add_commands

Command = Callable[[argparse.Namespace], int]

_MODELS = (catalog.NEAREST, catalog.BICUBIC, *catalog.CLEAN)


def make_parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """The parser of ``fourfold`` and the names of its commands.

    Parsed arguments have ``run``, a ``Command`` that takes them, does the work and returns the exit code.
    """
    parser = argparse.ArgumentParser(
        prog="fourfold",
        description="Photos four times as wide and high, by SRResNet and SRGAN.",
        epilog="fourfold COMMAND --help tells more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"Fourfold {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (help_text, add_options, work) in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
        add_options(command)
        command.set_defaults(run=_later(work))
    add_commands(commands)
    return parser, frozenset(commands.choices)


def _later(work: str) -> Command:
    """A command whose module (``package.module:function``) is imported only when it runs."""

    def run(arguments: argparse.Namespace) -> int:
        module, _, function = work.partition(":")
        code: int = getattr(import_module(module), function)(arguments)
        return code

    return run


def _upscale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO|FOLDER")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE|FOLDER", help="default: beside each photo")
    _method_options(parser)
    _size_options(parser)
    _file_options(parser)
    parser.add_argument("--recursive", action="store_true", help="folders within folders too")
    parser.add_argument("--resume", action="store_true", help="skip what an earlier run with the same choices finished")
    parser.add_argument("--shard", type=_shard, metavar="I/N", help="only every N-th photo, beginning with the I-th")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on standard output")


def _method_options(parser: argparse.ArgumentParser) -> None:
    method = parser.add_argument_group("method")
    method.add_argument(
        "--model",
        default=catalog.AUTO,
        metavar="MODEL",
        help=f"{catalog.AUTO}: SRGAN for clean or for real photos, as suits each (default); {', '.join(_MODELS)}, "
        "another id, or a file",
    )
    method.add_argument(
        "--texture",
        type=float,
        metavar="A",
        help="0 faithful (SRResNet) to 1 textured (SRGAN); default: the model's own",
    )
    method.add_argument(
        "--ensemble", action="store_true", help="best quality: mean of eight views, eight times the time"
    )
    _device_options(method)
    method.add_argument(
        "--tile", type=int, metavar="N", help="side of a tile in pixels of the photo (default: by memory)"
    )


def _device_options(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--device", metavar="NAME", help="cpu, cuda, cuda:1, mps, xpu, or part of a name (default: best)"
    )
    parser.add_argument("--precision", default=Precision.AUTO.value, choices=[each.value for each in Precision])


def _size_options(parser: argparse.ArgumentParser) -> None:
    size = parser.add_argument_group("size of the result (one of them)").add_mutually_exclusive_group()
    size.add_argument("--scale", type=float, metavar="F", help="times as wide and high (default 4)")
    size.add_argument("--width", type=int, metavar="PIXELS")
    size.add_argument("--height", type=int, metavar="PIXELS")
    size.add_argument("--long-edge", type=int, metavar="PIXELS")
    size.add_argument("--megapixels", type=float, metavar="M")


def _file_options(parser: argparse.ArgumentParser) -> None:
    file = parser.add_argument_group("file")
    writable = [format.value for format in Format if format.writable]
    file.add_argument("--format", choices=writable, help="default: the photo's")
    lossy = "1 to 100, for formats that lose (default %(default)s)"
    file.add_argument("--quality", type=int, default=SaveOptions().quality, metavar="Q", help=lossy)
    file.add_argument("--depth", type=int, choices=[8, 16], help="bits a channel (default: the photo's)")
    file.add_argument(
        "--no-metadata", action="store_true", help="leave out EXIF, XMP and IPTC; the colour profile stays"
    )
    file.add_argument(
        "--name",
        default=DEFAULT_TEMPLATE,
        metavar="TEMPLATE",
        help="default: %(default)s; also {texture}, {width}, {height}",
    )
    policies = [policy.value for policy in IfExists]
    file.add_argument("--if-exists", default=IfExists.ASK.value, choices=policies)


def _models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    add = actions.add_parser("add", help="check a weights file and copy it among your own models")
    add.add_argument("file", type=Path)
    add.add_argument("--name", help="the id to give it (default: the file's name)")
    actions.add_parser("remove", help="delete one of your own models").add_argument("name")
    parser.add_argument("--json", action="store_true")


def _devices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _verify(parser: argparse.ArgumentParser) -> None:
    _device_options(parser)
    parser.add_argument("--json", action="store_true")


def _bench(parser: argparse.ArgumentParser) -> None:
    _device_options(parser)
    parser.add_argument("--quick", action="store_true", help="smaller pictures, fewer repeats")
    parser.add_argument("--training", action="store_true", help="steps of training instead of upscaling")
    parser.add_argument("--window", action="store_true", help="how quick the window is instead of upscaling")
    parser.add_argument("--begun", type=float, help=argparse.SUPPRESS)  # when the process that asks for this began
    parser.add_argument("--json", action="store_true")


def _shard(text: str) -> tuple[int, int]:
    index, _, count = text.partition("/")
    if not (index.isdigit() and count.isdigit() and 1 <= int(index) <= int(count)):
        raise argparse.ArgumentTypeError(f"a shard is I/N with I from 1 to N, not {text}")
    return int(index), int(count)


_COMMANDS = {
    "upscale": ("make photos four times as wide and high, or any size", _upscale, "app.cli.upscaling:upscale"),
    "models": ("list the models, add and remove your own", _models, "app.cli.listing:models"),
    "devices": ("list what can compute", _devices, "app.cli.listing:devices"),
    "verify": ("prove on this computer that tiles leave no seam", _verify, "app.cli.checking:verify"),
    "study": ("let people judge models blindly, and say which they prefer", _study, "app.cli.studying:study"),
    "bench": ("measure the speed on this computer", _bench, "app.cli.checking:bench"),
}
