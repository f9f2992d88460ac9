"""The trainer's commands: their arguments here, without torch; their work is imported when one runs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import FourfoldError
from engine.sentences import Sentence, why
from trainer import teaching
from trainer.data.problems import OVERRULABLE
from trainer.errors import BadPhotos, BadRecipe, TrainingFailed
from trainer.events import Events, Listener, log_to, print_json, stop_signal
from trainer.metrics.vgg_file import vgg19_file
from trainer.recipes.cookbook import COOKBOOK, FINE_TUNE_CONTRAST, FINE_TUNE_TEXTURED, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import VGG19_LAYERS
from trainer.recipes.toml import from_toml, with_settings
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.teaching import telling

if TYPE_CHECKING:
    from trainer.evaluation.evaluate import PhotoScore


def add_commands(commands: Any) -> None:
    """Add the trainer's commands to an ``argparse`` subparsers object. Each sets ``run``, a function of the parsed
    arguments that returns the exit status.
    """
    _add_train(commands.add_parser("train", help="train a model on a folder of photos, or continue a training"))
    _add_evaluate(commands.add_parser("evaluate", help="score models on photos, beside the paper's figures"))
    report = commands.add_parser("train-report", help="draw the curves of a training and how one photo changed")
    report.add_argument("training", type=Path, metavar="RUN", help="folder of the training")
    report.set_defaults(run=_report)
    teaching.add_commands(commands)


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--photos", type=Path, help="folder of photos to learn from")
    parser.add_argument("--out", type=Path, help="folder for the new training")
    parser.add_argument("--time", action="store_true", help="only time ten steps, and say how long it would take")
    parser.add_argument("--resume", type=Path, metavar="RUN", help="continue the training in this folder")
    parser.add_argument("--recipe", default="srresnet", help=f"{', '.join(COOKBOOK)}, or a TOML file")
    parser.add_argument("--set", action="append", default=[], metavar="PART.NAME=VALUE", help="change the recipe")
    parser.add_argument("--from", dest="base", help="model, weights file, or folder of a training, to begin from")
    parser.add_argument("--valid", type=Path, help="folder of photos to choose by; else some are held out")
    parser.add_argument(
        "--replay",
        type=Path,
        help="folder of photos mixed in so that they are not forgotten, or bundled: those that come with Fourfold",
    )
    parser.add_argument("--vgg19", type=Path, help="file of VGG19's weights; else they are downloaded if needed")
    parser.add_argument(
        "--minutes", type=float, help="end by the clock, after so many minutes in all, instead of the recipe's steps"
    )
    parser.add_argument("--seed", type=int, default=0, help="of all chance (default 0)")
    parser.add_argument("--device", default=None, help="auto, cpu, cuda, cuda:1 (default auto)")
    parser.add_argument("--threads", type=int, help="CPU threads (default: all cores)")
    parser.add_argument(
        "--keep", action="append", default=[], choices=[*map(str, OVERRULABLE)], help="use such photos all the same"
    )
    parser.add_argument("--leave-out", type=Path, metavar="FILE", help="text file of photos not to use, one a line")
    parser.add_argument("--licence", default="", help="licence for the card of the weights")
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output")
    parser.set_defaults(run=telling(_train))


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, nargs="+", required=True, help="folders of photos, or with HR and LR inside"
    )
    parser.add_argument("--model", nargs="+", default=[], help="models: bicubic, srgan, FILE, srresnet+0.4*srgan ...")
    parser.add_argument(
        "--results", nargs="+", default=[], metavar="NAME=FOLDER", help="ready results of other methods"
    )
    parser.add_argument("--vgg19", type=Path, help="file of VGG19's weights, for the VGG19 distance")
    parser.add_argument("--lpips", type=Path, help="file of LPIPS's weights (AlexNet, version 0.1)")
    parser.add_argument("--niqe", type=Path, help="file of NIQE's published parameters (.npz)")
    parser.add_argument(
        "--damage", action="store_true", help="on damaged photos: each damage of the benchmark done to the LR"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda ... (default auto)")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_evaluate)


def _train(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    if arguments.json:
        listener: Listener = print_json
    else:
        from trainer.tools.terminal import Terminal  # needs rich, which a bare training machine may lack

        listener = Terminal()
    if arguments.time:
        return _time(arguments, Events(listener))
    run, order = _resumed(arguments) if arguments.resume else _new(arguments)
    events = Events(log_to(run.log), listener)
    if arguments.recipe == FINE_TUNE_TEXTURED.name and order.recipe.name == FINE_TUNE_CONTRAST.name:
        text = Sentence("VGG19's weights are not here: local contrast, which knows less, stands in for it.")
        events.say("warning", text=text)
    return _run_training(run, order, events, arguments.threads)


def _resumed(arguments: argparse.Namespace) -> tuple[RunFolder, TrainingOrder]:
    run = RunFolder(arguments.resume)
    names = ("photos", "valid", "replay", "vgg19", "minutes", "device")
    return run, run.order(arguments.set, **{name: getattr(arguments, name) for name in names})


def _new(arguments: argparse.Namespace) -> tuple[RunFolder, TrainingOrder]:
    if not arguments.photos or not arguments.out:
        raise BadRecipe("A training needs --photos and --out, or --resume.")
    order = _order(arguments)
    first = os.environ.get("RANK", "0") == "0"  # of the processes that torchrun starts
    return RunFolder.create(arguments.out, order) if first else RunFolder(arguments.out), order


def _order(arguments: argparse.Namespace) -> TrainingOrder:
    return TrainingOrder(
        photos=arguments.photos,
        recipe=_recipe(arguments),
        base=_base(arguments.base) if arguments.base else None,
        valid=arguments.valid,
        replay=arguments.replay,
        vgg19=arguments.vgg19,
        minutes=arguments.minutes,
        seed=arguments.seed,
        device=arguments.device or "auto",
        keep=tuple(arguments.keep),
        leave_out=_names(arguments.leave_out) if arguments.leave_out else (),
        licence=arguments.licence,
    )


def _base(name: str) -> Path:
    """Weights of Fourfold's own by file, folder of a training, or name of a model."""
    path = Path(name)
    if path.exists():
        return path
    from engine.models import catalog  # needs platformdirs, which a bare training machine may lack

    entry = catalog.find(name)
    if entry.path is None or entry.kind is catalog.Kind.FOREIGN:
        raise BadRecipe("{name} cannot be trained on; begin from srresnet, srgan or a model made from them.", name=name)
    return entry.path


def _names(file: Path) -> tuple[str, ...]:
    try:
        return tuple(filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())))
    except (OSError, ValueError) as error:
        raise BadPhotos("The list of photos to leave out cannot be read: {reason}.", reason=error) from error


def _time(arguments: argparse.Namespace, events: Events) -> int:
    if not arguments.photos:
        raise BadRecipe("Timing a training needs --photos.")
    import torch

    from trainer.tools.timing import time_training

    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    events.say("timed", **time_training(_order(arguments), events).facts())
    return 0


def _run_training(run: RunFolder, order: TrainingOrder, events: Events, threads: int | None) -> int:
    import torch

    from trainer.train.distributed import world
    from trainer.train.preparation import prepare

    stop = stop_signal()
    if threads:
        torch.set_num_threads(threads)
    try:
        with world() as joined:
            prepare(run, order, events if joined.first else Events(), joined).train(stop)
    except torch.OutOfMemoryError:
        text = Sentence("Memory ran out; resume with a smaller data.batch or data.patch (--set data.batch=4).")
        events.say("failed", text=text)
        return 1
    except TrainingFailed as error:
        events.say("failed", text=error.sentence)
        return 1
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from trainer.data.degradation.fixed import DAMAGES
    from trainer.data.degradation.fixed import PROTOCOL as DAMAGE_PROTOCOL
    from trainer.evaluation.evaluate import PROTOCOL, MetricNetworks, evaluate, means, methods
    from trainer.evaluation.tables import damage_tables, mean_table, photo_table, to_json
    from trainer.metrics.lpips import load_lpips
    from trainer.metrics.niqe import load_pristine_model
    from trainer.metrics.vgg import load_vgg19
    from trainer.train.distributed import device_named

    device = device_named(arguments.device)
    networks = MetricNetworks(
        load_lpips(arguments.lpips).to(device) if arguments.lpips else None,
        load_vgg19(arguments.vgg19, VGG19_LAYERS).to(device) if arguments.vgg19 else None,
        load_pristine_model(arguments.niqe) if arguments.niqe else None,
    )
    compared = methods(arguments.model, arguments.results, device)
    damages = list(DAMAGES) if arguments.damage else []
    protocol = f"{DAMAGE_PROTOCOL} {PROTOCOL}" if damages else PROTOCOL
    scores = evaluate(arguments.data, compared, networks, _say_score, damages)
    averages = means(scores)
    if arguments.json:
        print(to_json(protocol, scores, averages))
        return 0
    for folder in arguments.data:
        if damages:
            print(f"\n{damage_tables(folder.name, averages, damages)}")
            continue
        print(f"\n{photo_table(folder.name, scores)}\n\n{mean_table(folder.name, averages)}")
    print(f"\n{protocol}")
    return 0


def _say_score(score: PhotoScore) -> None:
    if sys.stderr.isatty():
        print(f"\r{score.data} {score.photo} {score.method}", end="\033[K\r", file=sys.stderr, flush=True)


def _report(arguments: argparse.Namespace) -> int:
    from trainer.tools.report import write_report

    print(write_report(RunFolder(arguments.training)))
    return 0


def _recipe(arguments: argparse.Namespace) -> Recipe:
    file = Path(arguments.recipe)
    if file.suffix == ".toml":
        try:
            recipe = from_toml(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise BadRecipe("The recipe {file} cannot be read: {reason}.", file=file, reason=why(error)) from error
    else:
        recipe = recipe_named(arguments.recipe)
    if recipe == FINE_TUNE_TEXTURED and not (arguments.vgg19 or vgg19_file()):
        recipe = FINE_TUNE_CONTRAST
    return with_settings(recipe, arguments.set)


def run(arguments: argparse.Namespace) -> int:
    """Run a parsed command; an error a person can act on goes to standard error as one sentence."""
    try:
        status: int = arguments.run(arguments)
    except FourfoldError as error:
        print(error, file=sys.stderr)
        return 1
    return status
