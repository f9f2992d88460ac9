"""The words of ``depth``. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.commands import numbers

_PAPER_BLOCKS = (1, 2, 4, 8, 16, 32)
"""Numbers of residual blocks; the paper's networks have 16."""
_MOST_BLOCKS = 256
"""Of a generator."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``depth``."""
    parser.add_argument("--photos", type=Path, required=True, help="folder of photos to learn from")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the trainings and the figure; the same command goes on"
    )
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=numbers.minutes, help="for all networks together, each the same steps")
    length.add_argument("--steps", type=numbers.steps, help="for each network, however long that takes")
    parser.add_argument(
        "--blocks", nargs="+", type=_blocks, default=_PAPER_BLOCKS, metavar="B", help="default: 1 2 4 8 16 32"
    )
    parser.add_argument("--data", type=Path, help="set to measure PSNR on (default: some photos are held out)")
    parser.add_argument("--recipe", default="srresnet", help="as of train (default %(default)s; paper: srresnet-mse)")
    parser.add_argument("--set", action="append", default=[], metavar="PART.NAME=VALUE", help="change the recipe")
    parser.add_argument("--seed", type=numbers.seed, default=0, help="of all chance (default 0)")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 (default auto)")
    parser.add_argument("--threads", type=numbers.threads, help="CPU threads (default: all cores)")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")


def _blocks(text: str) -> int:
    return numbers.whole(text, 0, _MOST_BLOCKS)
