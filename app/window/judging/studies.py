"""The studies of a person as folders."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.window.inspector.preferences import data_folder
from trainer.errors import BadStudy
from trainer.study.design import Study
from trainer.study.folder import StudyFolder
from trainer.study.ratings import read_sheets
from trainer.study.trials import plan_trials

_DAY = 24 * 60 * 60
"""Seconds after which a folder without a study is taken for one that a killed child has left."""


@dataclass(frozen=True)
class Earlier:
    """A study that is there. ``done`` is how many of ``total`` answers each rater has given, by name."""

    folder: StudyFolder
    study: Study
    done: dict[str, int]
    total: int

    @property
    def is_judged(self) -> bool:
        """Whether somebody has answered everything, and nobody is on the way."""
        return bool(self.done) and min(self.done.values()) >= self.total


def root() -> Path:
    """Where those lie that are made here."""
    return data_folder() / "studies"


def new_folder() -> Path:
    """A folder, not made yet, for a study of today."""
    number = 1
    while (path := root() / f"{date.today().isoformat()}-{number}").exists():
        number += 1
    return path


def earlier(elsewhere: Iterable[Path] = ()) -> list[Earlier]:
    """Those made here, and those at other places: the newest first, those that wait for an answer before the others;
    damaged ones are left out.
    """
    found = []
    for path in {*elsewhere, *(path.parent for path in root().glob("*/study.json"))}:
        with suppress(BadStudy):
            found.append(look_at(path))
    newest = sorted(found, key=lambda each: (each.study.created, each.folder.path.name), reverse=True)
    return sorted(newest, key=lambda each: each.is_judged)


def look_at(path: Path) -> Earlier:
    """The study in a folder. Raises BadStudy."""
    folder = StudyFolder(path)
    study = folder.study()
    done: dict[str, int] = {}
    for sheet in read_sheets(folder):
        name = sheet.rater.rater
        done[name] = max(done.get(name, 0), len(sheet.answers()))
    return Earlier(folder, study, done, len(plan_trials(study, "")))


def remove(path: Path) -> None:
    """Remove a study with all its files; what cannot be removed now is left behind."""
    (path / "study.json").unlink(missing_ok=True)  # first, so that half of a study is never offered again
    shutil.rmtree(path, ignore_errors=True)


def purge() -> None:
    """Remove what killed children have left."""
    for path in root().glob("*"):
        if path.is_dir() and not (path / "study.json").exists() and time.time() - path.stat().st_mtime > _DAY:
            shutil.rmtree(path, ignore_errors=True)
