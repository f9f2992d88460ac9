"""The words of the commands beside ``train``; each function adds the options of the command of its name."""

from __future__ import annotations

import argparse
from pathlib import Path


def evaluate(parser: argparse.ArgumentParser) -> None:
    """Score methods on sets of photos."""
    parser.add_argument(
        "--data", type=Path, nargs="+", required=True, help="folders of photos, or with HR and LR inside"
    )
    parser.add_argument(
        "--model",
        nargs="+",
        default=[],
        help="models: bicubic, srgan, FILE, NAME=FILE, srresnet+0.4*srgan, original ...",
    )
    parser.add_argument(
        "--results", nargs="+", default=[], metavar="NAME=FOLDER", help="ready results of other methods"
    )
    parser.add_argument("--study", type=Path, metavar="FOLDER", help="with --paper: opinion scores of this study")
    parser.add_argument("--vgg19", type=Path, help="file of VGG19's weights, for the VGG19 distance")
    parser.add_argument("--lpips", type=Path, help="file of LPIPS's weights (AlexNet, version 0.1)")
    parser.add_argument("--niqe", type=Path, help="file of NIQE's published parameters (.npz)")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--damage", action="store_true", help="on damaged photos: each damage of the benchmark done to the LR"
    )
    kind.add_argument(
        "--paper",
        action="store_true",
        help="print tables 1 and 2 of the paper with ours beside: nearest, bicubic, the original, all models that are "
        "called as a method of the paper, and those given",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda ... (default auto)")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


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
    from trainer.metrics.vgg_file import SIZE

    parser.add_argument("--download", action="store_true", help=f"fetch them, {SIZE / 1e6:.0f} MB")
    parser.add_argument("--url", help="where from (default: torchvision's server)")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def _training(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("training", type=Path, metavar="RUN", help="folder of the training")
