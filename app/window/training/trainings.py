"""The trainings of a person as folders. One that is there is not yet decided: kept and discarded ones are removed."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

from app.window.inspector.preferences import data_folder
from engine.errors import CannotSave
from engine.sentences import why
from trainer.errors import TrainerError
from trainer.run_folder import RunFolder

LEAVE_OUT = "leave-out.txt"


def root() -> Path:
    """Where all of them lie."""
    return data_folder() / "trainings"


def new_run(photos: Path) -> Path:
    """A folder, not made yet, for a training on these photos."""
    start = f"{date.today().isoformat()}-{_plain(photos.name)}"
    number, name = 2, start
    while (root() / name).exists():
        number, name = number + 1, f"{start}-{number}"
    return root() / name


def write_leave_out(folder: Path, names: tuple[str, ...]) -> Path:
    """Write which photos are not wanted, each name with a NUL behind it; the folder is made. Raises CannotSave."""
    path = folder / LEAVE_OUT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(os.fsencode(name) + b"\0" for name in names))
    except OSError as error:
        raise CannotSave("{folder} cannot be written: {reason}.", folder=folder, reason=why(error)) from error
    return path


def undecided() -> list[RunFolder]:
    """Trainings that wait for a person, the newest first; folders in which none began are left out."""
    found = [path.parent for path in root().glob("*/order.json")]
    return [RunFolder(path) for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)]


def has_begun(run: Path) -> bool:
    """Whether there is a training that can go on; a start that failed leaves none."""
    return (run / "order.json").is_file()


def subject(run: RunFolder) -> str:
    """The name of the folder that a training learns from."""
    try:
        return run.order().photos.name
    except TrainerError:
        return run.path.name


def discard(run: Path) -> None:
    """Remove a training with all its files; what cannot be removed now is left behind."""
    (run / "order.json").unlink(missing_ok=True)  # first, so that half of a training is never offered again
    shutil.rmtree(run, ignore_errors=True)


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name).strip("-")[:40] or "photos"
