"""What docs/paper.md tells a researcher to type is understood."""

import re
import shlex
from pathlib import Path

import pytest

from app.cli.parser import make_parser


def commands(text: str) -> list[list[str]]:
    """The commands of all blocks of code, their lines joined and without remarks."""
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [words[1:] for line in lines if (words := shlex.split(line, comments=True)) and words[0] == "fourfold"]


def test_every_command_is_understood(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = commands((root / "docs" / "paper.md").read_text(encoding="utf-8"))
    assert {words[0] for words in found} >= {"train", "evaluate", "study", "depth", "train-report", "upscale"}
    for words in found:
        try:
            make_parser(words).parse_args(words)
        except SystemExit:
            pytest.fail(f"{shlex.join(words)}: {capsys.readouterr().err}")
