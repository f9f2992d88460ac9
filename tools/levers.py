"""Tries what is in a recipe, one lever at a time: ``python -m tools.levers --photos ... --out FOLDER --steps 600``.

Each lever changes one thing of the recipe; everything else, seed and crops included, is the same. Every training has
its own run folder in FOLDER; one that was stopped goes on, one that has ended is not done again. ``levers.md`` there is
the table of what the held-out photos say, for ``docs/training-notes.md``.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.atomic import write_whole
from trainer.commands.ordering import new_order
from trainer.commands.train_words import add_options
from trainer.evaluation.tables import table
from trainer.events import Events, StepsTaken, TrainingFinished, Validated
from trainer.listeners import log_to, read_log, stop_signal
from trainer.recipes.toml import with_settings
from trainer.run_folder import RunFolder, TrainingOrder


@dataclass(frozen=True)
class Lever:
    """One change of the recipe, and of the seed."""

    settings: tuple[str, ...] = ()
    seed: int = 0


_PHASES = ("adversary.shares={phases4=0.5,phases2=0.2}", "adversary.caps={phases4=1,phases2=2}")
_VGG = ("adversary.shares={conv3_4=0.3,conv4_4=0.3}", "adversary.caps={conv3_4=30,conv4_4=60}")
_CAPS = "adversary.caps={phases4=1,phases2=2,conv3_4=30,conv4_4=60}"
LEVERS = {
    "as it is": Lever(),
    "another seed": Lever(seed=1),  # what chance alone does
    "no discriminator": Lever(("adversary.kind=none",)),
    "only heads on sub-pixels": Lever(_PHASES),
    "only heads on VGG19": Lever(_VGG),
    "half the adversary": Lever(("adversary.shares={phases4=0.25,phases2=0.1,conv3_4=0.15,conv4_4=0.15}", _CAPS)),
    "twice the adversary": Lever(("adversary.shares={phases4=1,phases2=0.4,conv3_4=0.6,conv4_4=0.6}", _CAPS)),
    "no head start": Lever(("adversary.head_start=0",)),
    "discriminator's betas .9, .999": Lever(("adversary.betas=[0.9,0.999]",)),
    "discriminator's rate 2e-4": Lever(("adversary.learning_rate=2e-4",)),
    "no phase energy": Lever(("content.phase_energy=0.0",)),
    "no flat crops": Lever(("data.flat_share=0.0", "content.flat=0.0")),
    "flat crops not weighed": Lever(("content.flat=0.0",)),
    "no light damage": Lever(("data.degradation=none",)),
    "no consistency": Lever(("content.consistency=0.0",)),
    "artefacts": Lever(("content.artefacts=1.0",)),
    "conv1_2 too": Lever(("content.layers={conv1_2=0.15,conv2_2=0.15,conv3_4=1,conv4_4=1,conv5_4=1}",)),
    "Adam": Lever(("optimiser.method=adam",)),
    "photos mostly unreduced": Lever(("data.downscales=[0.8,0.65,0.5]", "data.downscale_share=0.35")),
}
"""By name; each recipe of the kind ``srgan`` has them all."""
_COLUMNS = ("psnr", "perceptual", "niqe", "phase ratio", "lag-4", "flat field", "consistency")
_DIGITS = {"psnr": 2, "niqe": 2, "phase ratio": 2, "flat field": 1, "consistency": 1}


def main(arguments: Sequence[str]) -> int:
    """Train with every lever, then write and print the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.levers", description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("--steps", type=int, default=600, help="of each training (default 600)")
    parser.add_argument("--lever", nargs="+", choices=[*LEVERS], default=[*LEVERS], help="which (default: all)")
    asked = parser.parse_args(arguments)
    if not asked.photos or not asked.out:
        parser.error("--photos and --out are needed")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch
    asked.recipe = asked.recipe or "srgan"
    stop = stop_signal(with_input=False)
    for name in asked.lever:
        train(asked.out / name, ordered(new_order(asked), LEVERS[name], asked.steps), stop)
        if stop.is_set():
            return 1
    text = result(asked.out, asked.lever, asked.steps)
    write_whole(asked.out / "levers.md", text.encode())
    print(text)
    return 0


def ordered(order: TrainingOrder, lever: Lever, steps: int) -> TrainingOrder:
    """The order with a lever, for so many steps, measured at the end."""
    length = (f"schedule.steps={steps}", f"schedule.validate_every={steps}", "schedule.keep=last")
    return replace(order, recipe=with_settings(order.recipe, [*length, *lever.settings]), seed=order.seed + lever.seed)


def train(folder: Path, order: TrainingOrder, stop: threading.Event) -> None:
    """Train in a folder, or go on there; nothing where it has ended."""
    from trainer.train.distributed import World
    from trainer.train.preparation import prepare

    run = RunFolder(folder) if (folder / "order.json").exists() else RunFolder.create(folder, order)
    if run.log.exists() and any(isinstance(event, TrainingFinished) for event in read_log(run.log)):
        return
    prepare(run, run.order(), Events(log_to(run.log)), World()).train(stop)


def result(folder: Path, names: Iterable[str], steps: int) -> str:
    """A Markdown table, a row a lever, of the scores after the last step; the first row is what it began from."""
    rows = [*_rows(folder, names)]
    header = [f"{steps} steps", *_COLUMNS, "told right", "seconds a step"]
    return table(header, rows) + "\n"


def _rows(folder: Path, names: Iterable[str]) -> Iterator[list[str]]:
    began = False
    for name in names:
        events = read_log(RunFolder(folder / name).log)
        measured = [event for event in events if isinstance(event, Validated)]
        taken = [event for event in events if isinstance(event, StepsTaken)]
        if not began and measured[0].step == 0:
            yield ["what it began from", *_cells(measured[0]), "", ""]
            began = True
        right = [f"{share:.0%}" for told, share in taken[-1].figures.items() if told.startswith("right")]
        yield [name, *_cells(measured[-1]), " ".join(right), f"{taken[-1].seconds / taken[-1].step:.2f}"]


def _cells(event: Validated) -> list[str]:
    scores = event.scores
    return [f"{scores[name]:.{_DIGITS.get(name, 3)}f}" if name in scores else "" for name in _COLUMNS]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
