"""Real files that say something, and their results, for the tests on what is kept."""

import json
import struct
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from engine.files.formats import Format, SaveOptions
from engine.files.metadata.losses import losses
from engine.files.metadata.true_metadata import with_provenance
from engine.files.planning import saved_header, stored_header
from engine.files.reading import open_photo
from engine.files.writing import PhotoWriter
from engine.geometry import Size

WRITABLE = [format for format in Format if format.writable]
SIZE = (24, 16)
RDF = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {}>{}</rdf:Description></rdf:RDF></x:xmpmeta>"""


def told(exiftool: str, file: Path) -> dict[str, object]:
    """What exiftool finds in a file, by group and tag; it warns of nothing."""
    found = subprocess.run([exiftool, "-json", "-G1", "-a", "-n", file], capture_output=True, check=True, text=True)
    (tags,) = json.loads(found.stdout)
    assert not [tag for tag in tags if "Warning" in tag or "Error" in tag], tags
    return tags


def plain() -> Image.Image:
    return Image.linear_gradient("L").resize(SIZE).convert("RGB")


def jpeg(path: Path, *segments: bytes) -> Path:
    file = BytesIO()
    plain().save(file, "JPEG", quality=95)
    path.write_bytes(file.getvalue()[:2] + b"".join(segments) + file.getvalue()[2:])
    return path


def segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def exif_segment(block: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + block)


def xmp_segment(packet: str) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet.encode())


def upscaled(photo: Path, format: Format, scale: int = 4) -> tuple[Path, tuple[str, ...]]:
    """The result of a photo, four times as wide, as the engine saves it, and what was said of it."""
    opened = open_photo(photo)
    picture = opened.picture()
    size = Size(picture.header.size.width * scale, picture.header.size.height * scale)
    options = SaveOptions(format)
    header = saved_header(picture.header, size, options)
    header = replace(header, metadata=with_provenance(header.metadata, {"model": "nearest"}))
    target = photo.with_name(f"result{format.suffix}")
    with PhotoWriter(target, header, options) as writer:
        writer.write(picture.pixels.repeat(scale, 0).repeat(scale, 1))
    stored = stored_header(saved_header(picture.header, size, options), format)
    return target, opened.remarks + losses(opened.header.metadata, stored.metadata, format)
