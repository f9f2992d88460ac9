"""The quality a file was saved with is read from real files of real encoders; other bytes have none."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.jobs.file_quality import jpeg_quality, webp_quality


def scene(width: int = 256, height: int = 192) -> Image.Image:
    """Sharp edges, slopes and a little noise, as photos have."""
    rng = np.random.default_rng(0)
    tiles = rng.uniform(40, 215, (height // 32, width // 32, 3)).repeat(32, 0).repeat(32, 1)
    slope = np.linspace(-25, 25, width)[None, :, None]
    return Image.fromarray((tiles + slope + rng.normal(0, 4, tiles.shape)).clip(0, 255).astype(np.uint8))


def saved(image: Image.Image, format: str, **options: object) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, format, **options)
    file.seek(0)
    return file


@given(quality=st.integers(25, 99), progressive=st.booleans(), grey=st.booleans())
def test_jpeg_s_quality_is_read_from_its_tables(quality: int, progressive: bool, grey: bool) -> None:
    image = scene(64, 64).convert("L" if grey else "RGB")
    file = saved(image, "JPEG", quality=quality, progressive=progressive, exif=b"Exif\0\0" + bytes(9000))
    assert jpeg_quality(file) == pytest.approx(quality, abs=2)


@pytest.mark.parametrize("method", [0, 4])
def test_webp_s_quality_is_about_that_of_its_quantisers(method: int) -> None:
    found = [webp_quality(saved(scene(), "WEBP", quality=q, method=method)) for q in (20, 40, 60, 75, 85, 95, 100)]
    assert found == sorted(found) and found[-1] == 100
    assert np.abs(np.subtract(found, [20, 40, 60, 75, 85, 95, 100])).max() <= 12
    assert found[3] < 85 < found[5]


def test_webp_is_read_behind_other_parts_of_its_file() -> None:
    image = scene()
    plain = webp_quality(saved(image, "WEBP", quality=60))
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    assert webp_quality(saved(image, "WEBP", quality=60, exif=b"Exif\0\0" + bytes(9001))) == plain


def webp_of(*fields: tuple[int, int]) -> io.BytesIO:
    """A WebP file with nothing but a frame's header of these (number, bits), coded as RFC 6386 says."""
    low, width, length = 0, 255, 8
    for bit in "".join(f"{number:0{bits}b}" for number, bits in fields):
        split = 1 + (width - 1) // 2
        low, width = (low + split, width - split) if bit == "1" else (low, split)
        while width < 128:
            low, width, length = 2 * low, 2 * width, length + 1
    body = (low << -length % 8).to_bytes((length + 7) // 8)
    return io.BytesIO(b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + bytes(4) + body)


COLOURS, FILTER, PARTITIONS = (0, 2), (300, 10), (1, 2)


def test_webp_of_encoders_that_use_no_segments() -> None:
    """Index 26 is what libwebp takes for a quality of 75."""
    moved = [(1, 1), (1, 1), *[(1, 1), (5, 6), (1, 1)] * 8]
    for changes in ([(0, 1)], [(1, 1), (0, 1)], moved):
        file = webp_of(COLOURS, (0, 1), FILTER, *changes, PARTITIONS, (26, 7))
        assert webp_quality(file) == pytest.approx(75, abs=1)


def test_webp_whose_segments_say_how_far_they_are_from_the_whole() -> None:
    indices = [field for number in (3, 5, 7, 9) for field in ((1, 1), (number, 7), (0, 1))]
    filters, proportions = [(1, 1), (9, 6), (1, 1)] * 4, [(1, 1), (200, 8)] * 3
    segments = [(1, 1), (1, 1), (1, 1), (0, 1), *indices, *filters, *proportions]
    file = webp_of(COLOURS, *segments, FILTER, (0, 1), PARTITIONS, (20, 7))
    assert webp_quality(file) == pytest.approx(75, abs=1)


def test_lossless_webp_has_lost_nothing() -> None:
    assert webp_quality(saved(scene(), "WEBP", lossless=True, quality=10)) == 100


WEBP = b"RIFF\0\0\0\0WEBP"
STARTS = [b"", b"\xff\xd8", b"\xff\xd8\xff\xdb\x00\x43\x00", WEBP, WEBP + b"VP8 " + bytes(7) + b"\x9d\x01\x2a"]


@given(data=st.binary(max_size=80), start=st.sampled_from(STARTS))
def test_other_files_and_broken_ones_have_no_quality(data: bytes, start: bytes) -> None:
    for quality in (jpeg_quality, webp_quality):
        assert 1 <= quality(io.BytesIO(start + data)) <= 100
