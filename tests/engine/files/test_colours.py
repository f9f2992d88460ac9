"""Colours that a file names without a profile: every result shows what another decoder sees in the photo."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import imagecodecs
import numpy as np
import pillow_heif
import pytest
from PIL import AvifImagePlugin, Image, ImageCms  # noqa: F401  the plugin registers AVIF

from engine.files.colour.hdr import pressed, to_sdr
from engine.files.colour.profiles import SRGB, SRGB_CURVE, rgb_profile
from engine.files.colour.signals import HLG, PQ, Signal, of_code_points, of_gamma, of_profile
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.true_metadata import is_adobe_rgb
from engine.files.reading import open_photo
from engine.files.writing import save_picture

HEIGHT, WIDTH = 32, 48
WRITABLE = [format for format in Format if format.writable]
P3_TO_SRGB = np.array([[1.22494, -0.22494, 0], [-0.04206, 1.04206, 0], [-0.01964, -0.07864, 1.09827]])
BT2020_TO_SRGB = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]])
ADOBE_TO_SRGB = np.array([[1.39836, -0.39836, 0], [0, 1, 0], [0, -0.04293, 1.04293]])
"""As CSS Color 4 has them, from linear light to linear light."""
SRGB_CHROMATICITIES = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
P3_CHROMATICITIES = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)


def muted(levels: int = 255) -> np.ndarray:
    """Colours that lie well inside sRGB even when their numbers mean BT.2020."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    waves = np.stack([0.5 + 0.12 * np.sin(x / 9 + c) * np.cos(y / 7 + c) for c in range(3)], -1)
    return np.round(waves * levels).astype(np.uint8 if levels == 255 else np.uint16)


def srgb_encoded(light: np.ndarray) -> np.ndarray:
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def srgb_light(values: np.ndarray) -> np.ndarray:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def bt709_light(values: np.ndarray) -> np.ndarray:
    return np.where(values < 0.0812, values / 4.5, ((values + 0.0993) / 1.0993) ** (1 / 0.45))


def seen(file: Path) -> np.ndarray:
    """A file's colours in sRGB, decoded by Pillow and brought there by lcms; a JPEG XL file is in sRGB."""
    if file.suffix == ".jxl":
        return imagecodecs.jpegxl_decode(file.read_bytes())
    with Image.open(file) as image:
        icc = image.info.get("icc_profile")
        if icc is None:
            return np.asarray(image.convert("RGB"))
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        mode = "L" if image.mode in ("L", "I;16") else "RGB"
        srgb = ImageCms.createProfile("sRGB")
        shown = ImageCms.profileToProfile(image.convert(mode), profile, srgb, renderingIntent=1, outputMode="RGB")
        return np.asarray(shown)


def saved(photo: Path, format: Format, depth: int | None = 8) -> Path:
    target = photo.with_name(f"result{format.suffix}")
    save_picture(open_photo(photo).picture(), target, SaveOptions(format, quality=100, depth=depth))
    return target


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(path: Path, pixels: np.ndarray, *chunks: tuple[bytes, bytes], **info: object) -> Path:
    """A PNG file by Pillow (imagecodecs for 16 bits) with more chunks after its first."""
    if pixels.dtype == np.uint8:
        file = BytesIO()
        Image.fromarray(pixels).save(file, "PNG", **info)
        data = file.getvalue()
    else:
        data = imagecodecs.png_encode(pixels)
    path.write_bytes(data[:33] + b"".join(chunk(*one) for one in chunks) + data[33:])
    return path


def gamma(number: int) -> tuple[bytes, bytes]:
    return b"gAMA", struct.pack(">I", number)


def chromaticities(numbers: tuple[int, ...]) -> tuple[bytes, bytes]:
    return b"cHRM", struct.pack(">8I", *numbers)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one.astype(float) - other.astype(float)).max())


TOLERANCE = {Format.PNG: 1.01, Format.TIFF: 1.01, Format.WEBP: 1.01, Format.JXL: 1.01, Format.JPEG: 6, Format.AVIF: 6}


@pytest.mark.parametrize("format", WRITABLE)
def test_gamma_and_chromaticities_go_into_every_format(tmp_path: Path, format: Format) -> None:
    photo = png(tmp_path / "photo.png", muted(), gamma(100_000), chromaticities(P3_CHROMATICITIES))
    wanted = 255 * srgb_encoded((muted() / 255) @ P3_TO_SRGB.T)
    assert difference(seen(saved(photo, format)), wanted) <= TOLERANCE[format]


@pytest.mark.parametrize("format", WRITABLE)
def test_grey_with_a_gamma_goes_into_every_format(tmp_path: Path, format: Format) -> None:
    photo = png(tmp_path / "photo.png", muted()[:, :, 0], gamma(100_000))
    wanted = 255 * srgb_encoded(muted()[:, :, :1] / 255).repeat(3, axis=2)
    found = seen(saved(photo, format))
    assert difference(found if found.ndim == 3 else found[:, :, None].repeat(3, axis=2), wanted) <= TOLERANCE[format]


CODES = [
    ((12, 13), lambda values: srgb_light(values) @ P3_TO_SRGB.T),
    ((9, 1), lambda values: bt709_light(values) @ BT2020_TO_SRGB.T),
    ((1, 8), lambda values: values),
    ((1, 4), lambda values: values**2.2),
    ((1, 17), lambda values: values**2.6 * 52.37 / 48),
    ((1, 13), srgb_light),
    ((2, 2), srgb_light),
]


@pytest.mark.parametrize(("codes", "light"), CODES)
def test_cicp_is_seen_in_the_result(tmp_path: Path, codes: tuple[int, int], light) -> None:
    photo = png(tmp_path / "photo.png", muted(), (b"cICP", bytes([*codes, 0, 1])))
    assert difference(seen(saved(photo, Format.PNG)), 255 * srgb_encoded(light(muted() / 255))) <= 1.01


@pytest.mark.parametrize(("codes", "light"), CODES)
def test_nclx_of_avif_is_seen_in_the_result(tmp_path: Path, codes: tuple[int, int], light) -> None:
    encoded = imagecodecs.avif_encode(muted(), 100, primaries=codes[0], transfer=codes[1], matrix=0, pixelformat="444")
    (tmp_path / "photo.avif").write_bytes(encoded)
    wanted = srgb_encoded(light(imagecodecs.avif_decode(encoded) / 255))
    assert difference(seen(saved(tmp_path / "photo.avif", Format.PNG)), 255 * wanted) <= 1.01


@pytest.mark.parametrize(("codes", "light"), CODES)
def test_nclx_of_heic_is_seen_in_the_result(tmp_path: Path, codes: tuple[int, int], light) -> None:
    names = {"color_primaries": codes[0], "transfer_characteristics": codes[1], "matrix_coefficients": 6}
    pillow_heif.from_pillow(Image.fromarray(muted())).save(tmp_path / "photo.heic", quality=95, chroma=444, **names)
    decoded = np.asarray(pillow_heif.open_heif(tmp_path / "photo.heic"))
    wanted = srgb_encoded(light(decoded / 255))
    assert difference(seen(saved(tmp_path / "photo.heic", Format.PNG)), 255 * wanted) <= 1.01


@pytest.mark.parametrize("codes", [(p, t) for p in (1, 4, 5, 6, 8, 9, 11, 12, 22) for t in (4, 5, 8)])
def test_profiles_are_those_that_lcms_makes(codes: tuple[int, int]) -> None:
    signal = of_code_points(*codes)
    points = signal.primaries
    white = (*points.white, 1.0)
    primaries = [number for point in points[1:] for number in (*point, 1.0)]
    theirs = imagecodecs.cms_profile("rgb", whitepoint=white, primaries=primaries, gamma=signal.curve.gamma)
    srgb = imagecodecs.cms_profile("srgb")
    ours, wanted = (
        imagecodecs.cms_transform(
            muted(65535), icc, srgb, colorspace="rgb", intent=1, outcolorspace="rgb", outdtype="u2"
        )
        for icc in (signal.profile(3), theirs)
    )
    assert difference(ours, wanted) <= 40  # of 65,535


def test_our_srgb_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(rgb_profile(SRGB, SRGB_CURVE, "sRGB")))
    shown = ImageCms.profileToProfile(Image.fromarray(muted()), ours, ImageCms.createProfile("sRGB"))
    assert np.array_equal(np.asarray(shown), muted())


@pytest.mark.parametrize(
    "chunks",
    [
        [gamma(45455)],
        [gamma(45455), chromaticities(SRGB_CHROMATICITIES)],
        [gamma(100_000), (b"sRGB", b"\0")],
        [gamma(0)],
        [gamma(2**32 - 1)],
        [gamma(100_000), chromaticities((0,) * 8)],
        [gamma(100_000), chromaticities((31270, 32900, 30000, 30000, 30000, 30000, 30000, 30000))],
        [chromaticities(P3_CHROMATICITIES)],
        [(b"gAMA", b"\0")],
        [(b"cICP", bytes((99, 99, 0, 1)))],
    ],
)
def test_srgb_and_nonsense_need_no_profile(tmp_path: Path, chunks: list[tuple[bytes, bytes]]) -> None:
    photo = open_photo(png(tmp_path / "photo.png", muted(), *chunks))
    assert photo.header.metadata.icc is None and photo.remarks == ()
    assert np.array_equal(photo.picture().pixels, muted())


def test_a_profile_goes_before_gamma_and_cicp_before_a_profile(tmp_path: Path) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = open_photo(png(tmp_path / "one.png", muted(), gamma(100_000), icc_profile=icc))
    assert photo.header.metadata.icc == icc
    photo = open_photo(png(tmp_path / "two.png", muted(), (b"cICP", bytes((12, 13, 0, 1))), icc_profile=icc))
    assert photo.header.metadata.icc == of_code_points(12, 13).profile(3)


def option_file(path: Path, rule: str, colour_space: int = 65535) -> Path:
    tags = Image.Exif()
    tags.get_ifd(34665)[40961] = colour_space
    tags.get_ifd(34665)[40965] = {1: rule}
    Image.fromarray(muted()).save(path, quality=100, subsampling=0, exif=tags.tobytes())
    return path


@pytest.mark.parametrize("format", WRITABLE)
def test_adobe_rgb_of_a_camera_without_a_profile(tmp_path: Path, format: Format) -> None:
    photo = option_file(tmp_path / "photo.jpg", "R03")
    wanted = srgb_encoded((np.asarray(Image.open(photo)) / 255) ** (563 / 256) @ ADOBE_TO_SRGB.T)
    result = saved(photo, format)
    assert difference(seen(result), 255 * wanted) <= TOLERANCE[format]
    said = open_photo(result).header.metadata.exif
    assert is_adobe_rgb(said) == (b"R03" in said) == (format is not Format.JXL)


def test_no_adobe_rgb_where_exif_does_not_say_so(tmp_path: Path) -> None:
    for number, (rule, space) in enumerate((("R98", 65535), ("R03", 1))):
        assert open_photo(option_file(tmp_path / f"{number}.jpg", rule, space)).header.metadata.icc is None


@pytest.mark.parametrize("suffix", [".avif", ".heic"])
def test_premultiplied_colours_are_divided_by_alpha(tmp_path: Path, suffix: str) -> None:
    alpha = np.full((HEIGHT, WIDTH, 1), 128, np.uint8)
    alpha[:8] = 0
    pixels = np.concatenate([muted(), alpha], 2)
    if suffix == ".avif":
        image = Image.fromarray(pixels)
        image.save(tmp_path / "photo.avif", quality=100, subsampling="4:4:4", alpha_premultiplied=True)
    else:
        premultiplied = np.round(pixels[:, :, :3] * (alpha / 255.0)).astype(np.uint8)
        raw = np.concatenate([premultiplied, alpha], 2)
        file = pillow_heif.from_bytes("RGBa", (WIDTH, HEIGHT), raw.tobytes())
        file.save(tmp_path / "photo.heic", quality=-1, chroma=444, matrix_coefficients=0)
    photo = open_photo(tmp_path / f"photo{suffix}")
    found = photo.picture().pixels
    assert difference(found[10:, :, :3], pixels[10:, :, :3]) <= 6
    assert not found[:6, :, :3].any() and (found[10:, :, 3] == 128).all()


def heic(path: Path, transfer: int, pixels: np.ndarray) -> Path:
    file = pillow_heif.from_bytes("RGB;16", (WIDTH, HEIGHT), pixels.tobytes())
    names = {"color_primaries": 9, "transfer_characteristics": transfer, "matrix_coefficients": 9}
    file.save(path, quality=100, chroma=444, **names)
    return path


def test_pq_and_hlg_are_brought_to_sdr_and_it_is_said(tmp_path: Path) -> None:
    for transfer, paper in ((PQ, 0.5807), (HLG, 0.75)):
        pixels = np.full((HEIGHT, WIDTH, 3), round(paper * 65535), np.uint16)
        pixels[:, WIDTH // 2 :] = 65535
        files = [
            heic(tmp_path / f"{transfer}.heic", transfer, pixels),
            png(tmp_path / f"{transfer}.png", pixels, (b"cICP", bytes((9, transfer, 0, 1)))),
        ]
        encoded = imagecodecs.avif_encode(
            pixels >> 6, 100, bitspersample=10, primaries=9, transfer=transfer, matrix=9, pixelformat="444"
        )
        (tmp_path / f"{transfer}.avif").write_bytes(encoded)
        for file in (*files, tmp_path / f"{transfer}.avif"):
            photo = open_photo(file)
            assert any("HDR" in remark for remark in photo.remarks)
            found = photo.picture().pixels
            assert found.dtype == np.uint16 and photo.header.depth == 16
            assert difference(found[:, :16] / 65535, srgb_encoded(np.array(0.875))) < 0.01
            assert difference(found[:, -16:] / 65535, np.array(1.0)) < 0.01
            again = open_photo(saved(file, Format.PNG, None))
            assert again.remarks == () and np.array_equal(again.picture().pixels, found)
            assert again.header.metadata.icc == Signal(photo.treatment.hdr.primaries).profile(3)


def test_hdr_by_its_formulas() -> None:
    """Light below the knee is what ST 2084 and BT.2100 say, in units of 203 nits."""
    pq = np.round(np.array([0.0, 0.1, 0.3, 0.5]) * 65535)
    nits = np.array([0.0, 0.32, 10.0, 92.25])  # of ST 2084
    found = to_sdr(pq.astype(np.uint16)[None, :, None], PQ, SRGB)[0, :, 0] / 65535
    light = srgb_light(found) * 203
    assert light[1:] == pytest.approx(nits[1:], rel=0.03) and found[0] == 0
    found = to_sdr(np.full((1, 1, 3), 32768, np.uint16), HLG, SRGB)[0, 0] / 65535
    assert srgb_light(found) * 203 == pytest.approx(1000 * (1 / 12) ** 1.2, rel=0.01)


def test_light_is_pressed_without_a_step() -> None:
    light = np.linspace(0, 12, 5000, dtype=np.float32)
    curve = pressed(light)
    assert np.array_equal(curve[light < 0.75], light[light < 0.75])
    steps = np.diff(curve)
    assert (steps >= 0).all() and np.abs(np.diff(steps)).max() < 1e-4
    assert curve.max() == pytest.approx(1) and curve[light > 4.93] == pytest.approx(1)


def test_alpha_stays_beside_hdr() -> None:
    band = np.full((2, 2, 4), 40_000, np.uint16)
    assert (to_sdr(band, PQ, SRGB)[:, :, 3] == 40_000).all()
    assert to_sdr(np.full((2, 2, 2), 200, np.uint8), PQ, SRGB).shape == (2, 2, 2)


def test_a_profile_may_say_that_it_is_hdr(tmp_path: Path) -> None:
    icc = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert of_profile(bytes(icc)) is None
    icc[132:144] = struct.pack(">4sII", b"cicp", len(icc), 12)
    icc += b"cicp" + bytes(4) + bytes((9, 16, 0, 1))
    icc[:4] = struct.pack(">I", len(icc))
    photo = open_photo(png(tmp_path / "photo.png", muted(), icc_profile=bytes(icc)))
    assert photo.header.depth == 16 and any("HDR" in remark for remark in photo.remarks)


@pytest.mark.parametrize(
    "icc", [b"", bytes(131), bytes(128) + b"\xff" * 4, bytes(128) + b"\0\0\0\1cicp\xff\xff\xff\xff"]
)
def test_a_malformed_profile_names_nothing(icc: bytes) -> None:
    assert of_profile(icc) is None


def test_white_of_ten_bits_is_white(tmp_path: Path) -> None:
    white = np.full((HEIGHT, WIDTH, 3), 1023, np.uint16)
    (tmp_path / "photo.avif").write_bytes(imagecodecs.avif_encode(white, 100, bitspersample=10))
    heif = pillow_heif.from_bytes("RGB;16", (WIDTH, HEIGHT), np.full((HEIGHT, WIDTH, 3), 65535, np.uint16).tobytes())
    heif.save(tmp_path / "photo.heic", quality=100)
    for name in ("photo.avif", "photo.heic"):
        assert (open_photo(tmp_path / name).picture().pixels == 65535).all()


def test_gammas_out_of_reason_are_none() -> None:
    assert of_gamma(100) is None and of_gamma(55_000) == Signal(curve=of_gamma(55_000).curve)
