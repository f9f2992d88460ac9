"""Photos: opened by content, decoded upright, band by band."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.errors import UnreadablePicture, UnsupportedPicture
from engine.files.beside import read_beside
from engine.files.codecs import in_memory, jpeg, tiff, vips_decoder
from engine.files.codecs.photoshop import iptc_of_photoshop
from engine.files.codecs.traps import holds_trap
from engine.files.codecs.vips import is_usable
from engine.files.colour.treatment import AS_DECODED, Treatment
from engine.files.formats import Format, brands, first_bytes, sniff
from engine.files.limits import check_memory
from engine.files.metadata.directories import TRAP
from engine.files.metadata.losses import NOTE_LOST
from engine.files.metadata.true_metadata import exif_resolution
from engine.picture import Header, Metadata, Picture, Pixels
from engine.sentences import Sentence, why

_SEQUENCES = {b"avis", b"hevc", b"hevx", b"msf1"}
_CUT = Sentence("The file lacks its end; perhaps it was not copied whole.")
_PNG_HEADER = 29
"""A PNG file's bytes up to the one that says whether it is interlaced."""
_RESOLUTIONS = (0.1, 100_000)
"""Pixels an inch that anything can have; others are mistakes, and no format could write them all."""


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
        try:
            pixels = in_memory.read_whole(self.path, self.format).pixels
        except OSError as error:
            raise _unreadable(self.path, error) from error
        if pixels.shape[:2] != (self.header.size.height, self.header.size.width):
            raise UnreadablePicture("{name} is damaged: its size is not what it says.", name=self.path.name)
        for top in range(0, len(pixels), height):
            yield pixels[top : top + height]


def open_photo(path: Path) -> Photo:
    """Read the header of a photo. Raises UnreadablePicture, and UnsupportedPicture also for a size that no photo has in
    such a file."""
    return _open(path, limited=True)


def open_any_size(path: Path) -> Photo:
    """``open_photo`` without limits of size, for results of our own. Nothing is decoded but for JPEG XL's header."""
    return _open(path, limited=False)


def _open(path: Path, *, limited: bool) -> Photo:
    format = sniff(path)
    try:
        _refuse_sequences(path, format)
        photo = _opened_by_vips(path, format) if format in vips_decoder.READS else _opened_whole(path, format, limited)
        if limited:
            check_memory(path, format, photo.header, buffered=_is_buffered(path, format))
            if _CUT in photo.remarks:  # what lacks more than its end is refused before anything is said or done
                deque(photo.bands(), maxlen=0)
        return _described(photo)
    except OSError as error:
        raise _unreadable(path, error) from error


def _opened_by_vips(path: Path, format: Format) -> Photo:
    match format:
        case Format.TIFF:
            return _opened_tiff(path)
        case Format.JPEG:
            return _opened_jpeg(path)
    _refuse(path, TRAP if holds_trap(path, format) else None)
    return Photo(path, format, vips_decoder.read_header(path, format))


def _opened_tiff(path: Path) -> Photo:
    tags = tiff.read_tags(path)
    _refuse(path, tags.obstacle)
    header = vips_decoder.read_header(path, Format.TIFF)
    remarks: tuple[Sentence, ...] = (NOTE_LOST,) if tags.note_lost else ()
    if tags.pages > 1:
        remarks += (Sentence("The file has {pages} pages; only the first is taken.", pages=tags.pages),)
    metadata = replace(header.metadata, exif=tags.exif, iptc=tags.iptc)
    return Photo(path, Format.TIFF, replace(header, metadata=metadata), remarks)


def _opened_jpeg(path: Path) -> Photo:
    facts = jpeg.look_at(path)
    _refuse(path, facts.obstacle)
    header = vips_decoder.read_header(path, Format.JPEG)
    if (resources := header.metadata.iptc) is not None:
        header = replace(header, metadata=replace(header.metadata, iptc=iptc_of_photoshop(resources)))
    return Photo(path, Format.JPEG, header, (_CUT,) if facts.cut else ())


def _opened_whole(path: Path, format: Format, limited: bool) -> Photo:
    if limited and format is Format.JXL:  # whose header is not known before it is decoded
        check_memory(path, format, Header(in_memory.read_size(path), 4, 8))
    return Photo(path, format, in_memory.read_header(path, format))


def _is_buffered(path: Path, format: Format) -> bool:
    """Whether the pixels come in several passes, so that a decoder keeps all of them."""
    if format is Format.JPEG:
        return jpeg.look_at(path).buffered
    return format is Format.PNG and first_bytes(path, _PNG_HEADER)[-1:] == b"\1"


def _described(photo: Photo) -> Photo:
    """With all that the file says beside its pixels, as far as it makes sense."""
    metadata = _with_resolution(photo.header.metadata, photo.format)
    if metadata.icc and not is_usable(metadata.icc, photo.header.channels):
        metadata = replace(metadata, icc=None)
    beside = read_beside(photo.path, photo.format, replace(photo.header, metadata=metadata))
    return replace(photo, header=beside.header, treatment=beside.treatment, remarks=photo.remarks + beside.remarks)


def _refuse(path: Path, obstacle: Sentence | None) -> None:
    if obstacle:
        raise UnsupportedPicture("{name} {obstacle}.", name=path.name, obstacle=obstacle)


def _unreadable(path: Path, error: OSError) -> UnreadablePicture:
    return UnreadablePicture("{path} cannot be read: {reason}.", path=path, reason=why(error))


def _refuse_sequences(path: Path, format: Format) -> None:
    if format in (Format.AVIF, Format.HEIC) and brands(first_bytes(path, 64))[0] in _SEQUENCES:
        raise UnsupportedPicture("{name} is animated; Fourfold takes single photos.", name=path.name)


def _with_resolution(metadata: Metadata, format: Format) -> Metadata:
    stated = metadata.resolution if format.has_resolution else None
    stated = stated or exif_resolution(metadata.exif)
    lowest, highest = _RESOLUTIONS
    sensible = stated and all(lowest <= dots <= highest for dots in stated)
    return replace(metadata, resolution=stated if sensible else None)
