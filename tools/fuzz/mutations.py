"""Damage to a file: bits, numbers and pieces changed, by chance but the same for the same seed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from random import Random

_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_LONGEST_PIECE = 64
_PNG = b"\x89PNG\r\n\x1a\n"


def mutated(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The file damaged in one to eight places. Most PNG files get checksums that are right again, for else nothing but
    the first check would see the damage."""
    result = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 2, 4, 8))):
        random.choice(_WAYS)(random, result, others)
    if result.startswith(_PNG) and random.random() < 0.8:
        return with_checksums(bytes(result))
    return bytes(result)


def with_checksums(png: bytes) -> bytes:
    """A PNG file whose chunks have the checksums that they should."""
    result, at = bytearray(png), len(_PNG)
    while at + 12 <= len(result):
        end = at + 8 + int.from_bytes(result[at : at + 4], "big")
        if end + 4 > len(result):
            break
        result[end : end + 4] = struct.pack(">I", zlib.crc32(result[at + 4 : end]))
        at = end + 4
    return bytes(result)


def _place(random: Random, data: bytearray) -> int:
    """More often near the start, where headers are."""
    return int(len(data) * random.random() ** random.choice((1, 3)))


def _piece(random: Random, data: bytearray) -> slice:
    at = _place(random, data)
    return slice(at, at + random.randint(1, _LONGEST_PIECE))


def _flip(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    if data:
        data[_place(random, data)] ^= 1 << random.randrange(8)


def _set_byte(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    if data:
        data[_place(random, data)] = random.randrange(256)


def _set_number(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    at, size, number = _place(random, data), random.choice((1, 2, 4, 8)), random.choice(_NUMBERS)
    data[at : at + size] = (number % 256**size).to_bytes(size, random.choice(("big", "little")))


def _cut_out(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    del data[_piece(random, data)]


def _repeat(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    piece = _piece(random, data)
    data[piece.start : piece.start] = data[piece] * random.choice((1, 2, 100))


def _put_in(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    at = _place(random, data)
    data[at:at] = random.choice((random.randbytes, bytes))(random.randint(1, _LONGEST_PIECE))


def _splice(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    other = bytearray(random.choice(others))
    data[_piece(random, data)] = other[_piece(random, other)]


def _cut_off(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    del data[random.randrange(len(data) + 1) :]


_Way = Callable[[Random, bytearray, Sequence[bytes]], None]
_WAYS: tuple[_Way, ...] = (
    *(_flip, _flip, _set_byte, _set_byte, _set_number, _set_number, _set_number),
    *(_cut_out, _repeat, _put_in, _splice, _cut_off),
)
