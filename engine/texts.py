"""Texts that came from outside (names of files, cards of models), made fit to be shown and to be stored.

A name may hold what a terminal obeys and a window turns round: ``\\x1b`` moves the cursor, U+202E writes backwards. One
that is not UTF-8 holds surrogates, which no output takes.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

_SURROGATES = r"\ud800-\udfff"
_SURROGATE = re.compile(f"[{_SURROGATES}]")
_HIDDEN = re.compile(rf"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069{_SURROGATES}]")
"""Control characters, ends of lines and paragraphs, what changes the direction of writing, surrogates. What joins
letters, as in emoji and in Persian, is not among them.
"""


def shown(text: str) -> str:
    """The text with what is hidden in it escaped, on one line: ``\\n``, ``\\u202e``; a byte that is not UTF-8 as
    ``\\xe9``. A text without such things stays as it is, so doing it twice does no harm.
    """
    return _HIDDEN.sub(_escaped, text)


def shown_lines(text: str) -> str:
    """The same of a text of several lines, which stay."""
    return "\n".join(map(shown, text.split("\n")))


def storable(text: str) -> str:
    """The text with only surrogates escaped, so that it can be written as UTF-8; its lines stay."""
    return _SURROGATE.sub(_escaped, text)


def to_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON that every program can read: ASCII, and null where a number is not finite. Raises TypeError and
    ValueError as ``json.dumps`` does.
    """
    return json.dumps(_finite(value), indent=indent, allow_nan=False)


def _escaped(found: re.Match[str]) -> str:
    byte = ord(found[0]) - 0xDC00  # of a name that is not UTF-8, as Python keeps it
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else found[0].encode("unicode_escape").decode("ascii")


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(each) for key, each in value.items()}
    return [_finite(each) for each in value] if isinstance(value, list | tuple) else value
