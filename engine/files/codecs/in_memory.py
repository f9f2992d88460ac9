"""The formats that libvips does not stream: decoded and encoded as whole pictures in memory."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from engine.errors import CannotSave, UnreadablePicture, UnsupportedPicture
from engine.files.codecs import heif
from engine.files.codecs.jxl_header import read_jxl_header
from engine.files.formats import Format, SaveOptions
from engine.files.limits import MAX_RUN_LENGTH_PIXELS
from engine.geometry import Size
from engine.picture import Header, Metadata, Note, Picture, Pixels, as_pixels

_WEBP_LOSSLESS_EFFORT = 20
_RUN_LENGTHS = (1, 2)
_HEIC_CHANNELS = {"L": 1, "I": 1, "LA": 2, "La": 2, "RGB": 3, "RGBA": 4, "RGBa": 4}
MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


def read_size(path: Path) -> Size:
    """The size of a JPEG XL file, before anything is decoded. Raises UnreadablePicture, UnsupportedPicture."""
    found = read_jxl_header(path)
    if found.animated:
        raise UnsupportedPicture("{name} is animated; Fourfold takes single photos.", name=path.name)
    return found.size


def read_header(path: Path, format: Format) -> Header:
    """What the file says of itself; only JPEG XL is decoded for that. Raises UnreadablePicture, UnsupportedPicture."""
    match format:
        case Format.BMP | Format.GIF:
            with _pillow(path, format) as image:
                return Header(Size(*image.size), len(_pillow_mode(image)), 8, _pillow_metadata(image))
        case Format.HEIC:
            return _heic_header(path, _heic(path))
    return _read_jxl(path).header


def read_whole(path: Path, format: Format) -> Picture:
    """The whole picture, upright. Colour JPEG XL of 16 bits comes as 8: its decoder gives no more. Raises
    UnreadablePicture, UnsupportedPicture."""
    match format:
        case Format.BMP | Format.GIF:
            return _read_by_pillow(path, format)
        case Format.HEIC:
            return _read_heic(path)
    return _read_jxl(path)


def encode_webp(file: BinaryIO, header: Header, options: SaveOptions, bands: Iterable[Pixels]) -> None:
    """RGB or RGBA of 8 bits to WebP; lossless at quality 100."""
    from PIL import Image

    extras = {"icc_profile": header.metadata.icc, "exif": header.metadata.exif, "xmp": header.metadata.xmp}
    image = Image.fromarray(_assembled(header, bands))
    quality = _WEBP_LOSSLESS_EFFORT if options.lossless else options.quality
    settings = {"quality": quality, "lossless": options.lossless, "exact": True, "method": 2}
    image.save(file, "WEBP", **settings, **{name: value for name, value in extras.items() if value})


def encode_jxl(file: BinaryIO, header: Header, options: SaveOptions, bands: Iterable[Pixels]) -> None:
    """8 bits in sRGB to JPEG XL; lossless at quality 100. Raises UnsupportedPicture."""
    exif = header.metadata.exif and bytes(4) + header.metadata.exif
    pixels = _assembled(header, bands).tobytes()
    extras = {"exif": exif, "xmp": header.metadata.xmp, "jumb": None, "compress": False}
    encoder = _jxl().Encoder(
        mode=MODES[header.channels],
        lossless=options.lossless,
        quality=options.quality,
        effort=2 if options.lossless else 3,
        use_container=True,
        num_threads=-1,
    )
    file.write(encoder(pixels, *header.size, jpeg_encode=False, **extras))


def _assembled(header: Header, bands: Iterable[Pixels]) -> Pixels:
    shape = (header.size.height, header.size.width, header.channels)
    pixels: Pixels = np.empty(shape, np.uint8)
    top = 0
    for band in bands:
        pixels[top : top + len(band)] = band
        top += len(band)
    if top != header.size.height:
        raise CannotSave("Only {top} of {height} rows came.", top=top, height=header.size.height)
    return pixels


@contextmanager
def _pillow(path: Path, format: Format) -> Iterator[Any]:
    """The file opened by the format's own class of Pillow, which minds the size of no more than frames that are larger
    than their GIF; the limits of ``reading`` hold."""
    from PIL.BmpImagePlugin import BmpImageFile
    from PIL.GifImagePlugin import GifImageFile
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore", DecompressionBombWarning)
            image: Any = (BmpImageFile if format is Format.BMP else GifImageFile)(file)
            _refuse_unusual(path, image)
            yield image
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise _damaged(path) from error
    except DecompressionBombError as error:  # of a frame larger than its GIF
        raise UnsupportedPicture("{name} is larger than any photo.", name=path.name) from error


def _refuse_unusual(path: Path, image: Any) -> None:
    if getattr(image, "is_animated", False):
        raise UnsupportedPicture("{name} is animated; Fourfold takes single photos.", name=path.name)
    if image.info.get("compression") in _RUN_LENGTHS and image.width * image.height > MAX_RUN_LENGTH_PIXELS:
        raise UnsupportedPicture(
            "{name} is a bitmap of run lengths with more than {most} megapixels; save it as PNG.",
            name=path.name,
            most=MAX_RUN_LENGTH_PIXELS // 10**6,
        )


def _read_by_pillow(path: Path, format: Format) -> Picture:
    with _pillow(path, format) as image:
        return _picture(np.asarray(image.convert(_pillow_mode(image))), _pillow_metadata(image))


def _pillow_mode(image: Any) -> str:
    """The mode that it is converted to."""
    if "transparency" in image.info:
        return "RGBA"
    return {"1": "L", "L": "L", "RGBA": "RGBA"}.get(image.mode, "RGB")


def _pillow_metadata(image: Any) -> Metadata:
    return Metadata(xmp=image.info.get("xmp"), resolution=image.info.get("dpi"), notes=_comment(image))


def _comment(image: Any) -> tuple[Note, ...]:
    comment = image.info.get("comment", b"").decode("utf-8", "replace").rstrip("\0")
    return (Note("Comment", comment),) if comment else ()


def _heic(path: Path) -> Any:
    try:
        return heif.open_heif(path)
    except heif.ERRORS as error:
        raise _damaged(path) from error


def _heic_header(path: Path, image: Any) -> Header:
    kind, _, wide = image.mode.partition(";")
    if kind not in _HEIC_CHANNELS:
        raise UnsupportedPicture("{name} has pixels of an unknown kind ({kind}).", name=path.name, kind=kind)
    info = image.info
    exif = info.get("exif")
    metadata = Metadata(info.get("icc_profile"), exif.removeprefix(b"Exif\0\0") if exif else None, info.get("xmp"))
    return Header(Size(*image.size), _HEIC_CHANNELS[kind], 16 if wide else 8, metadata)


def _read_heic(path: Path) -> Picture:
    image = _heic(path)
    try:
        pixels = np.array(image)  # a copy: the memory goes with the image
    except heif.ERRORS as error:
        raise _damaged(path) from error
    return _picture(pixels, _heic_header(path, image).metadata)


def _jxl() -> Any:
    """The codec, which is under the GPL: whoever gives Fourfold away may have left it out."""
    try:
        import pillow_jxl
    except ImportError as error:
        raise UnsupportedPicture("This edition of Fourfold has no JPEG XL.") from error
    return pillow_jxl


def _read_jxl(path: Path) -> Picture:
    decoder = _jxl().Decoder(num_threads=-1)
    try:
        jpeg, shape, data, icc, boxes = decoder(path.read_bytes())
    except RuntimeError as error:  # the only exception this decoder knows
        raise _damaged(path) from error
    contents = {box.box_type: bytes(box.data) for box in boxes if box.box_type in (b"Exif", b"xml ")}
    exif = contents.get(b"Exif", b"").removeprefix(bytes(4))
    metadata = Metadata(bytes(icc) if icc else None, exif or None, contents.get(b"xml "))
    if jpeg:
        return _picture(_jpeg_pixels(path, data), metadata)
    if shape.mode not in (*MODES.values(), "I;16"):
        raise UnsupportedPicture(
            "{name} has floating-point pixels; Fourfold takes 8 and 16 bits a channel.", name=path.name
        )
    samples = shape.width * shape.height * (1 if shape.mode == "I;16" else len(shape.mode))
    return _picture(as_pixels(data, 8 * len(data) // samples, shape.height, shape.width), metadata)


def _jpeg_pixels(path: Path, jpeg: bytes) -> Pixels:
    """The pixels of the JPEG file that a JPEG XL file was made from."""
    from PIL import ImageOps
    from PIL.JpegImagePlugin import JpegImageFile

    try:
        image = ImageOps.exif_transpose(JpegImageFile(BytesIO(jpeg)))
        return np.asarray(image.convert("L" if image.mode == "L" else "RGB"))
    except (OSError, SyntaxError, ValueError) as error:
        raise _damaged(path) from error


def _picture(pixels: Pixels, metadata: Metadata) -> Picture:
    pixels = pixels if pixels.ndim == 3 else pixels[:, :, None]
    height, width, channels = pixels.shape
    return Picture(Header(Size(width, height), channels, pixels.itemsize * 8, metadata), pixels)


def _damaged(path: Path) -> UnreadablePicture:
    return UnreadablePicture("{name} is damaged or cut short.", name=path.name)
