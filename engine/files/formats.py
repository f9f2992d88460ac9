"""The picture formats, what each can hold, and how a file is recognised by its first bytes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

from engine.errors import RequestError, UnreadablePicture, UnsupportedPicture
from engine.files.foreign import obstacle
from engine.sentences import why


class Facts(NamedTuple):
    """What a format can hold as Fourfold writes it. ``memory`` is how many times its raw pixels the encoder keeps in
    memory; 0 where it writes band by band."""

    label: str
    suffixes: tuple[str, ...]
    writable: bool = False
    max_side: int = 0
    depths: tuple[int, ...] = (8,)
    has_alpha: bool = True
    has_grey: bool = True
    has_profile: bool = True
    has_resolution: bool = True
    lossy: bool = False
    lossless_at_100: bool = False
    memory: float = 0


class Format(StrEnum):
    """A picture format. GIF is read when it holds a single picture; GIF, BMP and HEIC are not written."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    TIFF = "tiff"
    AVIF = "avif"
    JXL = "jxl"
    BMP = "bmp"
    HEIC = "heic"
    GIF = "gif"

    @classmethod
    def of_suffix(cls, suffix: str) -> Self | None:
        """The format that files with this suffix (``.jpg``, in any case) usually have; None for an unknown one."""
        return next((format for format in cls if suffix.lower() in _FACTS[format].suffixes), None)

    @property
    def label(self) -> str:
        """The name people know."""
        return _FACTS[self].label

    @property
    def suffix(self) -> str:
        """The usual suffix of its files, with the dot."""
        return _FACTS[self].suffixes[0]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All suffixes that its files have, in lower case with the dot; the usual one first."""
        return _FACTS[self].suffixes

    @property
    def writable(self) -> bool:
        """Whether Fourfold writes it."""
        return _FACTS[self].writable

    @property
    def max_side(self) -> int:
        """The longest side in pixels that it can be written with."""
        return _FACTS[self].max_side

    @property
    def depths(self) -> tuple[int, ...]:
        """The bits a channel it can be written with. AVIF holds the upper 12 of 16."""
        return _FACTS[self].depths

    @property
    def has_alpha(self) -> bool:
        """Whether it holds transparency; else what is transparent is laid on white."""
        return _FACTS[self].has_alpha

    @property
    def has_grey(self) -> bool:
        """Whether it holds grey as such; else grey is written as RGB."""
        return _FACTS[self].has_grey

    @property
    def has_profile(self) -> bool:
        """Whether a colour profile can be written into it; else its colours are written in sRGB."""
        return _FACTS[self].has_profile

    @property
    def has_resolution(self) -> bool:
        """Whether it has a place of its own for the resolution; else EXIF holds it."""
        return _FACTS[self].has_resolution

    @property
    def lossy(self) -> bool:
        """Whether ``quality`` matters. WebP and JPEG XL are lossless at 100."""
        return _FACTS[self].lossy

    @property
    def memory(self) -> float:
        """How many times the raw pixels its encoder keeps in memory; 0 where it writes band by band."""
        return _FACTS[self].memory


_FACTS = {
    Format.PNG: Facts("PNG", (".png",), True, 1_000_000, (8, 16)),
    Format.JPEG: Facts("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), True, 65_500, has_alpha=False, lossy=True),
    Format.WEBP: Facts(
        "WebP",
        (".webp",),
        True,
        16_383,
        has_grey=False,
        has_resolution=False,
        lossy=True,
        lossless_at_100=True,
        memory=5,
    ),
    Format.TIFF: Facts("TIFF", (".tif", ".tiff"), True, 1_000_000, (8, 16)),
    Format.AVIF: Facts(
        "AVIF", (".avif",), True, 16_384, (8, 16), has_grey=False, has_resolution=False, lossy=True, memory=14
    ),
    Format.JXL: Facts(
        "JPEG XL",
        (".jxl",),
        True,
        1_000_000,
        has_profile=False,
        has_resolution=False,
        lossy=True,
        lossless_at_100=True,
        memory=14,
    ),
    Format.BMP: Facts("BMP", (".bmp", ".dib")),
    Format.HEIC: Facts("HEIC", (".heic", ".heif", ".hif"), has_resolution=False),
    Format.GIF: Facts("GIF", (".gif",)),
}


@dataclass(frozen=True)
class SaveOptions:
    """How a result is saved: ``quality`` 1 to 100 for the lossy formats; ``depth`` 8 or 16 bits a channel, None for as
    many as the photo has; ``metadata`` whether EXIF, XMP and IPTC go along (the colour profile always does);
    ``resolution`` the pixels an inch to state, None for those of the photo. Where the format lacks something, the
    nearest it can hold is written. Raises RequestError."""

    format: Format = Format.PNG
    quality: int = 95
    depth: int | None = None
    metadata: bool = True
    resolution: float | None = None

    def __post_init__(self) -> None:
        if not self.format.writable:
            raise RequestError("Fourfold reads {format} but does not write it.", format=self.format.label)
        if not 1 <= self.quality <= 100:
            raise RequestError("The quality is a number from 1 to 100, not {quality}.", quality=self.quality)
        if self.depth not in (None, 8, 16):
            raise RequestError("A channel has 8 or 16 bits, not {depth}.", depth=self.depth)

    @property
    def lossless(self) -> bool:
        """Whether every pixel is kept to the bit (of the depth that the format has)."""
        return not self.format.lossy or (self.quality == 100 and _FACTS[self.format].lossless_at_100)


_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"\xff\xd8\xff", Format.JPEG),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0", Format.TIFF),
    (b"MM\0+", Format.TIFF),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"\xff\x0a", Format.JXL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Format.JXL),
    (b"BM", Format.BMP),
)


def sniff(path: Path) -> Format:
    """The format of a file by its first bytes. Raises UnreadablePicture, UnsupportedPicture."""
    start = first_bytes(path, 64)
    if not start:
        raise UnreadablePicture("{name} is empty.", name=path.name)
    if found := next((format for magic, format in _MAGIC if start.startswith(magic)), None):
        return found
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return Format.WEBP
    if start[4:8] == b"ftyp" and (found := _of_brands(start)):
        return found
    if known := obstacle(start):
        raise UnsupportedPicture("{name} {obstacle}.", name=path.name, obstacle=known)
    raise UnreadablePicture("{name} is not a picture of a kind that Fourfold reads.", name=path.name)


def first_bytes(path: Path, count: int) -> bytes:
    """The first ``count`` bytes of a file. Raises UnreadablePicture."""
    try:
        with path.open("rb") as file:
            return file.read(count)
    except FileNotFoundError:
        raise UnreadablePicture("There is no file {path}.", path=path) from None
    except IsADirectoryError:
        raise UnreadablePicture("{path} is a folder, not a photo.", path=path) from None
    except PermissionError:
        if os.path.isdir(path):  # as Windows says it
            raise UnreadablePicture("{path} is a folder, not a photo.", path=path) from None
        raise UnreadablePicture("{path} may not be read: permission is missing.", path=path) from None
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error


def brands(start: bytes) -> list[bytes]:
    """The brands of an ISO media file from its first bytes, the major one first."""
    end = min(int.from_bytes(start[:4], "big"), len(start) // 4 * 4)
    return [start[8:12], *(start[at : at + 4] for at in range(16, end, 4))]


def _of_brands(start: bytes) -> Format | None:
    found = set(brands(start))
    if found & {b"avif", b"avis"}:
        return Format.AVIF
    return Format.HEIC if found & {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"} else None
