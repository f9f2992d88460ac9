"""Photos: opened by content, decoded upright, band by band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import numpy as np

from engine.errors import UnreadablePicture, UnsupportedPicture
from engine.files.beside import read_beside
from engine.files.codecs import tiff, vips_decoder, whole
from engine.files.codecs.photoshop import iptc_of_photoshop
from engine.files.formats import Format, brands, first_bytes, sniff
from engine.files.losses import NOTE_LOST
from engine.files.metadata import exif_resolution
from engine.files.treatment import AS_DECODED, Treatment
from engine.geometry import Size
from engine.picture import Header, Metadata, Picture, Pixels
from engine.sentences import Sentence, why

MAX_PIXELS = 1_000_000_000
"""The most pixels of a photo that is opened; more is taken for a decompression bomb."""

_SEQUENCES = {b"avis", b"hevc", b"hevx", b"msf1"}


@dataclass(frozen=True)
class Photo:
    """A picture file whose header has been read. ``remarks`` are what a person should know of it though it is read:
    whole sentences, shown when it is opened and when its result is saved."""

    path: Path
    format: Format
    header: Header
    remarks: tuple[Sentence, ...] = ()
    treatment: Treatment = AS_DECODED

    def bands(self, height: int = 256) -> Iterator[Pixels]:
        """The pixels from top to bottom, upright, (h, W, C) with h = ``height`` but for the last band. Each call
        decodes the file again. Raises UnreadablePicture where it is damaged, possibly after some bands."""
        if self.format in vips_decoder.READS:
            decoded = vips_decoder.read_bands(self.path, self.format, self.header, height)
        else:
            decoded = self._whole_bands(height)
        return self.treatment.applied(decoded)

    def picture(self) -> Picture:
        """All of it in memory."""
        return Picture(self.header, np.concatenate(list(self.bands())))

    def _whole_bands(self, height: int) -> Iterator[Pixels]:
        pixels = whole.read_whole(self.path, self.format).pixels
        for top in range(0, len(pixels), height):
            yield pixels[top : top + height]


def open_photo(path: Path) -> Photo:
    """Read the header of a photo. Raises UnreadablePicture, UnsupportedPicture."""
    return open_any_size(path, MAX_PIXELS)


def open_any_size(path: Path, max_pixels: int | None = None) -> Photo:
    """``open_photo`` with another limit of pixels, or none for results of our own."""
    format = sniff(path)
    try:
        return _opened(path, format, max_pixels)
    except OSError as error:
        raise UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error


def _opened(path: Path, format: Format, max_pixels: int | None) -> Photo:
    _refuse_sequences(path, format)
    if format in vips_decoder.READS:
        photo = _opened_by_vips(path, format)
    else:
        _check_size(path, whole.read_size(path, format), max_pixels)
        photo = Photo(path, format, whole.read_whole(path, format).header)
    _check_size(path, photo.header.size, max_pixels)
    metadata = _with_resolution(photo.header.metadata, format)
    if metadata.icc and not _fits(metadata.icc, photo.header.channels):
        metadata = replace(metadata, icc=None)
    beside = read_beside(path, format, replace(photo.header, metadata=metadata))
    return replace(photo, header=beside.header, treatment=beside.treatment, remarks=photo.remarks + beside.remarks)


def _opened_by_vips(path: Path, format: Format) -> Photo:
    if format is Format.TIFF:
        tags = tiff.read_tags(path)
        if tags.obstacle:
            raise UnsupportedPicture("{name} {obstacle}.", name=path.name, obstacle=tags.obstacle)
        header = vips_decoder.read_header(path, format)
        metadata = replace(header.metadata, exif=tags.exif, iptc=tags.iptc)
        return Photo(path, format, replace(header, metadata=metadata), (NOTE_LOST,) if tags.note_lost else ())
    header = vips_decoder.read_header(path, format)
    metadata = header.metadata
    if format is Format.JPEG and metadata.iptc:
        metadata = replace(metadata, iptc=iptc_of_photoshop(metadata.iptc))
    return Photo(path, format, replace(header, metadata=metadata))


def _refuse_sequences(path: Path, format: Format) -> None:
    if format in (Format.AVIF, Format.HEIC) and brands(first_bytes(path, 64))[0] in _SEQUENCES:
        raise UnsupportedPicture("{name} is animated; Fourfold takes single photos.", name=path.name)


def _check_size(path: Path, size: Size, max_pixels: int | None) -> None:
    if max_pixels is not None and size.pixels > max_pixels:
        raise UnsupportedPicture(
            "{name} says it has {size} pixels; Fourfold opens photos of up to {most} megapixels.",
            name=path.name,
            size=size,
            most=max_pixels // 10**6,
        )


def _fits(icc: bytes, channels: int) -> bool:
    """Whether a profile is readable and made for the picture's number of colours; programs ignore any other."""
    from PIL.ImageCms import ImageCmsProfile

    try:
        space = ImageCmsProfile(BytesIO(icc)).profile.xcolor_space
    except OSError:
        return False
    return space.strip() == ("GRAY" if channels < 3 else "RGB")


def _with_resolution(metadata: Metadata, format: Format) -> Metadata:
    if metadata.resolution is None or not format.has_resolution:
        return replace(metadata, resolution=exif_resolution(metadata.exif))
    return metadata
