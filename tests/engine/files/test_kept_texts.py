"""Texts of PNG and comments of JPEG and GIF, kept from format to format; exiftool agrees."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from engine.files.codecs.jpeg_segments import read_segments
from engine.files.codecs.png_chunks import TEXT_LIMIT
from engine.files.formats import Format, SaveOptions
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.picture import Note, Picture
from tests.engine.files.saying import WRITABLE, jpeg, plain, segment, told, upscaled


def described(**texts: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    for keyword, text in texts.items():
        info.add_text(keyword, text)
    return info


SAID = {
    "parameters": "a tree with a bird\nSteps: 40, Seed: 968002204",
    "Author": "The Artist",
    "Copyright": "\u00a9 2024 The Artist",
    "Title": "Bäume \u2603 <1>",
    "Description": "Trees",
}


@pytest.mark.parametrize("format", WRITABLE)
def test_texts_of_png_go_into_every_format(exiftool: str, tmp_path: Path, format: Format) -> None:
    info = described(**SAID, Software="Another program")
    info.add_itxt("Title", SAID["Title"], zip=True)
    plain().save(tmp_path / "photo.png", pnginfo=info)
    result, remarks = upscaled(tmp_path / "photo.png", format)
    tags = told(exiftool, result)
    if format is Format.PNG:
        assert {name: tags[f"PNG:{name.capitalize()}"] for name in SAID} == SAID
    else:
        names = {"parameters": "ExifIFD:UserComment", "Author": "IFD0:Artist", "Copyright": "IFD0:Copyright"}
        names |= {"Title": "XMP-dc:Title", "Description": "IFD0:ImageDescription"}
        assert {name: tags[tag] for name, tag in names.items()} == SAID
    assert remarks == () and "Another program" not in str(tags)


def test_texts_without_a_place_are_named(tmp_path: Path) -> None:
    plain().save(tmp_path / "photo.png", pnginfo=described(workflow="{}", Author="Somebody", Software="x"))
    _, remarks = upscaled(tmp_path / "photo.png", Format.JPEG)
    assert remarks == ("JPEG has no place for these texts, which are left out: workflow.",)
    assert upscaled(tmp_path / "photo.png", Format.PNG)[1] == ()


def test_exif_and_xmp_go_before_texts(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[315] = "By EXIF"
    plain().save(tmp_path / "photo.png", pnginfo=described(Author="By text", Comment="Hello \u2603"), exif=tags)
    result, _ = upscaled(tmp_path / "photo.png", Format.WEBP)
    with Image.open(result) as found:
        assert found.getexif()[315] == "By EXIF"
        assert found.getexif().get_ifd(34665)[37510] == b"UNICODE\0" + "Hello \u2603".encode("utf-16-be")


@pytest.mark.parametrize("format", [Format.JPEG, Format.PNG, Format.TIFF, Format.WEBP])
def test_comments_of_jpeg_go_along(exiftool: str, tmp_path: Path, format: Format) -> None:
    comment = "Ein Gruß des Fotografen"
    photo = jpeg(tmp_path / "photo.jpg", segment(0xFE, comment.encode("latin-1")))
    names = {Format.JPEG: "File:Comment", Format.PNG: "PNG:Comment"}
    assert told(exiftool, upscaled(photo, format)[0])[names.get(format, "ExifIFD:UserComment")] == comment


def test_a_gifs_comment_is_kept(tmp_path: Path) -> None:
    plain().quantize().save(tmp_path / "photo.gif", comment="Of the eighties")
    assert open_photo(tmp_path / "photo.gif").header.metadata.notes == (Note("Comment", "Of the eighties"),)


def test_long_texts_stay_within_their_limits(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes([65]) * (TEXT_LIMIT + 1))
    body = b"tEXt" + b"zTXtk\0\0" + bomb
    info = PngImagePlugin.PngInfo()
    info.add_text("long", "x" * 100_000, zip=True)
    plain().save(tmp_path / "photo.png", pnginfo=info)
    data = (tmp_path / "photo.png").read_bytes()
    chunk = struct.pack(">I", len(body) - 8) + body[4:] + struct.pack(">I", zlib.crc32(body[4:]))
    (tmp_path / "photo.png").write_bytes(data[:33] + chunk + data[33:])
    assert [(note.keyword, len(note.text)) for note in open_photo(tmp_path / "photo.png").header.metadata.notes] == [
        ("long", 100_000)
    ]
    result, remarks = upscaled(tmp_path / "photo.png", Format.PNG)
    assert len(open_photo(result).header.metadata.notes) == 1 and remarks == ()


def test_exif_as_text_and_behind_the_pixels_is_found(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[315] = "Somebody"
    block = tags.tobytes()
    lines = [block.hex()[at : at + 72] for at in range(0, 2 * len(block), 72)]
    text = "\n".join(("", "exif", f"{len(block):8}", *lines, ""))
    plain().save(tmp_path / "text.png", pnginfo=described(**{"Raw profile type exif": text}))
    plain().save(tmp_path / "late.png")
    data = (tmp_path / "late.png").read_bytes()
    body = b"eXIf" + block.removeprefix(b"Exif\0\0")
    late = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    (tmp_path / "late.png").write_bytes(data[:-12] + late + data[-12:])
    for name in ("text.png", "late.png"):
        photo = open_photo(tmp_path / name)
        assert b"Somebody" in photo.header.metadata.exif and photo.header.metadata.notes == ()


@pytest.mark.parametrize("data", [b"\xff\xd8\xff", b"\xff\xd8\xff\xfe\0\0", b"\xff\xd8\xff\xff\xff\xff\xe1\0\x03"])
def test_segments_that_are_cut_short_end(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(data)
    assert read_segments(tmp_path / "photo.jpg").comments == ()


def test_a_second_pass_changes_nothing(tmp_path: Path) -> None:
    """A result saved again says the same."""
    info = described(**SAID)
    plain().save(tmp_path / "photo.png", pnginfo=info)
    for format in WRITABLE:
        first, _ = upscaled(tmp_path / "photo.png", format, 1)
        before = open_photo(first)
        again = tmp_path / f"again{format.suffix}"
        save_picture(Picture(before.header, before.picture().pixels), again, SaveOptions(format, quality=100))
        after = open_photo(again).header.metadata
        assert (after.xmp, after.notes) == (before.header.metadata.xmp, before.header.metadata.notes)
        assert format is Format.PNG or b"The Artist" in after.exif
