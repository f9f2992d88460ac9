"""Which files of a folder are photos."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.files.batch import gather, shard
from engine.files.file_set import FileSet
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.true_metadata import with_provenance
from engine.files.writing import save_picture
from engine.geometry import Size
from engine.picture import Header, Metadata, Picture
from tests.conftest import ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="kinds of files that POSIX has")


def photo(path: Path, colour: str = "teal") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 6), colour).save(path)
    return path


def result(path: Path, format: Format) -> Path:
    header = Header(Size(16, 16), 3, 8, with_provenance(Metadata(), {"model": "srgan"}))
    save_picture(Picture(header, np.zeros((16, 16, 3), np.uint8)), path, SaveOptions(format))
    return path


def test_a_folder_s_photos_are_known_by_every_suffix_of_every_format(tmp_path: Path) -> None:
    suffixes = [suffix for format in Format for suffix in format.suffixes]
    for suffix in suffixes:
        (tmp_path / f"photo{suffix}").touch()
        (tmp_path / f"loud{suffix.upper()}").touch()
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".hidden.png").touch()
    found = gather([tmp_path])
    assert sorted(each.path.suffix.lower() for each in found.photos) == sorted(2 * suffixes)
    assert found.failed == found.passed == found.news == []


def test_each_photo_comes_once_and_in_its_folder(tmp_path: Path) -> None:
    deep = photo(tmp_path / "b" / "deep.png")
    top = photo(tmp_path / "z.png")
    (tmp_path / "a.png").symlink_to(top)
    (tmp_path / "again").symlink_to(tmp_path / "b")
    found = gather([tmp_path, deep, tmp_path / "b"], recursive=True)
    assert [(each.path, each.folder) for each in found.photos] == [(deep, Path("b")), (top, Path())]
    assert [each.path for each in gather([tmp_path]).photos] == [top], "folders inside are looked into only on request"


@posix
def test_what_is_no_regular_file_is_said_and_passed_by(tmp_path: Path) -> None:
    one = photo(tmp_path / "sub" / "one.jpg")
    os.mkfifo(tmp_path / "sub" / "pipe.jpg")
    (tmp_path / "sub" / "up").symlink_to("..")
    (tmp_path / "gone.jpg").symlink_to("nowhere")
    (tmp_path / "self.jpg").symlink_to("self.jpg")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "pipe").symlink_to("sub/pipe.jpg")
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{short}/s.png")  # whose path may not be long
        found = gather([tmp_path, Path(short)], recursive=True)
    assert [each.path for each in found.photos] == [one]
    assert [error.sentence.removeprefix(str(path)) for path, error in found.passed] == [
        " is a pipe, not a photo.",
        " leads back to a folder that was looked into already.",
        " cannot be read: it is not there.",
        " cannot be read: its links lead in a circle.",
        " is a socket, not a photo.",
    ]
    assert found.news == [error.sentence for _, error in found.passed] and found.failed == []


@posix
def test_a_pipe_that_is_named_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    ((path, error),) = gather([tmp_path / "pipe.jpg"]).failed
    assert path.name == "pipe.jpg" and error.sentence.endswith("is a pipe, not a photo.")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the computer may enter; pytest's own may not be."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@posix
def test_a_folder_that_may_not_be_read_does_not_end_the_search(open_folder: Path) -> None:
    """In a process of nobody, as root may read all."""
    for name in ("a.png", "closed/b.png", "open/c.png", "z.png"):
        photo(open_folder / name)
    (open_folder / "closed").chmod(0)
    code = (
        "import os, pathlib\nfrom engine.files.batch import gather\n"
        "os.geteuid() or os.setuid(65534)\n"
        "found = gather([pathlib.Path('.')], recursive=True)\n"
        "print(*(each.path for each in found.photos), *(error for _, error in found.failed), sep='|')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=open_folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    (open_folder / "closed").chmod(0o700)
    assert done.stdout.strip().split("|") == [
        "a.png",
        "open/c.png",
        "z.png",
        "The folder closed cannot be read: permission denied.",
    ], done.stderr


@pytest.mark.parametrize("format", [format for format in Format if format.writable])
def test_results_in_a_folder_are_no_photos_unless_they_are_named(tmp_path: Path, format: Format) -> None:
    before, made = photo(tmp_path / "a.png"), result(tmp_path / f"made{format.suffix}", format)
    found = gather([tmp_path])
    assert [each.path for each in found.photos] == [before] and found.results == 1
    assert found.news == ["Results of Fourfold left out: 1. Name one to upscale it."]
    for given in ([tmp_path, made], [made, tmp_path]):
        found = gather(given)
        assert {each.path for each in found.photos} == {before, made} and found.results == 0


def test_what_cannot_be_read_is_a_photo_to_whoever_opens_it(tmp_path: Path) -> None:
    for suffix in (".png", ".jpg", ".tif", ".jxl", ".heic"):
        (tmp_path / f"a{suffix}").write_bytes(b"nothing")
    assert len(gather([tmp_path]).photos) == 5


def test_shards_are_a_whole_together(tmp_path: Path) -> None:
    for number in range(5):
        photo(tmp_path / f"{number}.png")
    photos = gather([tmp_path]).photos
    assert sorted(map(str, [*shard(photos, 1, 2), *shard(photos, 2, 2)])) == sorted(map(str, photos))


def test_a_file_is_the_same_under_any_name(tmp_path: Path) -> None:
    first, other = photo(tmp_path / "a.png"), photo(tmp_path / "b.png")
    (tmp_path / "soft.png").symlink_to(first)
    os.link(first, tmp_path / "hard.png")
    files = FileSet([first, tmp_path / "later.png"])
    for name in ("a.png", "soft.png", "hard.png", "later.png", "x/../a.png"):
        assert tmp_path / name in files, name
    assert other not in files and tmp_path / "gone.png" not in files
    os.link(photo(tmp_path / "later.png"), tmp_path / "link.png")
    files.add(tmp_path / "later.png")
    assert tmp_path / "link.png" in files
