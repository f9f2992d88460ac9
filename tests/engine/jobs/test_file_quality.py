"""How strongly a file was compressed is read from real files of real encoders; other bytes tell nothing."""

import io
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.errors import UnreadablePicture
from engine.files.reading import open_photo
from engine.jobs.file_quality import BEST, bytes_per_pixel_of, jpeg_quality, lossy_webp_bytes, quality_of


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


def test_a_lossy_webp_s_bytes_are_those_of_its_frame_alone() -> None:
    image = scene()
    found = [lossy_webp_bytes(saved(image, "WEBP", quality=quality)) for quality in (20, 40, 60, 75, 85, 95, 100)]
    assert found == sorted(found) and len(set(found)) == len(found)
    bare = saved(image, "WEBP", quality=60).getvalue()
    assert lossy_webp_bytes(io.BytesIO(bare)) == len(bare) - len(b"RIFF    WEBPVP8     ")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    more = saved(image, "WEBP", quality=60, exif=b"Exif\0\0" + bytes(9001))
    assert lossy_webp_bytes(more) == pytest.approx(found[2], abs=20) and len(more.getvalue()) > found[2] + 9001


def test_lossless_webp_has_lost_nothing() -> None:
    assert lossy_webp_bytes(saved(scene(), "WEBP", lossless=True, quality=10)) == 0


@pytest.mark.parametrize(("suffix", "quality"), [(".jpg", 50), (".png", BEST), (".webp", BEST)])
def test_each_format_tells_what_it_can(tmp_path: Path, suffix: str, quality: int) -> None:
    path = tmp_path / f"a{suffix}"
    scene().save(path, quality=50)
    photo = open_photo(path)
    assert quality_of(photo) == quality
    spent = lossy_webp_bytes(io.BytesIO(path.read_bytes())) / (256 * 192) if suffix == ".webp" else math.inf
    assert bytes_per_pixel_of(photo) == spent > 0
    path.unlink()
    if suffix != ".png":
        with pytest.raises(UnreadablePicture, match="cannot be read"):
            (quality_of if suffix == ".jpg" else bytes_per_pixel_of)(photo)


WEBP = b"RIFF\0\0\0\0WEBP"
STARTS = [b"", b"\xff\xd8", b"\xff\xd8\xff\xe5\0\0", b"\xff\xd8\xff\xdb\x00\x43\x00", WEBP, WEBP + b"ALPH" + bytes(3)]


@given(data=st.binary(max_size=80), start=st.sampled_from(STARTS))
def test_other_files_and_broken_ones_have_no_quality(data: bytes, start: bytes) -> None:
    assert 1 <= jpeg_quality(io.BytesIO(start + data)) <= 100
    assert 0 <= lossy_webp_bytes(io.BytesIO(start + data)) < 2**32
