"""The version stands in one place."""

import re
import tomllib
from pathlib import Path

from engine.version import VERSION


def test_the_package_takes_its_version_from_the_engine(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"] and "version" not in project["project"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "engine.version.VERSION"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
