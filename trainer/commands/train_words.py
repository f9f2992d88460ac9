"""The words of ``train``. No torch."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.commands.numbers import minutes, seed, steps, threads
from trainer.commands.ordering import DEFAULT_RECIPE
from trainer.data.problems import OVERRULABLE
from trainer.recipes.cookbook import COOKBOOK


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``train``."""
    parser.add_argument("--photos", type=Path, help="folder of photos to learn from")
    parser.add_argument("--out", type=Path, help="folder for the new training")
    parser.add_argument("--time", action="store_true", help="only time ten steps, and say how long it would take")
    parser.add_argument("--resume", type=Path, metavar="RUN", help="continue the training in this folder")
    parser.add_argument(
        "--more", type=steps, metavar="STEPS", help="with --resume: so many more steps, also where it has ended"
    )
    parser.add_argument("--recipe", help=f"{', '.join(COOKBOOK)}, or a TOML file (default {DEFAULT_RECIPE})")
    parser.add_argument("--set", action="append", default=[], metavar="PART.NAME=VALUE", help="change the recipe")
    parser.add_argument("--from", dest="base", help="model, weights file, or folder of a training, to begin from")
    parser.add_argument(
        "--change",
        nargs=2,
        default=[],
        metavar=("BEFORE", "AFTER"),
        help="add to the weights of --from what has changed between two others: srgan with the change from srresnet to "
        "srresnet-photo is where srgan-photo begins",
    )
    parser.add_argument("--valid", type=Path, help="folder of photos to choose by; else some are held out")
    parser.add_argument(
        "--replay",
        type=Path,
        help="folder of photos mixed in so that they are not forgotten, or bundled: those that come with Fourfold",
    )
    parser.add_argument(
        "--store",
        type=Path,
        metavar="FOLDER",
        help="for more photos than memory holds: lay them down here once, and read them from disk while training",
    )
    parser.add_argument(
        "--teacher",
        metavar="MODEL",
        help="model or weights file, also of another program, whose results are learnt from beside the photos",
    )
    parser.add_argument("--vgg19", type=Path, help="file of VGG19's weights; else they are downloaded if needed")
    parser.add_argument("--niqe", type=Path, help="file of NIQE's published parameters (.npz), to choose by it too")
    parser.add_argument(
        "--minutes", type=minutes, help="end by the clock, after so many minutes in all, instead of the recipe's steps"
    )
    parser.add_argument("--seed", type=seed, help="of all chance (default 0)")
    parser.add_argument("--device", default=None, help="auto, cpu, cuda, cuda:1 (default auto)")
    parser.add_argument("--threads", type=threads, help="CPU threads (default: all cores)")
    parser.add_argument(
        "--keep", action="append", default=[], choices=[*map(str, OVERRULABLE)], help="use such photos all the same"
    )
    parser.add_argument("--leave-out", type=Path, metavar="FILE", help="text file of photos not to use, one a line")
    parser.add_argument(
        "--compile",
        choices=("auto", "never", "always", "graphs"),
        help="torch.compile: where it pays (auto, the default), or as told; graphs: on CUDA, with captured graphs",
    )
    parser.add_argument("--licence", default="", help="licence for the card of the weights")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")
    parser.add_argument(
        "--stop-with-stdin", action="store_true", help="save and stop when standard input ends, for a program behind it"
    )
