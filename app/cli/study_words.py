"""The words of ``fourfold study``. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.texts import shown
from trainer.study.design import MOST_RETEST, ORIGINAL
from trainer.study.order import RETEST, SIDE


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the actions and their options; parsed arguments have ``action``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _new(actions.add_parser("new", help="make a study: every method on every photo, under names that tell nothing"))
    _existing(actions.add_parser("show", help="say what a study asks, and how far its raters are"))
    rate = _existing(actions.add_parser("rate", help="rate in the terminal, told which files to look at"))
    rate.add_argument("--rater", required=True, metavar="NAME", help="who rates; goes on where they were")
    merge = _existing(actions.add_parser("merge", help="add the ratings with which copies of a study came back"))
    merge.add_argument("copies", nargs="+", type=Path, metavar="COPY")
    report = _existing(actions.add_parser("report", help="say what people prefer: CSV, and a page for a browser"))
    report.add_argument("--out", type=Path, metavar="FOLDER", help="default: the folder report in the study")


def _existing(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("study", type=Path, metavar="STUDY")
    parser.add_argument("--json", action="store_true", help="JSON on standard output")
    return parser


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help="folder to make")
    photos = parser.add_mutually_exclusive_group(required=True)
    _places(photos, "--originals", "photos that are reduced first, as in the paper")
    _places(photos, "--photos", "photos to upscale as they are")
    parser.add_argument(
        "--model",
        nargs="+",
        default=[],
        help=f"models: nearest, bicubic, srgan, FILE, srresnet+0.4*srgan ..., and {ORIGINAL} with --originals",
    )
    parser.add_argument(
        "--results", nargs="+", default=[], type=_results, metavar="NAME=FOLDER", help="ready results of other methods"
    )
    parser.add_argument("--pairs", action="store_true", help="ask which of two is better, instead of for scores")
    _places(parser, "--calibration", "originals that show what 1 and 5 mean (default: our samples)")
    parser.add_argument(
        "--crop", type=int, default=SIDE, metavar="PIXELS", help="of a result at most, 0 for all (default %(default)s)"
    )
    parser.add_argument(
        "--at",
        nargs="+",
        default=[],
        type=_corner,
        metavar="NAME=LEFT,TOP",
        help="where a photo's crop is",
    )
    parser.add_argument("--retest", type=_share, default=RETEST, help="share that comes twice (default %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the random orders (default 0)")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda ... (default auto)")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def _places(parser: argparse._ActionsContainer, name: str, text: str) -> None:
    parser.add_argument(name, nargs="+", type=Path, metavar="PHOTO|FOLDER", help=text)


def _results(text: str) -> tuple[str, Path]:
    name, equals, folder = text.partition("=")
    if not (name and equals and folder):
        raise argparse.ArgumentTypeError(f"results are given as NAME=FOLDER, not as {shown(text)}")
    return name, Path(folder)


def _corner(text: str) -> tuple[str, tuple[int, int]]:
    name, _, place = text.rpartition("=")
    left, _, top = place.partition(",")
    if not (name and left.isdecimal() and top.isdecimal()):
        raise argparse.ArgumentTypeError(f"a crop's place is given as NAME=LEFT,TOP, not as {shown(text)}")
    return name, (int(left), int(top))


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= MOST_RETEST:
        raise argparse.ArgumentTypeError(f"it is a share from 0 to {MOST_RETEST}, not {shown(text)}")
    return share
