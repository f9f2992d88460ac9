"""The page of settings: other colours at once, another language after a restart with the same photos."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.inspector.preferences import Preferences
from app.window.shell import restart as restarting
from app.window.shell.main_window import MainWindow
from app.window.shell.restart import restart
from app.window.widgets.style import style_sheet
from app.window.widgets.theme import ColourScheme
from app.window.widgets.tokens import DARK, LIGHT
from tests.app.window.conftest import PATIENCE
from tests.conftest import ROOT

MOST_SECONDS = 0.5


def test_another_language_offers_a_restart_until_it_is_taken_back(window: MainWindow) -> None:
    page = window.settings
    window.show_settings()
    assert not page.later.isVisible()
    page.language.setCurrentIndex(page.language.findData("fr"))
    assert page.later.isVisible()
    page.language.setCurrentIndex(page.language.findData(""))
    assert not page.later.isVisible()


def test_a_restart_opens_the_same_photos(
    opened: MainWindow, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[Path]] = []
    preferences = Preferences(tmp_path / "window.ini")
    monkeypatch.setattr(restarting, "_start", lambda: started.append(Preferences(tmp_path / "window.ini").left_open))
    monkeypatch.setattr(opened, "close", lambda: False)
    restart(opened, preferences)
    assert started == [] and preferences.left_open == [], "a person who stays loses nothing"
    monkeypatch.undo()
    monkeypatch.setattr(restarting, "_start", lambda: started.append(Preferences(tmp_path / "window.ini").left_open))
    restart(opened, preferences)
    assert started == [[photo]] and not opened.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_what_starts_is_fourfold_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    program, told = tmp_path / "python", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$@" "$PWD" > {told}.new && mv {told}.new {told}\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    restarting._start()
    qtbot.waitUntil(told.exists, timeout=PATIENCE)
    assert told.read_text() == f"-m app {ROOT}\n"


def test_other_colours_are_there_within_half_a_second(window: MainWindow, qapp: QApplication) -> None:
    """With all pages made; and much sooner than where one style sheet replaces another."""
    assert window.train
    sheets, schemes = (style_sheet(DARK), style_sheet(LIGHT)), (ColourScheme.DARK, ColourScheme.LIGHT)
    replaced = min(_seconds(qapp, lambda sheet=sheet: qapp.setStyleSheet(sheet)) for sheet in 2 * sheets)
    changed = min(_seconds(qapp, lambda scheme=scheme: window._theme.set_scheme(scheme)) for scheme in 2 * schemes)
    assert changed < MOST_SECONDS and changed < 0.7 * replaced


def _seconds(qapp: QApplication, change: Callable[[], object]) -> float:
    begun = time.thread_time()
    change()
    qapp.processEvents()
    return time.thread_time() - begun
