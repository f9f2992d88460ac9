"""Names of results: what goes into them, what no file system takes, and how long they may be."""

import os
from itertools import islice
from pathlib import Path

import pytest

from engine.errors import RequestError
from engine.files.naming import LONGEST_NAME, Naming, file_name, free_name, numbered
from engine.geometry import Size


def named(name: str, template: str = "{name}_{model}_{scale}x", suffix: str = ".jpg") -> str:
    values = {"name": name, "model": "srgan", "texture": "85"}
    return file_name(template, suffix, values, source=Size(10, 10), target=Size(40, 40))


@pytest.mark.parametrize("letter", ["L", "é", "😀", "\udce9"])
def test_a_name_too_long_is_cut_and_its_ending_kept(letter: str, tmp_path: Path) -> None:
    name = named(LONGEST_NAME // len(os.fsencode(letter)) * letter)
    assert name.endswith(f"{letter}_srgan_4x.jpg") and len(os.fsencode(name)) in range(
        LONGEST_NAME - 3, LONGEST_NAME + 1
    )
    (tmp_path / name).touch()
    second = free_name(tmp_path / name)
    assert second.name.endswith(" (2).jpg") and len(os.fsencode(second.name)) <= LONGEST_NAME
    second.touch()
    assert free_name(tmp_path / name).name.endswith(" (3).jpg")


def test_what_fits_is_not_cut() -> None:
    stem = "L" * (LONGEST_NAME - len("_srgan_4x.jpg"))
    assert named(stem) == f"{stem}_srgan_4x.jpg"
    assert named("L" * 200, "{name}") == "L" * 200 + ".jpg"
    assert named("L" * 300, "{name}_{texture}") == "L" * (LONGEST_NAME - len("_85.jpg")) + "_85.jpg"
    assert named("a", "x" * 300) == "x" * 251 + ".jpg"


def test_numbers_stand_before_the_suffix(tmp_path: Path) -> None:
    names = [path.name for path in islice(numbered(tmp_path / "a.b.png"), 3)]
    assert names == ["a.b.png", "a.b (2).png", "a.b (3).png"]


def test_a_file_that_is_named_is_not_renamed(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="too long"):
        Naming(file=tmp_path / ("L" * 260 + ".png")).path_for(
            tmp_path / "a.png", ".png", model="", texture="", source=Size(1, 1), target=Size(4, 4)
        )


def test_a_name_that_leads_nowhere_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to("nowhere")
    assert free_name(tmp_path / "a.png").name == "a (2).png"
