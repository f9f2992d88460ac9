"""What a file says about a photo, made true for its upscaled result.

All functions are pure. EXIF or XMP that cannot be understood never fails a photo: it is left out, because nobody could
say whether it still holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from engine.files import exif, xmp
from engine.geometry import Size
from engine.picture import Metadata

_MAKE, _ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT, _SOFTWARE = 271, 274, 282, 283, 296, 305
_IMAGE_WIDTH, _IMAGE_HEIGHT = 256, 257
_EXIF = 34665
_PIXEL_WIDTH, _PIXEL_HEIGHT = 40962, 40963
_SUBJECT_AREA, _SUBJECT_LOCATION = 37396, 41492
_FOCAL_PLANE_RESOLUTION = (41486, 41487)
_PIXEL_LAYOUT = (
    *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 290, 291),
    *(301, 317, 318, 319, 320, 322, 323, 324, 325, 330, 332, 338),
    *(339, 340, 341, 347, 512, 513, 514, 529, 530, 531, 532),
    *(700, 33723, 34377, 34675),
)
"""Tags of a TIFF picture's main directory that describe the layout of its pixels, or that hold XMP, IPTC and ICC."""

_BOUND_TO_THE_FILE = re.compile(
    r"\{http://(ns\.adobe\.com/hdr-gain-map/1\.0/|ns\.google\.com/photos/1\.0/(container|camera|panorama)/)\}"
    r"|\{http://ns\.adobe\.com/xmp/note/\}HasExtendedXMP|\{http://ns\.adobe\.com/xap/1\.0/\}Thumbnails"
)
"""XMP that describes other pictures inside the old file, or its pixels."""


def corrected(metadata: Metadata, size: Size, scale: float) -> Metadata:
    """The same, true for an upright result of ``size``, ``scale`` times as wide as the photo: dimensions, orientation
    1, no thumbnail. The resolution stays, so that the print is ``scale`` times as wide."""
    return replace(metadata, exif=_corrected_exif(metadata.exif, size, scale), xmp=_corrected_xmp(metadata.xmp, size))


def with_provenance(metadata: Metadata, provenance: Mapping[str, str]) -> Metadata:
    """With how the picture was made: all of ``provenance`` (XML names to text) in XMP, and ``software`` in EXIF."""
    root = _parsed_xmp(metadata.xmp)
    root = xmp.empty() if root is None else root
    xmp.put(root, xmp.FOURFOLD, provenance)
    tags = _parsed_exif(metadata.exif) or exif.Directory("<")
    tags.set_text(_SOFTWARE, " ".join(("Fourfold", provenance.get("version", ""))).strip())
    return replace(metadata, xmp=xmp.serialise(root), exif=exif.to_block(tags))


def provenance(metadata: Metadata) -> dict[str, str]:
    """What ``with_provenance`` wrote; empty for any other picture."""
    root = _parsed_xmp(metadata.xmp)
    return {} if root is None else xmp.take(root, xmp.FOURFOLD)


def with_resolution_in_exif(metadata: Metadata) -> Metadata:
    """With the resolution in EXIF too, for formats that have no other place for it."""
    if metadata.resolution is None:
        return metadata
    tags = _parsed_exif(metadata.exif) or exif.Directory("<")
    tags.set_rational(_X_RESOLUTION, metadata.resolution[0])
    tags.set_rational(_Y_RESOLUTION, metadata.resolution[1])
    tags.set_short(_RESOLUTION_UNIT, 2)
    return replace(metadata, exif=exif.to_block(tags))


def exif_resolution(block: bytes | None) -> tuple[float, float] | None:
    """The resolution EXIF states, in pixels an inch."""
    tags = _parsed_exif(block)
    if tags is None:
        return None
    across, down = tags.numbers(_X_RESOLUTION), tags.numbers(_Y_RESOLUTION)
    if len(across) != 2 or len(down) != 2 or 0 in (*across, *down):
        return None
    inch = 2.54 if tags.numbers(_RESOLUTION_UNIT) == (3,) else 1.0
    return across[0] / across[1] * inch, down[0] / down[1] * inch


def described(directory: exif.Directory) -> bytes | None:
    """A TIFF picture's main directory as an EXIF block, without the tags that describe its pixels; None where nothing
    but orientation and resolution is left."""
    tags = exif.Directory(directory.order, dict(directory.values), directory.children)
    tags.drop(_PIXEL_LAYOUT)
    worth = set(tags.values) - {_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT}
    return exif.to_block(tags) if worth or tags.children else None


def _corrected_exif(block: bytes | None, size: Size, scale: float) -> bytes | None:
    if (tags := _parsed_exif(block)) is None:
        return None
    turned = tags.numbers(_ORIENTATION) not in ((), (1,))
    for tag, number in ((_ORIENTATION, 1), (_IMAGE_WIDTH, size.width), (_IMAGE_HEIGHT, size.height)):
        if tag in tags.values:
            tags.set_long(tag, number) if tag != _ORIENTATION else tags.set_short(tag, number)
    if (details := tags.children.get(_EXIF)) is not None:
        _correct_details(details, size, scale, turned)
    return exif.to_block(tags)


def _correct_details(details: exif.Directory, size: Size, scale: float, turned: bool) -> None:
    details.set_long(_PIXEL_WIDTH, size.width)
    details.set_long(_PIXEL_HEIGHT, size.height)
    for tag in _FOCAL_PLANE_RESOLUTION:
        if len(numbers := details.numbers(tag)) == 2 and numbers[1]:
            details.set_rational(tag, min(numbers[0] / numbers[1] * scale, 400_000))
    for tag in (_SUBJECT_AREA, _SUBJECT_LOCATION):
        places = [round(number * scale) for number in details.numbers(tag)]
        if turned or max(places, default=0) > 65_535:
            details.drop([tag])
        elif places:
            details.set_short(tag, *places)


def _corrected_xmp(packet: bytes | None, size: Size) -> bytes | None:
    if (root := _parsed_xmp(packet)) is None:
        return None
    xmp.drop(root, _BOUND_TO_THE_FILE)
    xmp.set_present(root, f"{{{xmp.TIFF}}}Orientation", "1")
    for namespace, names in (
        (xmp.TIFF, ("ImageWidth", "ImageLength")),
        (xmp.EXIF, ("PixelXDimension", "PixelYDimension")),
    ):
        for name, length in zip(names, size, strict=True):
            xmp.set_present(root, f"{{{namespace}}}{name}", str(length))
    return xmp.serialise(root)


def _parsed_exif(block: bytes | None) -> exif.Directory | None:
    try:
        return exif.from_block(block) if block else None
    except exif.MalformedTags:
        return None


def _parsed_xmp(packet: bytes | None) -> Element | None:
    try:
        return xmp.parse(packet) if packet else None
    except xmp.MalformedXmp:
        return None
