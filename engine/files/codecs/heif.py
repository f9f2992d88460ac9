"""What the boxes of AVIF and HEIC files say beside pixels: colours, how alpha is meant, pictures beside the photo."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from engine.files.colour.signals import Signal, of_code_points
from engine.files.formats import brands, first_bytes

ERRORS = (OSError, SyntaxError, ValueError, EOFError, RuntimeError)
"""What the library raises; the last one for its own limits."""

_MAX_ITEMS, _LONGEST_ITEM = 2_000, 1 << 16
"""The most items that are looked at, more than the library allows, and the most bytes of one."""


class HeifFacts(NamedTuple):
    """``bits`` a channel (0: unknown); ``signal`` of the colours where it is given."""

    bits: int = 0
    premultiplied: bool = False
    signal: Signal | None = None
    has_gain_map: bool = False
    has_depth: bool = False
    pictures: int = 1


def exif_of(path: Path) -> bytes | None:
    """EXIF as the file has it; None where there is none or the boxes are malformed."""
    image = _opened(path)
    exif: bytes | None = image.info["exif"] if image else None
    return exif


def read_facts(path: Path) -> HeifFacts:
    """Read them; none where the boxes are malformed."""
    if (image := _opened(path)) is None:
        return HeifFacts()
    info: dict[str, Any] = image.info
    nclx = info.get("nclx_profile")
    signal = of_code_points(nclx["color_primaries"], nclx["transfer_characteristics"]) if nclx else None
    gain_map = b"tmap" in brands(first_bytes(path, 256)) or any("gainmap" in kind.lower() for kind in info["aux"])
    has_depth = bool(info["depth_images"])
    return HeifFacts(info["bit_depth"], image.premultiplied_alpha, signal, gain_map, has_depth, len(image))


def open_heif(path: Path) -> Any:
    """The library's file, not decoded yet. Raises what is in ``ERRORS``."""
    import pi_heif

    if not all(map(_is_text, _item_names(path))):
        raise ValueError("an item's kind is no text, for which the library ends the process")
    file = pi_heif.open_heif(path, convert_hdr_to_8bit=False)
    if not len(file):
        raise ValueError("there is no picture in the file")
    return file


def _opened(path: Path) -> Any:
    try:
        return open_heif(path)
    except ERRORS:
        return None


def _item_names(path: Path) -> Iterator[bytes]:
    """Kind, name and content type of the items, from their ``infe`` boxes (ISO/IEC 14496-12, 8.11.6)."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        at = -1
        for _ in range(_MAX_ITEMS):
            if (at := data.find(b"infe", at + 1)) < 4:
                return
            box = data[at : at - 4 + min(int.from_bytes(data[at - 4 : at], "big"), _LONGEST_ITEM)]
            kind = 14 if box[4:5] == b"\3" else 12
            yield box[kind : kind + 4]
            yield from box[kind + 4 :].split(b"\0")


def _is_text(name: bytes) -> bool:
    try:
        return bool(name.decode()) or not name
    except UnicodeDecodeError:
        return False
