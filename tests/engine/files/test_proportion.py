"""Time and memory in proportion to the file: what is under a megabyte is read or refused at once, and real files are
not refused for being large, empty or old."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import UnsupportedPicture
from engine.files.metadata.exif import from_block
from engine.files.metadata.rationed import MalformedTags
from engine.files.reading import open_photo
from tests.conftest import ROOT
from tests.engine.files.bombs import bombs, saved, tags_on_the_same_bytes

SECONDS, MEGABYTES = 3.0, 500

CHILD = """
import json, sys, time
from pathlib import Path
import numpy as np
import pi_heif, pillow_jxl, pyvips, PIL.AvifImagePlugin
from engine.errors import PictureError
from engine.files.metadata.losses import losses
from engine.files.planning import saved_header
from engine.files.formats import SaveOptions
from engine.files.reading import open_photo

def memory(kind):
    lines = Path("/proc/self/status").read_text().splitlines() if sys.platform == "linux" else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(kind)), 0)

def read(path):
    try:
        photo = open_photo(path)
        for _ in photo.bands():
            pass
        saved_header(photo.header, photo.header.size, SaveOptions())
    except PictureError as error:
        return f"{type(error).__name__}: {error}"
    return "read"

for name in sys.argv[1:]:
    before, begun = memory("VmRSS"), time.process_time()
    said = read(Path(name))
    print(json.dumps([Path(name).name, said, time.process_time() - begun, memory("VmHWM") - before]), flush=True)
"""


def test_a_small_file_takes_little_whatever_it_claims(tmp_path: Path) -> None:
    files = bombs()
    for name, data in files.items():
        assert len(data) < 1_000_000, name
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", CHILD, *(str(tmp_path / name) for name in files)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert child.returncode == 0 and child.stderr == "", child.stderr
    told = [json.loads(line) for line in child.stdout.splitlines()]
    assert [name for name, *_ in told] == list(files)
    assert [bomb for bomb in told if bomb[2] > SECONDS or bomb[3] > MEGABYTES] == []
    said = {name: text for name, text, *_ in told}
    assert {name for name, text in said.items() if text == "read"} == {
        *("shared.jpg", "shared.png", "deep.jpg", "prefixes.jpg", "texts.png", "profiles.png", "notes.png", "kind.avif")
    }
    reasons = {
        **dict.fromkeys(("ring.jpg", "ring.png", "ring.webp", "ring.avif"), "again and again"),
        **dict.fromkeys(
            ("flat.png", "laced.png", "flat.gif", "flat.webp", "flat.jxl", "strips.tif", "smaller frame.gif"),
            "so small a file",
        ),
        **dict.fromkeys(("jump.bmp", "lines.bmp"), "run lengths"),
        "progressive.jpg": "so small a file",
        "scans.jpg": "100 scans",
        "segments.jpg": "10000 parts",
        "pages.tif": "100 pages",
        "overlapping.tif": "larger than the file",
        "frame.gif": "larger than any",
        "wide.png": "250000",
    }
    assert said["items.heic"].startswith("UnreadablePicture") and said["empty.heic"].startswith("UnreadablePicture")
    for name, reason in reasons.items():
        assert reason in said[name] and said[name].startswith("UnsupportedPicture"), said[name]


def test_tags_that_share_their_bytes_are_no_exif() -> None:
    with pytest.raises(MalformedTags):
        from_block(tags_on_the_same_bytes())


def test_an_empty_page_of_a_scanner_is_read(tmp_path: Path) -> None:
    page = Image.new("1", (4960, 7016), 1)  # A4, 600 dots an inch
    page.save(tmp_path / "page.tif", compression="group4")
    assert (tmp_path / "page.tif").stat().st_size < 10_000
    assert open_photo(tmp_path / "page.tif").picture().pixels.min() == 255


@pytest.mark.parametrize(
    ("format", "settings"), [("PNG", {}), ("JPEG", {"progressive": True}), ("WEBP", {}), ("GIF", {})]
)
def test_a_plain_picture_of_24_megapixels_is_opened(tmp_path: Path, format: str, settings: dict[str, object]) -> None:
    (tmp_path / "photo").write_bytes(saved(format, (6000, 4000), **settings))
    assert open_photo(tmp_path / "photo").header.size == (6000, 4000)


def test_a_tiff_packed_as_one_strip_of_more_than_fifty_megabytes_is_read(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (4300, 4300, 3), np.uint8)
    settings = {"compression": "zlib", "compressionargs": {"level": 1}, "rowsperstrip": 4300}
    tifffile.imwrite(tmp_path / "photo.tif", noise, photometric="rgb", **settings)
    assert (tmp_path / "photo.tif").stat().st_size > 53_000_000
    assert np.array_equal(np.concatenate(list(open_photo(tmp_path / "photo.tif").bands(1000))), noise)


def test_the_longest_side(tmp_path: Path) -> None:
    for side in (250_000, 250_001):
        Image.new("L", (side, 1)).save(tmp_path / f"{side}.png")
    assert open_photo(tmp_path / "250000.png").header.size.width == 250_000
    with pytest.raises(UnsupportedPicture, match="longer side"):
        open_photo(tmp_path / "250001.png")
