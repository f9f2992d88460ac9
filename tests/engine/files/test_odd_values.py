"""Values that no program should write, but some do: they cost themselves, not the photo."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.files.codecs.vips import library
from engine.files.colour.profiles import ADOBE_RGB, ADOBE_RGB_CURVE, rgb_profile
from engine.files.formats import Format, SaveOptions
from engine.files.metadata import exif
from engine.files.planning import saved_header
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.geometry import Size
from engine.picture import Header, Picture

WRITABLE = [format for format in Format if format.writable]
PROFILE = rgb_profile(ADOBE_RGB, ADOBE_RGB_CURVE, "RGB")
PIXELS = np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)


def saved_in_all_formats(photo: Path) -> None:
    picture = open_photo(photo).picture()
    for format in WRITABLE:
        save_picture(picture, photo.with_name("result"), SaveOptions(format))


def changed(data: bytes, at: int, by: bytes) -> bytes:
    return data[:at] + by + data[at + len(by) :]


ODD_PROFILES = {
    "colours in other bytes": changed(PROFILE, 16, b"\xbbGB "),
    "no way to sRGB": PROFILE.replace(b"rTRC", b"xTRC", 1),
    "an intent that PNG refuses": changed(PROFILE, 64, b"\xff\xff\xff\xff"),
}


def test_the_profile_that_is_made_odd_is_sound(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "photo.tif", icc_profile=PROFILE)
    assert open_photo(tmp_path / "photo.tif").header.metadata.icc == PROFILE


@pytest.mark.parametrize("odd", ODD_PROFILES)
@pytest.mark.parametrize("format", ["TIFF", "JPEG", "WEBP"])
def test_a_profile_with_odd_bytes_is_left_out(tmp_path: Path, format: str, odd: str) -> None:
    assert ODD_PROFILES[odd] != PROFILE
    Image.fromarray(PIXELS).save(tmp_path / "photo", format, icc_profile=ODD_PROFILES[odd])
    assert open_photo(tmp_path / "photo").header.metadata.icc is None
    saved_in_all_formats(tmp_path / "photo")


def jpeg_with(path: Path, main: exif.Directory) -> Path:
    Image.fromarray(PIXELS).save(path, "JPEG", exif=b"Exif\0\0" + exif.to_block(main))
    return path


def test_places_outside_of_the_photo(tmp_path: Path) -> None:
    main, details = exif.Directory("<"), exif.Directory("<")
    details.values[37396] = exif.Value(9, np.array([-5, 10], "<i4").tobytes())
    main.children[34665] = details
    photo = jpeg_with(tmp_path / "photo.jpg", main)
    block = saved_header(open_photo(photo).header, Size(256, 192), SaveOptions()).metadata.exif
    assert block and 37396 not in exif.from_block(block).children[34665].values
    saved_in_all_formats(photo)


@pytest.mark.parametrize("number", [4_000_000_000, 0.01])
def test_resolutions_that_nothing_has(tmp_path: Path, number: float) -> None:
    main = exif.Directory("<")
    for tag in (282, 283):
        parts = [number, 1] if number > 1 else [1, round(1 / number)]
        main.values[tag] = exif.Value(5, np.array(parts, "<u4").tobytes())
    main.set_short(296, 2)
    Image.fromarray(PIXELS).save(tmp_path / "photo.webp", exif=b"Exif\0\0" + exif.to_block(main))
    assert open_photo(tmp_path / "photo.webp").header.metadata.resolution is None
    saved_in_all_formats(tmp_path / "photo.webp")


@pytest.mark.parametrize("quality", [80, 100])
@pytest.mark.parametrize("channels", [2, 4])
def test_alpha_that_hides_nothing_may_be_left_out(tmp_path: Path, channels: int, quality: int) -> None:
    pixels = np.concatenate([PIXELS[:, :, : channels - 1], np.full((48, 64, 1), 255, np.uint8)], axis=2)
    picture = Picture(Header(Size(64, 48), channels, 8), pixels)
    save_picture(picture, tmp_path / "result.webp", SaveOptions(Format.WEBP, quality))
    found = open_photo(tmp_path / "result.webp").picture().pixels
    if quality == 100:
        assert np.array_equal(found, np.broadcast_to(pixels[:, :, :-1], (48, 64, 3)))


def test_libvips_may_quote_bytes_that_are_no_text() -> None:
    vips = library()
    assert vips.error._to_string(vips.ffi.new("char[]", b"bad \xaa")) == "bad \N{REPLACEMENT CHARACTER}"
