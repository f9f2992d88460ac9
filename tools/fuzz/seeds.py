"""Sound files of every format, small and with all that a file can say, made anew each time."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pillow_heif
import tifffile
from PIL import Image

from engine.files.codecs.stored_png import SIGNATURE, chunk
from engine.files.colour.profiles import ADOBE_RGB, ADOBE_RGB_CURVE, grey_profile, rgb_profile
from engine.files.formats import Format, SaveOptions
from engine.files.metadata import exif, xmp
from engine.files.metadata.true_metadata import with_provenance
from engine.files.writing import save_picture
from engine.geometry import Size
from engine.picture import Header, Metadata, Note, Picture, Pixels

WIDTH, HEIGHT = 44, 36
_EXIF, _GPS, _INTEROPERABILITY, _MAKER_NOTE = 34665, 34853, 40965, 37500
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def seeds() -> dict[str, bytes]:
    """All of them, by name."""
    return {
        **dict(_saved_by_us()),
        **dict(_by_pillow()),
        **dict(_tiffs()),
        **dict(_jpegs()),
        **dict(_pngs()),
        **dict(_heifs()),
        **dict(_jxls()),
        "runs.bmp": _bitmap_of_runs(),
    }


def pattern(channels: int, depth: int = 8) -> Pixels:
    """Waves with some noise, (36, 44, C)."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    waves = [0.5 + 0.4 * np.sin(x / (5 + 2 * c) + c) * np.cos(y / (7 + c)) for c in range(channels)]
    noisy = np.stack(waves, -1) + np.random.default_rng(0).normal(0, 0.02, (HEIGHT, WIDTH, channels))
    levels = np.round(np.clip(noisy, 0, 1) * (2**depth - 1))
    pixels: Pixels = levels.astype(np.uint8 if depth == 8 else np.uint16)
    return pixels


def metadata(channels: int = 3) -> Metadata:
    """EXIF with directories inside and a maker's note, XMP, IPTC, a profile, a resolution and a text."""
    icc = rgb_profile(ADOBE_RGB, ADOBE_RGB_CURVE, "RGB") if channels > 2 else grey_profile(ADOBE_RGB_CURVE, "grey")
    said = with_provenance(Metadata(xmp=_packet()), {"version": "1"})
    iptc = b"\x1c\x02\x78\0\x05photo\x1c\x02\x50\0\x02me"
    return Metadata(icc, exif.to_block(_tags()), said.xmp, iptc, (300.0, 300.0), (Note("Comment", "a comment"),))


def _tags() -> exif.Directory:
    main, details, gps, rule = (exif.Directory("<") for _ in range(4))
    main.set_text(271, "Maker")
    main.set_short(274, 1)
    main.set_rational(282, 300)
    main.set_rational(283, 300)
    main.set_short(296, 2)
    details.set_text(36867, "2026:01:02 03:04:05")
    details.set_short(37396, 20, 18, 10, 10)
    details.set_rational(41486, 2000)
    details.set_bytes(_MAKER_NOTE, b"Maker\0\0\0" + bytes(range(64)))
    details.set_bytes(37510, b"ASCII\0\0\0a comment")
    gps.set_text(1, "N")
    rule.set_text(1, "R98")
    details.children[_INTEROPERABILITY] = rule
    main.children |= {_EXIF: details, _GPS: gps}
    return main


def _packet() -> bytes:
    root = xmp.empty()
    xmp.put_title(root, "a title")
    xmp.put(root, xmp.TIFF, {"Orientation": "1", "ImageWidth": str(WIDTH)})
    xmp.put(root, "http://ns.google.com/photos/1.0/panorama/", {"FullPanoWidthPixels": str(WIDTH)})
    return xmp.serialise(root)


def _saved_by_us() -> Iterator[tuple[str, bytes]]:
    for format in (format for format in Format if format.writable):
        for channels in (1, 3, 4):
            for depth in format.depths:
                for quality in (80, 100) if format.lossy else (100,):
                    if channels == 3 or quality == 100:
                        name = f"own{channels}-{depth}-{quality}{format.suffix}"
                        yield name, _saved(format, channels, depth, quality)


def _saved(format: Format, channels: int, depth: int, quality: int) -> bytes:
    channels -= channels == 4 and not format.has_alpha
    picture = Picture(Header(Size(WIDTH, HEIGHT), channels, depth, metadata(channels)), pattern(channels, depth))
    with tempfile.TemporaryDirectory() as folder:
        save_picture(picture, Path(folder) / "seed", SaveOptions(format, quality))
        return (Path(folder) / "seed").read_bytes()


def _by_pillow() -> Iterator[tuple[str, bytes]]:
    rgb = Image.fromarray(pattern(3))
    turned = Image.Exif()
    turned[274] = 6
    palette = rgb.quantize(16)
    yield "palette.png", _encoded(palette, "PNG", transparency=3)
    yield "bilevel.png", _encoded(rgb.convert("1"), "PNG")
    yield "grey.gif", _encoded(rgb.convert("L"), "GIF", comment=b"a comment")
    yield "palette.gif", _encoded(palette, "GIF", transparency=3)
    for mode in ("1", "L", "P", "RGB"):
        yield f"{mode}.bmp", _encoded(rgb.convert(mode), "BMP")
    yield "bilevel.tif", _encoded(rgb.convert("1"), "TIFF", compression="group4")
    yield "turned.webp", _encoded(rgb, "WEBP", exif=turned)
    yield "turned.png", _encoded(rgb, "PNG", exif=turned)


def _encoded(image: Image.Image, format: str, **settings: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format, **settings)
    return buffer.getvalue()


def _tiffs() -> Iterator[tuple[str, bytes]]:
    rgb, wide = pattern(3), pattern(3, 16)
    yield "tiles.tif", _tiff(wide, tile=(16, 16), bigtiff=True, byteorder=">", compression="zlib", predictor=True)
    yield "planes.tif", _tiff(rgb.transpose(2, 0, 1), planarconfig="separate", rowsperstrip=4)
    yield "alpha.tif", _tiff(pattern(4), extrasamples=["assocalpha"], compression="lzw")
    yield "jpeg.tif", _tiff(rgb, compression="jpeg")
    yield "lab.tif", _tiff(wide, photometric="cielab")
    yield "cmyk.tif", _tiff(pattern(4), photometric="separated")
    buffer = BytesIO()
    with tifffile.TiffWriter(buffer) as file:
        file.write(rgb, photometric="rgb")
        file.write(rgb[::2, ::2], photometric="rgb", subfiletype=1)
        file.write(rgb[::2, ::2], photometric="rgb")
    yield "pages.tif", buffer.getvalue()


def _tiff(pixels: Pixels, photometric: str = "rgb", **settings: Any) -> bytes:
    buffer = BytesIO()
    tifffile.imwrite(buffer, pixels, photometric=photometric, **settings)
    return buffer.getvalue()


def _jpegs() -> Iterator[tuple[str, bytes]]:
    rgb, cmyk = Image.fromarray(pattern(3)), Image.fromarray(pattern(4), "CMYK")
    said: dict[str, Any] = {"exif": b"Exif\0\0" + exif.to_block(_tags()), "xmp": _packet(), "comment": b"a comment"}
    yield "progressive.jpg", _encoded(rgb, "JPEG", progressive=True, **said)
    yield "restarts.jpg", _encoded(rgb, "JPEG", restart_marker_blocks=2, subsampling=0, **said)
    yield "cmyk.jpg", _encoded(cmyk, "JPEG")
    yield "open.jpg", _encoded(rgb, "JPEG")[:-2]
    yield "twice.jpg", _encoded(rgb, "JPEG") + _encoded(rgb, "JPEG")


def _pngs() -> Iterator[tuple[str, bytes]]:
    texts = b"".join(
        (
            chunk(b"tEXt", b"Author\0me"),
            chunk(b"zTXt", b"Description\0\0" + zlib.compress(b"long " * 50)),
            chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _packet()),
            chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(b"\niptc\n       4\n1c027800\n")),
        )
    )
    gamma = chunk(b"gAMA", struct.pack(">I", 100_000))
    primaries = chunk(b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000))
    yield "texts.png", _png(pattern(3), texts + gamma + primaries)
    yield "hdr.png", _png(pattern(3, 16), chunk(b"cICP", bytes((9, 16, 0, 1))))
    yield "interlaced.png", _png(pattern(3), chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)), interlaced=True)


def _png(pixels: Pixels, before: bytes, *, interlaced: bool = False) -> bytes:
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    parts = [pixels[top::down, left::right] for left, top, right, down in passes]
    stored = [np.ascontiguousarray(part if part.itemsize == 1 else part.astype(">u2")) for part in parts]
    rows = b"".join(b"\0" + row.tobytes() for part in stored for row in part)
    shape = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8 * pixels.itemsize, 2, 0, 0, interlaced)
    return SIGNATURE + chunk(b"IHDR", shape) + before + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _heifs() -> Iterator[tuple[str, bytes]]:
    for mode in ("L", "RGB", "RGBA"):
        yield f"{mode}.heic", _heic(mode, pattern(len(mode)))
    yield "deep.heic", _heic("RGB;16", pattern(3, 16))
    deep = imagecodecs.avif_encode(pattern(3, 16) >> 6, bitspersample=10, level=90)
    yield "deep.avif", bytes(deep)


def _heic(mode: str, pixels: Pixels) -> bytes:
    buffer = BytesIO()
    block = exif.to_block(_tags())
    image = pillow_heif.from_bytes(mode, (WIDTH, HEIGHT), pixels.tobytes())
    image.add_frombytes(mode, (WIDTH, HEIGHT), pixels.tobytes())
    image.save(buffer, quality=90, exif=block, xmp=_packet(), primary_index=1)
    return buffer.getvalue()


def _jxls() -> Iterator[tuple[str, bytes]]:
    yield "bare.jxl", bytes(imagecodecs.jpegxl_encode(pattern(3), lossless=True))
    yield "grey.jxl", bytes(imagecodecs.jpegxl_encode(pattern(1, 16)[:, :, 0], lossless=True))
    jpeg = _encoded(Image.fromarray(pattern(3)), "JPEG")
    yield "jpeg.jxl", bytes(imagecodecs.jpegxl_encode_jpeg(jpeg, usecontainer=True))


def _bitmap_of_runs() -> bytes:
    """Every row one run of its own colour."""
    data = b"".join(bytes((WIDTH, row, 0, 0)) for row in range(HEIGHT)) + b"\0\1"
    colours = b"".join(bytes((level, level, level, 0)) for level in range(256))
    start = 14 + 40 + len(colours)
    header = struct.pack("<IiiHHIIiiII", 40, WIDTH, HEIGHT, 1, 8, 1, len(data), 2835, 2835, 256, 0)
    return b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start) + header + colours + data
