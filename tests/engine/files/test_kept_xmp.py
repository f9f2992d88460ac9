"""XMP kept as far as it is true: extended packets, panoramas, parts that are gone; exiftool agrees."""

import hashlib
import re
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.files.formats import Format, SaveOptions
from engine.files.metadata import xmp
from engine.files.metadata.true_metadata import corrected, provenance
from engine.files.reading import open_photo
from engine.files.results import said_of_making
from engine.files.writing import PhotoWriter
from engine.geometry import Size
from engine.picture import Header, Metadata, Picture
from tests.engine.files.saying import RDF, WRITABLE, jpeg, segment, told, upscaled, xmp_segment


def extended(letters: int) -> tuple[bytes, ...]:
    """Segments of XMP in two parts, as Adobe's programs write what is too long for one."""
    rest = RDF.format('xmlns:dc="http://purl.org/dc/elements/1.1/"', f"<dc:source>{'L' * letters}</dc:source>").encode()
    name = hashlib.md5(rest).hexdigest().upper()
    note = f'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="{name}"'
    main = RDF.format(f'{note} xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"', "")
    parts = [
        segment(
            0xE1,
            b"http://ns.adobe.com/xmp/extension/\0" + name.encode() + struct.pack(">II", len(rest), at) + part,
        )
        for at in range(0, len(rest), 60_000)
        if (part := rest[at : at + 60_000])
    ]
    return (xmp_segment(main), *reversed(parts))


@pytest.mark.parametrize("format", WRITABLE)
def test_extended_xmp_goes_along(exiftool: str, tmp_path: Path, format: Format) -> None:
    result, remarks = upscaled(jpeg(tmp_path / "photo.jpg", *extended(150_000)), format)
    tags = told(exiftool, result)
    assert tags["XMP-dc:Source"] == "L" * 150_000 and tags["XMP-xmp:Rating"] == 4
    assert remarks == ()
    found = open_photo(result).header.metadata
    assert b"L" * 150_000 in found.xmp and provenance(found) == {"model": "nearest"}


def test_a_missing_extension_costs_only_itself(tmp_path: Path) -> None:
    main, *_ = extended(70_000)
    result, _ = upscaled(jpeg(tmp_path / "photo.jpg", main), Format.JPEG)
    packet = open_photo(result).header.metadata.xmp
    assert b"Rating" in packet and b"HasExtendedXMP" not in packet


def test_splitting_keeps_every_property() -> None:
    attributes = 'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="{}" dc:format="image/jpeg"'.format("a" * 500)
    packet = RDF.format(attributes, f"<dc:creator><rdf:Seq><rdf:li>{'b' * 300}</rdf:li></rdf:Seq></dc:creator>")
    main, rest, name = xmp.split(packet.encode(), 900)
    assert len(main) <= 900 and b"image/jpeg" in main and b"a" * 500 in rest
    whole = xmp.merged(main, {name: rest})
    assert all(text in whole for text in (b"a" * 500, b"b" * 300, b"image/jpeg"))
    assert xmp.merged(main, {name: b"nothing"}) == main and xmp.merged(b"nothing", {}) == b"nothing"


DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
KINDS = [f'xmlns:kind{number}="urn:kind:{number}" kind{number}:is="1"' for number in range(xmp.MAX_PREFIXES)]
LONG = {
    "many descriptions": RDF.format(DC, "").replace(
        "</rdf:RDF>", "".join(f"<rdf:Description {DC} dc:n{number}='1'/>" for number in range(5_000)) + "</rdf:RDF>"
    ),
    "a long name of the photo": RDF.replace('about=""', f'about="{"a" * 70_000}"').format(DC, ""),
    "a long name of the program": RDF.replace("<x:xmpmeta", f'<x:xmpmeta x:xmptk="{"a" * 70_000}"').format(DC, ""),
    "as many kinds as may be": RDF.format(" ".join([DC, *KINDS, 'dc:source="a"']), ""),
    "as much as may be": RDF.format(DC, f"<dc:source>{'a' * (xmp.MAX_BYTES - 300)}</dc:source>"),
    "more than may be": RDF.format(DC, f"<dc:source>{'a' * xmp.MAX_BYTES}</dc:source>"),
    "more parts than may be": RDF.format(DC, "<dc:source/>" * xmp.MAX_ELEMENTS),
}
"""Packets in which what we write has been seen to find no room."""


@pytest.mark.parametrize("kind", LONG)
def test_a_result_says_how_it_was_made_however_much_its_photo_says(tmp_path: Path, kind: str) -> None:
    picture = Picture(Header(Size(8, 8), 3, 8, Metadata(xmp=LONG[kind].encode())), np.zeros((8, 8, 3), np.uint8))
    with PhotoWriter(tmp_path / "photo.png", picture.header, SaveOptions(Format.PNG)) as writer:
        writer.write(picture.pixels)
    result, remarks = upscaled(tmp_path / "photo.png", Format.JPEG)
    assert said_of_making(result) == {"model": "nearest"}
    packet, is_too_long = open_photo(result).header.metadata.xmp, kind.startswith("more")
    assert remarks == (("XMP is left out: it is far longer than that of any photo.",) if is_too_long else ())
    assert kind != "as much as may be" or len(packet) > xmp.MAX_BYTES
    assert kind != "many descriptions" or all(f"n{number}>" in packet.decode() for number in (0, 1, 4_998, 4_999))
    assert kind != "as many kinds as may be" or packet.count(b":is") >= xmp.MAX_PREFIXES


def test_what_lies_inside_a_property_stays_there() -> None:
    inside = "<dc:source><rdf:Description><dc:format>f</dc:format></rdf:Description></dc:source>"
    main, rest, name = xmp.split(RDF.format(DC, inside + f"<dc:type>{'a' * 500}</dc:type>").encode(), 400)
    assert b"dc:format" in rest
    assert xmp.merged(main, {name: rest}).count(b"<dc:format>") == 1


PARTS = {
    "GCamera": "http://ns.google.com/photos/1.0/camera/",
    "Container": "http://ns.google.com/photos/1.0/container/",
    "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/",
    "OpCamera": "http://ns.oneplus.com/media/1.0/",
    "HDRGainMap": "http://ns.apple.com/HDRGainMap/1.0/",
    "apdi": "http://ns.apple.com/pixeldatainfo/1.0/",
    "GDepth": "http://ns.google.com/photos/1.0/depthmap/",
    "GFocus": "http://ns.google.com/photos/1.0/focus/",
    "GImage": "http://ns.google.com/photos/1.0/image/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
}
KEPT = {
    "GPano": "http://ns.google.com/photos/1.0/panorama/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def phone_packet(more: str = "") -> str:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (PARTS | KEPT).items())
    parts = " ".join(f'{prefix}:Something="1"' for prefix in PARTS if prefix != "xmpNote")
    properties = """GCamera:MotionPhoto="1" hdrgm:Version="1.0" GDepth:Format="RangeInverse" crs:CropTop="0.1"
     crs:HasCrop="True" crs:Exposure2012="+0.30" dc:format="image/jpeg" GPano:ProjectionType="equirectangular"
     GPano:FullPanoWidthPixels="24" GPano:FullPanoHeightPixels="100" GPano:CroppedAreaImageWidthPixels="24"
     GPano:CroppedAreaImageHeightPixels="16" GPano:CroppedAreaTopPixels="7" GPano:CroppedAreaLeftPixels="nine" """
    return RDF.format(f"{names} {parts} {properties} {more}", "<GCamera:Directory>old</GCamera:Directory>")


def test_tags_of_parts_that_are_gone_go_and_it_is_said(exiftool: str, tmp_path: Path) -> None:
    result, remarks = upscaled(jpeg(tmp_path / "photo.jpg", xmp_segment(phone_packet())), Format.JPEG)
    packet = open_photo(result).header.metadata.xmp.decode()
    assert not [prefix for prefix, uri in PARTS.items() if uri in packet]
    assert "Crop" not in re.sub("CroppedArea", "", packet) and "HasCrop" not in packet
    tags = told(exiftool, result)
    assert tags["XMP-crs:Exposure2012"] == "+0.30" and tags["XMP-dc:Format"] == "image/jpeg"
    assert {name: tags[f"XMP-GPano:{name}"] for name in ("FullPanoWidthPixels", "FullPanoHeightPixels")} == {
        "FullPanoWidthPixels": 96,
        "FullPanoHeightPixels": 400,
    }
    assert tags["XMP-GPano:CroppedAreaImageWidthPixels"] == 96 and tags["XMP-GPano:CroppedAreaImageHeightPixels"] == 64
    assert tags["XMP-GPano:CroppedAreaTopPixels"] == 28
    assert [remark.split("'s ")[-1].split(",")[0] for remark in remarks[:2]] == ["gain map", "depth map is not kept."]
    assert "moving" in remarks[2] and len(remarks) == 3
    assert open_photo(result).remarks == ()


def test_a_panorama_that_was_turned_says_nothing_wrong() -> None:
    packet = phone_packet('xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"').encode()
    assert b"GPano" not in corrected(Metadata(xmp=packet), Size(64, 96), 4).xmp


def test_an_iso_gain_map_is_said(tmp_path: Path) -> None:
    photo = jpeg(tmp_path / "photo.jpg", segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0" + bytes(4)))
    assert "gain map" in open_photo(photo).remarks[0]


def test_areas_of_faces_refer_to_the_new_size() -> None:
    regions = """<mwg:Regions rdf:parseType="Resource"><mwg:AppliedToDimensions dim:w="24" dim:h="16" dim:unit="pixel"/>
     </mwg:Regions>"""
    names = 'xmlns:mwg="http://www.metadataworkinggroup.com/schemas/regions/"'
    names += ' xmlns:dim="http://ns.adobe.com/xap/1.0/sType/Dimensions#"'
    packet = corrected(Metadata(xmp=RDF.format(names, regions).encode()), Size(96, 64), 4).xmp
    assert b'dim:w="96"' in packet and b'dim:h="64"' in packet
    turned = RDF.format(names + ' xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="3"', regions)
    assert b"AppliedTo" not in corrected(Metadata(xmp=turned.encode()), Size(96, 64), 4).xmp
