"""The campaign: 500 damaged files do no harm, and whatever does harm is found, kept and does not stop it."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from tools.fuzz.campaign import Campaign, Finding
from tools.fuzz.mutations import with_checksums
from tools.fuzz.seeds import seeds
from tools.fuzz.trial import read_and_save
from tools.fuzz.worker import Limits

LIMITS = Limits(seconds=1.0, memory=300 << 20)


@pytest.fixture(scope="module")
def sound() -> dict[str, bytes]:
    return seeds()


def test_five_hundred_damaged_files_do_no_harm(sound: dict[str, bytes], tmp_path: Path) -> None:
    found: list[Finding] = []
    ends = Campaign(sound, read_and_save, 500, 1, tmp_path, workers=2).run(found.append)
    assert [finding.outcome.details or finding for finding in found] == []
    assert ends.total() == 500 and set(ends) <= {"saved", "read", "refused", "declined"}
    assert ends["saved"] > 50 and ends["refused"] > 50


def test_the_seeds_are_sound(sound: dict[str, bytes], tmp_path: Path) -> None:
    for number, (name, data) in enumerate(sound.items()):
        (tmp_path / name).write_bytes(data)
        assert read_and_save(tmp_path / name, tmp_path / "result", number) == "saved", name
    assert {Path(name).suffix for name in sound} == {
        *(".png", ".jpg", ".webp", ".tif", ".avif", ".jxl", ".bmp", ".heic", ".gif")
    }


def harm(path: Path, target: Path, number: int) -> str:
    """What a file of that number does to the process."""
    match number % 6:
        case 1:
            raise KeyError("foreign")
        case 2:
            while number < 6:
                pass
            time.sleep(60)
        case 3:
            kept = bytearray(os.urandom(1 << 20) * 600)
            time.sleep(60 + len(kept))
        case 4:
            os._exit(9)
    return "saved"


def test_what_does_harm_is_found_and_kept_and_the_rest_goes_on(tmp_path: Path) -> None:
    found: list[Finding] = []
    campaign = Campaign({"seed.bin": bytes(range(99))}, harm, 12, 7, tmp_path / "kept", LIMITS)
    ends = campaign.run(found.append)
    assert ends == Counter(saved=4, foreign=2, hang=2, memory=2, died=2)
    assert [finding.outcome.kind for finding in found] == ["foreign", "hang", "memory", "died"] * 2
    assert found[0].path.read_bytes() == campaign.file(1)[1]
    assert "KeyError: 'foreign'" in found[0].path.with_name(found[0].path.name + ".txt").read_text()
    assert "9" in found[3].outcome.details


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    made = {"a.bin": bytes(range(256)), "b.bin": bytes(100)}
    first, again, other = (Campaign(made, harm, 1, seed, tmp_path) for seed in (1, 1, 2))
    assert [first.file(number) for number in range(50)] == [again.file(number) for number in range(50)]
    assert [first.file(number) for number in range(50)] != [other.file(number) for number in range(50)]
    assert all(data not in made.values() for _, data in map(first.file, range(20)) if data)


def test_checksums_of_png_are_mended(sound: dict[str, bytes]) -> None:
    whole = sound["texts.png"]
    damaged = whole.replace(b"Author", b"Editor")
    assert damaged != whole
    assert with_checksums(whole) == whole
    assert with_checksums(damaged).replace(b"Editor", b"Author")[:40] == whole[:40]
    assert with_checksums(with_checksums(damaged)) == with_checksums(damaged) != damaged
