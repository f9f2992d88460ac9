"""Every kind of pixels and format out: written by ours, read by an independent codec, with all that goes along."""

from io import BytesIO
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, IptcImagePlugin

from engine.errors import CannotSave, RequestError
from engine.files.codecs import tiff
from engine.files.formats import Format, SaveOptions
from engine.files.metadata import exif
from engine.files.metadata.true_metadata import (
    corrected,
    exif_resolution,
    provenance,
    with_provenance,
    with_resolution_in_exif,
)
from engine.files.planning import estimated_bytes, saved_header
from engine.files.reading import open_photo
from engine.files.writing import PhotoWriter, save_picture
from engine.geometry import Size
from engine.picture import Header, Metadata, Picture

WIDTH, HEIGHT = 61, 83
WRITABLE = [format for format in Format if format.writable]
IPTC = b"\x1c\x02\x00\x00\x02\x00\x04\x1c\x02\x78\x00\x05hello"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="image/jpeg"/></rdf:RDF></x:xmpmeta>'
)
UNKNOWN_TAG = 0xC123


def pixels(channels: int, depth: int) -> np.ndarray:
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    waves = [0.5 + 0.45 * np.sin(x / (9 + 4 * c) + c) * np.cos(y / (11 + 3 * c)) for c in range(channels)]
    return np.round(np.stack(waves, -1) * (2**depth - 1)).astype(np.uint8 if depth == 8 else np.uint16)


def picture(channels: int, depth: int = 8, metadata: Metadata | None = None) -> Picture:
    return Picture(Header(Size(WIDTH, HEIGHT), channels, depth, metadata or Metadata()), pixels(channels, depth))


def profile(name: str) -> bytes:
    import pyvips

    return bytes(pyvips.Operation.call("profile_load", name))


def grey_profile() -> bytes:
    """A grey profile with a gamma of 1: linear light."""
    tags = {
        b"desc": b"desc\0\0\0\0" + (6).to_bytes(4, "big") + b"Grey\0\0" + bytes(78),
        b"wtpt": b"XYZ \0\0\0\0" + bytes.fromhex("0000f6d6 00010000 0000d32d"),
        b"kTRC": b"curv\0\0\0\0" + bytes(4),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
    }
    body, table = b"", len(tags).to_bytes(4, "big")
    for tag, data in tags.items():
        table += tag + (128 + 4 + 12 * len(tags) + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data + bytes(-len(data) % 4)
    size = 128 + len(table) + len(body)
    head = size.to_bytes(4, "big") + bytes(4) + bytes.fromhex("02400000") + b"mntrGRAYXYZ " + bytes(12) + b"acsp"
    return head + bytes(28) + bytes.fromhex("0000f6d6 00010000 0000d32d") + bytes(48) + table + body


def independently_decoded(path: Path, format: Format) -> np.ndarray:
    data = path.read_bytes()
    match format:
        case Format.PNG:
            found = imagecodecs.png_decode(data)
        case Format.TIFF:
            found = tifffile.imread(path)
        case Format.AVIF:
            found = imagecodecs.avif_decode(data)
        case Format.JXL:
            found = imagecodecs.jpegxl_decode(data)
        case _:
            found = np.asarray(Image.open(BytesIO(data)))
    return found if found.ndim == 3 else found[:, :, None]


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    error = np.mean((one - other) ** 2)
    return 10 * np.log10(1 / error) if error else float("inf")


@pytest.mark.parametrize("format", WRITABLE)
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_every_kind_of_pixels(tmp_path: Path, format: Format, channels: int, depth: int) -> None:
    original = picture(channels, depth)
    target = tmp_path / "result"
    header = save_picture(original, target, SaveOptions(format))
    found = independently_decoded(target, format)
    if format.depths == (8, 16) and not format.lossy:
        assert np.array_equal(found, original.pixels)
        return
    expected = original.pixels / (2.0**depth - 1)
    if not format.has_alpha and channels in (2, 4):
        expected = expected[:, :, :-1] * expected[:, :, -1:] + 1 - expected[:, :, -1:]
    if format in (Format.WEBP, Format.AVIF) and channels < 3:
        expected = expected[:, :, [0, 0, 0, 1][: channels + 2]]
    levels = {8: 255, 16: 4095 if format is Format.AVIF else 65535}[header.depth]
    assert found.shape == expected.shape
    assert psnr(found / levels, expected) > 36


@pytest.mark.parametrize("format", [Format.WEBP, Format.JXL])
@pytest.mark.parametrize("channels", [3, 4])
def test_quality_100_is_lossless_where_the_format_can(tmp_path: Path, format: Format, channels: int) -> None:
    original = pixels(channels, 8)
    original[:20, :, 3:] = 0  # colours under full transparency are kept too
    save_picture(Picture(picture(channels).header, original), tmp_path / "result", SaveOptions(format, 100))
    assert np.array_equal(independently_decoded(tmp_path / "result", format), original)


@pytest.mark.parametrize("format", [format for format in WRITABLE if format.lossy])
def test_quality_means_something(tmp_path: Path, format: Format) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    sizes = []
    for quality in (30, 70, 95):
        save_picture(Picture(Header(Size(64, 64), 3, 8), noise), tmp_path / "result", SaveOptions(format, quality))
        sizes.append((tmp_path / "result").stat().st_size)
    assert sizes[0] < 0.8 * sizes[1] < 0.64 * sizes[2]


@pytest.mark.parametrize(("depth", "wanted"), [(8, 16), (16, 8)])
def test_another_depth_on_request(tmp_path: Path, depth: int, wanted: int) -> None:
    save_picture(picture(3, depth), tmp_path / "result.png", SaveOptions(Format.PNG, depth=wanted))
    found = independently_decoded(tmp_path / "result.png", Format.PNG)
    assert found.dtype.itemsize * 8 == wanted
    assert np.abs(found / (2.0**wanted - 1) - pixels(3, depth) / (2.0**depth - 1)).max() <= 0.5 / 255 + 1e-9


@given(heights=st.lists(st.integers(1, 90), min_size=1, max_size=6), depth=st.sampled_from([8, 16]))
def test_bands_of_any_height(tmp_path_factory: pytest.TempPathFactory, heights: list[int], depth: int) -> None:
    target = tmp_path_factory.mktemp("bands") / "result.png"
    shape = (sum(heights), 300, 3)
    whole = np.random.default_rng(0).integers(0, 2**depth, shape, np.uint8 if depth == 8 else np.uint16)
    with PhotoWriter(target, Header(Size(300, sum(heights)), 3, depth), SaveOptions()) as writer:
        top = 0
        for height in heights:
            writer.write(whole[top : top + height])
            top += height
    assert np.array_equal(independently_decoded(target, Format.PNG), whole)


@pytest.mark.parametrize("rows", [HEIGHT - 1, HEIGHT + 1])
@pytest.mark.parametrize("format", [Format.PNG, Format.WEBP])
def test_too_few_or_too_many_rows_leave_nothing(tmp_path: Path, format: Format, rows: int) -> None:
    writer = PhotoWriter(tmp_path / "result", picture(3).header, SaveOptions(format))
    with pytest.raises(CannotSave, match="rows"), writer:
        writer.write(np.zeros((rows, WIDTH, 3), np.uint8))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", WRITABLE)
def test_profile_is_kept_to_the_byte(tmp_path: Path, format: Format) -> None:
    save_picture(picture(3, metadata=Metadata(icc=profile("p3"))), tmp_path / "result", SaveOptions(format))
    found = open_photo(tmp_path / "result").header.metadata.icc
    if format is not Format.JXL:
        assert found == profile("p3")
        with Image.open(tmp_path / "result") as image:
            assert image.info["icc_profile"] == profile("p3")
        return
    p3 = ImageCms.ImageCmsProfile(BytesIO(profile("p3")))
    srgb = ImageCms.createProfile("sRGB")
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    seen = ImageCms.profileToProfile(Image.fromarray(pixels(3, 8)), p3, srgb, intent, outputMode="RGB")
    assert psnr(independently_decoded(tmp_path / "result", format) / 255, np.asarray(seen) / 255) > 33


@pytest.mark.parametrize("format", WRITABLE)
def test_grey_with_a_profile_looks_the_same(tmp_path: Path, format: Format) -> None:
    save_picture(picture(1, metadata=Metadata(icc=grey_profile())), tmp_path / "result", SaveOptions(format))
    found = open_photo(tmp_path / "result")
    if format in (Format.PNG, Format.JPEG, Format.TIFF):
        assert found.header.metadata.icc == grey_profile()
        return
    light = pixels(1, 8) / 255
    seen = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    assert psnr(found.picture().pixels[:, :, :1] / 255, seen) > 36


MAKER_NOTE = b"Apple iOS\0" + b"MAKERNOTE" * 100
"""One that is true anywhere."""


def camera_exif() -> bytes:
    tags = exif.Directory(">")
    tags.set_text(271, "Kamera Werke")
    tags.set_text(272, "Größe 7")
    tags.set_short(274, 6)
    tags.set_bytes(UNKNOWN_TAG, b"kept")
    details = exif.Directory(">")
    details.set_text(36867, "2024:05:06 07:08:09")
    details.set_rational(33434, 0.005)
    details.set_long(40962, 15)
    details.set_bytes(37500, MAKER_NOTE)
    details.set_bytes(UNKNOWN_TAG, b"kept too")
    place = exif.Directory(">")
    place.set_text(1, "N")
    tags.children = {34665: details, 34853: place}
    return exif.to_block(tags)


@pytest.mark.parametrize("format", WRITABLE)
def test_metadata_goes_along(tmp_path: Path, format: Format) -> None:
    said = Metadata(exif=camera_exif(), xmp=XMP, iptc=IPTC, resolution=(240.0, 240.0))
    save_picture(picture(3, metadata=said), tmp_path / "result", SaveOptions(format))
    found = open_photo(tmp_path / "result").header.metadata
    assert found.resolution == pytest.approx((240, 240), rel=1e-3)
    assert b"purl.org/dc" in found.xmp and b"image/jpeg" in found.xmp
    assert found.iptc == (IPTC if format in (Format.PNG, Format.JPEG, Format.TIFF) else None)
    tags = exif.from_block(found.exif)
    details = tags.children[34665]
    assert tags.values[272].data == "Größe 7\0".encode()
    assert tags.children[34853].values[1].data.rstrip(b"\0") == b"N"
    assert details.values[37500].data == MAKER_NOTE
    assert details.numbers(40962) == (WIDTH,)
    if format is not Format.AVIF:  # its encoder drops the tags it does not know
        assert tags.values[UNKNOWN_TAG].data == b"kept"
        assert details.values[UNKNOWN_TAG].data == b"kept too"


@pytest.mark.parametrize("format", WRITABLE)
def test_metadata_is_found_by_others(tmp_path: Path, format: Format) -> None:
    said = Metadata(exif=camera_exif(), xmp=XMP, iptc=IPTC, resolution=(240.0, 240.0))
    save_picture(picture(3, metadata=said), tmp_path / "result", SaveOptions(format))
    with Image.open(tmp_path / "result") if format is not Format.JXL else opened_jxl(tmp_path / "result") as image:
        tags = image.getexif()
        assert tags[271] == "Kamera Werke"
        assert format is not Format.JXL or b"Exif\0\0\0\0MM" in (tmp_path / "result").read_bytes()
        assert tags.get_ifd(34665)[36867] == "2024:05:06 07:08:09"
        assert tags.get(274, 1) == 1
        if format in (Format.JPEG, Format.PNG, Format.TIFF):
            assert image.info["dpi"] == pytest.approx((240, 240), rel=1e-3)
        if format in (Format.JPEG, Format.TIFF):
            assert IptcImagePlugin.getiptcinfo(image)[(2, 120)] == b"hello"


def opened_jxl(path: Path) -> Image.Image:
    from pillow_jxl.JpegXLImagePlugin import JXLImageFile

    return JXLImageFile(path)


@pytest.mark.parametrize("format", WRITABLE)
def test_metadata_can_be_left_out_but_the_profile_stays(tmp_path: Path, format: Format) -> None:
    said = Metadata(icc=profile("p3"), exif=camera_exif(), xmp=XMP, iptc=IPTC)
    save_picture(picture(3, metadata=said), tmp_path / "result", SaveOptions(format, metadata=False))
    data = (tmp_path / "result").read_bytes()
    assert b"Kamera" not in data and b"purl.org" not in data and b"hello" not in data
    assert format is Format.JXL or open_photo(tmp_path / "result").header.metadata.icc == profile("p3")


def test_metadata_too_large_for_jpeg_is_left_out_and_the_photo_saved(tmp_path: Path) -> None:
    tags = exif.Directory("<")
    tags.set_bytes(UNKNOWN_TAG, bytes(70_000))
    said = Metadata(exif=exif.to_block(tags), iptc=IPTC * 5000)
    save_picture(picture(3, metadata=said), tmp_path / "result.jpg", SaveOptions(Format.JPEG))
    found = open_photo(tmp_path / "result.jpg").header.metadata
    assert (found.exif, found.iptc) == (None, None)


@pytest.mark.parametrize("format", WRITABLE)
def test_provenance_survives_the_file(tmp_path: Path, format: Format) -> None:
    made = {"model": "srgan", "sha256": "ab" * 32, "version": "0.1.0"}
    header = saved_header(picture(3).header, Size(WIDTH, HEIGHT), SaveOptions(format))
    header = Header(header.size, header.channels, header.depth, with_provenance(header.metadata, made))
    with PhotoWriter(tmp_path / "result", header, SaveOptions(format)) as writer:
        writer.write(pixels(3, 8))
    found = open_photo(tmp_path / "result").header.metadata
    assert provenance(found) == made
    assert b"Fourfold 0.1.0" in found.exif


def test_big_tiff_holds_metadata_too(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "result.tif", pixels(3, 8), bigtiff=True, photometric="rgb", byteorder=">")
    with (tmp_path / "result.tif").open("r+b") as file:
        tiff.add_tags(file, corrected(Metadata(exif=camera_exif()), Size(WIDTH, HEIGHT), 4).exif, IPTC)
    photo = open_photo(tmp_path / "result.tif")
    assert np.array_equal(photo.picture().pixels, pixels(3, 8))
    assert photo.header.metadata.iptc == IPTC and b"MAKERNOTE" in photo.header.metadata.exif
    with tifffile.TiffFile(tmp_path / "result.tif") as file:
        assert file.pages[0].tags["Make"].value == "Kamera Werke"


def test_saved_header_tells_what_will_be_written() -> None:
    source = Header(Size(10, 20), 4, 16, Metadata(icc=b"profile", exif=camera_exif(), resolution=(300, 300)))
    size = Size(40, 80)
    assert saved_header(source, size, SaveOptions(Format.JPEG)).channels == 3
    assert saved_header(source, size, SaveOptions(Format.JPEG)).depth == 8
    assert saved_header(source, size, SaveOptions(Format.PNG)).depth == 16
    assert saved_header(source, size, SaveOptions(Format.PNG, depth=8)).depth == 8
    assert saved_header(source, size, SaveOptions(Format.PNG)).metadata.icc == b"profile"
    assert saved_header(source, size, SaveOptions(Format.PNG)).metadata.resolution == (300, 300)


@pytest.mark.parametrize("format", WRITABLE)
def test_the_resolution_of_a_print_is_stated_wherever_one_may_look(tmp_path: Path, format: Format) -> None:
    for number, said in enumerate((Metadata(), Metadata(exif=camera_exif(), resolution=(72.0, 72.0)))):
        options = SaveOptions(format, resolution=300)
        target = tmp_path / f"result {number}"
        save_picture(picture(3, metadata=with_resolution_in_exif(said)), target, options)
        found = open_photo(target).header.metadata
        assert found.resolution == pytest.approx((300, 300), rel=1e-3)
        assert exif_resolution(found.exif) in (None, (300, 300))


@pytest.mark.parametrize("format", WRITABLE)
def test_the_estimate_is_of_the_right_order(tmp_path: Path, format: Format) -> None:
    size = Size(600, 500)
    y, x = np.mgrid[: size.height, : size.width]
    rng = np.random.default_rng(0)
    scene = 128 + 60 * np.sin(x / 40)[:, :, None] + 40 * np.cos(y / 25)[:, :, None] + rng.normal(0, 4, (*x.shape, 3))
    photo = Picture(Header(size, 3, 8), scene.clip(0, 255).astype(np.uint8))
    options = SaveOptions(format, 90)
    header = save_picture(photo, tmp_path / "result", options)
    assert 0.3 < estimated_bytes(header, options) / (tmp_path / "result").stat().st_size < 3.5


@pytest.mark.parametrize("wrong", [{"quality": 0}, {"quality": 101}, {"depth": 12}, {"format": Format.GIF}])
def test_options_that_make_no_sense(wrong: dict) -> None:
    with pytest.raises(RequestError):
        SaveOptions(**wrong)
