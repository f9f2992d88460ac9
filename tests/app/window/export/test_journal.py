"""The journal: what it forgets, and what two windows do to it. Other windows are real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.window.export.journal import Journal
from app.window.inspector.choices import Choices
from engine.jobs.saving import SaveOrder
from tests.conftest import ROOT

WINDOW = """
import sys
from pathlib import Path
from app.window.export.journal import Journal
from app.window.inspector.choices import Choices
journal = Journal(Path("queue.json"))
for line in sys.stdin:
    word, *names = line.split()
    if word == "write":
        journal.write([Choices().order(Path(name)) for name in names])
    print(word, *(order.photo for order in journal.read() if word == "read"), flush=True)
"""


class Window:
    """A process with a journal in that folder; ``say`` has it write or read."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", WINDOW],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, text: str) -> list[str]:
        self._process.stdin.write(f"{text}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().split()[1:]

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def orders(*names: str) -> list[SaveOrder]:
    return [Choices().order(Path(name)) for name in names]


def photos(journal: Journal) -> list[str]:
    return sorted(str(order.photo) for order in journal.read())


def test_one_order_that_is_not_understood_is_no_reason_to_forget_the_others(tmp_path: Path) -> None:
    Journal(tmp_path / "queue.json").write(orders("a.png", "b.png", "c.png", "d.png", "e.png"))
    (file,) = tmp_path.iterdir()
    kept = json.loads(file.read_text("utf-8"))
    kept["orders"][0] = ["a.png"]
    kept["orders"][1] = ["b.png", "{"]
    kept["orders"][2][1] = kept["orders"][2][1].replace('"png"', '"stone"')
    kept["orders"][4] = None
    file.write_text(json.dumps(kept), "utf-8")
    assert photos(Journal(tmp_path / "queue.json")) == ["d.png"]


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
def test_names_that_are_no_text_are_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.png")
    journal = Journal(tmp_path / "queue.json")
    journal.write(orders(name))
    assert photos(journal) == [name]


def test_two_windows_lose_nothing(tmp_path: Path) -> None:
    first, second = Window(tmp_path), Window(tmp_path)
    try:
        first.say("write a.png b.png")
        second.say("write c.png")
        first.say("write b.png")
        assert (first.say("read"), second.say("read")) == (["b.png"], ["c.png"])
        mine = Journal(tmp_path / "queue.json")
        assert photos(mine) == [], "others still save those"
        first.kill()
        assert photos(mine) == ["b.png"]
        assert second.say("read") == ["c.png"], "what one window has taken up no other one takes"
        mine.write(orders("b.png", "d.png"))
        second.kill()
        assert photos(mine) == ["b.png", "c.png", "d.png"]
        mine.write([])
        assert list(tmp_path.iterdir()) == []
    finally:
        first.kill()
        second.kill()


def test_what_an_older_version_left_is_taken_up_once(tmp_path: Path) -> None:
    text = Choices().to_json()
    (tmp_path / "queue.json").write_text(json.dumps({"version": 1, "orders": [["a.png", text]]}), "utf-8")
    first, second = Window(tmp_path), Window(tmp_path)
    try:
        assert sorted([first.say("read"), second.say("read")]) == [[], ["a.png"]]
    finally:
        first.kill()
        second.kill()
