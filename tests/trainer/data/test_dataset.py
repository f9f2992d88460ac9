"""The check of a folder, reading, and the split by photo."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageFilter

from engine.files.formats import Format, SaveOptions
from engine.files.metadata.true_metadata import with_provenance
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.picture import Picture
from tests.conftest import ROOT
from tests.trainer.conftest import made_photo
from trainer.data.dataset import check_photos
from trainer.data.photos import TrainingPhoto, find_photos, groups_of, read_photo, read_photos, split
from trainer.data.problems import Problem, Seen
from trainer.errors import BadPhotos

posix = pytest.mark.skipif(os.name != "posix", reason="kinds of files that POSIX has")


def save_result(photo: Path, target: Path) -> None:
    """The photo as if Fourfold had made it."""
    picture = open_photo(photo).picture()
    header = replace(picture.header, metadata=with_provenance(picture.header.metadata, {"model": "srgan"}))
    save_picture(Picture(header, picture.pixels), target, SaveOptions(Format.PNG))


def problems(folder: Path, **options: object) -> dict[str, str]:
    report = check_photos(folder, smallest=32, **options)
    return {finding.photo.path: finding.problem for finding in report.findings if finding.problem}


def test_good_photos_are_kept(photos: Path) -> None:
    report = check_photos(photos, smallest=32)
    assert len(report.kept) == 6
    assert report.summary() == "6 of 6 photos serve (0.0 megapixels)."


def test_each_problem_is_found_among_good_photos(photos: Path) -> None:
    whole = (photos / "0.png").read_bytes()
    (photos / "a-damaged.png").write_bytes(whole[: len(whole) // 2])
    (photos / "b-no-picture.jpg").write_bytes(b"not a picture")
    made_photo(20, 24, 24).save(photos / "c-small.png")
    shutil.copy(photos / "1.png", photos / "d-copy.png")
    made_photo(2).save(photos / "e-copy.jpg", quality=92)
    made_photo(21, 256, 256).filter(ImageFilter.GaussianBlur(5)).save(photos / "f-blurred.png")
    made_photo(22, 128, 128).resize((384, 384), Image.Resampling.BICUBIC).save(photos / "g-enlarged.png")
    made_photo(23).save(photos / "h-compressed.jpg", quality=20)
    made_photo(24, 128, 128).resize((512, 512), Image.Resampling.BICUBIC).save(photos / "i-enlarged.png")
    made_photo(3).resize((48, 40), Image.Resampling.BICUBIC).save(photos / "j-copy.png")
    assert problems(photos) == {
        "a-damaged.png": "damaged",
        "b-no-picture.jpg": "damaged",
        "c-small.png": "too small",
        "d-copy.png": "duplicate",
        "e-copy.jpg": "duplicate",
        "f-blurred.png": "blurred",
        "g-enlarged.png": "enlarged",
        "h-compressed.jpg": "compressed",
        "i-enlarged.png": "enlarged",
        "j-copy.png": "duplicate",
    }
    report = check_photos(photos, smallest=32, keep=Problem)
    assert len(report.kept) == 13  # what is damaged or too small cannot be kept
    assert "left out: 2 damaged, 1 too small" in report.summary()


@pytest.mark.parametrize(
    "stumbles", ["trainer.data.photos.ImageOps.exif_transpose", "trainer.data.dataset.fingerprint"]
)
def test_what_no_library_should_raise_is_a_damaged_photo(
    photos: Path, stumbles: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    left = iter(range(6))

    def stumble(*_: object) -> None:
        if next(left, None) == 0:
            monkeypatch.undo()
        raise IndexError("a library stumbles")

    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr(stumbles, stumble)
    with caplog.at_level("INFO", "fourfold"):
        assert problems(photos) == {"0.png": "damaged"}
    assert caplog.records[0].exc_info is not None and "0.png" in caplog.text


def test_a_folder_s_photos_are_of_all_formats_and_come_once(tmp_path: Path) -> None:
    for suffix in (".jfif", ".hif", ".dib", ".jxl", ".JPE"):
        (tmp_path / f"a{suffix}").touch()
    (tmp_path / "0.jxl").symlink_to("a.jxl")
    assert [path.name for path in find_photos(tmp_path)] == ["a.JPE", "a.dib", "a.hif", "a.jfif", "a.jxl"]


@posix
def test_what_is_passed_by_is_said(tmp_path: Path, photos: Path) -> None:
    """As ``upscale`` says it; in a process of nobody, as root may read all."""
    with tempfile.TemporaryDirectory() as name:
        folder = shutil.copytree(photos, Path(name) / "photos")
        os.mkfifo(folder / "a pipe.jpg")
        (folder / "around").symlink_to(".")
        (folder / "closed").mkdir(0)
        save_result(folder / "0.png", folder / "made.png")
        (folder / "closed").chmod(0)
        for path in (Path(name), folder):
            path.chmod(0o755)
        code = (
            "import os, sys\nfrom pathlib import Path\nfrom trainer.data.photos import look_for_photos\n"
            "os.geteuid() or os.setuid(65534)\n"
            "found = look_for_photos(Path(sys.argv[1]), own=False)\n"
            "print(len(found.paths), *found.news, sep='|')"
        )
        said = subprocess.run(
            [sys.executable, "-c", code, folder],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert check_photos(folder, smallest=32).news[1] == "Results of Fourfold left out: 1."
    count, *news = said.stdout.strip().split("|")
    first = f"The folder {folder / 'closed'} cannot be read: permission denied."
    assert (count, news) == ("6", [f"Passed by: 3. {first}", "Results of Fourfold left out: 1."]), said.stderr


@posix
def test_a_folder_with_pipes_alone_is_refused_with_the_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    with pytest.raises(
        BadPhotos, match=r"no photos in .* to learn from\. Passed by: 1\. .*a\.jpg is a pipe, not a photo"
    ):
        check_photos(tmp_path, smallest=32)


def test_jpeg_xl_is_read(tmp_path: Path) -> None:
    pillow_jxl = pytest.importorskip("pillow_jxl")
    assert pillow_jxl
    made_photo(0).save(tmp_path / "a.jxl", lossless=True)
    assert np.array_equal(read_photo(tmp_path / "a.jxl"), np.asarray(made_photo(0)))


def test_folders_without_photos_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPhotos, match="There is no folder"):
        check_photos(tmp_path / "nowhere", smallest=32)
    with pytest.raises(BadPhotos, match="There are no photos"):
        check_photos(tmp_path, smallest=32)


def test_photos_are_read_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    made_photo(0, 96, 80).save(tmp_path / "turned.jpg", exif=exif, quality=95)
    assert read_photo(tmp_path / "turned.jpg").shape == (96, 80, 3)


def test_photos_of_phones_are_read(tmp_path: Path) -> None:
    pillow_heif.from_pillow(made_photo(0)).save(tmp_path / "IMG_0001.HEIC", quality=95)
    (path,) = find_photos(tmp_path)
    assert abs(read_photo(path).astype(float) - np.asarray(made_photo(0))).mean() < 16


def test_changed_or_missing_photos_end_reading(photos: Path) -> None:
    kept = check_photos(photos, smallest=32).kept
    assert len(list(read_photos(photos, kept, lambda done: None))) == 6
    made_photo(99).save(photos / "3.png")
    with pytest.raises(BadPhotos, match=r"3\.png has changed"):
        list(read_photos(photos, kept, lambda done: None))
    (photos / "3.png").unlink()
    with pytest.raises(BadPhotos, match=r"3\.png cannot be read"):
        list(read_photos(photos, kept, lambda done: None))


def test_split_keeps_crops_of_a_photo_together(tmp_path: Path) -> None:
    rows = ["file,source,source_file", *(f"{name}.png,camera,{name // 3}.raw" for name in range(30))]
    (tmp_path / "manifest.csv").write_text("\n".join(rows))
    groups = groups_of(tmp_path)
    photos = [TrainingPhoto(f"{name}.png", "", 1, 1) for name in range(30)]
    training, held_out = split(photos, 0.2, groups)
    assert len(held_out) == 6 and len(training) == 24
    assert not {groups[photo.path] for photo in training} & {groups[photo.path] for photo in held_out}
    assert split(photos[::-1], 0.2, groups)[1] == held_out[::-1]


def test_a_share_of_photos_is_held_out_however_large_their_groups_are() -> None:
    photos = [TrainingPhoto(f"{number}.jpg", "", 1, 1) for number in range(20)]
    groups = {f"{number}.jpg": "one burst" for number in range(12)}
    held_out = split(photos, 0.2, groups)[1]
    assert len(held_out) == 4 and groups.keys().isdisjoint(photo.path for photo in held_out)
    halves = {photo.path: "even" if int(photo.path[:-4]) % 2 == 0 else "odd" for photo in photos[:15]}
    assert len(split(photos[:15], 0.2, halves)[1]) == 7, "the smaller one, rather than nothing"


def test_split_leaves_something_on_both_sides() -> None:
    photos = [TrainingPhoto(name, "", 1, 1) for name in "ab"]
    assert [len(side) for side in split(photos, 0.01, {})] == [1, 1]
    assert [len(side) for side in split(photos, 0.99, {})] == [1, 1]
    assert [len(side) for side in split(photos, 0.0, {})] == [2, 0]
    assert [len(side) for side in split(photos[:1], 0.5, {})] == [1, 0]


def test_grey_photos_become_rgb(tmp_path: Path) -> None:
    made_photo(0).convert("L").save(tmp_path / "grey.png")
    pixels = read_photo(tmp_path / "grey.png")
    assert pixels.shape == (80, 96, 3) and pixels.dtype == np.uint8


def test_copies_are_found_among_thousands() -> None:
    """The 24 bits of the limit, among more fingerprints than there is room for at first."""
    prints = np.random.default_rng(0).integers(0, 256, (3000, 32), dtype=np.uint8)
    seen = Seen()
    assert not any(seen.before(each) for each in prints)
    for number in range(0, 3000, 299):
        further = prints[number].copy()
        further[:3] ^= 255
        further[3] ^= 128
        assert not seen.before(further)
        prints[number, 29:] ^= 255
        assert seen.before(prints[number])
