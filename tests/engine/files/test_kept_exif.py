"""EXIF kept as far as it is true: maker's notes in their place, bad directories left out; exiftool agrees."""

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile

from engine.files.codecs.jpeg_segments import SEGMENT
from engine.files.formats import Format
from engine.files.metadata import exif
from engine.files.metadata.losses import NOTE_LOST, losses
from engine.files.metadata.true_metadata import corrected
from engine.files.reading import open_photo
from engine.geometry import Size
from engine.picture import Metadata, Note
from tests.engine.files.saying import WRITABLE, exif_segment, jpeg, plain, told, upscaled


def directory(entries: dict[int, tuple[int, bytes]], at: int) -> bytes:
    """A TIFF directory in little-endian order to stand at a place: kind and data by tag."""
    table, body = struct.pack("<H", len(entries)), b""
    behind = at + 2 + 12 * len(entries) + 4
    for tag, (kind, data) in sorted(entries.items()):
        size = {2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 129: 1}[kind]
        table += struct.pack("<HHI", tag, kind, len(data) // size)
        if len(data) <= 4:
            table += data.ljust(4, b"\0")
        else:
            table += struct.pack("<I", behind + len(body))
            body += data + bytes(len(data) % 2)
    return table + bytes(4) + body


def long(number: int) -> tuple[int, bytes]:
    return 4, struct.pack("<I", number)


def canon_block() -> bytes:
    """EXIF of a Canon, whose maker's note counts its places from the start of the block."""
    strings = {6: b"IMG:EOS 5D Mark II JPEG".ljust(32, b"\0"), 7: b"Firmware 2.1.2".ljust(24, b"\0")}
    note_size = len(directory({tag: (2, text) for tag, text in strings.items()}, 0))
    main = {271: (2, b"Canon\0"), 272: (2, b"Canon EOS 5D Mark II\0"), 274: (3, struct.pack("<H", 6))}
    details_at = 8 + len(directory({**main, 34665: long(0)}, 8))
    head = {36867: (2, b"2019:05:06 07:08:09\0"), 37500: (7, bytes(note_size))}
    note_at = details_at + len(directory(head, details_at)) - note_size
    note = directory({tag: (2, text) for tag, text in strings.items()}, note_at)
    details = directory({**head, 37500: (7, note)}, details_at)
    return b"II*\0\x08\0\0\0" + directory({**main, 34665: long(details_at)}, 8) + details


def canon(path: Path) -> Path:
    return jpeg(path, exif_segment(canon_block()))


@pytest.mark.parametrize("format", [format for format in WRITABLE if format is not Format.TIFF])
def test_a_makers_note_keeps_its_place(exiftool: str, tmp_path: Path, format: Format) -> None:
    photo = canon(tmp_path / "photo.jpg")
    before = told(exiftool, photo)
    assert before["Canon:CanonFirmwareVersion"] == "Firmware 2.1.2"
    result, remarks = upscaled(photo, format)
    after = told(exiftool, result)
    assert {tag: value for tag, value in after.items() if tag.startswith("Canon:")} == {
        tag: value for tag, value in before.items() if tag.startswith("Canon:")
    }
    assert after["IFD0:Orientation"] == 1 and after["ExifIFD:DateTimeOriginal"] == "2019:05:06 07:08:09"
    assert remarks == ()


def test_tiff_cannot_keep_the_place_and_says_so(exiftool: str, tmp_path: Path) -> None:
    result, remarks = upscaled(canon(tmp_path / "photo.jpg"), Format.TIFF)
    assert remarks == (NOTE_LOST,)
    tags = told(exiftool, result)
    assert tags["ExifIFD:DateTimeOriginal"] == "2019:05:06 07:08:09" and "MakerNote" not in str(tags)
    assert not [tag for tag in tags if tag.startswith("Canon:")]


def test_a_note_of_its_own_places_goes_into_tiff(tmp_path: Path) -> None:
    tags, details = exif.Directory("<"), exif.Directory("<")
    details.set_bytes(exif.MAKER_NOTE, b"FUJIFILM" + bytes(100))
    tags.children = {34665: details}
    result, remarks = upscaled(jpeg(tmp_path / "photo.jpg", exif_segment(exif.to_block(tags))), Format.TIFF)
    assert remarks == () and b"FUJIFILM" in open_photo(result).header.metadata.exif


def test_the_note_of_a_tiff_photo_goes_and_it_is_said(tmp_path: Path) -> None:
    note = b"Canon's own" * 10
    tifffile.imwrite(
        tmp_path / "photo.tif", np.asarray(plain()), photometric="rgb", extratags=[(37500, 7, len(note), note)]
    )
    photo = open_photo(tmp_path / "photo.tif")
    assert photo.remarks == (NOTE_LOST,) and note not in (photo.header.metadata.exif or b"")


def test_nothing_overlaps_what_keeps_its_place() -> None:
    """Whatever is added, and wherever the note stood."""
    for place in (9, 20, 26, 39, 64, 200, 1001):
        tags, details = exif.Directory("<"), exif.Directory("<")
        details.set_bytes(exif.MAKER_NOTE, b"N" * 51)
        details.places[exif.MAKER_NOTE] = place
        details.set_text(36867, "2019:05:06 07:08:09")
        tags.children = {34665: details}
        tags.set_text(271, "A maker with a long name")
        tags.set_text(315, "Somebody")
        block = exif.to_block(tags)
        assert block[place : place + 51] == b"N" * 51
        read = exif.from_block(block)
        assert read == tags and read.children[34665].places == {exif.MAKER_NOTE: place}
        assert exif.to_block(read) == block


def test_exif_too_long_for_jpeg_loses_the_note_first(tmp_path: Path) -> None:
    tags, details = exif.Directory("<"), exif.Directory("<")
    tags.set_text(315, "Somebody")
    details.set_bytes(exif.MAKER_NOTE, b"FUJIFILM" + bytes(SEGMENT))
    tags.children = {34665: details}
    plain().save(tmp_path / "photo.png", exif=exif.to_block(tags))
    result, remarks = upscaled(tmp_path / "photo.png", Format.JPEG)
    assert remarks == (NOTE_LOST,) and b"Somebody" in open_photo(result).header.metadata.exif


BAD = {
    "beyond the end": long(0x7FFF0000),
    "at its own parent": None,
    "in the middle of text": long(9),
}


@pytest.mark.parametrize("format", WRITABLE)
@pytest.mark.parametrize("fault", BAD)
def test_a_bad_directory_costs_only_itself(exiftool: str, tmp_path: Path, fault: str, format: Format) -> None:
    main = {271: (2, b"Canon\0"), 315: (2, b"The Artist\0"), 33432: (2, b"(c) Owner\0"), 34853: long(0)}
    at = 8 + len(directory({**main, 34665: long(0)}, 8))
    bad = BAD[fault] or long(at)
    details = directory({36867: (2, b"2019:05:06 07:08:09\0"), 40965: bad, 42036: (129, "Ünï\0".encode())}, at)
    block = b"II*\0\x08\0\0\0" + directory({**main, 34853: BAD[fault] or long(8), 34665: long(at)}, 8) + details
    result, _ = upscaled(jpeg(tmp_path / "photo.jpg", exif_segment(block)), format)
    tags = told(exiftool, result)
    assert (tags["IFD0:Make"], tags["IFD0:Artist"], tags["IFD0:Copyright"]) == ("Canon", "The Artist", "(c) Owner")
    assert tags["ExifIFD:DateTimeOriginal"] == "2019:05:06 07:08:09" and tags["ExifIFD:LensModel"] == "Ünï"
    assert "InteropIFD:InteropIndex" not in tags


def test_pointers_to_parts_that_are_gone_go() -> None:
    tags = exif.Directory("<")
    tags.set_text(315, "Somebody")
    for tag in (330, 513, 514, 273, 279):
        tags.set_long(tag, 4000)
    assert set(exif.from_block(corrected(Metadata(exif=exif.to_block(tags)), Size(9, 9), 4).exif).values) == {315}


def test_what_is_damaged_is_said(tmp_path: Path) -> None:
    said = Metadata(exif=b"nothing", xmp=b"nothing", iptc=b"\x1c\x02\x05")
    assert losses(said, Metadata(), Format.WEBP) == (
        "EXIF is damaged and left out.",
        "XMP is damaged and left out.",
        "IPTC is left out: WebP has no place for it.",
    )
    assert losses(Metadata(iptc=b"\x1c\x02\x05"), Metadata(), Format.JPEG) == (
        "IPTC is left out: JPEG holds no more than 64 KB of it.",
    )
    hidden = Metadata(notes=(Note("\x1b[2J", "text"), Note("plain", "text")))
    assert losses(hidden, Metadata(), Format.WEBP) == (
        "WebP has no place for these texts, which are left out: '\\x1b[2J', plain.",
    )
    assert losses(Metadata(), Metadata(), Format.WEBP) == ()
