"""Names and cards that a terminal would obey, that are not UTF-8, or that rich would take for a style."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors.torch import save

from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.weights import digest
from engine.texts import shown, to_json
from tests.app.cli.test_upscaling import save_photo
from tests.conftest import ROOT
from tests.engine.making import generator

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")

NAME = "\x1b]0;owned\x07 \u202egpj\n[red]"
RAW = os.fsencode(NAME) + b"\xe9"
SEEN = r"\x1b]0;owned\x07 \u202egpj\n[red]\xe9"


def run(*arguments: object, home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "app", *map(str, arguments)]
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(words, cwd=ROOT, env=environment, text=True, timeout=300, **options)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A photo and a file that is none, both called so, in a folder of such a name."""
    folder = tmp_path / "x[" / "b]" / os.fsdecode(RAW)
    photo = save_photo(folder / os.fsdecode(RAW + b".png"))
    photo.with_name("broken" + photo.name).write_bytes(b"no picture")
    return folder


def is_clean(text: str) -> bool:
    return shown(text.replace("\n", "")) == text.replace("\n", "")


def test_what_is_hidden_in_a_text_is_shown() -> None:
    assert shown(os.fsdecode(RAW)) == SEEN
    assert shown(SEEN) == SEEN, "twice does no harm"
    for kept in ("Zoë 👩‍👩‍👧 – ß.jpg", "صورة.jpg", "می‌خواهم.jpg", "C:\\photos\\a.jpg"):
        assert shown(kept) == kept


def test_plain_output_shows_what_a_terminal_would_obey(photos: Path, tmp_path: Path) -> None:
    done = run("upscale", photos, "--model", "bicubic", home=tmp_path)
    assert done.returncode == 1 and is_clean(done.stderr) and f"broken{SEEN}" in done.stderr
    assert len([*photos.glob("*_bicubic_4x.png")]) == 1
    done = run("upscale", photos / "nowhere", home=tmp_path)
    assert done.returncode and is_clean(done.stderr) and SEEN in done.stderr


def test_json_lines_are_strict_and_bring_the_name_back(photos: Path, tmp_path: Path) -> None:
    done = run("upscale", photos, "--model", "bicubic", "--json", home=tmp_path)
    events = [json.loads(line, parse_constant=pytest.fail) for line in done.stdout.splitlines()]
    assert done.stdout.isascii()
    (saved,) = [event for event in events if event["event"] == "saved"]
    assert Path(saved["target"]).is_file() and Path(saved["photo"]).parent == photos


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal")
def test_the_bars_of_a_terminal_show_it_too(photos: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        environment = {**os.environ, "COLUMNS": "4000", "TERM": "xterm"}
        words = [sys.executable, "-m", "app", "upscale", str(photos), "--model", "bicubic"]
        with subprocess.Popen(words, cwd=ROOT, env=environment, stderr=theirs, stdout=theirs) as process:
            os.close(theirs)
            heard = b""
            try:
                while piece := terminal.read(65536):
                    heard += piece
            except OSError:  # how Linux says that the other end is closed
                pass
        assert process.returncode == 1
    text = heard.decode()
    assert f"{SEEN}.png, 24" in text, "beside the bar"
    assert f"broken{SEEN}.png: " in text and "\u202e" not in text and "\x1b]0;" not in text


def test_a_card_cannot_rule_the_list_of_models(tmp_path: Path) -> None:
    dimensions = Dimensions(blocks=0, width=1)
    state = dict(generator(dimensions).float().state_dict())
    header = Card(NAME, dimensions, sha256=digest(state)).to_header() | {
        "scores": '{"a\\u001b": Infinity, "b\\u001b": 1}'
    }
    own = tmp_path / "data" / "fourfold" / "models"
    own.mkdir(parents=True)
    (own / os.fsdecode(RAW + b".safetensors")).write_bytes(save(state, metadata=header))
    listed = run("models", home=tmp_path)
    assert listed.returncode == 0 and is_clean(listed.stdout) and SEEN in listed.stdout, listed.stderr
    told = run("models", "--json", home=tmp_path)
    (entry,) = [each for each in json.loads(told.stdout, parse_constant=pytest.fail) if each["kind"] == "trained"]
    assert entry["scores"] == {"b\x1b": 1.0} and Path(entry["file"]).is_file()


def test_no_number_that_is_not_finite_leaves_as_json() -> None:
    assert to_json({"a": [float("nan"), (float("-inf"), 1.5)], "b": {"c": float("inf")}}) == (
        '{"a": [null, [null, 1.5]], "b": {"c": null}}'
    )


def test_json_is_written_in_one_place() -> None:
    """Whatever is for other programs goes through ``to_json``; what is left of ``json.dumps`` is for ourselves."""
    ours = {"engine/texts.py", "engine/models/cards.py", "trainer/recipes/toml.py"}
    rooms = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "trainer").rglob("*.py"), *(ROOT / "app/cli").rglob("*.py")]
    users = {path.relative_to(ROOT).as_posix() for path in rooms if "json.dump" in path.read_text("utf-8")}
    assert users == ours
