"""Metadata made true for the result, whatever the file said."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.files.metadata import exif
from engine.files.metadata.true_metadata import (
    corrected,
    exif_resolution,
    provenance,
    with_provenance,
    with_resolution_in_exif,
)
from engine.geometry import Size
from engine.picture import Metadata

SIZE = Size(400, 300)
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"
 xmlns:xmpNote="http://ns.adobe.com/xmp/note/" tiff:Orientation="6" tiff:ImageWidth="100" exif:PixelYDimension="75"
 crs:Exposure2012="+0.30" hdrgm:Version="1.0" xmpNote:HasExtendedXMP="00">
<exif:PixelXDimension>100</exif:PixelXDimension><tiff:Make>Größe</tiff:Make></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def camera(order: str = "<") -> exif.Directory:
    tags = exif.Directory(order)
    tags.set_text(272, "Model 7")
    tags.set_short(274, 6)
    tags.set_long(256, 100)
    tags.set_long(257, 75)
    details = exif.Directory(order)
    details.set_short(40962, 100)
    details.set_short(40963, 75)
    details.set_short(37396, 50, 40)
    details.set_rational(41486, 1000)
    details.set_bytes(37500, b"MAKERNOTE" * 9)
    tags.children = {34665: details}
    return tags


def corrected_tags(tags: exif.Directory, scale: float = 4) -> exif.Directory:
    return exif.from_block(corrected(Metadata(exif=exif.to_block(tags)), SIZE, scale).exif)


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_is_true_for_the_result(order: str) -> None:
    tags = corrected_tags(camera(order))
    details = tags.children[34665]
    assert tags.numbers(274) == (1,)
    assert (tags.numbers(256), tags.numbers(257)) == ((400,), (300,))
    assert (details.numbers(40962), details.numbers(40963)) == ((400,), (300,))
    assert details.numbers(41486) == (4000 * 10_000, 10_000)
    assert tags.values[272].data == b"Model 7\0" and details.values[37500].data == b"MAKERNOTE" * 9


def test_the_subject_moves_along_unless_the_photo_was_turned() -> None:
    tags = camera()
    assert 37396 not in corrected_tags(tags).children[34665].values
    tags.set_short(274, 1)
    assert corrected_tags(tags).children[34665].numbers(37396) == (200, 160)


def test_what_exif_does_not_say_is_not_invented() -> None:
    tags = exif.Directory("<")
    tags.set_text(272, "Model 7")
    assert set(corrected_tags(tags).values) == {272}
    assert corrected(Metadata(), SIZE, 4) == Metadata()


def test_the_thumbnail_is_dropped() -> None:
    block = exif.to_block(camera())
    next_at = 8 + 2 + 12 * struct.unpack_from("<H", block, 8)[0]
    thumbnail = struct.pack("<HHHIII", 1, 513, 4, 1, len(block) + 18, 0) + b"\xff\xd8thumbnail\xff\xd9"
    with_thumbnail = block[:next_at] + struct.pack("<I", len(block)) + block[next_at + 4 :] + thumbnail
    assert b"thumbnail" not in corrected(Metadata(exif=with_thumbnail), SIZE, 4).exif


def test_pillow_reads_what_we_write_and_the_reverse() -> None:
    by_pillow = Image.Exif()
    by_pillow[271], by_pillow[274] = "Maker", 8
    by_pillow.get_ifd(34665)[33434] = 0.008
    by_pillow.get_ifd(34853)[2] = (52.0, 3.0, 4.5)
    block = corrected(Metadata(exif=by_pillow.tobytes().removeprefix(b"Exif\0\0")), SIZE, 4).exif
    read = Image.Exif()
    read.load(block)
    assert (read[271], read[274]) == ("Maker", 1)
    assert read.get_ifd(34665)[33434] == pytest.approx(0.008) and read.get_ifd(34665)[40962] == 400
    assert read.get_ifd(34853)[2] == (52.0, 3.0, 4.5)


values = st.one_of(
    st.builds(lambda data: exif.Value(7, data), st.binary(min_size=1, max_size=30)),
    st.builds(
        lambda numbers: exif.Value(3, struct.pack(f"<{len(numbers)}H", *numbers)),
        st.lists(st.integers(0, 65535), min_size=1),
    ),
    st.builds(lambda numbers: exif.Value(5, struct.pack("<2I", *numbers)), st.tuples(*[st.integers(0, 2**32 - 1)] * 2)),
)
tables = st.dictionaries(st.integers(1, 65535).filter(lambda tag: tag not in exif.CHILDREN), values, max_size=8)


@given(main=tables, details=tables, big=st.booleans(), order=st.sampled_from("<>"), at=st.integers(16, 99))
def test_directories_survive_writing_and_reading(main: dict, details: dict, big: bool, order: str, at: int) -> None:
    tags = exif.Directory("<", main, {34665: exif.Directory("<", details)}).reordered(order)
    layout = exif.Layout(order, big)
    read = exif.read_directory(bytes(at) + exif.dump(tags, at, layout), at, layout)
    assert read == tags
    assert read.reordered("<").values == main
    assert all(read.numbers(tag) == exif.Directory("<", main).numbers(tag) for tag in main)


def test_values_begin_at_even_places() -> None:
    tags = exif.Directory("<")
    tags.set_bytes(1, b"seven..")
    tags.set_bytes(2, b"another")
    block = exif.to_block(tags)
    assert [struct.unpack_from("<I", block, 8 + 2 + 12 * i + 8)[0] % 2 for i in (0, 1)] == [0, 0]


def test_values_outside_the_block_are_left_out() -> None:
    tags = exif.Directory("<")
    tags.set_short(274, 6)
    tags.set_text(272, "A model's name")
    assert set(exif.from_block(exif.to_block(tags)[:-4]).values) == {274}


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda tail: b"II*\0\x08\0\0\0" + tail))
def test_malformed_exif_is_left_out_and_never_fails(block: bytes) -> None:
    result = corrected(Metadata(exif=block), SIZE, 4)
    assert result.exif is None or exif.from_block(result.exif)
    with_provenance(Metadata(exif=block), {"model": "srgan"})


@given(st.data())
def test_damaged_exif_never_fails(data: st.DataObject) -> None:
    block = bytearray(exif.to_block(camera()))
    for _ in range(data.draw(st.integers(1, 4))):
        block[data.draw(st.integers(0, len(block) - 1))] = data.draw(st.integers(0, 255))
    corrected(Metadata(exif=bytes(block)), SIZE, 4)


def test_exif_that_points_to_itself_ends() -> None:
    tags = struct.pack("<HHHIII", 1, 34665, 4, 1, 8, 0)
    assert corrected(Metadata(exif=b"II*\0\x08\0\0\0" + tags), SIZE, 4).exif is None


def test_xmp_is_true_for_the_result() -> None:
    packet = corrected(Metadata(xmp=XMP), SIZE, 4).xmp.decode()
    for said in (
        'tiff:Orientation="1"',
        'tiff:ImageWidth="400"',
        'exif:PixelYDimension="300"',
        ">400</exif:PixelXDimension>",
    ):
        assert said in packet
    assert 'crs:Exposure2012="+0.30"' in packet and "Größe" in packet
    assert "hdrgm" not in packet and "HasExtendedXMP" not in packet
    assert packet.startswith("<?xpacket begin=") and packet.endswith('<?xpacket end="w"?>')


def test_entities_are_refused_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + XMP.replace(b"+0.30", b"&b;")
    assert corrected(Metadata(xmp=bomb), SIZE, 4).xmp is None
    for hidden in (bomb.decode().encode("utf-16"), b"\xfe\xff" + bomb.decode().encode("utf-16-be")):
        assert corrected(Metadata(xmp=hidden), SIZE, 4).xmp is None


@given(st.binary(max_size=200) | st.integers(0, len(XMP)).map(lambda end: XMP[:end]))
def test_malformed_xmp_is_left_out(packet: bytes) -> None:
    assert corrected(Metadata(xmp=packet), SIZE, 4).xmp is None or b"</x:xmpmeta>" in packet
    assert provenance(with_provenance(Metadata(xmp=packet), {"model": "srgan"})) == {"model": "srgan"}


@pytest.mark.parametrize("before", [None, XMP, b"no packet at all"])
def test_provenance_is_found_again(before: bytes | None) -> None:
    made = {"model": "srgan", "sha256": "0f" * 32, "version": "0.1.0", "texture": "0.5 & <more>"}
    noted = with_provenance(Metadata(xmp=before), made)
    assert provenance(noted) == made
    assert provenance(with_provenance(noted, {"model": "bicubic"})) == {"model": "bicubic"}
    assert exif.from_block(noted.exif).values[305].data == b"Fourfold 0.1.0\0"
    assert before is not XMP or b"Exposure2012" in noted.xmp
    assert provenance(Metadata(xmp=before)) == {}


def test_provenance_survives_another_correction() -> None:
    noted = corrected(with_provenance(Metadata(xmp=XMP), {"model": "srgan"}), SIZE, 4)
    assert provenance(noted) == {"model": "srgan"}


def test_resolution_in_exif() -> None:
    noted = with_resolution_in_exif(Metadata(resolution=(300.0, 240.5)))
    assert exif_resolution(noted.exif) == (300.0, 240.5)
    assert with_resolution_in_exif(Metadata()) == Metadata()
    centimetres = exif.Directory("<")
    centimetres.set_rational(282, 100)
    centimetres.set_rational(283, 100)
    centimetres.set_short(296, 3)
    assert exif_resolution(exif.to_block(centimetres)) == (254.0, 254.0)
