"""What libvips does not know of TIFF files: EXIF and IPTC in their tags, premultiplied alpha, camera raw files."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from engine.files import exif
from engine.files.codecs.photoshop import iptc_of_photoshop
from engine.files.true_exif import release_note, without_layout
from engine.sentences import Sentence

_SUBFILE_TYPE, _BITS, _PHOTOMETRIC, _SUB_IFDS, _SAMPLE_FORMAT = 254, 258, 262, 330, 339
_IPTC, _PHOTOSHOP, _DNG_VERSION = 33723, 34377, 50706
_CIELAB = 8
_MOSAIC, _LINEAR_RAW = 32803, 34892
_UNSIGNED, _UNDEFINED = 1, 4


class TiffTags(NamedTuple):
    """What a TIFF file's first directory says. ``obstacle`` is why Fourfold does not take the file: "is ...".
    ``note_lost``: there is a maker's note that is true nowhere else."""

    obstacle: Sentence | None = None
    exif: bytes | None = None
    iptc: bytes | None = None
    note_lost: bool = False


def read_tags(path: Path) -> TiffTags:
    """The tags of a file; none where they are malformed."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        try:
            main = exif.read_directory(buffer, *exif.find_directory(buffer))
        except exif.MalformedTags:
            return TiffTags()
        tags = without_layout(main)
        note_lost = not release_note(tags)
        block = exif.to_block(tags) if tags.values or tags.children else None
        return TiffTags(_obstacle(buffer, main), block, _iptc(main), note_lost)


def add_tags(file: BinaryIO, block: bytes | None, iptc: bytes | None) -> None:
    """Add EXIF and IPTC to a TIFF file: a new first directory at its end. ``file`` is open for reading and writing."""
    file.flush()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        at, layout = exif.find_directory(buffer)
        main = exif.read_directory(buffer, at, layout)
        end = len(buffer)
    if block:
        tags = exif.from_block(block)
        release_note(tags)
        added = without_layout(tags).reordered(layout.order)
        main.values = added.values | main.values
        main.children = added.children
    if iptc:
        main.set_bytes(_IPTC, iptc)
    place = end + end % 2
    file.seek(end)
    file.write(bytes(end % 2) + exif.dump(main, place, layout))
    file.seek(len(layout.prefix))
    file.write(struct.pack(layout.place_format, place))


def _obstacle(buffer: exif.Buffer, main: exif.Directory) -> Sentence | None:
    """libvips would take the preview of a camera's raw file for the photo, and it confuses Lab of 8 bits."""
    photometric, bits = main.numbers(_PHOTOMETRIC)[:1], max(main.numbers(_BITS), default=1)
    preview_first = main.numbers(_SUBFILE_TYPE) == (1,) and _SUB_IFDS in main.values
    if preview_first or _DNG_VERSION in main.values or bytes(buffer[8:10]) == b"CR":
        return Sentence("is a camera raw file; develop it to a TIFF or JPEG first")
    if photometric in ((_MOSAIC,), (_LINEAR_RAW,)):
        return Sentence("is a camera raw file; develop it to a TIFF or JPEG first")
    if bits > 16 or not set(main.numbers(_SAMPLE_FORMAT)) <= {_UNSIGNED, _UNDEFINED}:
        return Sentence(
            "has {bits}-bit floating-point or signed pixels; Fourfold takes unsigned ones of 8 and 16 bits a channel",
            bits=bits,
        )
    if photometric == (_CIELAB,) and bits == 8:
        return Sentence("is in Lab colours of 8 bits; save it in RGB or with 16 bits first")
    return None


def _iptc(main: exif.Directory) -> bytes | None:
    if (value := main.values.get(_IPTC)) is not None:
        return value.data.rstrip(b"\0") or None
    photoshop = main.values.get(_PHOTOSHOP)
    return iptc_of_photoshop(photoshop.data) if photoshop else None
