"""Shots of one burst: found by time and camera, or by their likeness, and never split."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from tests.trainer.conftest import made_photo
from trainer.data.bursts import Shot, bursts, taken
from trainer.data.dataset import ONE_BURST, check_photos
from trainer.events import Events, TrainerEvent, TrainingWarning
from trainer.recipes.cookbook import FINE_TUNE_FAITHFUL
from trainer.recipes.toml import with_settings
from trainer.run_folder import TrainingOrder
from trainer.train.photo_choice import choose_photos


def save(path: Path, photo: Image.Image, moment: str = "", fraction: str = "", camera: str = "X100") -> None:
    """A JPEG as a camera writes it."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Fuji\0", camera
    details = exif.get_ifd(IFD.Exif)
    if moment:
        details[Base.DateTimeOriginal] = f"2026:05:01 {moment}"
    if fraction:
        details[Base.SubsecTimeOriginal] = fraction
    photo.save(path, quality=95, exif=exif)


def test_time_and_camera_are_read_from_the_file(tmp_path: Path) -> None:
    save(tmp_path / "a.jpg", made_photo(0), "12:00:01", "75")
    save(tmp_path / "b.jpg", made_photo(0), "12:00:03")
    (camera, first), (same, second) = (taken((tmp_path / name).read_bytes()) for name in ("a.jpg", "b.jpg"))
    assert camera == same == "Fuji X100" and second - first == pytest.approx(1.25)
    made_photo(0).save(tmp_path / "c.png")
    assert taken((tmp_path / "c.png").read_bytes()) == ("", None)
    save(tmp_path / "d.jpg", made_photo(0), "12:60:99")
    assert taken((tmp_path / "d.jpg").read_bytes()) == ("Fuji X100", None)


def unlike(number: int) -> bytes:
    return np.random.default_rng(number).bytes(32)


def test_shots_belong_together_by_time_or_by_likeness() -> None:
    alike = bytes([unlike(5)[0] ^ 0xFF]) + unlike(5)[1:]
    shots = {
        "1.jpg": Shot("A", 100.0, unlike(1)),
        "2.jpg": Shot("A", 102.5, unlike(2)),
        "3.jpg": Shot("A", 105.0, unlike(3)),  # five seconds after the first, but the burst went on
        "4.jpg": Shot("A", 109.0, unlike(4)),
        "5.jpg": Shot("A", 200.0, unlike(5)),
        "6.jpg": Shot("A", 260.0, alike),  # from a tripod
        "7.jpg": Shot("B", 100.5, unlike(7)),
        "8.jpg": Shot("", None, unlike(8)),
        "9.jpg": Shot("", None, unlike(8)),
    }
    assert bursts(shots) == {
        **dict.fromkeys(("1.jpg", "2.jpg", "3.jpg"), "1.jpg"),
        **dict.fromkeys(("5.jpg", "6.jpg"), "5.jpg"),
        **dict.fromkeys(("8.jpg", "9.jpg"), "8.jpg"),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four bursts of three different pictures each, and four single photos."""
    for burst in range(4):
        for shot in range(3):
            save(tmp_path / f"{shot} of {burst}.jpg", made_photo(10 * burst + shot), f"12:0{burst}:0{shot}")
    for number in range(4):
        save(tmp_path / f"single {number}.jpg", made_photo(50 + number), f"13:0{number}:00")
    return tmp_path


def test_no_burst_is_split(folder: Path) -> None:
    report = check_photos(folder, smallest=32)
    assert len(report.bursts()) == 12 and len(set(report.bursts().values())) == 4
    training, held_out = report.split(0.2)
    assert len(held_out) == 3 and len(training) == 13
    sides = [{report.bursts().get(photo.path) for photo in side} - {None} for side in (training, held_out)]
    assert not sides[0] & sides[1]


def chosen(folder: Path) -> tuple[int, list[TrainerEvent]]:
    """How many photos are held out, and what was said of them."""
    heard: list[TrainerEvent] = []
    recipe = with_settings(FINE_TUNE_FAITHFUL, ["data.patch=32"])
    manifest = choose_photos(TrainingOrder(folder, recipe), Events(heard.append))
    return len(manifest.held_out), [event for event in heard if isinstance(event, TrainingWarning)]


def test_a_single_burst_is_split_all_the_same_and_that_is_said(folder: Path) -> None:
    assert chosen(folder) == (3, [])
    for path in folder.iterdir():
        if " of 0" not in path.name:
            path.unlink()
    held_out, said = chosen(folder)
    assert held_out == 1 and said == [TrainingWarning(ONE_BURST)]
