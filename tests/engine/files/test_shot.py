"""How a photo was taken, as exiftool and Pillow write it."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from engine.files.metadata.exif import Directory, to_block
from engine.files.metadata.shot import LONGEST, Shot, shot_of
from engine.files.reading import open_photo
from engine.picture import Metadata

TAGS = {
    "Make": "NIKON CORPORATION",
    "Model": "NIKON Z 6",
    "LensModel": "Nikkor Z 40mm f/2",
    "ExposureTime": "1/250",
    "FNumber": "2.8",
    "ISO": "400",
    "FocalLength": "40",
    "DateTimeOriginal": "2023:06:01 12:34:56",
}
TOLD = Shot("NIKON Z 6", "Nikkor Z 40mm f/2", 1 / 250, 2.8, 400, 40, datetime(2023, 6, 1, 12, 34, 56))


@pytest.mark.skipif(not shutil.which("exiftool"), reason="needs exiftool")
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_what_a_camera_writes_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo.{suffix}"
    Image.new("RGB", (30, 20), "teal").save(path)
    words = [f"-EXIF:{name}={value}" for name, value in TAGS.items()]
    subprocess.run(["exiftool", "-q", "-overwrite_original", *words, path], check=True)
    assert shot_of(open_photo(path).header.metadata) == TOLD


def block(maker: str = "", model: str = "", taken: str = "", exposure: float = 0) -> Metadata:
    tags, details = Directory("<"), Directory("<")
    for directory, tag, text in ((tags, 271, maker), (tags, 272, model), (details, 36867, taken)):
        directory.set_text(tag, text)
    details.set_rational(33434, exposure)
    tags.children[34665] = details
    return Metadata(exif=to_block(tags))


@pytest.mark.parametrize(
    ("maker", "model", "camera"),
    [
        ("Canon", "Canon EOS R5", "Canon EOS R5"),
        ("FUJIFILM", "X-T4", "FUJIFILM X-T4"),
        ("Apple", "iPhone 15", "Apple iPhone 15"),
        ("", "X100", "X100"),
        ("Leica", "", "Leica"),
        ("", "", ""),
    ],
)
def test_a_camera_is_called_by_its_maker_once(maker: str, model: str, camera: str) -> None:
    assert shot_of(block(maker, model)).camera == camera


def test_what_makes_no_sense_is_left_out() -> None:
    assert shot_of(Metadata()) == Shot() == shot_of(Metadata(exif=b"II*\0nonsense"))
    odd = shot_of(block("x" * 10_000, taken="0000:00:00 00:00:00"))
    assert len(odd.camera) == LONGEST and odd.taken is None and odd.seconds is None
