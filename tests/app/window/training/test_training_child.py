"""Children of the window: what is heard of them, and the sentence for how they end."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.platform import child
from app.window.platform.child import Child
from app.window.platform.endings import Ending, explain
from app.window.platform.errand import Errand
from app.window.training import commands, trainings
from app.window.training.course import Course
from tests.app.window.conftest import PATIENCE
from trainer.commands.command_line import COMMANDS
from trainer.commands.ordering import new_order
from trainer.commands.table import add_commands
from trainer.events import CheckpointSaved, ModelKept, StepsTaken, TrainingFinished, TrainingStarted, Validated

Script = Callable[[str], None]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Lets children run a few lines of Python instead of Fourfold."""

    def use(lines: str) -> None:
        path = tmp_path / "script.py"
        path.write_text("import json, os, signal, sys, time\n" + lines)
        monkeypatch.setattr(child, "launcher", lambda: (sys.executable, [str(path)]))

    return use


def ended(started: Child, qtbot: QtBot) -> Ending:
    with qtbot.waitSignal(started.ended, timeout=PATIENCE) as heard:
        started.start()
    return heard.args[0]


def test_events_are_heard_and_other_output_is_not(script: Script, qtbot: QtBot) -> None:
    script(
        "print('a library greets'); print(json.dumps({'no': 'event'})); print('[1]')\n"
        'sys.stdout.write(\'{"event": "sa\'); sys.stdout.flush(); time.sleep(0.1)\n'
        "print('ved\", \"step\": 3}'); sys.stdout.write(json.dumps({'event': 'finished', 'step': 3}) + '\\n')"
    )
    made, heard = Child(["train"]), []
    made.said.connect(heard.append)
    assert ended(made, qtbot).good
    assert heard == [CheckpointSaved(3), TrainingFinished(3)]


def test_closing_its_input_asks_it_to_stop(script: Script, qtbot: QtBot) -> None:
    script("print(json.dumps({'event': 'started'}), flush=True); sys.stdin.read()")
    made = Child([])
    with qtbot.waitSignal(made.said, timeout=PATIENCE):
        made.start()
    with qtbot.waitSignal(made.ended, timeout=PATIENCE) as heard:
        made.stop()
    assert heard.args[0].good


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_how_a_child_ended_becomes_a_sentence(script: Script, qtbot: QtBot) -> None:
    script("print(json.dumps({'event': 'failed', 'text': 'The photos are gone.'})); sys.exit(1)")
    assert ended(Child([]), qtbot).sentence == "The photos are gone."
    script("os.kill(os.getpid(), signal.SIGKILL)")
    assert "memory ran out" in ended(Child([]), qtbot).sentence
    script("os.kill(os.getpid(), signal.SIGSEGV)")
    assert f"broke off (code {int(signal.SIGSEGV)})" in ended(Child([]), qtbot).sentence
    script("1 / 0")
    ending = ended(Child([]), qtbot)
    assert ending.sentence.endswith("ZeroDivisionError: division by zero")
    assert ending.details.startswith("Traceback")


def test_a_program_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> None:
    monkeypatch.setattr(child, "launcher", lambda: (str(tmp_path / "nothing"), []))
    assert ended(Child([]), qtbot).sentence.startswith("The work could not be started")


def test_a_built_fourfold_starts_its_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Fourfold.exe"))
    assert child.launcher() == (str(tmp_path / "Fourfold.exe"), [])
    (tmp_path / "fourfold-cli.exe").touch()
    assert child.launcher() == (str(tmp_path / "fourfold-cli.exe"), [])


@pytest.mark.parametrize(
    ("status", "errors", "words"),
    [
        (1, "There is no folder photos.\n", "There is no folder photos."),
        (1, "Traceback (most recent call last):\n...\nMemoryError", "Memory ran out"),
        (1, "Traceback (most recent call last):\nOSError: [Errno 28] No space left on device", "The disk is full"),
        (3, "", "without saying why (status 3)"),
    ],
)
def test_a_status_is_explained(status: int, errors: str, words: str) -> None:
    assert words in explain(status, errors).sentence


def test_an_errand_brings_its_answer_or_says_why_not(script: Script, qtbot: QtBot) -> None:
    errand = Errand(ModelKept)
    script(
        "print(json.dumps({'event': 'judging', 'done': 1, 'total': 2}))\n"
        "print(json.dumps({'event': 'kept', 'name': 'Stones', 'path': 'stones.safetensors'}))"
    )
    with qtbot.waitSignal(errand.answered, timeout=PATIENCE) as heard:
        errand.send([])
    assert heard.args == [ModelKept("Stones", "stones.safetensors")]
    script("pass")
    with qtbot.waitSignal(errand.failed, timeout=PATIENCE) as heard:
        errand.send([])
    assert heard.args[0].sentence == "The work ended without a result."


def test_a_new_errand_gives_up_the_one_before(script: Script, tmp_path: Path, qtbot: QtBot) -> None:
    errand = Errand(ModelKept)
    script(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    errand.send([])
    qtbot.waitUntil(lambda: (tmp_path / "pid").exists() and bool((tmp_path / "pid").read_text()), timeout=PATIENCE)
    first = int((tmp_path / "pid").read_text())
    script("print(json.dumps({'event': 'kept', 'name': 'Stones', 'path': 'stones.safetensors'}))")
    with qtbot.waitSignal(errand.answered, timeout=PATIENCE):
        errand.send([])
    qtbot.waitUntil(lambda: not _lives(first), timeout=PATIENCE)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_course_is_what_was_told() -> None:
    course = Course(Path("run"), steps=400)
    course.take(Validated(0, {"psnr": 27.0}, "samples/step-0.png"))
    for step in (10, 20, 30):
        course.take(StepsTaken(step, 400, seconds=step, left=9, learning_rate=1e-3, losses={"l1": 0.5}))
    assert course.gain("psnr") is None
    course.take(Validated(30, {"psnr": 27.5}, "samples/step-30.png"))
    assert course.gain("psnr") == 0.5
    course.take(StepsTaken(15, 400, seconds=15, left=9, learning_rate=1e-3, losses={"l1": 0.4}))
    assert course.losses == [(10, 0.5), (15, 0.4)], "a resumed training tells again what came after its checkpoint"
    course.take(Validated(33, {"psnr": 28.0}, "samples/step-33.png", scheduled=False))
    assert course.best("psnr").step == 33, "paused there, that is what it made"
    course.take(TrainingStarted(step=33))
    assert course.best("psnr").step == 30 and 33 not in course.scores, "it goes on as if it had never been paused"
    assert not course.reason
    course.take(TrainingFinished(15, reason="no gain"))
    assert course.reason == "no gain"


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_names_to_leave_out_reach_the_trainer_whatever_they_are(tmp_path: Path) -> None:
    names = (os.fsdecode(b"caf\xe9.png"), "two\nlines.png", " spaces .png", "\u2028.png")
    written = trainings.write_leave_out(tmp_path / "run", names)
    words = ["train", "--photos", str(tmp_path), "--leave-out", str(written), *commands.resume(tmp_path)[1:]]
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(), COMMANDS)
    arguments = parser.parse_args(words)
    assert new_order(arguments).leave_out == names
    assert arguments.stop_with_stdin, "a window that dies pauses its training"
    written.write_text("a.png\n\n b.png \n")
    assert new_order(arguments).leave_out == ("a.png", "b.png"), "as people write them"
