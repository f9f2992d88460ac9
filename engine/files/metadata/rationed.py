"""A structure of tags is read through a ration, for its parts may refer to each other in any way."""

from __future__ import annotations

from typing import Protocol


class Buffer(Protocol):
    """Bytes, or a mapped file."""

    def __len__(self) -> int: ...
    def __getitem__(self, place: slice, /) -> bytes: ...


class MalformedTags(ValueError):
    """The bytes are no directory of tags."""


class Overdrawn(MalformedTags):
    """The tags are larger than what holds them."""


class Rationed:
    """A buffer of which no more is given than three times its length, so that tags which share their bytes, or point
    at one directory again and again, cannot make much of little. Honest tags need one length."""

    def __init__(self, buffer: Buffer) -> None:
        self._buffer, self._left = buffer, 3 * len(buffer)

    def __len__(self) -> int:
        return len(self._buffer)

    def __getitem__(self, place: slice, /) -> bytes:
        """Raises ``Overdrawn``."""
        data = self._buffer[place]
        self._left -= len(data)
        if self._left < 0:
            raise Overdrawn("the tags are larger than what holds them")
        return data
