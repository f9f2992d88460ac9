"""Files of less than a megabyte that ask for far more time or memory, each as bytes."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

import pillow_heif
from PIL import Image

from engine.files.codecs.stored_png import SIGNATURE, chunk

Tag = tuple[int, int, int, int]
"""Number, type, count, and value or place."""


def saved(format: str, size: tuple[int, int] = (8, 8), mode: str = "RGB", **settings: object) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, format, **settings)
    return buffer.getvalue()


def png(
    size: tuple[int, int], pixels: bytes, *, before: bytes = b"", depth: int = 8, kind: int = 2, lace: int = 0
) -> bytes:
    shape = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, lace)
    return SIGNATURE + chunk(b"IHDR", shape) + before + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


SMALL_PIXELS = zlib.compress((b"\0" + bytes(8 * 3)) * 8)


def packed_zeros(count: int) -> bytes:
    packing, portion = zlib.compressobj(9), bytes(1 << 20)
    return b"".join(packing.compress(portion[: count - at]) for at in range(0, count, 1 << 20)) + packing.flush()


def with_texts(texts: Iterable[bytes]) -> bytes:
    return png((8, 8), SMALL_PIXELS, before=b"".join(texts))


def segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def jpeg_with(segments: bytes) -> bytes:
    return (whole := saved("JPEG"))[:2] + segments + whole[2:]


def progressive(width: int, height: int, scans: int) -> bytes:
    """Blocks without content cost a few bits, whatever their number."""
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes((1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0))
    one_code = bytes((1, *[0] * 15))
    codes = segment(0xC4, b"\0" + one_code + b"\0") + segment(0xC4, b"\x10" + one_code + b"\xe0")
    blocks = -(-width // 8) * -(-height // 8)
    first = segment(0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 0, 0))) + bytes(blocks * 3 // 8 + 1)
    others = (
        segment(0xDA, bytes((1, 1 + scan % 3, 0, 1 + scan // 3 % 63, 1 + scan // 3 % 63, 0)))
        + bytes(blocks // 8192 + 3)
        for scan in range(scans)
    )
    start = b"\xff\xd8" + segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC2, frame) + codes
    return start + first + b"".join(others) + b"\xff\xd9"


def directory(tags: Iterable[Tag], after: int = 0) -> bytes:
    tags = list(tags)
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return struct.pack("<H", len(tags)) + entries + struct.pack("<I", after)


def directories_in_a_ring() -> bytes:
    """EXIF of 11 kB whose directories refer to each other 300 times each."""
    places = [8, 8 + 6 + 300 * 12, 8 + 2 * (6 + 300 * 12)]
    rings = ((34665, places[1]), (40965, places[2]), (34853, places[1]))
    return b"II*\0\x08\0\0\0" + b"".join(directory([(tag, 4, 1, place)] * 300) for tag, place in rings)


def tags_on_the_same_bytes() -> bytes:
    """EXIF of 65 kB, of which each of 2000 tags says it is its 40 kB."""
    count, long = 2000, 40_000
    at = 8 + 6 + count * 12
    return b"II*\0\x08\0\0\0" + directory((0x9000 + tag, 2, long, at) for tag in range(count)) + b"A" * long


def tiff(width: int, height: int, *tags: Tag, body: bytes = b"") -> bytes:
    """The body begins at byte 8."""
    usual = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (262, 3, 1, 1), (277, 3, 1, 1), *tags]
    body += bytes(len(body) % 2)
    return b"II*\0" + struct.pack("<I", 8 + len(body)) + body + directory(sorted(usual))


def strips_on_the_same_bytes(width: int, height: int) -> bytes:
    data = packed_zeros(width)
    places = struct.pack("<I", 8) * height + struct.pack("<I", len(data)) * height
    body = data + bytes(-len(data) % 4)
    at = 8 + len(body)
    rows = ((259, 3, 1, 8), (273, 4, height, at), (278, 3, 1, 1), (279, 4, height, at + 4 * height))
    return tiff(width, height, *rows, body=body + places)


def pages(count: int) -> bytes:
    tags = [(254, 4, 1, 0), (256, 3, 1, 8), (257, 3, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1)]
    tags += [(262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, 8), (279, 4, 1, 64)]
    size = 6 + 12 * len(tags)
    places = [8 + number * size for number in range(count)]
    return b"II*\0\x08\0\0\0" + b"".join(directory(tags, after) for after in (*places[1:], 0))


def overlapping_pages() -> bytes:
    """200 directories of 4000 tags each, one beginning 16 bytes behind the other."""
    data = bytearray(70_000)
    places = [8 + 16 * number for number in range(200)]
    for place, after in zip(places, (*places[1:], 0), strict=True):
        data[place : place + 2] = struct.pack("<H", 4000)
        end = place + 2 + 4000 * 12
        data[end : end + 4] = struct.pack("<I", after)
    return b"II*\0" + struct.pack("<I", 8) + bytes(data[8:])


def bitmap_of_runs(width: int, height: int, runs: bytes) -> bytes:
    start = 14 + 40 + 1024
    shape = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(runs), 0, 0, 256, 0)
    return b"BM" + struct.pack("<IHHI", start + len(runs), 0, 0, start) + shape + bytes(1024) + runs


def gif_with_frame(width: int, height: int) -> bytes:
    """A picture of one pixel, with a frame that is larger."""
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, width, height, 0)
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame + b"\2\2\x4c\1\0;"


def webp_claiming(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    data = b"\x2f" + struct.pack("<I", bits) + bytes(8)
    body = b"WEBPVP8L" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jxl_claiming(width: int, height: int) -> bytes:
    bits = 2 << 1 | (height - 1) << 3 | 0 << 21 | 2 << 24 | (width - 1) << 26
    return b"\xff\x0a" + bits.to_bytes(40, "little")


def xmp_jpeg(inside: str, declared: str = "") -> bytes:
    packet = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/" {declared}><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""/>{inside}</rdf:RDF></x:xmpmeta>'
    )
    return jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()))


def avif_of_no_kind() -> bytes:
    """XMP whose content type is no text; pi_heif ends the process."""
    return saved("AVIF", xmp=b"<x/>").replace(b"application/rdf+xml", b"application/\xe2df+xml")


def heic_of_many_items() -> bytes:
    buffer = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64))).save(buffer)
    data = bytearray(buffer.getvalue())
    at = data.index(b"iloc") + 10
    data[at : at + 2] = b"\x20\x01"
    return bytes(data)


def heic_of_no_picture() -> bytes:
    buffer = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64))).save(buffer)
    before, _, after = buffer.getvalue().partition(b"hvcC")
    return before[:-4] + bytes(8) + after


def bombs() -> dict[str, bytes]:
    ring, shared = directories_in_a_ring(), tags_on_the_same_bytes()
    long_text = zlib.compress(bytes(1 << 26), 9)
    profile = b"Raw profile type iptc\0\0" + zlib.compress(bytes((1 << 22) - 99), 9)
    return {
        "ring.jpg": jpeg_with(segment(0xE1, b"Exif\0\0" + ring)),
        "ring.png": png((8, 8), SMALL_PIXELS, before=chunk(b"eXIf", ring)),
        "ring.webp": saved("WEBP", exif=b"Exif\0\0" + ring),
        "ring.avif": saved("AVIF", exif=b"Exif\0\0" + ring),
        "shared.jpg": jpeg_with(segment(0xE1, b"Exif\0\0" + shared[:65_000])),
        "shared.png": png((8, 8), SMALL_PIXELS, before=chunk(b"eXIf", shared)),
        "segments.jpg": jpeg_with(segment(0xE5, b"") * 200_000),
        "progressive.jpg": progressive(10_000, 10_000, 12),
        "scans.jpg": progressive(2000, 2000, 2000),
        "deep.jpg": xmp_jpeg("<rdf:Bag>" * 3000 + "</rdf:Bag>" * 3000),
        "prefixes.jpg": xmp_jpeg("", " ".join(f'xmlns:p{n}="urn:{n}"' for n in range(2800))),
        "texts.png": with_texts(chunk(b"zTXt", b"a%d\0\0" % n + long_text) for n in range(14)),
        "profiles.png": with_texts(chunk(b"zTXt", profile) for _ in range(200)),
        "notes.png": with_texts(chunk(b"tEXt", b"a\0b") for _ in range(60_000)),
        "flat.png": png((30_000, 30_000), packed_zeros(30_000 * 3751), depth=1, kind=0),
        "laced.png": png((30_000, 30_000), packed_zeros(1000), kind=6, lace=1),
        "wide.png": png((1_000_000, 36), packed_zeros(36 * 125_001), depth=1, kind=0),
        "pages.tif": pages(7500),
        "overlapping.tif": overlapping_pages(),
        "strips.tif": strips_on_the_same_bytes(20_000, 24_000),
        "jump.bmp": bitmap_of_runs(30_000, 30_000, b"\0\2\1\xff" * 100_000),
        "lines.bmp": bitmap_of_runs(6000, 9000, b"\1\1\0\0" * 9000 + b"\0\1"),
        "frame.gif": gif_with_frame(60_000, 40_000),
        "smaller frame.gif": gif_with_frame(12_000, 12_000),
        "flat.gif": saved("GIF", (12_000, 12_000), "L"),
        "flat.webp": webp_claiming(16_000, 16_000),
        "kind.avif": avif_of_no_kind(),
        "items.heic": heic_of_many_items(),
        "empty.heic": heic_of_no_picture(),
        "flat.jxl": jxl_claiming(20_000, 20_000),
    }
