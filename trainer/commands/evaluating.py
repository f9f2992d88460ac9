"""What the command ``evaluate`` does. Torch is imported when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.texts import shown
from trainer.errors import BadRecipe
from trainer.evaluation.paper import ORIGINAL, is_compared
from trainer.evaluation.paper_tables import paper_lines, paper_sets, paper_text
from trainer.evaluation.tables import to_json
from trainer.recipes.settings import VGG19_LAYERS

if TYPE_CHECKING:
    import torch

    from trainer.evaluation.evaluate import MetricNetworks, PhotoScore


def evaluate(arguments: argparse.Namespace) -> int:
    """Score methods on sets of photos, and print the tables; returns the exit status."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from trainer.data.degradation.fixed import DAMAGES
    from trainer.data.degradation.fixed import PROTOCOL as DAMAGE_PROTOCOL
    from trainer.evaluation.evaluate import PROTOCOL, evaluate, means
    from trainer.evaluation.evaluation_sets import photos_of
    from trainer.evaluation.methods import flat_field_errors, methods
    from trainer.evaluation.tables import flat_table
    from trainer.train.distributed import device_named

    opinions = _opinions(arguments)
    sets = paper_sets(folder.name for folder in arguments.data) if arguments.paper else []
    device = device_named(arguments.device)
    networks = _metric_networks(arguments, device)
    compared = methods(_models(arguments), arguments.results, device)
    damages = list(DAMAGES) if arguments.damage else []
    protocol = f"{DAMAGE_PROTOCOL} {PROTOCOL}" if damages else PROTOCOL
    for passed in (sentence for folder in arguments.data for sentence in photos_of(folder).news):
        print(passed, file=sys.stderr)
    scores = evaluate(arguments.data, compared, networks, _say_score, damages)
    flat_fields = flat_field_errors(arguments.model, device)
    lines = paper_lines(sets, means(scores), opinions)
    if arguments.json:
        print(to_json(protocol, scores, means(scores), flat_fields, lines))
    else:
        print(paper_text(lines)) if lines else _print_tables(arguments.data, scores, means(scores), damages)
        print(f"\n{flat_table(flat_fields)}\n" if flat_fields else "", protocol, sep="\n")
    return 0


def _models(arguments: argparse.Namespace) -> list[str]:
    """The models that are asked for; for the paper's tables also those that can be had."""
    if not arguments.paper:
        return list(arguments.model)
    from engine.models import catalog

    known = [entry.id for entry in catalog.entries() if is_compared(entry.id)]
    return list(dict.fromkeys([*known, ORIGINAL, *arguments.model]))


def _opinions(arguments: argparse.Namespace) -> dict[tuple[str, str], float]:
    """Mean opinions by (set, method) of the study that is named, if any. Raises BadStudy."""
    if arguments.study is None:
        return {}
    if not arguments.paper:
        raise BadRecipe("The opinions of --study stand in the tables of --paper; ask for both.")
    from trainer.study.folder import StudyFolder
    from trainer.study.result import opinions_by_set

    return {key: opinion.value for key, opinion in opinions_by_set(StudyFolder(arguments.study)).items()}


def _metric_networks(arguments: argparse.Namespace, device: torch.device) -> MetricNetworks:
    from trainer.evaluation.evaluate import MetricNetworks
    from trainer.metrics.lpips import load_lpips
    from trainer.metrics.niqe import load_pristine_model
    from trainer.metrics.vgg import load_vgg19

    return MetricNetworks(
        load_lpips(arguments.lpips).to(device) if arguments.lpips else None,
        load_vgg19(arguments.vgg19, VGG19_LAYERS).to(device) if arguments.vgg19 else None,
        load_pristine_model(arguments.niqe) if arguments.niqe else None,
    )


def _print_tables(
    data: Sequence[Path],
    scores: Sequence[PhotoScore],
    means: Mapping[tuple[str, str], Mapping[str, float]],
    damages: Sequence[str],
) -> None:
    from trainer.evaluation.tables import damage_tables, mean_table, photo_table

    for folder in data:
        if damages:
            print(f"\n{damage_tables(folder.name, means, damages)}")
        else:
            print(f"\n{photo_table(folder.name, scores)}\n\n{mean_table(folder.name, means)}")


def _say_score(score: PhotoScore) -> None:
    if sys.stderr.isatty():
        said = shown(f"{score.data} {score.photo} {score.method}")
        print(f"\r{said}", end="\033[K\r", file=sys.stderr, flush=True)
