"""The trainings of a person as folders.

One waits for a decision, unless a model of it was kept, which it then names; discarded ones lie apart until ``purge``.
"""

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
from trainer.verdict.verdict import Verdict, verdict_of

LEAVE_OUT = "leave-out.txt"
_KEPT = "kept.txt"
"""In a training that goes on being there beside the model that was made of it: the model's id."""
_DISCARDED = ".discarded"


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
    found = [path.parent for path in root().glob("*/order.json") if not (path.parent / _KEPT).exists()]
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


def size(run: Path) -> int:
    """Bytes on the disk."""
    return sum(path.stat().st_size for path in run.rglob("*") if path.is_file())


def standing_verdict(run: Path) -> Verdict | None:
    """The verdict on what a training has made; None where it was not judged since, or by fewer figures than now."""
    folder = RunFolder(run)
    try:
        verdict = verdict_of(folder)
        made = max((path.stat().st_mtime_ns for path in folder.weights.glob("*.safetensors")), default=0)
        if verdict is None or folder.verdict.stat().st_mtime_ns < made:
            return None
    except (TrainerError, OSError):
        return None
    return verdict if all(mix.others for mix in verdict.mixes) else None


# --- with a model that was made of it ---


def mark_kept(run: Path, model: str) -> None:
    """Let a training stay beside its model. Raises CannotSave."""
    try:
        (run / _KEPT).write_text(model, encoding="utf-8")
    except OSError as error:
        raise CannotSave("{folder} cannot be written: {reason}.", folder=run, reason=why(error)) from error


def kept_with(model: str) -> Path | None:
    """The training that a model was made of, where it is still there."""
    marks = root().glob(f"*/{_KEPT}")
    return next((mark.parent for mark in marks if mark.read_text(encoding="utf-8") == model), None)


def unmark(run: Path) -> None:
    """It goes on, so it will have to be decided about anew. Raises OSError."""
    (run / _KEPT).unlink(missing_ok=True)


# --- given up ---


def discard(run: Path) -> Path:
    """Put a training aside; returns where it waits to be restored. Raises CannotSave."""
    return _moved(run, root() / _DISCARDED)


def restore(discarded: Path) -> Path:
    """Bring it back; returns its folder. Raises CannotSave where it is gone for good."""
    return _moved(discarded, root())


def purge() -> None:
    """Remove the discarded ones for good."""
    shutil.rmtree(root() / _DISCARDED, ignore_errors=True)


def remove(run: Path) -> None:
    """Remove what is left of a training that never began; what cannot be removed now is left behind."""
    (run / "order.json").unlink(missing_ok=True)  # first, so that half of a training is never offered again
    shutil.rmtree(run, ignore_errors=True)


def _moved(run: Path, place: Path) -> Path:
    """The folder under its name in another place, or with a number where that is taken."""
    number, target = 2, place / run.name
    while target.exists():
        number, target = number + 1, place / f"{run.name}-{number}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        run.rename(target)
    except OSError as error:
        raise CannotSave("{folder} cannot be moved: {reason}.", folder=run, reason=why(error)) from error
    return target


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name).strip("-")[:40] or "photos"
