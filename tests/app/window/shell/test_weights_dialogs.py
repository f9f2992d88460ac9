"""What the dialogs offer in which a person chooses weights."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.window.shell.main_window import MainWindow
from engine.models.catalog import WEIGHTS_SUFFIXES


def test_what_can_be_loaded_is_offered_and_nothing_else(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(parent: object, title: str, folder: str, offered: str) -> tuple[str, str]:
        asked.append(offered)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.page.import_model()
    window.measure.features.choose.click()
    assert len(asked) == 2
    for offered in asked:
        assert {Path(pattern).suffix for pattern in re.findall(r"\*\S+?(?=[ )])", offered)} == set(WEIGHTS_SUFFIXES)
