"""Every mode and format in: written by an independent codec, read by ours."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import imagecodecs
import numpy as np
import pillow_heif
import pytest
import tifffile
from PIL import Image, ImageCms

from engine.errors import UnsupportedPicture
from engine.files.formats import Format, sniff
from engine.files.reading import open_photo

HEIGHT, WIDTH = 70, 53
LOSSLESS = float("inf")


def pattern(channels: int, depth: int = 8) -> np.ndarray:
    """Smooth waves, another in each channel, so that lossy codecs keep them and swapped channels show."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    waves = [0.5 + 0.45 * np.sin(x / (9 + 4 * c) + c) * np.cos(y / (11 + 3 * c)) for c in range(channels)]
    return np.round(np.stack(waves, -1) * (2**depth - 1)).astype(np.uint8 if depth == 8 else np.uint16)


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    assert one.shape == other.shape and one.dtype == other.dtype
    error = np.mean((one.astype(float) - other.astype(float)) ** 2)
    return 10 * np.log10(np.iinfo(one.dtype).max ** 2 / error) if error else LOSSLESS


def pillow(mode: str) -> tuple[Image.Image, np.ndarray]:
    """A picture of that mode, and the pixels a reader must find in it."""
    if mode == "1":
        image = Image.fromarray(pattern(1)[:, :, 0] > 127)
        return image, np.asarray(image.convert("L"))[:, :, None]
    if mode in ("L", "LA", "RGB", "RGBA"):
        pixels = pattern(len(mode))
        return Image.fromarray(np.squeeze(pixels), mode), pixels
    if mode == "I;16":
        pixels = pattern(1, 16)
        return Image.fromarray(pixels[:, :, 0]), pixels
    image = Image.fromarray(pattern(3)).quantize(64)
    if mode == "P":
        return image, np.asarray(image.convert("RGB"))
    if mode == "P, one colour transparent":
        image.info["transparency"] = 7
    elif mode == "P, alpha for each colour":
        image.info["transparency"] = bytes(range(0, 256, 4))
    return image, np.asarray(image.convert("RGBA"))


PALETTES = ["P", "P, one colour transparent", "P, alpha for each colour"]
BY_PILLOW = [
    *[("PNG", mode, {}, LOSSLESS) for mode in ("1", "L", "LA", "RGB", "RGBA", "I;16", *PALETTES)],
    *[("JPEG", mode, {"quality": 95, "subsampling": 0}, 38) for mode in ("L", "RGB")],
    *[("WEBP", mode, {"lossless": True, "exact": True}, LOSSLESS) for mode in ("RGB", "RGBA")],
    *[("WEBP", mode, {"quality": 95}, 35) for mode in ("RGB", "RGBA")],
    *[("TIFF", mode, {}, LOSSLESS) for mode in ("1", "L", "LA", "RGB", "RGBA", "I;16", "P")],
    *[("TIFF", mode, {"compression": "tiff_lzw"}, LOSSLESS) for mode in ("RGB", "I;16")],
    *[("AVIF", mode, {"quality": 95}, 38) for mode in ("RGB", "RGBA")],
    *[("BMP", mode, {}, LOSSLESS) for mode in ("1", "L", "P", "RGB")],
]


@pytest.mark.parametrize(("format", "mode", "settings", "least"), BY_PILLOW)
def test_modes_written_by_pillow(tmp_path: Path, format: str, mode: str, settings: dict, least: float) -> None:
    image, expected = pillow(mode)
    image.save(tmp_path / "photo", format, **settings, **image.info)
    picture = open_photo(tmp_path / "photo").picture()
    assert picture.header.depth == expected.itemsize * 8
    assert psnr(picture.pixels, expected) >= least


def test_gif_with_one_picture(tmp_path: Path) -> None:
    image, expected = pillow("P")
    image.save(tmp_path / "photo.gif")
    assert np.array_equal(open_photo(tmp_path / "photo.gif").picture().pixels, expected)


def test_gif_with_a_transparent_colour(tmp_path: Path) -> None:
    pillow("P")[0].save(tmp_path / "opaque.gif")
    with Image.open(tmp_path / "opaque.gif") as opaque:
        indices, expected = np.asarray(opaque), np.asarray(opaque.convert("RGB"))
    gif = (tmp_path / "opaque.gif").read_bytes()
    pixels_at = 13 + 3 * 2 ** ((gif[10] & 7) + 1)
    control = b"\x21\xf9\x04\x01\0\0" + bytes([indices[0, 0]]) + b"\0"
    (tmp_path / "photo.gif").write_bytes(b"GIF89a" + gif[6:pixels_at] + control + gif[pixels_at:])
    pixels = open_photo(tmp_path / "photo.gif").picture().pixels
    transparent = indices == indices[0, 0]
    assert np.array_equal(pixels[:, :, 3], np.where(transparent, 0, 255))
    assert np.array_equal(pixels[~transparent][:, :3], expected[~transparent])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("format", [Format.PNG, Format.TIFF, Format.JXL])
def test_lossless_by_imagecodecs(tmp_path: Path, format: Format, channels: int, depth: int) -> None:
    pixels = np.squeeze(pattern(channels, depth))
    if format is Format.TIFF:
        photometric = "minisblack" if channels < 3 else "rgb"
        alpha = ["unassalpha"] if channels in (2, 4) else None
        tifffile.imwrite(tmp_path / "photo", pixels, photometric=photometric, extrasamples=alpha, planarconfig="contig")
    else:
        encode = imagecodecs.png_encode if format is Format.PNG else imagecodecs.jpegxl_encode
        kwargs = {} if format is Format.PNG else {"lossless": True}
        (tmp_path / "photo").write_bytes(encode(pixels, **kwargs))
    found = open_photo(tmp_path / "photo").picture().pixels
    expected = pattern(channels, depth)
    if format is Format.JXL and depth == 16 and channels > 2:
        expected = (expected.astype(np.uint32) * 255 / 65535).round().astype(np.uint8)  # its decoder gives 8 bits
        assert np.abs(found.astype(int) - expected).max() <= 1
    else:
        assert np.array_equal(found, expected)


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("layout", [{}, {"tile": (32, 32)}, {"planarconfig": "separate"}])
def test_layouts_of_tiff(tmp_path: Path, big: bool, order: str, layout: dict) -> None:
    pixels = pattern(3, 16)
    planar = "planarconfig" in layout
    written = pixels.transpose(2, 0, 1) if planar else pixels
    settings = {"bigtiff": big, "byteorder": order, "photometric": "rgb", "compression": "zlib", "predictor": True}
    tifffile.imwrite(tmp_path / "photo.tif", written, **settings, **layout)
    assert np.array_equal(open_photo(tmp_path / "photo.tif").picture().pixels, pixels)


def test_premultiplied_alpha_of_tiff_is_made_straight(tmp_path: Path) -> None:
    straight = pattern(4)
    straight[:, :, 3] = np.maximum(straight[:, :, 3], 100)
    premultiplied = straight.copy()
    premultiplied[:, :, :3] = np.round(straight[:, :, :3] / 255.0 * straight[:, :, 3:])
    tifffile.imwrite(tmp_path / "photo.tif", premultiplied, photometric="rgb", extrasamples=["assocalpha"])
    pixels = open_photo(tmp_path / "photo.tif").picture().pixels
    assert np.abs(pixels.astype(int) - straight).max() <= 3


def cmyk_profile() -> bytes:
    import pyvips

    return bytes(pyvips.Operation.call("profile_load", "cmyk"))


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_cmyk_becomes_srgb_through_its_profile(tmp_path: Path, format: str) -> None:
    image = Image.fromarray(pattern(4) // 3, "CMYK")
    profile = cmyk_profile()
    settings = {"quality": 100, "subsampling": 0} if format == "JPEG" else {}
    image.save(tmp_path / "photo", format, icc_profile=profile, **settings)
    srgb = ImageCms.createProfile("sRGB")
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    seen = ImageCms.profileToProfile(
        image, ImageCms.ImageCmsProfile(BytesIO(profile)), srgb, intent, outputMode="RGB", flags=flags
    )
    picture = open_photo(tmp_path / "photo").picture()
    assert psnr(picture.pixels, np.asarray(seen)) > 38
    named = ImageCms.ImageCmsProfile(BytesIO(picture.header.metadata.icc))
    assert "sRGB" in ImageCms.getProfileDescription(named)


def test_cmyk_without_a_profile(tmp_path: Path) -> None:
    colours = np.array([[(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0), (0, 255, 255, 0)]], np.uint8)
    Image.fromarray(colours, "CMYK").save(tmp_path / "photo.tif")
    white, black, cyan, red = open_photo(tmp_path / "photo.tif").picture().pixels[0].astype(int)
    assert white.min() > 245 and black.max() < 60
    assert cyan[0] < 100 < cyan[1:].min() and red[0] > 200 > 100 > red[1:].max()


@pytest.mark.parametrize(("mode", "profile"), [("L", "srgb"), ("RGB", "cmyk"), ("RGBA", None)])
def test_a_profile_that_does_not_fit_is_not_heeded(tmp_path: Path, mode: str, profile: str | None) -> None:
    import pyvips

    unfit = bytes(pyvips.Operation.call("profile_load", profile)) if profile else b"no profile " * 40
    pillow(mode)[0].save(tmp_path / "photo.tif", icc_profile=unfit)
    assert open_photo(tmp_path / "photo.tif").header.metadata.icc is None


def test_lab_becomes_srgb(tmp_path: Path) -> None:
    grey, red = (32768, 0, 0), (34930, 20560, 17219)  # L* 50; L* 53.3, a* 80.3, b* 67.3 as 16-bit TIFF holds them
    tifffile.imwrite(tmp_path / "photo.tif", np.array([[grey, red]], np.uint16), photometric="cielab")
    found = open_photo(tmp_path / "photo.tif").picture().pixels[0] / 257.0
    assert np.abs(found - [(119, 119, 119), (255, 0, 0)]).max() < 12


def test_lab_of_eight_bits_is_refused(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", pattern(3), photometric="cielab")
    with pytest.raises(UnsupportedPicture, match="Lab"):
        open_photo(tmp_path / "photo.tif")


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_heic(tmp_path: Path, mode: str) -> None:
    pixels = pattern(len(mode))
    pillow_heif.from_bytes(mode, (WIDTH, HEIGHT), pixels.tobytes()).save(tmp_path / "photo.jpg", quality=98, chroma=444)
    photo = open_photo(tmp_path / "photo.jpg")
    assert photo.format is Format.HEIC
    assert psnr(photo.picture().pixels, pixels) > 35


def test_heic_of_ten_bits_is_read_as_sixteen(tmp_path: Path) -> None:
    pixels = pattern(3, 16)
    pillow_heif.from_bytes("RGB;16", (WIDTH, HEIGHT), pixels.tobytes()).save(tmp_path / "photo.heic", quality=100)
    found = open_photo(tmp_path / "photo.heic").picture()
    assert found.header.depth == 16 and psnr(found.pixels, pixels) > 35


@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_is_read_as_sixteen_bits(tmp_path: Path, bits: int) -> None:
    pixels = pattern(3, 16)
    encoded = imagecodecs.avif_encode(pixels >> (16 - bits), bitspersample=bits, level=95, pixelformat="yuv444")
    (tmp_path / "photo.avif").write_bytes(encoded)
    found = open_photo(tmp_path / "photo.avif").picture()
    assert found.header.depth == 16 and psnr(found.pixels, pixels) > 38


def test_jpeg_inside_jpeg_xl(tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.fromarray(pattern(3)).save(buffer, "JPEG", quality=95, subsampling=0)
    (tmp_path / "photo.jxl").write_bytes(imagecodecs.jpegxl_encode_jpeg(buffer.getvalue(), usecontainer=True))
    assert psnr(open_photo(tmp_path / "photo.jxl").picture().pixels, pattern(3)) > 38


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_orientation_is_baked_in(tmp_path: Path, format: str, orientation: int) -> None:
    upright = pattern(3)
    lying = {
        1: upright,
        2: np.fliplr(upright),
        3: np.rot90(upright, 2),
        4: np.flipud(upright),
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright),
        7: np.rot90(upright, 2).transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[274] = orientation
    settings = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"lossless": True}, "AVIF": {"subsampling": "4:4:4"}}
    image = Image.fromarray(np.ascontiguousarray(lying))
    image.save(tmp_path / "photo", format, exif=exif, **settings.get(format, {}))
    photo = open_photo(tmp_path / "photo")
    assert photo.header.size == (WIDTH, HEIGHT)
    assert psnr(photo.picture().pixels, upright) >= (36 if format in ("JPEG", "AVIF") else LOSSLESS)


@pytest.mark.parametrize(
    ("orientation", "turn"), [(3, lambda a: np.rot90(a, 2)), (4, np.flipud), (6, lambda a: np.rot90(a, -1))]
)
def test_a_large_photo_is_turned_though_it_cannot_be_decoded_backwards(
    tmp_path: Path, orientation: int, turn: Callable[[np.ndarray], np.ndarray]
) -> None:
    lying = np.tile(pattern(3), (25, 12, 1))
    exif = Image.Exif()
    exif[274] = orientation
    Image.fromarray(lying).save(tmp_path / "photo.png", exif=exif, compress_level=1)
    assert np.array_equal(open_photo(tmp_path / "photo.png").picture().pixels, turn(lying))


@pytest.mark.parametrize("height", [1, 7, 64, 1000])
def test_bands_are_the_picture_whatever_their_height_and_may_be_asked_for_again(tmp_path: Path, height: int) -> None:
    Image.fromarray(pattern(3)).save(tmp_path / "photo.png")
    photo = open_photo(tmp_path / "photo.png")
    for _ in range(2):
        bands = list(photo.bands(height))
        assert [len(band) for band in bands[:-1]] == [min(height, HEIGHT)] * (len(bands) - 1)
        assert np.array_equal(np.concatenate(bands), pattern(3))


@pytest.mark.parametrize("size", [(1, 1), (100_000, 1), (1, 100_000)])
def test_extreme_shapes(tmp_path: Path, size: tuple[int, int]) -> None:
    pixels = np.arange(size[0] * size[1] * 3, dtype=np.uint32).astype(np.uint8).reshape(size[1], size[0], 3)
    (tmp_path / "photo.png").write_bytes(imagecodecs.png_encode(pixels))
    photo = open_photo(tmp_path / "photo.png")
    assert photo.header.size == size
    assert np.array_equal(photo.picture().pixels, pixels)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"])
def test_formats_are_told_by_content(tmp_path: Path, format: str) -> None:
    for name in ("photo.jpg", "photo.png", "photo", "photo[page=3].txt", "fotografía ü.webp"):
        Image.fromarray(pattern(3)).save(tmp_path / name, format)
        assert sniff(tmp_path / name) is Format(format.lower())
        assert open_photo(tmp_path / name).picture().header.size == (WIDTH, HEIGHT)


def frames() -> list[Image.Image]:
    return [Image.fromarray(np.roll(pattern(3), shift, 1)) for shift in (0, 9, 18)]


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "TIFF", "AVIF"])
def test_several_pictures_are_refused(tmp_path: Path, format: str) -> None:
    first, *others = frames()
    first.save(tmp_path / "photo", format, save_all=True, append_images=others)
    with pytest.raises(UnsupportedPicture, match=r"animated|several|3 pages"):
        open_photo(tmp_path / "photo")


def test_jpeg_xl_is_refused_where_its_codec_was_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photo.jxl").write_bytes(imagecodecs.jpegxl_encode(pattern(3)))
    monkeypatch.setitem(sys.modules, "pillow_jxl", None)
    with pytest.raises(UnsupportedPicture, match="no JPEG XL"):
        open_photo(tmp_path / "photo.jxl").picture()


def test_animated_jpeg_xl_is_refused(tmp_path: Path) -> None:
    film = np.stack([np.asarray(frame) for frame in frames()])
    (tmp_path / "photo.jxl").write_bytes(imagecodecs.jpegxl_encode(film, photometric="rgb"))
    with pytest.raises(UnsupportedPicture, match="animated"):
        open_photo(tmp_path / "photo.jxl")


def test_reduced_copies_in_a_tiff_are_no_pages(tmp_path: Path) -> None:
    with tifffile.TiffWriter(tmp_path / "photo.tif") as file:
        file.write(pattern(3), photometric="rgb")
        file.write(pattern(3)[::2, ::2], photometric="rgb", subfiletype=1)
    assert np.array_equal(open_photo(tmp_path / "photo.tif").picture().pixels, pattern(3))


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int16, np.uint32])
def test_other_kinds_of_pixels_are_refused(tmp_path: Path, kind: type) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", pattern(3).astype(kind), photometric="rgb")
    with pytest.raises(UnsupportedPicture, match="8 and 16 bits"):
        open_photo(tmp_path / "photo.tif")


def test_more_than_four_channels_are_refused(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", pattern(5), photometric="rgb", planarconfig="contig")
    with pytest.raises(UnsupportedPicture, match="5 channels"):
        open_photo(tmp_path / "photo.tif")


def test_camera_raw_files_are_refused_rather_than_their_preview_upscaled(tmp_path: Path) -> None:
    dng_version = (50706, "B", 4, (1, 4, 0, 0), True)
    tifffile.imwrite(tmp_path / "photo.dng", pattern(3), photometric="rgb", extratags=[dng_version])
    with pytest.raises(UnsupportedPicture, match="raw"):
        open_photo(tmp_path / "photo.dng")
