"""The commands of a fine-tune: its verdict, keeping it as a model, and the file of VGG19's weights."""

from __future__ import annotations

import argparse
import math
import os
import shlex
import sys

from engine.sentences import Sentence
from engine.texts import shown
from trainer.commands.telling import telling
from trainer.events import (
    Downloading,
    Events,
    FeaturesFound,
    Judging,
    ModelKept,
    TrainerEvent,
    TrainingWarning,
)
from trainer.listeners import print_json
from trainer.metrics.vgg_file import SIZE, URL, download, vgg19_file
from trainer.run_folder import RunFolder
from trainer.verdict.verdict import Verdict


@telling
def verdict(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    from trainer.verdict.judging import judge

    events = _events(arguments)
    events.say(judge(RunFolder(arguments.training), lambda done, total: events.say(Judging(done, total))))
    return 0


@telling
def keep(arguments: argparse.Namespace) -> int:
    from trainer.verdict.keeping import keep

    path = keep(RunFolder(arguments.training), arguments.name, arguments.mix)
    _events(arguments).say(ModelKept(arguments.name, str(path)))
    return 0


@telling
def features(arguments: argparse.Namespace) -> int:
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
