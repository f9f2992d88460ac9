"""``fourfold study`` as a person or a program runs it, and what a kill leaves of a rater's work."""

import io
import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from tests.conftest import ROOT
from tests.trainer.conftest import made_photo
from tests.trainer.study.conftest import make, rate
from trainer.study.folder import StudyFolder
from trainer.study.ratings import read_sheets

KILLS = 25


def started(*arguments: object) -> subprocess.Popen[str]:
    words = [sys.executable, "-W", "error", "-m", "app", "study", *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two originals in a folder ``in`` and one beside it to calibrate on."""
    (tmp_path / "in").mkdir()
    for seed in range(2):
        made_photo(seed, 64, 48).save(tmp_path / "in" / f"{seed}.png")
    made_photo(9, 64, 48).save(tmp_path / "example.png")
    return tmp_path / "in"


def new(photos: Path, *more: object) -> int:
    models = ("--model", "nearest", "bicubic", "original")
    example = ("--calibration", photos.parent / "example.png")
    words = ["study", "new", photos.parent / "study", "--originals", photos, *models, *example, *more]
    return main([*map(str, words)])


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("qapp")
def test_a_study_from_photos_to_the_report(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two raters on two copies, who see no key; merged, reported."""
    folder = StudyFolder(photos.parent / "study")
    assert new(photos, "--retest", "0.5") == 0
    assert "2 photos by bicubic, nearest, original; asks a score from 1 to 5, 11 times" in capsys.readouterr().out
    copies = [StudyFolder(Path(shutil.copytree(folder.path, photos.parent / name))) for name in ("a", "b")]
    like = {"nearest": 1, "bicubic": 3, "original": 5}
    for copy, name in zip(copies, ("Anna", "Ben"), strict=True):
        key = copy.key().methods
        copy.key_file.unlink()
        rate(copy, name, lambda trial, key=key: like[key[trial.shown]])
    assert main(["study", "merge", *map(str, (folder.path, *(copy.path for copy in copies)))]) == 0
    assert capsys.readouterr().out == "Anna: 11 new answers.\nBen: 11 new answers.\n"
    assert main(["study", "show", str(folder.path), "--json"]) == 0
    shown = told(capsys)
    assert [(rater["rater"], rater["done"], rater["total"]) for rater in shown["raters"]] == [
        ("Anna", 11, 11),
        ("Ben", 11, 11),
    ]
    assert main(["study", "report", str(folder.path), "--json"]) == 0
    result = told(capsys)
    assert [each["method"] for each in result["scores"]] == ["original", "bicubic", "nearest"]
    assert [each["opinion"][0] for each in result["scores"]] == [5, 3, 1]
    assert [each["kappa"] for each in result["agreements"]] == [1, 1, 1]
    assert all(Path(file).is_file() for file in result["files"])
    assert main(["study", "report", str(folder.path), "--out", str(photos.parent / "out")]) == 0
    assert "| original | 5.00 " in capsys.readouterr().out
    assert (photos.parent / "out" / "report.html").is_file()


def test_progress_and_end_as_events(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(photos, "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["done"], line["total"]) for line in lines[:-1]] == [(number, 8) for number in range(1, 9)]
    assert lines[-1] == {"event": "study", "path": str(photos.parent / "study")}
    assert new(photos, "--json") == 1, "the folder is not empty any more"
    failed = told(capsys)
    assert failed["event"] == "failed" and "not empty" in failed["text"]


def test_rating_by_a_program(tmp_path: Path) -> None:
    """Answers, a wrong one, one taken back, and an end in the middle."""
    folder = make(tmp_path / "study")
    with started("rate", folder.path, "--rater", "Anna", "--json") as process:
        assert process.stdin and process.stdout and process.stderr
        states = [json.loads(process.stdout.readline())]
        for word in (str(states[0]["expected"]), "b", "3", str(states[0]["expected"])):
            process.stdin.write(f"{word}\n")
            process.stdin.flush()
            states.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert "That is no answer here" in process.stderr.read()
        assert process.wait(60) == 0
    assert [state["done"] for state in states] == [0, 1, 1, 1, 1]
    assert [state["pictures"] == states[0]["pictures"] for state in states] == [True, False, True, True, False]
    assert len(read_sheets(folder)[0].ratings) == 2


def test_rating_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    folder = make(tmp_path / "study", calibration=0, photos=1, retest=0)
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\nnonsense\n5\n2\n4\n"))
    assert main(["study", "rate", str(folder.path), "--rater", "Anna"]) == 0
    said = capsys.readouterr()
    assert said.out.endswith("All is rated. Thank you.\n") and "[1 bad to 5 excellent; b back, q quit]" in said.out
    assert said.err == "That is no answer here; type one of: 1 bad to 5 excellent.\n"
    assert [rating.answer for rating in read_sheets(folder)[0].ratings] == [3, 5, 2, 4]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_kills_lose_no_rating(tmp_path: Path) -> None:
    """A program rates as fast as it can and is killed again and again: what it was told is kept is there, with its
    answer, in order; at most one more was kept before it could be told.
    """
    folder = make(tmp_path / "study", photos=400, calibration=0, retest=0)
    chance, too_late, before = random.Random(1), 0, 0
    for _ in range(KILLS):
        answers = [chance.randint(1, 5) for _ in range(60)]
        with started("rate", folder.path, "--rater", "Anna", "--json") as process:
            assert process.stdin and process.stdout
            assert json.loads(process.stdout.readline())["done"] == before, "it goes on where it was"
            process.stdin.write("".join(f"{answer}\n" for answer in answers))
            process.stdin.flush()
            heard = [process.stdout.readline() for _ in range(chance.randint(1, 50))]
            process.kill()
            heard += process.stdout.readlines()
        told = json.loads([line for line in heard if line.endswith("\n")][-1])["done"]
        [sheet] = read_sheets(folder)
        kept = [rating.answer for rating in sheet.ratings][before:]
        assert 0 <= before + len(kept) - told <= 1
        assert kept == answers[: len(kept)]
        too_late += len(kept) == len(answers)
        before += len(kept)
    assert too_late < KILLS / 2, "most meet the work"
    assert rate(folder, "Anna", lambda trial: 3, most=3).done == before + 3
