"""The trainer's commands: their arguments here, without torch; their work is imported when one runs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from engine.errors import FourfoldError
from trainer.cookbook import COOKBOOK, recipe_named
from trainer.dataset import PROBLEMS
from trainer.errors import BadRecipe, TrainingFailed
from trainer.recipes import Recipe, from_toml, with_settings


def add_commands(commands: Any) -> None:
    """Add the trainer's commands to an ``argparse`` subparsers object. Each sets ``run``, a function of the parsed arguments that
    returns the exit status.
    """
    _add_train(commands.add_parser("train", help="train a model on a folder of photos, or continue a training"))


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--photos", type=Path, help="folder of photos to learn from")
    parser.add_argument("--out", type=Path, help="folder for the new training")
    parser.add_argument("--resume", type=Path, metavar="RUN", help="continue the training in this folder")
    parser.add_argument("--recipe", default="srresnet", help=f"{', '.join(COOKBOOK)}, or a TOML file")
    parser.add_argument("--set", action="append", default=[], metavar="PART.NAME=VALUE", help="change the recipe")
    parser.add_argument("--from", dest="base", type=Path, help="weights, or the folder of a training, to begin from")
    parser.add_argument("--valid", type=Path, help="folder of photos to choose by; else some are held out")
    parser.add_argument("--replay", type=Path, help="folder of photos mixed in so that they are not forgotten")
    parser.add_argument("--vgg19", type=Path, help="file of VGG19's weights; else they are downloaded if needed")
    parser.add_argument("--minutes", type=float, help="end by the clock instead of the recipe's steps")
    parser.add_argument("--seed", type=int, default=None, help="of all chance (default 0)")
    parser.add_argument("--device", default=None, help="auto, cpu, cuda, cuda:1 ... (default auto)")
    parser.add_argument("--threads", type=int, help="processor threads (default: all cores)")
    parser.add_argument("--keep", action="append", default=[], choices=PROBLEMS[2:], help="use such photos all the same")
    parser.add_argument("--licence", default="", help="licence for the card of the weights")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")
    parser.set_defaults(run=_train)


def _train(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    from trainer import events
    from trainer.run_folder import Order, RunFolder

    listener = events.print_json if arguments.json else events.Terminal()
    if arguments.resume:
        run = RunFolder(arguments.resume)
        changes = {name: getattr(arguments, name) for name in ("photos", "valid", "replay", "vgg19", "minutes", "device")}
        order = run.order(**changes)
    else:
        if not arguments.photos or not arguments.out:
            raise BadRecipe("A training needs --photos and --out, or --resume.")
        order = Order(
            photos=arguments.photos,
            recipe=_recipe(arguments),
            base=arguments.base,
            valid=arguments.valid,
            replay=arguments.replay,
            vgg19=arguments.vgg19,
            minutes=arguments.minutes,
            seed=arguments.seed or 0,
            device=arguments.device or "auto",
            keep=tuple(arguments.keep),
            licence=arguments.licence,
        )
        run = RunFolder.create(arguments.out, order)
    return _run_training(run, order, events.Events(events.log_to(run.log), listener), arguments.threads)


def _run_training(run: Any, order: Any, events: Any, threads: int | None) -> int:
    import torch

    from trainer.distributed import world
    from trainer.events import Events, stop_signal
    from trainer.preparation import prepare

    stop = stop_signal()
    if threads:
        torch.set_num_threads(threads)
    try:
        with world() as joined:
            prepare(run, order, events if joined.first else Events(), joined).train(stop)
    except torch.OutOfMemoryError:
        events.say("failed", text="Memory ran out; resume with a smaller data.batch or data.patch.")
        return 1
    except TrainingFailed as error:
        events.say("failed", text=str(error))
        return 1
    return 0


def _recipe(arguments: argparse.Namespace) -> Recipe:
    file = Path(arguments.recipe)
    if file.suffix == ".toml":
        try:
            recipe = from_toml(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise BadRecipe(f"The recipe {file} cannot be read: {error.strerror}.") from error
    else:
        recipe = recipe_named(arguments.recipe)
    return with_settings(recipe, arguments.set)


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command; an error a person can act on goes to standard error as one sentence."""
    try:
        status: int = arguments.run(arguments)
    except FourfoldError as error:
        print(error, file=sys.stderr)
        return 1
    return status
