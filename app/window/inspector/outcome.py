"""What a photo becomes by the choices, in words: how large, how many bytes, how long it takes, under which name."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from app.window.inspector.choices import Choices
from app.window.widgets.language import localised, tr
from app.window.widgets.words import duration, file_size, megapixels, pixels
from engine.errors import FourfoldError
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, free_name
from engine.files.planning import estimated_bytes, saved_header
from engine.geometry import Size
from engine.jobs.sizing import plan_passes
from engine.models import catalog
from engine.picture import Header
from engine.texts import shown

ENSEMBLE = 8
"""Times that a model is applied for the best quality."""


@dataclass(frozen=True)
class Outcome:
    """``problem`` says what cannot be; what could not be told because of it is empty."""

    size: str = ""
    name: str = ""
    problem: str = ""


def outcome(path: Path, source: Header, format: Format, choices: Choices, speed: float | None) -> Outcome:
    """Of a photo by choices that leave nothing open; ``speed`` is seconds a megapixel of a result, if it is known."""
    order = choices.order(path)
    options = order.options_for(format)
    made = Outcome()
    try:
        size = order.sizing.size_for(source.size)
        made = replace(made, size=_size(source, size, options))
        made = replace(made, size=made.size + _time(source.size, size, choices, speed))
        made = replace(made, name=shown(_final_name(order.target_for(format, source.size), choices.if_exists)))
    except FourfoldError as error:
        return replace(made, problem=localised(error.sentence))
    longest = options.format.max_side
    if max(size) > longest:
        too_long = tr("{} files end at {} pixels a side: choose PNG or TIFF.")
        return replace(made, problem=too_long.format(options.format.label, longest))
    return made


def _final_name(target: Path, wanted: IfExists) -> str:
    """What the file will be called, and what becomes of one that is there."""
    if not os.path.lexists(target):
        return target.name
    match wanted:
        case IfExists.RENAME:
            return free_name(target).name
        case IfExists.OVERWRITE:
            return tr("{} replaces the file there").format(target.name)
        case IfExists.SKIP:
            return tr("{} is there and stays").format(target.name)
    return tr("{} is there: you will be asked").format(target.name)


def _size(source: Header, size: Size, options: SaveOptions) -> str:
    count = estimated_bytes(saved_header(source, size, options), options)
    about = tr("about {}").format(file_size(count))
    large = "  ·  ".join(dict.fromkeys((pixels(size), megapixels(size))))  # which says the same of a tiny one
    return f"{large}\n{about}"


def _time(source: Size, target: Size, choices: Choices, speed: float | None) -> str:
    """Raises RequestError where the model does not reach that size."""
    if not catalog.needs_network(choices.model):
        return ""
    computed = _computed_pixels(source, target)
    if not speed or not computed:
        return ""
    seconds = speed * computed / 1e6 * (ENSEMBLE if choices.method.ensemble else 1)
    about = tr("about {}").format(duration(seconds))
    return f"  ·  {about}"


def _computed_pixels(source: Size, target: Size) -> int:
    """How many pixels a model has to make, once or twice. Raises RequestError where that does not reach."""
    passes = plan_passes(source, target, catalog.SCALE)
    return sum(source.scaled(catalog.SCALE**number).pixels for number in range(1, passes + 1))
