"""What the command ``depth`` does: networks of several depths, with and without the long skip, trained and compared."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from engine.texts import shown
from trainer.commands.ordering import ready_recipe
from trainer.commands.telling import telling
from trainer.depth.folder import DepthFolder
from trainer.depth.order import DepthOrder
from trainer.depth.result import DepthResult, NetworkMeasured
from trainer.errors import TrainingFailed
from trainer.events import Events, Listener, TrainerEvent
from trainer.listeners import print_json, stop_signal
from trainer.recipes.toml import with_settings
from trainer.run_folder import TrainingOrder


@telling
def depth(arguments: argparse.Namespace) -> int:
    """Compare the networks, or go on with that; returns the exit status, 0 also where it was told to stop."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    import torch

    from trainer.depth.ablation import compare

    stop = stop_signal(with_input=False)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    folder, listener = DepthFolder(arguments.out), print_json if arguments.json else _terminal()
    try:
        result = compare(folder, _order(arguments), Events(listener), stop)
    except torch.OutOfMemoryError as error:
        raise TrainingFailed(
            "Memory ran out; compare in another folder with a smaller data.batch or data.patch (--set data.batch=4)."
        ) from error
    _tell(folder, result, as_json=arguments.json)
    return 0


def _order(arguments: argparse.Namespace) -> DepthOrder:
    recipe = with_settings(ready_recipe(arguments.recipe), arguments.set)
    if arguments.data:  # then every photo can be learnt from
        recipe = replace(recipe, data=replace(recipe.data, held_out=0.0))
    training = TrainingOrder(photos=arguments.photos, recipe=recipe, seed=arguments.seed, device=arguments.device)
    return DepthOrder(training, tuple(arguments.blocks), arguments.minutes, arguments.steps, arguments.data)


def _terminal() -> Listener:
    """The bar of a training, and a line a network."""
    from trainer.tools.terminal import Terminal

    bar = Terminal()

    def listen(event: TrainerEvent) -> None:
        match event:
            case DepthResult(steps=steps):
                print(f"{steps} steps of each network", file=sys.stderr)
            case NetworkMeasured(blocks=blocks, skip=skip, psnr=psnr, minutes=minutes):
                print(f"{_named(blocks, skip)}: {psnr:.2f} dB after {minutes:.1f} minutes", file=sys.stderr)
            case _:
                bar(event)

    return listen


def _named(blocks: int, skip: bool) -> str:
    return f"{blocks} block{'' if blocks == 1 else 's'} {'with' if skip else 'without'} long skip"


def _tell(folder: DepthFolder, result: DepthResult | None, *, as_json: bool) -> None:
    from trainer.evaluation.tables import table

    if result is None:
        print("Stopped; the same command goes on.", file=sys.stderr)
    elif as_json:
        print_json(result)
    else:
        print(f"{table(*result.table())}\n\nPSNR on {shown(result.data)} in dB. {shown(str(folder.figure))}")
