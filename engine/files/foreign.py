"""Files that are no photos Fourfold reads, but that people take for such: called by their name."""

from __future__ import annotations

from engine.sentences import Sentence

RAW = Sentence("is a camera raw file; develop it to a TIFF or JPEG first")
VIDEO = Sentence("is a video; Fourfold takes single photos")
_WEB_PAGE = Sentence("is a web page, not a photo; save the picture itself")

_RAWS = (b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"FUJIFILMCCD-RAW", b"II\x1a\0\0\0HEAPCCDR", b"FOVb", b"\0MRM")
_VIDEOS = (b"\x1aE\xdf\xa3", b"\0\0\x01\xba", b"FLV\x01")
_VIDEO_BRANDS = (b"qt  ", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp4", b"M4V", b"avc1", b"3gp", b"3g2", b"f4v")
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")
_PICTURES = (
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"v/1\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"#?RGBE", "Radiance HDR"),
    (b"PF\n", "PFM"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"II\xbc", "JPEG XR"),
    (b"gimp xcf", "GIMP"),
    (b"\0\0\x01\0", "Windows icon"),
    (b"DDS ", "DDS"),
    (b"qoif", "QOI"),
    (b"SIMPLE  =", "FITS"),
    *((b"P%d%c" % (number, space), "Netpbm") for number in range(1, 8) for space in b"\n\r\t "),
)


def obstacle(start: bytes) -> Sentence | None:
    """Why Fourfold does not take a file with these first bytes (64 suffice): "is ..."; None for an unknown kind."""
    if start.startswith(_RAWS) or start[4:12] == b"ftypcrx ":
        return RAW
    if start.startswith(_VIDEOS) or (start[4:8] == b"ftyp" and start[8:12].startswith(_VIDEO_BRANDS)):
        return VIDEO
    if start[:4] == b"RIFF" and start[8:12] == b"AVI ":
        return VIDEO
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(_PAGES):
        return _WEB_PAGE
    kind = "SVG" if b"<svg" in text else next((kind for magic, kind in _PICTURES if start.startswith(magic)), None)
    if kind is None:
        return None
    return Sentence("is a {kind} file, which Fourfold does not read; save it as PNG or TIFF", kind=kind)
