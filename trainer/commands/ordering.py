"""From the arguments of ``train`` to a training as ordered. No torch."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.sentences import why
from trainer.errors import BadPhotos, BadRecipe
from trainer.metrics.vgg_file import vgg19_file
from trainer.recipes.cookbook import FINE_TUNE_CONTRAST, FINE_TUNE_TEXTURED, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import from_toml, with_settings
from trainer.run_folder import RunFolder, TrainingOrder


def new_order(arguments: argparse.Namespace) -> TrainingOrder:
    """What the arguments ask for. Raises BadRecipe, BadPhotos, UnknownModel."""
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


def resumed_order(run: RunFolder, arguments: argparse.Namespace) -> TrainingOrder:
    """What was ordered, with what the arguments change of it. Raises BadRun, BadRecipe."""
    names = ("photos", "valid", "replay", "vgg19", "minutes", "device")
    return run.order(arguments.set, **{name: getattr(arguments, name) for name in names})


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


def _base(name: str) -> Path:
    """Weights of Fourfold's own by file, folder of a training, or name of a model."""
    path = Path(name)
    if path.exists():
        return path
    from engine.models import catalog  # needs platformdirs, which a bare training machine may lack

    entry = catalog.find(name)
    if entry.path is None or entry.origin is catalog.Origin.FOREIGN:
        raise BadRecipe("{name} cannot be trained on; begin from srresnet, srgan or a model made from them.", name=name)
    return entry.path


def _names(file: Path) -> tuple[str, ...]:
    try:
        return tuple(filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())))
    except (OSError, ValueError) as error:
        raise BadPhotos("The list of photos to leave out cannot be read: {reason}.", reason=error) from error
