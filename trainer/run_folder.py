"""A training as a folder: order, recipe, photos, log, checkpoints, samples and weights. No torch.

::

    RUN/order.json            where the photos are, what it began from, how long, the seed
    RUN/recipe.toml           the recipe
    RUN/manifest.json         the photos by SHA-256: training, held out, left out and why
    RUN/log.jsonl             every event
    RUN/checkpoints/          the last three, each with all that resuming needs
    RUN/samples/              one held-out crop over the steps
    RUN/crops/                some of the crops that were learnt from, as the network got them
    RUN/photos/               with a teacher, the photos in shards and what it makes of them
    RUN/weights/              what it began from, the best three, the newest, and at the end NAME.safetensors
    RUN/verdict.json          base and fine-tuned compared
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import to_json
from trainer.data.dataset import DatasetReport
from trainer.data.photos import TrainingPhoto
from trainer.errors import BadRun
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import from_toml, to_toml, with_settings


@dataclass(frozen=True)
class TrainingOrder:
    """One training as ordered.

    ``base`` is a weights file, or the run folder of a training to begin from; ``change`` two weights files whose
    difference is added to it; ``teacher`` an id of the catalog or a weights file to learn from, "" for none; ``valid``
    a folder of photos to choose by (else a share of ``photos`` is held out); ``replay`` a folder of photos mixed in so
    that they are not forgotten; ``store`` a folder where they are laid down to be read from disk while it trains, else
    all of them are in memory; ``vgg19`` a file of its weights, ``niqe`` one of its parameters; ``minutes`` ends it by
    the clock instead of the recipe's steps; ``keep`` overrules problems of photos; ``leave_out`` names photos that are
    not to be used; ``licence`` goes into the card. Patience counts from the step ``patient_from`` on: there a training
    that had ended was given more steps. ``compile`` says when the network is compiled: auto, never, always or graphs.
    """

    photos: Path
    recipe: Recipe
    base: Path | None = None
    change: tuple[Path, ...] = ()
    valid: Path | None = None
    replay: Path | None = None
    vgg19: Path | None = None
    niqe: Path | None = None
    minutes: float | None = None
    seed: int = 0
    device: str = "auto"
    keep: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    licence: str = ""
    patient_from: int = 0
    store: Path | None = None
    teacher: str = ""
    compile: str = "auto"


_PLACES = ("photos", "base", "valid", "replay", "vgg19", "niqe", "store")
"""The parts of an order that are files and folders of this machine, and may lie elsewhere on another."""
BUNDLED = Path("bundled")
"""Stands for the folder of sample photos that come with Fourfold, wherever that is."""


@dataclass(frozen=True)
class Manifest:
    """The photos of a training; of those left out, by path, the problem."""

    training: list[TrainingPhoto]
    held_out: list[TrainingPhoto]
    left_out: dict[str, str]

    @classmethod
    def of(cls, report: DatasetReport, training: list[TrainingPhoto], held_out: list[TrainingPhoto]) -> Manifest:
        """From the check of a folder and the split of what is kept."""
        left_out = {each.photo.path: str(each.problem) for each in report.left_out}
        return cls(training, held_out, left_out)


class RunFolder:
    """The files of one training."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.log = path / "log.jsonl"
        self.checkpoints = path / "checkpoints"
        self.samples = path / "samples"
        self.crops = path / "crops"
        self.photos = path / "photos"
        self.weights = path / "weights"
        self.base = self.weights / "base.safetensors"
        self.verdict = path / "verdict.json"

    @classmethod
    def create(cls, path: Path, order: TrainingOrder) -> RunFolder:
        """A new run. Raises BadRun where one is already there, or anything that it would write over, or where the
        folder cannot be made.
        """
        run = cls(path)
        if (path / "order.json").exists():
            raise BadRun(
                "{path} already holds a training; continue it with --resume, or choose another folder.", path=path
            )
        if taken := [each.name for each in run._parts() if each.exists()]:
            raise BadRun("{path} holds {names} already; choose another folder.", path=path, names=", ".join(taken))
        try:
            run.checkpoints.mkdir(parents=True)  # of two that begin at once, one fails here
            with ExitStack() as undo:
                undo.callback(run.remove)
                run.samples.mkdir()
                run.weights.mkdir()
                run.save_recipe(order.recipe)
                run.save_order(order)
                undo.pop_all()
        except OSError as error:
            raise BadRun("The run folder {path} cannot be made: {reason}.", path=path, reason=why(error)) from error
        return run

    def remove(self) -> None:
        """Remove what a training has written; whatever else lies in the folder stays, and then the folder too."""
        for part in self._parts():
            shutil.rmtree(part, ignore_errors=True) if part.is_dir() else part.unlink(missing_ok=True)
        with suppress(OSError):
            self.path.rmdir()

    def _parts(self) -> list[Path]:
        """All that a training writes until its first step; the order comes first, as without it there is no run."""
        names = ("order.json", "recipe.toml", "manifest.json")
        folders = (self.checkpoints, self.samples, self.crops, self.photos, self.weights)
        return [*(self.path / name for name in names), self.log, *folders]

    def order(self, settings: Sequence[str] = (), **changes: Any) -> TrainingOrder:
        """What was ordered; ``changes`` that are not None replace parts of it, ``settings`` those of the recipe. Writes
        nothing.

        Raises BadRun, or BadRecipe for a setting that makes no sense.
        """
        try:
            stored = json.loads((self.path / "order.json").read_text(encoding="utf-8"))
            recipe = from_toml((self.path / "recipe.toml").read_text(encoding="utf-8"))
            places = {name: Path(stored[name]) if stored.get(name) else None for name in _PLACES}
            names = {name: tuple(stored.get(name, ())) for name in ("keep", "leave_out")}
            change = tuple(Path(each) for each in stored.get("change", ()))
            order = TrainingOrder(
                **{**stored, **places, **names, "change": change, "recipe": with_settings(recipe, settings)}
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadRun(
                "{path} holds no training that can be continued: {reason}.", path=self.path, reason=error
            ) from error
        return replace(order, **{name: value for name, value in changes.items() if value is not None})

    def save_recipe(self, recipe: Recipe) -> None:
        """Write the recipe. Raises OSError."""
        write_whole(self.path / "recipe.toml", to_toml(recipe).encode())

    def save_order(self, order: TrainingOrder) -> None:
        """Write what was ordered, but for the recipe. Raises OSError."""
        write_whole(self.path / "order.json", _to_json(order))

    def save_manifest(self, manifest: Manifest) -> None:
        """Write which photos are used. Raises OSError."""
        write_whole(self.path / "manifest.json", to_json(asdict(manifest), indent=1).encode())

    def manifest(self) -> Manifest | None:
        """Which photos are used; None where it was not decided yet. Raises BadRun."""
        path = self.path / "manifest.json"
        if not path.exists():
            return None
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            training, held_out = ([TrainingPhoto(**each) for each in stored[name]] for name in ("training", "held_out"))
            return Manifest(training, held_out, stored["left_out"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadRun("{path} cannot be read: {reason}.", path=path, reason=error) from error


def _to_json(order: TrainingOrder) -> bytes:
    values = {field.name: getattr(order, field.name) for field in fields(order) if field.name != "recipe"}
    values |= {name: str(_lasting(values[name])) for name in _PLACES if values[name]}
    values["change"] = [str(_lasting(each)) for each in order.change]
    return to_json(values, indent=1).encode()


def _lasting(place: Path) -> Path:
    return place if place == BUNDLED else place.resolve()
