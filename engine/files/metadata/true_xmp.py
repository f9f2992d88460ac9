"""XMP made true for a result of another size: what is changed in a packet, and what goes."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from engine.files.metadata import xmp
from engine.geometry import Size

_GOOGLE = r"http://ns\.google\.com/photos/(1\.0|dd/1\.0)/(container|camera|depthmap|focus|image|audio|device|profile)/"
_APPLE = r"http://ns\.apple\.com/(HDRGainMap|HDRToneMap|pixeldatainfo|depthData|portraitEffectsMatte|ImageIO)/1\.0/"
_OTHERS = r"http://ns\.(adobe\.com/hdr-gain-map|oneplus\.com/media|xiaomi\.com/photos)/1\.0/(camera/)?"
_SINGLE = (
    *(r"http://ns\.adobe\.com/xmp/note/}HasExtendedXMP", r"http://ns\.adobe\.com/xap/1\.0/}Thumbnails"),
    r"http://ns\.adobe\.com/camera-raw-settings/1\.0/}(Crop\w+|HasCrop)",
    r"http://ns\.adobe\.com/exif/1\.0/}(FocalPlane[XY]Resolution|FocalPlaneResolutionUnit|Subject(Area|Location))",
)
_GONE = re.compile(rf"\{{({_GOOGLE}|{_APPLE}|{_OTHERS})\}}|\{{({'|'.join(_SINGLE)})$")
"""What tells of other pictures inside the old file, of a crop that is done, or what EXIF tells scaled."""

_PANORAMA = "{http://ns.google.com/photos/1.0/panorama/}"
_PANORAMA_LENGTHS = (
    *("FullPanoWidthPixels", "FullPanoHeightPixels", "CroppedAreaLeftPixels", "CroppedAreaTopPixels"),
    *("LargestValidInteriorRectLeft", "LargestValidInteriorRectTop"),
    *("LargestValidInteriorRectWidth", "LargestValidInteriorRectHeight"),
)
_MAY_NOT_BE_TURNED = re.compile(
    re.escape(_PANORAMA) + r"|\{http://ns\.microsoft\.com/photo/1\.2/\}RegionInfo"
    r"|\{http://www\.metadataworkinggroup\.com/schemas/regions/\}Regions"
)
_APPLIED_TO = "{http://www.metadataworkinggroup.com/schemas/regions/}AppliedToDimensions"
_DIMENSIONS = "{http://ns.adobe.com/xap/1.0/sType/Dimensions#}"
_PROFILE_NAME = re.compile(r"\{http://ns\.adobe\.com/photoshop/1\.0/\}ICCProfile$")


def parsed(packet: bytes | None) -> Element | None:
    """The root of a packet; None where there is none or it makes no sense."""
    try:
        return xmp.parse(packet) if packet else None
    except xmp.MalformedXmp:
        return None


def of_photo(packet: bytes | None) -> Element | None:
    """The same of a packet that a photo may have; None for one that is longer than any. Results say a little more."""
    if packet and len(packet) > xmp.MAX_BYTES:
        return None
    root = parsed(packet)
    return root if root is None or sum(1 for _ in root.iter()) <= xmp.MAX_ELEMENTS else None


def correct(root: Element, size: Size, scale: float, turned: bool) -> None:
    """Size, orientation and places become those of an upright result; places in a photo that was ``turned`` go."""
    xmp.drop(root, _GONE)
    turned = turned or xmp.value(root, f"{{{xmp.TIFF}}}Orientation") not in (None, "1")
    if turned:
        xmp.drop(root, _MAY_NOT_BE_TURNED)
    xmp.set_present(root, f"{{{xmp.TIFF}}}Orientation", "1")
    for namespace, names in (
        (xmp.TIFF, ("ImageWidth", "ImageLength")),
        (xmp.EXIF, ("PixelXDimension", "PixelYDimension")),
    ):
        for name, length in zip(names, size, strict=True):
            xmp.set_present(root, f"{{{namespace}}}{name}", str(length))
    _scale_panorama(root, size, scale)
    for area in root.iter(_APPLIED_TO):
        _set_dimensions(area, size)


def say_srgb(root: Element) -> None:
    """The colours have become sRGB."""
    xmp.set_present(root, f"{{{xmp.EXIF}}}ColorSpace", "1")
    xmp.drop(root, _PROFILE_NAME)


def _scale_panorama(root: Element, size: Size, scale: float) -> None:
    """The part that the photo is of the whole sphere is exactly the result; the rest is scaled."""
    whole = {
        f"FullPano{side}Pixels": length
        for side, length in zip(("Width", "Height"), size, strict=True)
        if _panorama(root, f"FullPano{side}Pixels") == _panorama(root, f"CroppedAreaImage{side}Pixels")
    }
    for name in _PANORAMA_LENGTHS:
        if (length := _panorama(root, name)) is not None:
            xmp.set_present(root, _PANORAMA + name, str(whole.get(name, round(length * scale))))
    for side, length in zip(("Width", "Height"), size, strict=True):
        xmp.set_present(root, f"{_PANORAMA}CroppedAreaImage{side}Pixels", str(length))


def _panorama(root: Element, name: str) -> float | None:
    text = xmp.value(root, _PANORAMA + name) or ""
    return float(text) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text, re.ASCII) else None


def _set_dimensions(area: Element, size: Size) -> None:
    """The size in pixels that the areas of faces refer to, which are in parts of it."""
    for element in area.iter():
        for name, length in zip((f"{_DIMENSIONS}w", f"{_DIMENSIONS}h"), size, strict=True):
            if name in element.attrib:
                element.set(name, str(length))
            for child in element.findall(name):
                child.text = str(length)
