"""What the commands ``train`` and ``train-report`` do. Torch is imported when one runs."""

from __future__ import annotations

import argparse
import os
from contextlib import ExitStack

from engine.sentences import Sentence
from engine.texts import shown
from trainer.commands.ordering import ignored, new_order, resumed_order, unused
from trainer.commands.telling import telling
from trainer.errors import BadRecipe, TrainingFailed
from trainer.events import Events, Listener, TrainingWarning, WorkFailed
from trainer.listeners import log_to, print_json, stop_signal
from trainer.recipes.cookbook import FINE_TUNE_CONTRAST, FINE_TUNE_TEXTURED
from trainer.run_folder import RunFolder, TrainingOrder


@telling
def train(arguments: argparse.Namespace) -> int:
    """Train, go on with a training, or time its steps; returns the exit status."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    listener = _listener(as_json=arguments.json)
    _warn(Events(listener), ignored(arguments))
    if arguments.time:
        return _time(arguments, Events(listener))
    with ExitStack() as undo:
        run, order = _resumed(arguments) if arguments.resume else _new(arguments, undo)
        events = Events(log_to(run.log), listener)
        _warn(events, unused(order), _other_recipe(arguments, order))
        return _run_training(run, order, events, arguments, undo)


def _warn(events: Events, *sentences: Sentence | None) -> None:
    for sentence in filter(None, sentences):
        events.say(TrainingWarning(sentence))


def _other_recipe(arguments: argparse.Namespace, order: TrainingOrder) -> Sentence | None:
    if arguments.recipe == FINE_TUNE_TEXTURED.name and order.recipe.name == FINE_TUNE_CONTRAST.name:
        return Sentence("VGG19's weights are not here: local contrast, which knows less, stands in for it.")
    return None


def _listener(*, as_json: bool) -> Listener:
    if as_json:
        return print_json
    from trainer.tools.terminal import Terminal  # needs rich, which a bare training machine may lack

    return Terminal()


def _resumed(arguments: argparse.Namespace) -> tuple[RunFolder, TrainingOrder]:
    run = RunFolder(arguments.resume)
    return run, resumed_order(run, arguments)


def _new(arguments: argparse.Namespace, undo: ExitStack) -> tuple[RunFolder, TrainingOrder]:
    """A run folder, which ``undo`` removes, and its order."""
    if not arguments.photos or not arguments.out:
        raise BadRecipe("A training needs --photos and --out, or --resume.")
    order = new_order(arguments)
    run = RunFolder(arguments.out)
    if os.environ.get("RANK", "0") == "0":  # the first of the processes that torchrun starts
        run = RunFolder.create(arguments.out, order)
        undo.callback(run.remove)
    return run, order


def _time(arguments: argparse.Namespace, events: Events) -> int:
    if not arguments.photos:
        raise BadRecipe("Timing a training needs --photos.")
    import torch

    from trainer.tools.timing import time_training

    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    events.say(time_training(new_order(arguments), events).event())
    return 0


def _run_training(
    run: RunFolder, order: TrainingOrder, events: Events, arguments: argparse.Namespace, undo: ExitStack
) -> int:
    """Train; what is to be undone of a start that failed is undone until there is a first step."""
    import torch

    from trainer.train.distributed import world
    from trainer.train.preparation import prepare

    stop = stop_signal(with_input=arguments.stop_with_stdin)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    try:
        with world() as joined:
            more = arguments.more or 0 if arguments.resume else 0
            loop = prepare(run, order, events if joined.first else Events(), joined, more)
            undo.pop_all()
            loop.train(stop)
    except torch.OutOfMemoryError:
        text = Sentence("Memory ran out; resume with a smaller data.batch or data.patch (--set data.batch=4).")
        events.say(WorkFailed(text))
        return 1
    except TrainingFailed as error:
        events.say(WorkFailed(error.sentence))
        return 1
    return 0


def report(arguments: argparse.Namespace) -> int:
    """Draw a training as one page, and print where it is; returns the exit status."""
    from trainer.tools.report import write_report

    print(shown(str(write_report(RunFolder(arguments.training)))))
    return 0
