"""Decoding by libvips: headers at once, pixels band by band."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.errors import UnreadablePicture, UnsupportedPicture
from engine.files.codecs import jpeg
from engine.files.codecs.vips import DEPTHS, forget_errors, library, reason, through_profile
from engine.files.formats import Format
from engine.geometry import Size
from engine.picture import Header, Metadata, Pixels, as_pixels
from engine.sentences import Sentence, why

_LOADERS = {
    Format.PNG: "pngload",
    Format.JPEG: "jpegload",
    Format.WEBP: "webpload",
    Format.TIFF: "tiffload",
    Format.AVIF: "heifload",
}
READS = frozenset(_LOADERS)
_LIBTIFF_LIMIT = 50 << 20
"""The bytes that libvips lets libtiff take, too few for a large photo packed as one strip. Without a limit it takes as
much as the file has."""
_NUMBER_FORMATS = {"float": Sentence("32-bit floating-point"), "double": Sentence("64-bit floating-point")}


def read_header(path: Path, format: Format) -> Header:
    """What the file says of itself. IPTC is not read here. Raises UnreadablePicture, UnsupportedPicture."""
    with _reading(path):
        image = _load(path, format, "sequential")
        _refuse_several_pages(path, format, image)
        turned = _orientation(image) >= 5
        size = Size(image.height, image.width) if turned else Size(image.width, image.height)
        image = _grey_or_rgb(path, image)
        if image.bands > 4:
            raise UnsupportedPicture(
                "{name} has {bands} channels; Fourfold takes 1 to 4.", name=path.name, bands=image.bands
            )
        return Header(size, image.bands, DEPTHS[image.format], _metadata(image))


def read_bands(path: Path, format: Format, header: Header, height: int) -> Iterator[Pixels]:
    """The pixels, upright, in bands of ``height`` rows (the last one may be lower)."""
    vips, size = library(), header.size
    with _reading(path):
        image = _load(path, format, "sequential")
        if _orientation(image) > 2:
            image = _load(path, format, "random")
        image = _grey_or_rgb(path, image)
        depth = DEPTHS[image.format]
        region = vips.Region.new(image.autorot())
    for top in range(0, size.height, height):
        rows = min(height, size.height - top)
        with _reading(path):
            data = region.fetch(0, top, size.width, rows)
        yield as_pixels(data, depth, rows, size.width)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    vips = library()
    forget_errors()
    try:
        yield
    except vips.Error as error:
        raise UnreadablePicture(
            "{name} is damaged or cut short ({reason}).", name=path.name, reason=reason(error)
        ) from error
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error


def _load(path: Path, format: Format, access: str) -> Any:
    """The image, not decoded yet. A JPEG file that lacks its end is given one; then every gap inside it is an error."""
    if format is Format.JPEG and jpeg.is_cut(path):
        return library().Image.jpegload_buffer(path.read_bytes() + jpeg.END, access=access, fail_on="warning")
    loader: Callable[..., Any] = getattr(library().Image, _LOADERS[format])
    settings = {"unlimited": True} if format is Format.TIFF and path.stat().st_size > _LIBTIFF_LIMIT else {}
    return loader(os.fsencode(path), access=access, fail_on="error", **settings)


def _refuse_several_pages(path: Path, format: Format, image: Any) -> None:
    """But in TIFF, whose pages ``tiff`` knows better."""
    if format is not Format.TIFF and image.get_typeof("n-pages") and image.get("n-pages") != 1:
        raise UnsupportedPicture(
            "{name} is animated or holds several pictures; Fourfold takes single photos.", name=path.name
        )


def _orientation(image: Any) -> int:
    return int(image.get("orientation")) if image.get_typeof("orientation") else 1


def _grey_or_rgb(path: Path, image: Any) -> Any:
    """The image in grey or RGB, with its alpha, in 8 or 16 bits."""
    if image.interpretation == "cmyk":
        image = through_profile(image)
    elif image.interpretation in ("lab", "labs", "labq"):
        image = image.colourspace("rgb16" if image.interpretation == "labs" else "srgb")
    if image.format not in DEPTHS:
        kind = _NUMBER_FORMATS.get(image.format, Sentence("{format} number", format=image.format))
        raise UnsupportedPicture(
            "{name} has {kind} pixels; Fourfold takes 8 and 16 bits a channel.", name=path.name, kind=kind
        )
    return image


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
    """In pixels an inch; None where none is stated, which libvips gives as one pixel a millimetre, some files as one an
    inch."""
    across, down = image.xres * 25.4, image.yres * 25.4
    return None if (image.xres, image.yres) == (1, 1) or min(across, down) < 1.5 else (across, down)


def _blob(image: Any, name: str) -> bytes | None:
    return bytes(image.get(name)) or None if image.get_typeof(name) else None
