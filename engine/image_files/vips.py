"""libvips: decoding and encoding band by band. The only module that calls it; it is loaded when first needed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from engine.errors import CannotSave, UnreadablePicture, UnsupportedPicture
from engine.geometry import Size
from engine.image_files.formats import Format, SaveOptions
from engine.image_files.stored_png import stored_png
from engine.picture import Header, Metadata, Pixels, as_pixels

_LOADERS = {
    Format.PNG: "pngload",
    Format.JPEG: "jpegload",
    Format.WEBP: "webpload",
    Format.TIFF: "tiffload",
    Format.AVIF: "heifload",
}
READS = frozenset(_LOADERS)

_DEPTHS = {"uchar": 8, "ushort": 16}
_NUMBERS_A_PERSON_KNOWS = {"float": "32-bit floating-point", "double": "64-bit floating-point"}
_SCREEN_DPI = 72.0
_BIG = 3_500_000_000
_KEEP_EXIF, _KEEP_XMP, _KEEP_ICC = 1, 2, 8


@cache
def _vips() -> Any:
    import pyvips

    logging.getLogger("pyvips").setLevel(logging.ERROR)
    pyvips.cache_set_max(0)  # a file may change between two openings
    return pyvips


def read_header(path: Path, format: Format) -> Header:
    """What the file says of itself. IPTC is not read here. Raises UnreadablePicture, UnsupportedPicture."""
    with _reading(path):
        image = _load(path, format, "sequential")
        _refuse_several_pages(path, format, image)
        turned = _orientation(image) >= 5
        size = Size(image.height, image.width) if turned else Size(image.width, image.height)
        image = _grey_or_rgb(path, image)
        if image.bands > 4:
            raise UnsupportedPicture(f"{path.name} has {image.bands} channels; Fourfold takes 1 to 4.")
        return Header(size, image.bands, _DEPTHS[image.format], _metadata(image))


def read_bands(path: Path, format: Format, header: Header, height: int) -> Iterator[Pixels]:
    """The pixels, upright, in bands of ``height`` rows (the last one may be lower)."""
    vips, size = _vips(), header.size
    with _reading(path):
        image = _load(path, format, "sequential")
        if _orientation(image) > 2:
            image = _load(path, format, "random")
        image = _grey_or_rgb(path, image)
        region = vips.Region.new(image.autorot())
    for top in range(0, size.height, height):
        rows = min(height, size.height - top)
        with _reading(path):
            data = region.fetch(0, top, size.width, rows)
        yield as_pixels(data, header.depth, rows, size.width)


def page_sizes(path: Path, pages: int) -> list[Size]:
    """The sizes of a TIFF file's pages."""
    loaded = (_vips().Image.tiffload(os.fsencode(path), page=page) for page in range(pages))
    return [Size(image.width, image.height) for image in loaded]


def to_srgb(pixels: Pixels, icc: bytes) -> Pixels:
    """The same colours in sRGB: grey as RGB, alpha as it is."""
    vips = _vips()
    height, width, channels = pixels.shape
    wide = pixels.dtype == np.uint16
    space = ("grey16" if wide else "b-w") if channels < 3 else ("rgb16" if wide else "srgb")
    image = vips.Image.new_from_array(np.ascontiguousarray(pixels), interpretation=space)
    image.set_type(vips.GValue.blob_type, "icc-profile-data", icc)
    shown = _through_profile(image)
    return as_pixels(shown.write_to_memory(), pixels.itemsize * 8, height, width)


def encode(
    file: BinaryIO,
    header: Header,
    options: SaveOptions,
    bands: Iterable[Pixels],
    insertion: tuple[int, bytes] = (0, b""),
) -> None:
    """Encode the bands into a file opened for reading and writing; ``insertion`` is put at its place, near the file's
    start. Raises CannotSave, and what ``file`` raises."""
    vips = _vips()
    source, sink = _Source(stored_png(header, bands)), _Sink(file, *insertion)
    stream, target = vips.SourceCustom(), vips.TargetCustom()
    stream.on_read(source.read)
    target.on_write(sink.write)
    target.on_read(sink.read)
    target.on_seek(sink.seek)
    try:
        image = vips.Image.pngload_source(stream, access="sequential", unlimited=True, fail_on="error")
        save, settings = _saver(header, options)
        getattr(_described(image, header.metadata), save)(target, **settings)
    except vips.Error as error:
        raise sink.error or CannotSave(f"The encoder failed: {_first_line(error)}.") from error


class _Source:
    """Hands a stream of pieces to libvips in the portions it asks for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, memoryview(b"")

    def read(self, count: int) -> bytes:
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        portion, self._rest = bytes(self._rest[:count]), self._rest[count:]
        return portion


class _Sink:
    """Puts what libvips writes into a file, with a block inserted near the start, and remembers why that failed."""

    def __init__(self, file: BinaryIO, at: int, block: bytes) -> None:
        self._file, self._at, self._block = file, at, block
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        at, block, self._block = self._at, self._block, b""
        try:
            self._file.write(data[:at] + block + data[at:] if block else data)
        except OSError as error:
            self.error = error
            return -1
        return len(data)

    def read(self, count: int) -> bytes:
        return self._file.read(count)

    def seek(self, offset: int, whence: int) -> int:
        try:
            return self._file.seek(offset, whence)
        except OSError as error:  # a seek writes what is still waiting
            self.error = error
            return -1


def _saver(header: Header, options: SaveOptions) -> tuple[str, dict[str, Any]]:
    """The name of libvips' saver and its settings."""
    keep = _KEEP_XMP | _KEEP_ICC
    match options.format:
        case Format.JPEG:
            return "jpegsave_target", {"Q": options.quality, "keep": keep}
        case Format.TIFF:
            settings = {
                "compression": "deflate",
                "level": 3,
                "predictor": "horizontal",
                "bigtiff": header.bytes > _BIG,
                "keep": keep,
            }
            return "tiffsave_target", settings
        case Format.AVIF:
            keep |= _KEEP_EXIF if header.metadata.exif else 0
            bits = 8 if header.depth == 8 else 12
            settings = {"compression": "av1", "Q": options.quality, "effort": 0, "bitdepth": bits, "keep": keep}
            return "heifsave_target", settings
    return "pngsave_target", {"compression": 3, "filter": "up", "keep": keep}


def _described(image: Any, metadata: Metadata) -> Any:
    across, down = metadata.resolution or (_SCREEN_DPI, _SCREEN_DPI)
    image = image.copy(xres=across / 25.4, yres=down / 25.4)
    blobs = {"icc-profile-data": metadata.icc, "exif-data": metadata.exif, "xmp-data": metadata.xmp}
    for name, blob in blobs.items():
        if blob:
            image.set_type(_vips().GValue.blob_type, name, blob)
    return image


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    vips = _vips()
    try:
        yield
    except vips.Error as error:
        raise UnreadablePicture(f"{path.name} is damaged or cut short ({_first_line(error)}).") from error


def _first_line(error: Exception) -> str:
    """What libvips says, without the name of the operation."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("unable to")]
    return lines[0].rstrip(".") if lines else "no reason given"


def _load(path: Path, format: Format, access: str) -> Any:
    loader: Callable[..., Any] = getattr(_vips().Image, _LOADERS[format])
    return loader(os.fsencode(path), access=access, fail_on="error")


def _refuse_several_pages(path: Path, format: Format, image: Any) -> None:
    pages = image.get("n-pages") if image.get_typeof("n-pages") else 1
    if pages == 1:
        return
    if format is not Format.TIFF:
        raise UnsupportedPicture(f"{path.name} is animated or holds several pictures; Fourfold takes single photos.")
    first, *others = page_sizes(path, pages)
    if any(other.width >= first.width or other.height >= first.height for other in others):
        raise UnsupportedPicture(f"{path.name} has {pages} pages; Fourfold takes single photos.")


def _orientation(image: Any) -> int:
    return int(image.get("orientation")) if image.get_typeof("orientation") else 1


def _grey_or_rgb(path: Path, image: Any) -> Any:
    """The image in grey or RGB, with its alpha, in 8 or 16 bits."""
    if image.interpretation == "cmyk":
        image = _through_profile(image)
    elif image.interpretation in ("lab", "labs", "labq"):
        image = image.colourspace("rgb16" if image.interpretation == "labs" else "srgb")
    if image.format not in _DEPTHS:
        kind = _NUMBERS_A_PERSON_KNOWS.get(image.format, f"{image.format} number")
        raise UnsupportedPicture(f"{path.name} has {kind} pixels; Fourfold takes 8 and 16 bits a channel.")
    return image


def _through_profile(image: Any) -> Any:
    """To sRGB through the image's own profile, or through a usual one where it has none."""
    vips = _vips()
    depth = _DEPTHS.get(image.format, 8)
    usual = "cmyk" if image.interpretation == "cmyk" else "srgb"
    profile = {"embedded": True, "input_profile": usual}
    shown = image.icc_transform("srgb", depth=depth, black_point_compensation=True, intent="relative", **profile)
    shown = shown.copy()
    shown.set_type(vips.GValue.blob_type, "icc-profile-data", vips.Operation.call("profile_load", "srgb"))
    return shown


def _metadata(image: Any) -> Metadata:
    exif = _blob(image, "exif-data")
    return Metadata(
        icc=_blob(image, "icc-profile-data"),
        exif=exif.removeprefix(b"Exif\0\0") if exif else None,
        xmp=_blob(image, "xmp-data"),
        iptc=_blob(image, "iptc-data"),
        resolution=_resolution(image),
    )


def _resolution(image: Any) -> tuple[float, float] | None:
    """In pixels an inch. A pixel a millimetre is libvips' word for none, a pixel an inch that of some files."""
    across, down = image.xres * 25.4, image.yres * 25.4
    return None if (image.xres, image.yres) == (1, 1) or min(across, down) < 1.5 else (across, down)


def _blob(image: Any, name: str) -> bytes | None:
    return bytes(image.get(name)) or None if image.get_typeof(name) else None
