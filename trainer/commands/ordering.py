"""From the arguments of ``train`` to a training as ordered. No torch."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from engine.sentences import Sentence, why
from trainer.errors import BadPhotos, BadRecipe
from trainer.metrics.vgg_file import vgg19_file
from trainer.recipes.cookbook import FINE_TUNE_CONTRAST, FINE_TUNE_TEXTURED, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import from_toml, with_settings
from trainer.run_folder import RunFolder, TrainingOrder

DEFAULT_RECIPE = "srresnet"
_FIXED = ("out", "recipe", "base", "change", "seed", "keep", "leave_out", "licence", "teacher")
"""What a training that goes on has from its beginning."""
_UNTIMED = ("out", "resume", "more", "valid", "replay", "store", "niqe", "minutes", "licence", "compile")
"""What the time of a step does not depend on."""


def new_order(arguments: argparse.Namespace) -> TrainingOrder:
    """What the arguments ask for. Raises BadRecipe, BadPhotos, UnknownModel."""
    if arguments.change and (not arguments.base or Path(arguments.base).is_dir()):
        raise BadRecipe("A change is added to a model or a weights file: name it with --from.")
    return TrainingOrder(
        photos=arguments.photos,
        recipe=_recipe(arguments),
        base=_base(arguments.base) if arguments.base else None,
        change=tuple(map(_weights, arguments.change)),
        valid=arguments.valid,
        replay=arguments.replay,
        store=arguments.store,
        vgg19=arguments.vgg19,
        niqe=arguments.niqe,
        minutes=arguments.minutes,
        seed=arguments.seed or 0,
        device=arguments.device or "auto",
        keep=tuple(arguments.keep),
        leave_out=_names(arguments.leave_out) if arguments.leave_out else (),
        licence=arguments.licence,
        teacher=_teacher(arguments.teacher) if arguments.teacher else "",
        compile=arguments.compile or "auto",
    )


def resumed_order(run: RunFolder, arguments: argparse.Namespace) -> TrainingOrder:
    """What was ordered, with what the arguments change of it. Raises BadRun, BadRecipe."""
    names = ("photos", "valid", "replay", "store", "vgg19", "niqe", "minutes", "device", "compile")
    return run.order(arguments.set, **{name: getattr(arguments, name) for name in names})


def ignored(arguments: argparse.Namespace) -> Sentence | None:
    """Which of the arguments change nothing, as a sentence; None where all of them count."""
    if arguments.time:
        return _ignored(arguments, _UNTIMED, Sentence("timing ten steps"))
    if arguments.resume:
        return _ignored(arguments, _FIXED, Sentence("going on with a training"))
    return _ignored(arguments, ("more",), Sentence("beginning a training"))


def unused(order: TrainingOrder) -> Sentence | None:
    """The same for what only the recipe tells."""
    if order.replay and not order.recipe.data.replay_share:
        return Sentence("The photos of --replay are not used: data.replay_share of the recipe is 0.")
    if order.teacher and not order.recipe.content.teacher:
        return Sentence("The model of --teacher is not asked: content.teacher of the recipe is 0.")
    return None


def _ignored(arguments: argparse.Namespace, names: tuple[str, ...], work: Sentence) -> Sentence | None:
    given = [name for name in names if getattr(arguments, name) not in (None, "", [])]
    options = ", ".join("--from" if name == "base" else f"--{name.replace('_', '-')}" for name in given)
    return Sentence("Ignored in {work}: {options}.", work=work, options=options) if given else None


def _recipe(arguments: argparse.Namespace) -> Recipe:
    recipe = ready_recipe(arguments.recipe or DEFAULT_RECIPE)
    if recipe == FINE_TUNE_TEXTURED and not (arguments.vgg19 or vgg19_file()):
        recipe = FINE_TUNE_CONTRAST
    return with_settings(recipe, arguments.set)


def ready_recipe(name: str) -> Recipe:
    """A recipe by its name, or out of a TOML file. Raises BadRecipe."""
    file = Path(name)
    if file.suffix != ".toml":
        return recipe_named(name)
    try:
        return from_toml(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadRecipe("The recipe {file} cannot be read: {reason}.", file=file, reason=why(error)) from error
    except UnicodeError as error:
        raise BadRecipe("The recipe {file} is no text.", file=file) from error


def _base(name: str) -> Path:
    """Weights of Fourfold's own by file, folder of a training, or name of a model."""
    path = Path(name)
    return path if path.is_dir() else _weights(name)


def _weights(name: str) -> Path:
    """Weights of Fourfold's own by file or name of a model."""
    path = Path(name)
    if path.exists():
        return path
    from engine.models import catalog  # needs platformdirs, which a bare training machine may lack

    entry = catalog.find(name)
    if entry.path is None or entry.origin is catalog.Origin.FOREIGN:
        raise BadRecipe("{name} cannot be trained on; begin from srresnet, srgan or a model made from them.", name=name)
    return entry.path


def _teacher(name: str) -> str:
    """A model's id, or the whole path of a weights file. Raises UnknownModel, BadWeights."""
    path = Path(name)
    if path.is_file():
        return str(path.resolve())
    from engine.models import catalog

    return catalog.find(name).id


def _names(file: Path) -> tuple[str, ...]:
    """One a line, or each with a NUL behind it, as names need that have lines of their own."""
    try:
        text = os.fsdecode(file.read_bytes())
    except OSError as error:
        raise BadPhotos("The list of photos to leave out cannot be read: {reason}.", reason=why(error)) from error
    except ValueError as error:
        raise BadPhotos("The list of photos to leave out cannot be read: {reason}.", reason=error) from error
    names = text.split("\0") if "\0" in text else map(str.strip, text.split("\n"))
    return tuple(filter(None, names))
