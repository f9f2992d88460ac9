"""Bad input, bad targets, full disks and killed processes: one clear sentence, and nothing lost."""

import os
import struct
import subprocess
import sys
import tempfile
import textwrap
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.atomic import remove_litter, temporary_path
from engine.errors import CannotSave, UnreadablePicture, UnsupportedPicture
from engine.files.formats import Format, SaveOptions
from engine.files.planning import check_target
from engine.files.reading import open_photo
from engine.files.writing import PhotoWriter, save_picture
from engine.geometry import Size
from engine.picture import Header, Picture
from tests.conftest import ROOT

WRITABLE = [format for format in Format if format.writable]
HEADER = Header(Size(64, 48), 3, 8)
PICTURE = Picture(HEADER, np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8))


def one_sentence(error: BaseException) -> bool:
    text = str(error)
    return text.endswith(".") and "\n" not in text and "Traceback" not in text and len(text) < 300


def started(code: str, cwd: Path, before: str = "", within: tuple[str, ...] = ()) -> subprocess.Popen:
    """A real process that runs ``code``; ``before`` is run after the imports, ``within`` is a command to run it in."""
    start = f"""
        import os, resource, signal, sys, time
        import numpy as np
        from pathlib import Path
        from engine.errors import CannotSave, PictureError
        from engine.geometry import Size
        from engine.files.formats import *
        from engine.files.planning import *
        from engine.files.reading import *
        from engine.atomic import *
        from engine.files.writing import *
        from engine.picture import Header, Picture
        {before}
    """
    command = [*within, sys.executable, "-c", textwrap.dedent(start) + textwrap.dedent(code)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def said_by(code: str, cwd: Path, before: str = "", within: tuple[str, ...] = ()) -> str:
    """What such a process prints; it must print nothing on the standard error output."""
    output, errors = started(code, cwd, before, within).communicate(timeout=120)
    assert errors == ""
    return output


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the computer may enter; pytest's own may not be."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


AS_NOBODY = "os.geteuid() or os.setuid(65534)"


# Photos that cannot be read


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="no file") as error:
        open_photo(tmp_path / "photo.png")
    assert one_sentence(error.value)


def test_a_folder_is_no_photo(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="folder") as error:
        open_photo(tmp_path)
    assert one_sentence(error.value)


@pytest.mark.parametrize("content", [b"", b"just some text, not a picture at all\n" * 9, b"RIFF\0\0\0\0WAVEfmt "])
def test_no_picture_in_the_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "photo.png").write_bytes(content)
    with pytest.raises(UnreadablePicture, match=r"is empty|not a picture") as error:
        open_photo(tmp_path / "photo.png")
    assert one_sentence(error.value)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("name", ["photo.png", "closed/photo.png"])
def test_no_permission_to_read(open_folder: Path, name: str) -> None:
    (open_folder / "closed").mkdir()
    save_picture(PICTURE, open_folder / name, SaveOptions())
    (open_folder / name).chmod(0)
    (open_folder / "closed").chmod(0)
    code = f"""
        try:
            open_photo(Path("{name}").resolve())
        except PictureError as error:
            print(type(error).__name__, error)
    """
    said = said_by(code, open_folder, AS_NOBODY)
    assert said.startswith("UnreadablePicture") and "permission is missing" in said


def all_of(path: Path) -> None:
    for _ in open_photo(path).bands(16):
        pass


def saved_by_pillow(path: Path, format: str) -> bytes:
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (200, 200, 3), np.uint8)).save(path, format)
    return path.read_bytes()


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "TIFF", "AVIF", "BMP", "GIF"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_truncated_photos(tmp_path: Path, format: str, share: float) -> None:
    data = saved_by_pillow(tmp_path / "photo", format)
    (tmp_path / "photo").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UnreadablePicture, match=r"photo .*damaged or cut short") as error:
        all_of(tmp_path / "photo")
    assert one_sentence(error.value)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_truncated_jpeg_xl(tmp_path: Path, share: float) -> None:
    save_picture(PICTURE, tmp_path / "photo.jxl", SaveOptions(Format.JXL))
    data = (tmp_path / "photo.jxl").read_bytes()
    (tmp_path / "photo.jxl").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UnreadablePicture, match="damaged") as error:
        all_of(tmp_path / "photo.jxl")
    assert one_sentence(error.value)


def test_truncated_heic(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.from_bytes("RGB", (64, 48), PICTURE.pixels.tobytes()).save(tmp_path / "photo.heic")
    data = (tmp_path / "photo.heic").read_bytes()
    for count in (40, len(data) // 2, len(data) - 50):
        (tmp_path / "photo.heic").write_bytes(data[:count])
        with pytest.raises(UnreadablePicture, match="damaged"):
            all_of(tmp_path / "photo.heic")


def test_truncation_shows_after_the_whole_bands(tmp_path: Path) -> None:
    data = saved_by_pillow(tmp_path / "photo", "PNG")
    (tmp_path / "photo").write_bytes(data[: len(data) * 3 // 4])
    bands = open_photo(tmp_path / "photo").bands(16)
    assert next(bands).shape == (16, 200, 3)
    with pytest.raises(UnreadablePicture):
        list(bands)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_decompression_bomb(tmp_path: Path) -> None:
    shape = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", shape) + png_chunk(b"IDAT", zlib.compress(bytes(10**6)))
    (tmp_path / "photo.png").write_bytes(data + png_chunk(b"IEND", b""))
    with pytest.raises(UnsupportedPicture, match="1000 megapixels") as error:
        open_photo(tmp_path / "photo.png")
    assert one_sentence(error.value)


def test_bombs_in_formats_that_are_decoded_whole(tmp_path: Path) -> None:
    saved_by_pillow(tmp_path / "photo.bmp", "BMP")
    data = bytearray((tmp_path / "photo.bmp").read_bytes())
    data[18:26] = struct.pack("<ii", 60_000, 60_000)
    (tmp_path / "photo.bmp").write_bytes(data)
    giant = 100_000 - 1
    bits = 0 | 3 << 1 | giant << 3 | 0 << 33 | 3 << 36 | giant << 38 | 1 << 68
    (tmp_path / "photo.jxl").write_bytes(b"\xff\x0a" + bits.to_bytes(40, "little"))
    for name in ("photo.bmp", "photo.jxl"):
        with pytest.raises(UnsupportedPicture, match="1000 megapixels"):
            open_photo(tmp_path / name)


# Targets that cannot be written


def test_check_of_a_good_target_leaves_no_trace(tmp_path: Path) -> None:
    for format in WRITABLE:
        check_target(tmp_path / "result", HEADER, SaveOptions(format))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", [Format.JPEG, Format.WEBP, Format.AVIF])
def test_limits_of_formats(tmp_path: Path, format: Format) -> None:
    longest = Header(Size(format.max_side, 1), 3, 8)
    check_target(tmp_path / "result", longest, SaveOptions(format))
    save_picture(
        Picture(longest, np.zeros((1, format.max_side, 3), np.uint8)), tmp_path / "result", SaveOptions(format)
    )
    with pytest.raises(CannotSave, match="longest side") as error:
        check_target(tmp_path / "result", Header(Size(1, format.max_side + 1), 3, 8), SaveOptions(format))
    assert one_sentence(error.value)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="no folder"):
        check_target(tmp_path / "missing" / "result.png", HEADER, SaveOptions())
    with pytest.raises(CannotSave, match="is a folder"):
        check_target(tmp_path, HEADER, SaveOptions())


def test_too_large_for_the_disk_or_the_memory(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="disk is too full") as error:
        check_target(tmp_path / "result.png", Header(Size(999_999, 999_999), 4, 16), SaveOptions())
    assert one_sentence(error.value)
    with pytest.raises(CannotSave, match="memory") as error:
        check_target(tmp_path / "result.jxl", Header(Size(500_000, 500_000), 3, 8), SaveOptions(Format.JXL, quality=1))
    assert one_sentence(error.value)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(
    ("target", "reason"),
    [("folder/result.png", "written into"), ("closed/result.png", "written into"), ("old.png", "write-protected")],
)
def test_no_permission_to_write(open_folder: Path, target: str, reason: str) -> None:
    (open_folder / "folder").mkdir(mode=0o555)
    (open_folder / "closed").mkdir(mode=0)
    (open_folder / "old.png").write_bytes(b"old")
    (open_folder / "old.png").chmod(0o444)
    code = f"""
        try:
            check_target(Path("{target}").resolve(), Header(Size(64, 48), 3, 8), SaveOptions())
        except CannotSave as error:
            print(error)
    """
    assert reason in said_by(code, open_folder, AS_NOBODY)
    assert (open_folder / "old.png").read_bytes() == b"old"


NOISE = """
    size = Size(1000, 3000)
    band = np.random.default_rng(0).integers(0, 256, (100, 1000, 3), np.uint8)
    def save(format):
        with PhotoWriter(Path("result"), Header(size, 3, 8), SaveOptions(format)) as writer:
            for row in range(0, size.height, 100):
                writer.write(band)
                if Path("slow").exists():
                    print(row, flush=True)
                    time.sleep(0.05)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
@pytest.mark.parametrize("format", WRITABLE)
def test_a_file_that_grows_too_large(tmp_path: Path, format: Format) -> None:
    (tmp_path / "result").write_bytes(b"old")
    code = f"""{NOISE}
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        save(Format("{format}"))
    except CannotSave as error:
        print(error)
    """
    assert said_by(code, tmp_path) == "result cannot be saved: the file would be larger than this disk allows.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["result"]
    assert (tmp_path / "result").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform != "linux", reason="mounts of Linux")
def test_full_disk(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", tmp_path], capture_output=True).returncode:
        pytest.skip("may not mount a small disk")
    mount = f'mount -t tmpfs -o size=300k tmpfs "{tmp_path}" && cd "{tmp_path}" && exec "$@"'
    code = f"""{NOISE}
    Path("result").write_bytes(b"old")
    try:
        save(Format.PNG)
    except CannotSave as error:
        print(error, os.listdir("."), Path("result").read_bytes())
    """
    said = said_by(code, tmp_path, within=("unshare", "-rm", "sh", "-c", mount, "sh"))
    assert said == "result cannot be saved: the disk is full. ['result'] b'old'\n"


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("format", [Format.PNG, Format.TIFF, Format.WEBP])
def test_kill_leaves_the_old_file_and_the_next_start_no_litter(tmp_path: Path, format: Format) -> None:
    (tmp_path / "result").write_bytes(b"old")
    (tmp_path / "slow").touch()
    child = started(f'{NOISE}\n    save(Format("{format}"))', tmp_path)
    for _ in range(3):
        assert child.stdout.readline()
    assert len(list(tmp_path.glob(".fourfold-*"))) == 1
    remove_litter(tmp_path)
    assert len(list(tmp_path.glob(".fourfold-*"))) == 1, "the file of a running process was removed"
    child.kill()
    child.communicate(timeout=30)
    assert (tmp_path / "result").read_bytes() == b"old"
    save_picture(PICTURE, tmp_path / "result", SaveOptions(format))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["result", "slow"]
    assert open_photo(tmp_path / "result").header.size == HEADER.size


def test_litter_of_another_computer_stays_for_a_day(tmp_path: Path) -> None:
    mine = temporary_path(tmp_path / "result")
    theirs = tmp_path / f".fourfold-00000000-{2**22 + 1}-00000000.part"
    foreign = tmp_path / ".fourfold-notes.part"
    for path in (mine, theirs, foreign):
        path.touch()
    remove_litter(tmp_path)
    assert mine.exists() and theirs.exists() and foreign.exists()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(theirs, (yesterday, yesterday))
    remove_litter(tmp_path)
    assert mine.exists() and not theirs.exists() and foreign.exists()


class Stopped(Exception):
    pass


@pytest.mark.parametrize("format", WRITABLE)
def test_stopping_leaves_the_old_file(tmp_path: Path, format: Format) -> None:
    (tmp_path / "result").write_bytes(b"old")
    writer = PhotoWriter(tmp_path / "result", HEADER, SaveOptions(format))

    def stopped_early() -> None:
        with writer:
            writer.write(PICTURE.pixels[:20])
            raise Stopped

    with pytest.raises(Stopped):
        stopped_early()
    assert [path.name for path in tmp_path.iterdir()] == ["result"]
    assert (tmp_path / "result").read_bytes() == b"old"


def test_a_file_that_came_out_wrong_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.files.codecs import encoding

    honest = encoding.vips_encoder.encode

    def bent(file, header, options, bands, *rest) -> None:
        honest(file, header, options, (255 - band for band in bands), *rest)

    (tmp_path / "result.png").write_bytes(b"old")
    monkeypatch.setattr(encoding.vips_encoder, "encode", bent)
    with pytest.raises(CannotSave, match="faithfully"):
        save_picture(PICTURE, tmp_path / "result.png", SaveOptions())
    assert (tmp_path / "result.png").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_mode_and_link_of_the_target_stay(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(b"old")
    (tmp_path / "real.png").chmod(0o640)
    (tmp_path / "link.png").symlink_to("real.png")
    save_picture(PICTURE, tmp_path / "link.png", SaveOptions())
    assert (tmp_path / "link.png").is_symlink()
    assert (tmp_path / "real.png").stat().st_mode & 0o777 == 0o640
    assert open_photo(tmp_path / "real.png").header.size == HEADER.size


# Memory

MEASURED = """
    def peak():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    def save(format, size, bands):
        with PhotoWriter(Path("result"), Header(size, 3, 8), SaveOptions(format)) as writer:
            for _ in range(bands):
                writer.write(band)
    band = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    save(Format.PNG, Size(64, 64), 1)
    before = peak()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="units of Linux")
@pytest.mark.parametrize("format", [Format.PNG, Format.JPEG, Format.TIFF])
def test_memory_does_not_grow_with_the_height(tmp_path: Path, format: Format) -> None:
    code = f"""{MEASURED}
    band = np.random.default_rng(0).integers(0, 32, (64, 4000, 3), np.uint8)
    save(Format("{format}"), Size(4000, 6400), 100)
    print(peak() - before)
    """
    assert int(said_by(code, tmp_path)) < 60  # the pixels are 77 MB


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="units of Linux")
def test_four_hundred_megapixels_in_bounded_memory(tmp_path: Path) -> None:
    code = f"""{MEASURED}
    band = np.random.default_rng(0).integers(0, 4, (500, 20_000, 3), np.uint8)
    save(Format.PNG, Size(20_000, 20_000), 40)
    print(peak() - before)
    """
    assert int(said_by(code, tmp_path)) < 450
    (tmp_path / "result").unlink()
