"""What libvips does not know of TIFF files: EXIF and IPTC in their tags, premultiplied alpha, camera raw files."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from engine import exif
from engine.image_files.packaging import iptc_of_photoshop
from engine.metadata import described

_SUBFILE_TYPE, _PHOTOMETRIC, _SUB_IFDS, _EXTRA_SAMPLES = 254, 262, 330, 338
_IPTC, _PHOTOSHOP, _DNG_VERSION = 33723, 34377, 50706
_RAW_PHOTOMETRICS = {(32803,), (34892,)}


class TiffTags(NamedTuple):
    """What a TIFF file's first directory says. ``raw`` marks the files of cameras, whose first picture is a preview."""

    raw: bool = False
    premultiplied: bool = False
    exif: bytes | None = None
    iptc: bytes | None = None


def read_tags(path: Path) -> TiffTags:
    """The tags of a file; none where they are malformed."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        try:
            main = exif.read_directory(buffer, *exif.find_directory(buffer))
        except exif.Malformed:
            return TiffTags()
        return TiffTags(_is_raw(buffer, main), main.numbers(_EXTRA_SAMPLES)[:1] == (1,), described(main), _iptc(main))


def add_tags(file: BinaryIO, block: bytes | None, iptc: bytes | None) -> None:
    """Add EXIF and IPTC to a TIFF file: a new first directory at its end. ``file`` is open for reading and writing."""
    file.flush()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        at, layout = exif.find_directory(buffer)
        main = exif.read_directory(buffer, at, layout)
        end = len(buffer)
    if block:
        added = exif.from_block(described(exif.from_block(block)) or block).reordered(layout.order)
        main.values = added.values | main.values
        main.children = added.children
    if iptc:
        main.set_bytes(_IPTC, iptc)
    place = end + end % 2
    file.seek(end)
    file.write(bytes(end % 2) + exif.dump(main, place, layout))
    file.seek(len(layout.prefix))
    file.write(struct.pack(layout.order + layout.place, place))


def _is_raw(buffer: exif.Buffer, main: exif.Directory) -> bool:
    preview_first = main.numbers(_SUBFILE_TYPE) == (1,) and _SUB_IFDS in main.values
    mosaic = main.numbers(_PHOTOMETRIC) in _RAW_PHOTOMETRICS
    return preview_first or mosaic or _DNG_VERSION in main.values or bytes(buffer[8:10]) == b"CR"


def _iptc(main: exif.Directory) -> bytes | None:
    if (value := main.values.get(_IPTC)) is not None:
        return value.data.rstrip(b"\0") or None
    photoshop = main.values.get(_PHOTOSHOP)
    return iptc_of_photoshop(photoshop.data) if photoshop else None
