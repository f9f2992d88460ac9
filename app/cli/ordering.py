"""From the words of ``fourfold upscale`` to orders: what is asked for, one order a photo."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from engine.compute.precision import Precision
from engine.errors import RequestError
from engine.files.batch import Found
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, Naming, check_template
from engine.jobs.method import Method
from engine.jobs.saving import SaveOrder
from engine.jobs.sizing import Measure, Sizing


def orders_from(arguments: argparse.Namespace, photos: list[Found]) -> list[SaveOrder]:
    """An order for each photo. Raises RequestError for what makes no sense for any photo."""
    check_template(arguments.name)
    method, sizing, format = method_from(arguments), _sizing(arguments), _format(arguments)
    options = SaveOptions(quality=arguments.quality, depth=arguments.depth, metadata=not arguments.no_metadata)
    if_exists = IfExists(arguments.if_exists)
    return [
        SaveOrder(
            photo.path, method, sizing, format, options, _naming(arguments, photo.folder), if_exists, arguments.resume
        )
        for photo in photos
    ]


def method_from(arguments: argparse.Namespace) -> Method:
    """How all photos are upscaled, the model left open where nobody chose one. Raises RequestError."""
    return Method(
        arguments.model,
        arguments.texture,
        arguments.device,
        Precision(arguments.precision),
        arguments.tile,
        arguments.ensemble,
    )


def _sizing(arguments: argparse.Namespace) -> Sizing:
    for measure in Measure:
        value = getattr(arguments, measure.replace("-", "_"))
        if value is not None:
            return Sizing(measure, value)
    return Sizing()


def _format(arguments: argparse.Namespace) -> Format | None:
    """The format by name or by the suffix of ``-o FILE``; None for each photo's own."""
    asked = Format(arguments.format) if arguments.format else None
    if not _names_a_file(arguments):
        return asked
    named = _format_of(arguments.output)
    if asked not in (None, named):
        raise RequestError(f"{arguments.output} and --format {asked} contradict each other.")
    return named


def _format_of(path: Path) -> Format:
    named = Format.of_suffix(path.suffix)
    if named is None or not named.writable:
        writable = ", ".join(format.suffix for format in Format if format.writable)
        raise RequestError(f"{path.name} names no format that Fourfold writes; it writes {writable}.")
    return named


def _naming(arguments: argparse.Namespace, folder: Path) -> Naming:
    """Where the result of a photo goes that was found in that folder below the one given."""
    output: Path | None = arguments.output
    if output is None:
        return Naming(arguments.name)
    if _names_a_file(arguments):
        return Naming(arguments.name, file=output)
    return Naming(arguments.name, output / folder)


def _names_a_file(arguments: argparse.Namespace) -> bool:
    """Whether ``-o`` is the result itself: one photo, and a name with the suffix of a picture, not a folder."""
    output: Path | None = arguments.output
    if output is None or len(arguments.photos) != 1 or os.path.isdir(arguments.photos[0]):
        return False
    return bool(output.suffix) and not os.path.isdir(output)
