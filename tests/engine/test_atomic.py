"""Files that appear whole, and do not replace what nobody meant."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.atomic import put_beside


@pytest.mark.parametrize("links", [True, False])
def test_of_many_that_want_a_name_one_gets_it(tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on disks that know no hard links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    files = [tmp_path / f"{number}.part" for number in range(20)]
    for file in files:
        file.write_text(file.name)
    target = tmp_path / "target"

    def put(file: Path) -> bool:
        try:
            put_beside(file, target)
        except FileExistsError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(put, files))
    assert sum(got) == 1
    assert target.read_text() == files[got.index(True)].name
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["target", *(file.name for file, won in zip(files, got, strict=True) if not won)]
    )


def test_another_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_text("a")
    with pytest.raises(FileNotFoundError):
        put_beside(tmp_path / "a.part", tmp_path / "nowhere" / "a")
    assert (tmp_path / "a.part").exists()
