"""Where parts of a file go that refer to each other by place, while some have to stay where they were."""

from __future__ import annotations


class Room:
    """Bytes from a place on, given away in order, but for those that ``fixed`` names by place and length."""

    def __init__(self, at: int, fixed: dict[int, int]) -> None:
        self.fixed, self.data = fixed, bytearray()
        self._at = self._next = at

    def take(self, size: int) -> int:
        """The place of the next ``size`` bytes that are free; an even number of bytes from the last."""
        place = self._next
        for start, length in sorted(self.fixed.items()):
            if place < start + length and start < place + size:
                place = start + length + (start + length - place) % 2
        self._next = place + size + size % 2
        return place

    def put(self, place: int, data: bytes) -> None:
        """The bytes at a place."""
        start, end = place - self._at, place - self._at + len(data)
        self.data.extend(bytes(max(0, end + end % 2 - len(self.data))))
        self.data[start:end] = data
