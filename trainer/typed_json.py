"""Typed values out of JSON. What does not fit is refused with the place where it stands, such as ``mixes[2].scores``.

Names that a value does not know are skipped, so that files of a newer version can still be read.
"""

from __future__ import annotations

import functools
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def typed(kind: type[T], value: object) -> T:
    """``value``, as ``json.loads`` returns it, as a dataclass of enums, numbers, texts, other dataclasses, and lists,
    pairs, dictionaries and optional ones of them. Raises ValueError where something lacks or is of another kind.
    """
    result: T = _typed(kind, value, "")
    return result


def _typed(kind: Any, value: Any, place: str) -> Any:
    if is_dataclass(kind) and isinstance(value, dict):
        return _dataclass(kind, value, place)
    match get_origin(kind), get_args(kind), value:
        case origin, (of,), list() if origin is list:
            return [_typed(of, each, f"{place}[{number}]") for number, each in enumerate(value)]
        case origin, kinds, list() if origin is tuple and len(kinds) == len(value):
            return tuple(_typed(of, each, place) for of, each in zip(kinds, value, strict=True))
        case origin, (_, of), dict() if origin is dict:
            return {name: _typed(of, each, f"{place}.{name}") for name, each in value.items()}
        case _, (of, none), _ if none is NoneType:
            return None if value is None else _typed(of, value, place)
    return _plain(kind, value, place)


def _dataclass(kind: Any, value: dict[str, Any], place: str) -> Any:
    hints, found = _hints(kind), {}
    for field in fields(kind):
        where = f"{place}.{field.name}".lstrip(".")
        if field.name in value:
            found[field.name] = _typed(hints[field.name], value[field.name], where)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{where} is missing")
    return kind(**found)


def _plain(kind: Any, value: Any, place: str) -> Any:
    if isinstance(kind, type) and isinstance(value, bool) is (kind is bool):
        if issubclass(kind, Enum) and any(value == member.value for member in kind):
            return kind(value)
        if isinstance(value, kind):
            return value
        if kind is float and isinstance(value, int):
            return float(value)
    raise ValueError(f"{place or 'the whole'} is no {getattr(kind, '__name__', kind)}: {value!r:.60}")


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
