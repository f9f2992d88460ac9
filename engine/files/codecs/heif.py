"""What the boxes of AVIF and HEIC files say beside pixels: colours, how alpha is meant, pictures beside the photo."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from engine.files.formats import brands, first_bytes
from engine.files.signals import Signal, of_code_points


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
    return HeifFacts(
        info["bit_depth"], image.premultiplied_alpha, signal, gain_map, bool(info["depth_images"]), len(image)
    )


def _opened(path: Path) -> Any:
    from pi_heif import open_heif

    try:
        return open_heif(path, convert_hdr_to_8bit=False)
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError):
        return None
