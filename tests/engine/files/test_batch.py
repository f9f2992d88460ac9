"""Which files of a folder are photos."""

from pathlib import Path

from engine.files.batch import gather
from engine.files.formats import Format


def test_a_folder_s_photos_are_known_by_every_suffix_of_every_format(tmp_path: Path) -> None:
    suffixes = [suffix for format in Format for suffix in format.suffixes]
    for suffix in suffixes:
        (tmp_path / f"photo{suffix}").touch()
        (tmp_path / f"loud{suffix.upper()}").touch()
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".hidden.png").touch()
    photos, failed = gather([tmp_path])
    assert sorted(photo.path.suffix.lower() for photo in photos) == sorted(2 * suffixes)
    assert failed == []
