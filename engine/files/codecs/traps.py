"""EXIF that keeps libvips busy without end is found before libvips sees it."""

from __future__ import annotations

from pathlib import Path

from engine.files.codecs.heif import exif_of
from engine.files.codecs.png_chunks import read_chunks
from engine.files.formats import Format
from engine.files.metadata.directories import is_trap


def holds_trap(path: Path, format: Format) -> bool:
    """Whether a PNG, WebP or AVIF file does; ``jpeg`` and ``tiff`` look for themselves. Raises OSError."""
    match format:
        case Format.PNG:
            block = read_chunks(path).exif
        case Format.WEBP:
            block = _exif_of_webp(path)
        case _:
            block = exif_of(path)
    return block is not None and is_trap(block.removeprefix(b"Exif\0\0"))


def _exif_of_webp(path: Path) -> bytes | None:
    with path.open("rb") as file:
        file.seek(12)
        while len(head := file.read(8)) == 8:
            length = int.from_bytes(head[4:], "little")
            if head[:4] == b"EXIF":
                return file.read(length)
            file.seek(length + length % 2, 1)
    return None
