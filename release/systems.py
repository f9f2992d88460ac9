"""What the three systems want to know of Fourfold: its version, its kinds of files, its menu entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.files.formats import Format
from engine.version import VERSION

SUMMARY = "Photos four times as wide and high"

# The kinds of picture that Fourfold opens, as desktops name them.
MIME_TYPES = {
    Format.PNG: "image/png",
    Format.JPEG: "image/jpeg",
    Format.WEBP: "image/webp",
    Format.TIFF: "image/tiff",
    Format.AVIF: "image/avif",
    Format.JXL: "image/jxl",
    Format.BMP: "image/bmp",
    Format.HEIC: "image/heic;image/heif",
    Format.GIF: "image/gif",
}

_VERSION_OF_WINDOWS = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('FileDescription', 'Fourfold: {summary}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', 'MIT licence'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', 'Fourfold'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def write_version_of_windows(target: Path, name: str) -> Path:
    """Write what PyInstaller puts into a program of Windows as its properties. Returns ``target``."""
    numbers = tuple(int(part) for part in [*VERSION.split(".")[:3], "0"])
    target.write_text(_VERSION_OF_WINDOWS.format(numbers=numbers, version=VERSION, name=name, summary=SUMMARY), "utf-8")
    return target


def document_types() -> list[dict[str, Any]]:
    """The kinds of file in the property list of a macOS application."""
    return [
        {
            "CFBundleTypeName": f"{format.label} picture",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in format.suffixes],
        }
        for format in MIME_TYPES
    ]
