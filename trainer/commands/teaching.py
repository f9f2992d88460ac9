"""The commands of a fine-tune: its verdict, keeping it as a model, and the file of VGG19's weights."""

from __future__ import annotations

import argparse
import math
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.errors import FourfoldError
from engine.sentences import Sentence
from engine.texts import shown
from trainer.events import (
    Downloading,
    Events,
    FeaturesFound,
    Judging,
    ModelKept,
    TrainerEvent,
    TrainingWarning,
    WorkFailed,
)
from trainer.listeners import print_json
from trainer.metrics.vgg_file import SIZE, URL, download, vgg19_file
from trainer.run_folder import RunFolder
from trainer.verdict.verdict import Verdict

Command = Callable[[argparse.Namespace], int]


def add_commands(commands: Any) -> None:
    """Add them to an ``argparse`` subparsers object."""
    verdict = commands.add_parser("verdict", help="say whether a fine-tune is better than what it began from")
    verdict.add_argument("training", type=Path, metavar="RUN", help="folder of the training")
    verdict.add_argument("--json", action="store_true", help="JSON lines on standard output")
    verdict.set_defaults(run=telling(_verdict))
    keep = commands.add_parser("keep", help="make a model of your own from a fine-tune")
    keep.add_argument("training", type=Path, metavar="RUN", help="folder of the training")
    keep.add_argument("--name", required=True, help="of the model")
    keep.add_argument("--mix", type=float, metavar="SHARE", help="of the fine-tune, 0 to 1 (default: by the verdict)")
    keep.add_argument("--json", action="store_true", help="JSON lines on standard output")
    keep.set_defaults(run=telling(_keep))
    features = commands.add_parser("features", help="say where VGG19's weights are, or download them")
    features.add_argument("--download", action="store_true", help=f"fetch them, {SIZE / 1e6:.0f} MB")
    features.add_argument("--url", help="where from (default: torchvision's server)")
    features.add_argument("--json", action="store_true", help="JSON lines on standard output")
    features.set_defaults(run=telling(_features))


def telling(work: Command) -> Command:
    """The command; with ``--json`` its error is an event, ``failed``, instead of a sentence on standard error."""

    def run(arguments: argparse.Namespace) -> int:
        try:
            return work(arguments)
        except FourfoldError as error:
            if not arguments.json:
                raise
            print_json(WorkFailed(error.sentence))
            return 1

    return run


def _verdict(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    from trainer.verdict.judging import judge

    events = _events(arguments)
    events.say(judge(RunFolder(arguments.training), lambda done, total: events.say(Judging(done, total))))
    return 0


def _keep(arguments: argparse.Namespace) -> int:
    from trainer.verdict.keeping import keep

    path = keep(RunFolder(arguments.training), arguments.name, arguments.mix)
    _events(arguments).say(ModelKept(arguments.name, str(path)))
    return 0


def _features(arguments: argparse.Namespace) -> int:
    events = _events(arguments)
    path = vgg19_file()
    if arguments.url and not (arguments.download and path is None):
        events.say(TrainingWarning(Sentence("Ignored, as nothing is downloaded: {options}.", options="--url")))
    if arguments.download and path is None:
        percent = -1

        def said(done: int, total: int) -> None:
            nonlocal percent
            if percent != (percent := 100 * done // max(total, 1)):
                events.say(Downloading(done, total))

        path = download(arguments.url or URL, said=said)
    events.say(FeaturesFound(str(path) if path else "", SIZE))
    return 0


def _events(arguments: argparse.Namespace) -> Events:
    return Events(print_json if arguments.json else _print)


def _print(event: TrainerEvent) -> None:
    """For people."""
    match event:
        case Judging(done, total) | Downloading(done, total):
            if sys.stderr.isatty():
                print(f"\r{event.event} {100 * done // max(total, 1)} %", end="\033[K\r", file=sys.stderr, flush=True)
        case TrainingWarning(text):
            print(text, file=sys.stderr)
        case Verdict():
            print(f"{_table(event)}\n\n{_mixes(event)}\n\n{event.word.capitalize()}. {event.reason}")
            if event.advice:
                print(event.advice)
        case ModelKept(name):
            print(f"{shown(name)} is ready: fourfold upscale PHOTO --model {shlex.quote(shown(name))}")
        case FeaturesFound(path):
            print(
                shown(path)
                or f"VGG19's weights are not here; fourfold features --download fetches {SIZE / 1e6:.0f} MB."
            )


def _table(verdict: Verdict) -> str:
    """Means of base and fine-tuned, and the gain with its interval."""
    lines = ["| photos | score | base | fine-tuned | gain | 95 % |", "|---|---|---|---|---|---|"]
    for name, means in (("held out", verdict.held_out), ("others", verdict.samples)):
        for score, each in means.items():
            low, high = each.interval or (math.nan, math.nan)
            figures = f"{each.base:.4f} | {each.tuned:.4f} | {each.gain:+.4f} | {low:+.4f} to {high:+.4f}"
            lines.append(f"| {each.photos} {name} | {score} | {figures} |")
    return "\n".join(lines)


def _mixes(verdict: Verdict) -> str:
    """What each share of the fine-tune comes to, by the score that is judged by."""
    lines = [f"| share | {verdict.measure}: held out | others | serves both |", "|---|---|---|---|"]
    for each in verdict.mixes:
        figures = f"{each.scores[verdict.measure]:.4f} | {each.others.get(verdict.measure, math.nan):.4f}"
        lines.append(f"| {each.mix:.0%} | {figures} | {'yes' if each.serves_both else ''} |")
    return "\n".join(lines)
