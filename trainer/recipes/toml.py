"""Recipes as TOML, for run folders and the cards of weights, and settings as the command line gives them. No torch."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from engine.models.dimensions import Dimensions
from engine.texts import storable
from trainer.errors import BadRecipe
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Adversary, Content, Data, Optimiser, Schedule

_NAME = re.compile(r'(?![ .])[^\x00-\x1f\x7f/\\:*?"<>|]{1,60}(?<![ .])')
"""What a recipe may be called: what can be a file's name on every system."""


_GONE = {
    "content": ("charbonnier", "grid", "texture", "spectrum"),
    "adversary": ("spectral",),
}
"""Settings by part that recipes of earlier versions have. Where one was not used, nothing is lost."""


def to_toml(recipe: Recipe) -> str:
    """The recipe as TOML, one table a part."""
    lines = [f"name = {_toml_value(recipe.name)}"]
    for part in _parts():
        lines += ["", f"[{part}]"]
        settings = dataclasses.asdict(getattr(recipe, part))
        lines += [f"{name} = {_toml_value(value)}" for name, value in settings.items()]
    return "\n".join(lines) + "\n"


def from_toml(text: str) -> Recipe:
    """Read a recipe; what it does not say has the default. Raises BadRecipe."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe("The recipe is not valid TOML: {reason}.", reason=error) from error
    name = str(tables.pop("name", "custom"))
    if not _NAME.fullmatch(name):
        raise BadRecipe(
            "A recipe cannot be called {name}: its weights get that name, so it has to be one that a file can have.",
            name=name,
        )
    return _changed(Recipe(name=name), tables)


def with_settings(recipe: Recipe, settings: Iterable[str]) -> Recipe:
    """The recipe with settings such as ``data.batch=8`` changed. Raises BadRecipe."""
    tables: dict[str, dict[str, Any]] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        part, dot, name = key.strip().partition(".")
        if not equals or not dot:
            raise BadRecipe("A setting looks like data.batch=8, not like {setting}.", setting=setting)
        tables.setdefault(part, {})[name] = _parsed(text.strip())
    return _changed(recipe, tables)


def _parsed(text: str) -> Any:
    """A TOML value, or the text itself where it is none (so that names need no quotes)."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _changed(recipe: Recipe, tables: Mapping[str, Any]) -> Recipe:
    parts = {}
    for part, settings in tables.items():
        if part not in _parts() or not isinstance(settings, Mapping):
            raise BadRecipe("A recipe has the parts {parts}; there is no {part}.", parts=", ".join(_parts()), part=part)
        parts[part] = _replaced(part, getattr(recipe, part), _still_there(part, settings))
    return dataclasses.replace(recipe, **parts)


def _still_there(part: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is gone. Raises BadRecipe where it was used."""
    gone = {name: settings[name] for name in _GONE.get(part, ()) if name in settings}
    for name, value in gone.items():
        if value:
            raise BadRecipe(
                "This recipe is of an earlier version of Fourfold, whose setting {part}.{name} is gone; begin a new "
                "training with one of today's recipes.",
                part=part,
                name=name,
            )
    return {name: value for name, value in settings.items() if name not in gone}


_Part = TypeVar("_Part", Dimensions, Data, Schedule, Optimiser, Content, Adversary)


def _replaced(part: str, before: _Part, settings: Mapping[str, Any]) -> _Part:
    values = {}
    for name, value in settings.items():
        if name not in {each.name for each in dataclasses.fields(before)}:
            raise BadRecipe("There is no setting {part}.{name}.", part=part, name=name)
        values[name] = _of_kind(f"{part}.{name}", value, getattr(before, name))
    try:
        return dataclasses.replace(before, **values)
    except ValueError as error:
        raise BadRecipe("The setting [{part}] is wrong: {reason}.", part=part, reason=error) from error


def _of_kind(name: str, value: Any, example: Any) -> Any:
    """``value`` as the kind of ``example``: whole numbers serve as numbers, lists become tuples."""
    if isinstance(example, tuple) and isinstance(value, list) and all(_is_number(item) for item in value):
        return tuple(float(item) for item in value)
    if isinstance(example, float) and _is_number(value):
        return float(value)
    if isinstance(example, Mapping) and isinstance(value, Mapping) and all(map(_is_number, value.values())):
        return {str(key): float(weight) for key, weight in value.items()}
    if type(value) is type(example):
        return value
    raise BadRecipe(
        "The setting {name} cannot be {value}; it is now {now}.", name=name, value=repr(value), now=repr(example)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _parts() -> list[str]:
    return [each.name for each in dataclasses.fields(Recipe) if each.name != "name"]


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(storable(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml_value(weight)}" for key, weight in value.items()) + "}"
    return repr(value)
