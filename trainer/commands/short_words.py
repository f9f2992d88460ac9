"""The words of the commands that have few; each function adds the options of the command of its name."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.metrics.vgg_file import SIZE


def report(parser: argparse.ArgumentParser) -> None:
    """Draw a training as one page."""
    _training(parser)


def verdict(parser: argparse.ArgumentParser) -> None:
    """Judge a fine-tune."""
    _training(parser)
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def keep(parser: argparse.ArgumentParser) -> None:
    """Make a model of a fine-tune."""
    _training(parser)
    parser.add_argument("--name", required=True, help="of the model")
    parser.add_argument("--mix", type=float, metavar="SHARE", help="of the fine-tune, 0 to 1 (default: by the verdict)")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def features(parser: argparse.ArgumentParser) -> None:
    """Find or fetch the weights of VGG19."""
    parser.add_argument("--download", action="store_true", help=f"fetch them, {SIZE / 1e6:.0f} MB")
    parser.add_argument("--url", help="where from (default: torchvision's server)")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def _training(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("training", type=Path, metavar="RUN", help="folder of the training")
