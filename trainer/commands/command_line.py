"""The trainer's commands, and how one is run. Imports nothing heavy: ``table`` brings what a command needs."""

from __future__ import annotations

import argparse
import sys

from engine.errors import FourfoldError
from trainer.commands.table import Command

_WORDS = "trainer.commands.words"
_WORK, _EVALUATING, _TEACHING = (f"trainer.commands.{name}" for name in ("work", "evaluating", "teaching"))
COMMANDS = {
    "train": Command(
        "train a model on a folder of photos, or continue a training",
        "trainer.commands.train_words:add_options",
        f"{_WORK}:train",
    ),
    "evaluate": Command(
        "score models on photos, beside the paper's figures", f"{_WORDS}:evaluate", f"{_EVALUATING}:evaluate"
    ),
    "depth": Command(
        "compare numbers of residual blocks, with and without the long skip",
        "trainer.commands.depth_words:add_options",
        "trainer.commands.depth:depth",
    ),
    "train-report": Command(
        "draw the curves of a training and how one photo changed", f"{_WORDS}:report", f"{_WORK}:report"
    ),
    "verdict": Command(
        "say whether a fine-tune is better than what it began from", f"{_WORDS}:verdict", f"{_TEACHING}:verdict"
    ),
    "keep": Command("make a model of your own from a fine-tune", f"{_WORDS}:keep", f"{_TEACHING}:keep"),
    "features": Command(
        "say where VGG19's weights are, or download them", f"{_WORDS}:features", f"{_TEACHING}:features"
    ),
}


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command; an error a person can act on goes to standard error as one sentence."""
    try:
        status: int = arguments.run(arguments)
    except FourfoldError as error:
        print(error, file=sys.stderr)
        return 1
    return status
