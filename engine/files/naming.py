"""How a result is called and where it goes. Pure but for asking whether a file exists."""

from __future__ import annotations

import itertools
import os
import re
import string
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.errors import RequestError
from engine.geometry import Size

FIELDS = ("name", "model", "texture", "scale", "width", "height")
DEFAULT_TEMPLATE = "{name}_{model}_{scale}x"
LONGEST_NAME = 255
"""Bytes that a file's name may have on nearly all systems; some count characters instead, which are never more."""

SEPARATORS = "_- ."
"""What stands before a field goes with it where it is empty."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class IfExists(StrEnum):
    """What to do when there is a file of that name already."""

    ASK = "ask"
    SKIP = "skip"
    RENAME = "rename"
    OVERWRITE = "overwrite"


@dataclass(frozen=True)
class Naming:
    """Where a result goes: into ``folder``, None for the photo's own, under a name by ``template``; or, where ``file``
    is given, to that path and no other."""

    template: str = DEFAULT_TEMPLATE
    folder: Path | None = None
    file: Path | None = None

    @property
    def tells_texture(self) -> bool:
        """Whether the share of texture has a place of its own in the name."""
        return "{texture}" in self.template

    def path_for(self, photo: Path, suffix: str, *, model: str, texture: str, source: Size, target: Size) -> Path:
        """The path of a photo's result, as ``file_name`` calls it. Raises RequestError as that does."""
        if self.file:
            if _excess(self.file.name) > 0:
                raise RequestError("{name} is too long for the name of a file.", name=self.file.name)
            return self.file
        values = {"name": photo.stem, "model": model, "texture": texture}
        return (self.folder or photo.parent) / file_name(self.template, suffix, values, source=source, target=target)


def check_template(template: str) -> None:
    """Raise RequestError for a template that gives no photo's result a name."""
    file_name(template, "", {"name": "-", "model": "-", "texture": "-"}, source=Size(1, 1), target=Size(1, 1))


def file_name(template: str, suffix: str, values: Mapping[str, str], *, source: Size, target: Size) -> str:
    """The name of a result: the template filled in, without what no file system takes, and the suffix.

    ``values`` are ``{name}``, the photo's without suffix, cut at its end where the whole would be too long for a file,
    ``{model}`` and ``{texture}``, per cent or empty; ``{scale}`` becomes how many times as wide, ``{width}`` and
    ``{height}`` the result's in pixels. Raises RequestError for another field or an empty name.
    """
    scale = f"{target.width / source.width:.2f}".rstrip("0").rstrip(".")
    name = values["name"]
    values = {**values, "scale": scale, "width": str(target.width), "height": str(target.height)}
    while True:
        filled = _NOT_IN_NAMES.sub("-", "".join(_parts(template, values | {"name": name}))).strip(" .")
        if not filled:
            raise RequestError("The name template {template!r} gives an empty name.", template=template)
        if not name or _excess(filled + suffix) <= 0:
            return _fitting(filled, suffix)
        name = name[:-1]


def numbered(path: Path) -> Iterator[Path]:
    """``path``, then the same with the numbers from 2 on behind its name."""
    yield path
    for number in itertools.count(2):
        yield path.with_name(_fitting(path.stem, f" ({number}){path.suffix}"))


def free_name(path: Path, taken: Container[Path] = ()) -> Path:
    """The first of the ``numbered`` that is neither a file nor one of ``taken``."""
    return next(name for name in numbered(path) if not os.path.lexists(name) and name not in taken)


def _excess(name: str) -> int:
    """By how many bytes a name is too long."""
    return len(os.fsencode(name)) - LONGEST_NAME


def _fitting(stem: str, ending: str) -> str:
    """Both together, the stem cut at its end where that would be too long."""
    while len(stem) > 1 and _excess(stem + ending) > 0:
        stem = stem[:-1]
    return stem + ending


def _parts(template: str, values: Mapping[str, str]) -> list[str]:
    parts = []
    try:
        for text, field, _, _ in string.Formatter().parse(template):
            value = values[field] if field is not None else None
            parts += [text.rstrip(SEPARATORS), ""] if value == "" else [text, value or ""]
    except (KeyError, ValueError):
        fields = ", ".join(f"{{{field}}}" for field in FIELDS)
        raise RequestError(
            "The name template {template!r} may hold {fields} and plain text.", template=template, fields=fields
        ) from None
    return parts
