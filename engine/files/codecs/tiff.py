"""What libvips does not know of TIFF files: EXIF and IPTC in their tags, premultiplied alpha, camera raw files."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from engine.files.codecs.photoshop import iptc_of_photoshop
from engine.files.foreign import RAW
from engine.files.metadata import exif
from engine.files.metadata.directories import MAX_PAGES, Page, pages
from engine.files.metadata.rationed import Buffer, Overdrawn, Rationed
from engine.files.metadata.true_exif import release_note, without_layout
from engine.sentences import Sentence

_SUBFILE_TYPE, _BITS, _COMPRESSION, _PHOTOMETRIC = 254, 258, 259, 262
_PLANAR, _TILE_WIDTH, _SUB_IFDS, _SAMPLE_FORMAT = 284, 322, 330, 339
_IPTC, _PHOTOSHOP, _DNG_VERSION = 33723, 34377, 50706
_CIELAB = 8
_MOSAIC, _LINEAR_RAW = 32803, 34892
_NUMBERS = {2: Sentence("signed"), 3: Sentence("floating-point"), 5: Sentence("complex"), 6: Sentence("complex")}
_COMPRESSIONS = {
    **dict.fromkeys((33003, 33004, 33005, 34712), "JPEG 2000"),
    **dict.fromkeys((50002, 52546), "JPEG XL"),
    **dict.fromkeys((22610, 34934), "JPEG XR"),
    **dict.fromkeys((50000, 34926), "Zstandard"),
    34661: "JBIG",
    34887: "LERC",
    34925: "LZMA",
    34933: "PNG",
}
"""What libvips as it comes to us does not unpack."""


class TiffTags(NamedTuple):
    """What a TIFF file's first directory says. ``obstacle`` is why Fourfold does not take the file: "is ...".
    ``note_lost``: there is a maker's note that is true nowhere else. ``pages`` is how many pictures it holds that are
    no reduced copies."""

    obstacle: Sentence | None = None
    exif: bytes | None = None
    iptc: bytes | None = None
    note_lost: bool = False
    pages: int = 1


def read_tags(path: Path) -> TiffTags:
    """The tags of a file; none where they are malformed."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        try:
            found = list(pages(buffer))
            main = exif.read_directory(Rationed(buffer), *exif.find_directory(buffer))
        except Overdrawn:
            return TiffTags(Sentence("has tags that are larger than the file itself"))
        except exif.MalformedTags:
            return TiffTags()
        tags = without_layout(main)
        note_lost = not release_note(tags)
        block = exif.to_block(tags) if tags.values or tags.children else None
        obstacle = _obstacle(buffer, main) or _too_many(found)
        return TiffTags(obstacle, block, _iptc(main), note_lost, 1 + sum(page.counts for page in found[1:]))


def add_tags(file: BinaryIO, block: bytes | None, iptc: bytes | None) -> None:
    """Add EXIF and IPTC to a TIFF file: a new first directory at its end. ``file`` is open for reading and writing."""
    file.flush()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        at, layout = exif.find_directory(buffer)
        main = exif.read_directory(Rationed(buffer), at, layout)
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


def _obstacle(buffer: Buffer, main: exif.Directory) -> Sentence | None:
    """libvips would take the preview of a camera's raw file for the photo, and it confuses Lab of 8 bits."""
    photometric, bits = main.numbers(_PHOTOMETRIC)[:1], max(main.numbers(_BITS), default=1)
    preview_first = main.numbers(_SUBFILE_TYPE) == (1,) and _SUB_IFDS in main.values
    if preview_first or _DNG_VERSION in main.values or bytes(buffer[8:10]) == b"CR":
        return RAW
    if photometric in ((_MOSAIC,), (_LINEAR_RAW,)):
        return RAW
    kind = next((_NUMBERS[number] for number in main.numbers(_SAMPLE_FORMAT) if number in _NUMBERS), None)
    if kind or bits not in (1, 2, 4, 8, 16):
        return Sentence(
            "has {bits}-bit {kind} pixels; Fourfold takes unsigned ones of 8 and 16 bits a channel",
            bits=bits,
            kind=kind or Sentence("unsigned"),
        )
    if photometric == (_CIELAB,) and bits == 8:
        return Sentence("is in Lab colours of 8 bits; save it in RGB or with 16 bits first")
    return _packing(main)


def _packing(main: exif.Directory) -> Sentence | None:
    """What of the way in which its pixels are stored is not read."""
    kind = next((_COMPRESSIONS[number] for number in main.numbers(_COMPRESSION) if number in _COMPRESSIONS), None)
    if kind:
        return Sentence("is packed by {kind}, which Fourfold does not read; save it with LZW or ZIP", kind=kind)
    if main.numbers(_PLANAR) == (2,) and _TILE_WIDTH in main.values:
        return Sentence("has tiles of one colour each, which Fourfold does not read; save it interleaved")
    return None


def _too_many(found: list[Page]) -> Sentence | None:
    """Other pictures as large as the first are pages; smaller ones may be previews."""
    if len(found) > MAX_PAGES:
        return Sentence("has more than {most} pages; Fourfold takes single photos", most=MAX_PAGES)
    first, *others = found
    others = [page for page in others if page.counts]
    if any(page.width >= first.width or page.height >= first.height for page in others):
        return Sentence("has {pages} pages; Fourfold takes single photos", pages=1 + len(others))
    return None


def _iptc(main: exif.Directory) -> bytes | None:
    if (value := main.values.get(_IPTC)) is not None:
        return value.data.rstrip(b"\0") or None
    photoshop = main.values.get(_PHOTOSHOP)
    return iptc_of_photoshop(photoshop.data) if photoshop else None
