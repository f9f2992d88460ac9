"""What Fourfold does not read is called by its name; what it reads in part is read with a remark."""

import struct
from io import BytesIO
from pathlib import Path

import imagecodecs
import numpy as np
import pillow_heif
import pytest
import tifffile
from PIL import Image

from engine.errors import UnreadablePicture, UnsupportedPicture
from engine.files.reading import open_any_size, open_photo

PIXELS = np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(UnsupportedPicture) as error:
        open_photo(path)
    return str(error.value)


def jpeg(pixels: np.ndarray = PIXELS, **settings: object) -> bytes:
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", **settings)
    return buffer.getvalue()


def tiff(pixels: np.ndarray = PIXELS, **settings: object) -> bytes:
    buffer = BytesIO()
    tifffile.imwrite(buffer, pixels, photometric="rgb", **settings)
    return buffer.getvalue()


FOREIGN = [
    (b"FUJIFILMCCD-RAW 0201", "camera raw"),
    (b"II\x1a\0\0\0HEAPCCDR", "camera raw"),
    (b"IIU\0\x08\0\0\0", "camera raw"),
    (struct.pack(">I", 24) + b"ftypcrx \0\0\0\1crx isom", "camera raw"),
    (struct.pack(">I", 24) + b"ftypqt  \0\0\0\0qt  ", "video"),
    (struct.pack(">I", 24) + b"ftypmp42\0\0\0\0isommp42", "video"),
    (b"\x1aE\xdf\xa3\x9fB\x86\x81\1", "video"),
    (b"RIFF\x24\0\0\0AVI LIST", "video"),
    (b"\n<!DOCTYPE html><html>", "web page"),
    (b"8BPS\0\1\0\0", "Photoshop"),
    (b"%PDF-1.7\n", "PDF"),
    (b"v/1\x01\2\0\0\0", "OpenEXR"),
    (b"#?RADIANCE\n", "Radiance HDR"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b'<?xml version="1.0"?><svg width="9">', "SVG"),
    (b"P6\n8 8\n255\n", "Netpbm"),
]


@pytest.mark.parametrize(("start", "name"), FOREIGN)
def test_files_of_another_kind(tmp_path: Path, start: bytes, name: str) -> None:
    assert name in refusal(tmp_path / "photo.jpg", start + bytes(200))


def test_video_in_heic(tmp_path: Path) -> None:
    assert "animated" in refusal(
        tmp_path / "photo.heic", struct.pack(">I", 24) + b"ftyphevc\0\0\0\0hevcmsf1" + bytes(99)
    )


def test_jpeg_of_twelve_bits(tmp_path: Path) -> None:
    data = imagecodecs.jpeg8_encode(PIXELS.astype(np.uint16) * 16, bitspersample=12)
    assert "12 bits" in refusal(tmp_path / "photo.jpg", data)


def test_hierarchical_jpeg(tmp_path: Path) -> None:
    data = bytearray(jpeg())
    data[data.index(b"\xff\xc0") + 1] = 0xC5
    assert "hierarchical" in refusal(tmp_path / "photo.jpg", data)


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"compression": "zstd"}, "Zstandard"),
        ({"compression": "lzma"}, "LZMA"),
        ({"compression": "jpeg2000"}, "JPEG 2000"),
        ({"compression": "jpegxl"}, "JPEG XL"),
        ({"compression": "lerc"}, "LERC"),
        ({"compression": "png"}, "PNG"),
    ],
)
def test_tiff_packed_otherwise(tmp_path: Path, settings: dict[str, object], name: str) -> None:
    assert f"packed by {name}" in refusal(tmp_path / "photo.tif", tiff(**settings))


def test_tiff_with_tiles_of_one_colour(tmp_path: Path) -> None:
    planes = np.ascontiguousarray(PIXELS.transpose(2, 0, 1))
    assert "tiles of one colour" in refusal(
        tmp_path / "photo.tif", tiff(planes, planarconfig="separate", tile=(16, 16))
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (np.float32, "32-bit floating-point"),
        (np.float16, "16-bit floating-point"),
        (np.int16, "16-bit signed"),
        (np.uint32, "32-bit unsigned"),
    ],
)
def test_tiff_with_other_numbers(tmp_path: Path, kind: type, name: str) -> None:
    assert name in refusal(tmp_path / "photo.tif", tiff(PIXELS.astype(kind)))


def pages(path: Path, *others: tuple[np.ndarray, int]) -> Path:
    with tifffile.TiffWriter(path) as file:
        file.write(PIXELS, photometric="rgb")
        for pixels, kind in others:
            file.write(pixels, photometric="rgb", subfiletype=kind)
    return path


def test_smaller_pages_of_a_tiff_are_said(tmp_path: Path) -> None:
    photo = open_photo(pages(tmp_path / "photo.tif", (PIXELS[:40, :60], 0), (PIXELS[:44, :50], 0)))
    assert photo.remarks == ("The file has 3 pages; only the first is taken.",)
    assert np.array_equal(photo.picture().pixels, PIXELS)


def test_reduced_copies_are_no_pages(tmp_path: Path) -> None:
    reduced = [(PIXELS[:: 2**step, :: 2**step], 1) for step in range(1, 4)]
    assert open_photo(pages(tmp_path / "photo.tif", *reduced)).remarks == ()


def test_a_page_as_large_as_the_first_is_refused(tmp_path: Path) -> None:
    pages(tmp_path / "photo.tif", (PIXELS[:, :20], 0))
    with pytest.raises(UnsupportedPicture, match="2 pages"):
        open_photo(tmp_path / "photo.tif")


def test_further_pictures_in_heic_are_said(tmp_path: Path) -> None:
    file = pillow_heif.from_bytes("RGB", (64, 48), PIXELS.tobytes())
    file.add_frombytes("RGB", (64, 48), np.ascontiguousarray(PIXELS[::-1]).tobytes())
    file.save(tmp_path / "photo.heic", quality=95, chroma=444)
    assert "The file holds 2 pictures; only the main one is taken." in open_photo(tmp_path / "photo.heic").remarks


@pytest.mark.parametrize("settings", [{}, {"progressive": True}, {"restart_marker_blocks": 2}])
def test_a_jpeg_that_lacks_only_its_end_is_read_with_a_remark(tmp_path: Path, settings: dict[str, object]) -> None:
    (tmp_path / "whole.jpg").write_bytes(jpeg(**settings))
    (tmp_path / "open.jpg").write_bytes(jpeg(**settings)[:-2])
    whole, photo = open_photo(tmp_path / "whole.jpg"), open_photo(tmp_path / "open.jpg")
    assert whole.remarks == ()
    assert photo.remarks == ("The file lacks its end; perhaps it was not copied whole.",)
    assert np.array_equal(photo.picture().pixels, whole.picture().pixels)


@pytest.mark.parametrize("settings", [{}, {"progressive": True}])
def test_a_jpeg_that_lacks_more_is_refused(tmp_path: Path, settings: dict[str, object]) -> None:
    (tmp_path / "photo.jpg").write_bytes(jpeg(**settings)[:-60])
    with pytest.raises(UnreadablePicture, match="cut short"):
        open_photo(tmp_path / "photo.jpg")
    open_any_size(tmp_path / "photo.jpg")  # which decodes nothing, as there is no limit


def test_a_film_behind_a_jpeg_does_not_hide_its_end(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(jpeg() + bytes(200_000))
    assert open_photo(tmp_path / "photo.jpg").remarks == ()
