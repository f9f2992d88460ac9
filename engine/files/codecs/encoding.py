"""Bands into a file of any format: fitted to what the format holds, encoded, with all metadata."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import numpy as np

from engine.files.codecs import in_memory, packaging, tiff, vips, vips_encoder
from engine.files.formats import Format, SaveOptions
from engine.picture import Header, Pixels


def encode(file: BinaryIO, header: Header, options: SaveOptions, bands: Iterable[Pixels]) -> None:
    """The bands to a file of the format, with all metadata; ``header`` is what ``stored_header`` gives. Raises
    CannotSave and OSError."""
    match options.format:
        case Format.WEBP:
            in_memory.encode_webp(file, header, options, bands)
        case Format.JXL:
            in_memory.encode_jxl(file, header, options, bands)
        case Format.TIFF:
            vips_encoder.encode(file, header, options, bands)
            tiff.add_tags(file, header.metadata.exif, header.metadata.iptc)
        case Format.PNG | Format.JPEG:
            vips_encoder.encode(file, header, options, bands, packaging.insertion(options.format, header.metadata))
        case _:
            vips_encoder.encode(file, header, options, bands)


def fitted(band: Pixels, header: Header) -> Pixels:
    """The pixels in the header's depth and channels; alpha that the header lacks is laid on white."""
    if band.shape[2] == header.channels + 1:
        band = _on_white(band)
    if band.shape[1:] != (header.size.width, header.channels):
        raise ValueError(f"a band of shape {band.shape} does not fit {header.size} with {header.channels} channels")
    if band.dtype == header.dtype:
        return band
    if header.depth == 16:
        return band.astype(np.uint16) * np.uint16(257)
    return ((band.astype(np.uint32) + 128) // 257).astype(np.uint8)


def stored_pixels(band: Pixels, header: Header, format: Format) -> Pixels:
    """The pixels as the format holds them: grey as RGB where there is no grey, in sRGB where the profile is not
    kept."""
    no_grey = header.channels < 3 and not format.has_grey
    if header.metadata.icc and (no_grey or not format.has_profile):
        shown = vips.to_srgb(band, header.metadata.icc)
        return shown if no_grey or header.channels >= 3 else shown[:, :, 2:]
    return band[:, :, [0, 0, 0, 1][: header.channels + 2]] if no_grey else band


def _on_white(band: Pixels) -> Pixels:
    levels = np.iinfo(band.dtype).max
    colours, alpha = band[:, :, :-1].astype(np.uint64), band[:, :, -1:].astype(np.uint64)
    laid = (colours * alpha + levels * (levels - alpha) + levels // 2) // levels
    return laid.astype(np.uint8) if band.dtype == np.uint8 else laid.astype(np.uint16)
