"""Shots of one burst are nearly one picture: they are learnt from together, or held back together. No torch."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from PIL import Image
from PIL.ExifTags import IFD, Base

_BURST_SECONDS = 3.0
"""A camera that goes on shooting takes several a second; who frames anew takes longer than this."""
_ALIKE = 64
"""Bits of 256 in which the fingerprints of two shots in a row may differ. Between two frames moved by 1 % and turned by
half a degree they differ in fewer, 94 times in 100; between two of 250 other photos, once in 8,000 pairs.
"""
_CAMERA = (Base.Make, Base.Model)


@dataclass(frozen=True)
class Shot:
    """When and by which camera a photo was taken, as far as its file says, and how it looks: its ``fingerprint``, 32
    bytes. ``second`` counts from any moment, the same for all photos of a camera.
    """

    camera: str
    second: float | None
    fingerprint: bytes


def taken(data: bytes) -> tuple[str, float | None]:
    """(camera, second) as the EXIF in the bytes of a photo's file says; "" and None where it does not. When a file was
    edited is not asked: whoever exports photos writes many a second.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
        details = exif.get_ifd(IFD.Exif)
    except (OSError, ValueError, TypeError, KeyError, SyntaxError, struct.error):
        return "", None
    words = [*(exif.get(tag) for tag in _CAMERA), details.get(Base.BodySerialNumber)]
    camera = " ".join(_plain(word) for word in words if word)
    return camera, _second(_plain(details.get(Base.DateTimeOriginal)), _plain(details.get(Base.SubsecTimeOriginal)))


def bursts(shots: Mapping[str, Shot]) -> dict[str, str]:
    """By path the first shot of the burst that a photo is of; photos of no burst are left out."""
    first: dict[str, str] = {}
    for before, path in pairwise(sorted(shots, key=lambda path: _place(path, shots[path]))):
        if _belong_together(shots[before], shots[path]):
            first[path] = first.setdefault(before, before)
    return first


def _place(path: str, shot: Shot) -> tuple[bool, str, float, str]:
    """In the order in which they were taken, by camera; those that do not say when, by name."""
    return (True, "", 0.0, path) if shot.second is None else (False, shot.camera, shot.second, path)


def _belong_together(before: Shot, after: Shot) -> bool:
    timed = before.second is not None and after.second is not None and before.camera == after.camera
    if timed and after.second - before.second <= _BURST_SECONDS:  # type: ignore[operator]
        return True
    return (int.from_bytes(before.fingerprint) ^ int.from_bytes(after.fingerprint)).bit_count() <= _ALIKE


def _second(moment: str, fraction: str) -> float | None:
    """``2026:05:01 12:00:00`` and the digits behind its point, in seconds."""
    try:
        whole = datetime.strptime(moment, "%Y:%m:%d %H:%M:%S").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
    return whole + (float(f"0.{fraction}") if fraction.isascii() and fraction.isdigit() else 0.0)


def _plain(value: object) -> str:
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value or "")
    return text.strip("\0 ")
