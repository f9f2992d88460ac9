"""The words of ``fourfold upscale``. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.words import device_options
from engine.files.formats import Format, SaveOptions
from engine.files.naming import DEFAULT_TEMPLATE, IfExists
from engine.models import catalog

_MODELS = (catalog.NEAREST, catalog.BICUBIC, *catalog.CLEAN)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``fourfold upscale``."""
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO|FOLDER")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE|FOLDER", help="default: beside each photo")
    _method_options(parser)
    _size_options(parser)
    _file_options(parser)
    _cluster_options(parser)
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
        help=f"{catalog.AUTO}: SRGAN for clean or for real photos, SRResNet for text, as suits each (default); "
        f"{', '.join(_MODELS)}, another id, or a file",
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
    device_options(method)
    method.add_argument(
        "--tile", type=int, metavar="N", help="side of a tile in pixels of the photo (default: by memory)"
    )


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


def _cluster_options(parser: argparse.ArgumentParser) -> None:
    cluster = parser.add_argument_group("several workers (one of them)").add_mutually_exclusive_group()
    cluster.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="share the photos out over N processes here: one a graphics card, or equal shares of the cores",
    )
    cluster.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="share them out over the workers of a Dask cluster, such as tcp://server:8786",
    )


def _count(text: str) -> int:
    if not (text.isdigit() and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"a number of workers is 1 or more, not {text}")
    return int(text)


def _shard(text: str) -> tuple[int, int]:
    index, _, count = text.partition("/")
    if not (index.isdigit() and count.isdigit() and 1 <= int(index) <= int(count)):
        raise argparse.ArgumentTypeError(f"a shard is I/N with I from 1 to N, not {text}")
    return int(index), int(count)
