"""Sentences for a person. They are English and remember how they were made, so that they can be translated.

A template is written where it is used, ``UnknownModel("There is no model called {name}.", name=name)``: from there
``tools.templates`` gathers them for translation.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any, Self

from engine.texts import shown


class Sentence(str):
    """A sentence, or a part of one; a ``str`` wherever text is wanted. ``template`` has ``{name}`` where a value goes;
    ``values`` are numbers, texts and other sentences. Without values the template stands as it is. What is hidden in
    texts is ``shown``, so that a sentence is one line and can be told anywhere.
    """

    template: str
    values: dict[str, int | float | str]

    def __new__(cls, template: str, /, **values: object) -> Self:
        if isinstance(template, cls):
            return template
        kept = {
            name: value if isinstance(value, int | float | Sentence) else shown(str(value))
            for name, value in values.items()
        }
        sentence = super().__new__(cls, shown(template.format(**kept) if kept else template))
        sentence.template, sentence.values = template, kept
        return sentence

    def to_json(self) -> dict[str, Any]:
        """Template and values."""
        values = {
            name: value.to_json() if isinstance(value, Sentence) else value for name, value in self.values.items()
        }
        return {"template": self.template, "values": values}

    @classmethod
    def from_json(cls, parts: Mapping[str, Any]) -> Self:
        """The sentence that ``to_json`` took apart."""
        values = parts["values"].items()
        return cls(
            parts["template"],
            **{name: cls.from_json(value) if isinstance(value, Mapping) else value for name, value in values},
        )


_WHY = {
    errno.ENOENT: Sentence("it is not there"),
    errno.EACCES: Sentence("permission denied"),
    errno.EPERM: Sentence("permission denied"),
    errno.ENOSPC: Sentence("the disk is full"),
    errno.EDQUOT: Sentence("the disk quota is used up"),
    errno.EFBIG: Sentence("the file would be larger than this disk allows"),
    errno.EROFS: Sentence("the disk is write-protected"),
    errno.EIO: Sentence("the disk has an error"),
    errno.ENAMETOOLONG: Sentence("the name is too long"),
    errno.ELOOP: Sentence("its links lead in a circle"),
}


def why(error: OSError) -> str:
    """The reason of a system's error, to stand behind a colon; rare ones are in the system's own words."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)
